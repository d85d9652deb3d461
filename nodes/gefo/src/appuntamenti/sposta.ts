import { ok, type Result } from "@staffetta/domain";
import type { CasoRow } from "../casi/tabelle.ts";
import type { Contesto } from "../contesto.ts";
import { notifica } from "../notifiche/notifica.ts";
import type { Stores } from "../store.ts";
import { chiudi } from "./chiudi.ts";
import type { Rifiuto } from "./esegui.ts";
import { prendiPosto, serviAttesa } from "./fissa.ts";
import { quandoDi } from "./parole.ts";
import type { AppuntamentoRow } from "./tabelle.ts";

interface Spostamento {
  readonly sede: string;
  readonly inizio: AppuntamentoRow["inizio"];
  readonly motivo: string;
  readonly chi: string;
}

/** The old place is left, the new one taken, and the person is told why; who waits gets what is free. */
export async function spostaPosto(
  ctx: Contesto,
  stores: Stores,
  { row, caso }: Readonly<{ row: AppuntamentoRow; caso: CasoRow }>,
  { sede, inizio, motivo, chi }: Spostamento,
): Promise<Result<{ appuntamentoId: string }, Rifiuto>> {
  const chiuso = await chiudi(ctx, stores, row, { poi: "SP", motivo, rimedio: null });
  if (!chiuso.ok) return chiuso;
  const comando = { caso, sede, inizio, chi, modello: "appuntamento-fissato" } as const;
  const nuovo = await prendiPosto(ctx, stores, comando);
  if (!nuovo.ok) return nuovo;
  const { id: appuntamentoId, luogo } = nuovo.value;
  await notifica(ctx, stores, caso, {
    ...{ chiave: `${appuntamentoId}/spostato`, modello: "appuntamento-spostato" },
    dati: { quando: quandoDi(inizio), dove: luogo, motivo },
  });
  await serviAttesa(ctx, stores, row.sede);
  return ok({ appuntamentoId });
}
