import {
  type Appuntamento,
  concludi,
  ok,
  type Result,
  type StatoAppuntamento,
} from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import { notifica } from "../notifiche/notifica.ts";
import type { Stores } from "../store.ts";
import { quandoDi } from "./parole.ts";
import type { AppuntamentoRow } from "./tabelle.ts";

type Rifiuto = Readonly<{ code: string }>;

export const apertoDi = async (
  stores: Stores,
  adesioneId: string,
): Promise<AppuntamentoRow | null> =>
  (await stores.appuntamenti.by("adesioneId", adesioneId)).find(({ stato }) => stato === "DE") ??
  null;

interface Conclusione {
  readonly poi: Exclude<StatoAppuntamento, "DE">;
  readonly motivo: string | null;
  /** What is written to the person; null = nothing, because another letter says it. */
  readonly rimedio: string | null;
}

/** Ends an appointment; a reminder that has not left is no longer true, hence does not leave. */
export async function chiudi(
  ctx: Contesto,
  stores: Stores,
  row: AppuntamentoRow,
  { poi, motivo, rimedio }: Conclusione,
): Promise<Result<AppuntamentoRow, Rifiuto>> {
  const deciso = concludi(row as Appuntamento, poi, motivo, adesso(ctx));
  if (!deciso.ok) return deciso;
  const dopo = { ...row, ...deciso.value, version: row.version + 1 };
  await stores.appuntamenti.put(dopo);
  const [promemoria] = await stores.notifiche.by("chiave", `${row.id}/promemoria`);
  if (promemoria?.stato === "in-attesa")
    await stores.notifiche.put({
      ...promemoria,
      stato: "esclusa",
      risposta: motivo ?? "non serve più",
    });
  const caso = await stores.casi.get(row.adesioneId);
  if (rimedio !== null && caso !== null)
    await notifica(ctx, stores, caso, {
      ...{ chiave: `${row.id}/${poi}`, modello: "appuntamento-annullato" },
      dati: { quando: quandoDi(row.inizio), motivo: motivo ?? "non serve più", rimedio },
    });
  return ok(dopo);
}
