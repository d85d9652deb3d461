import type { Rendicontazione } from "@staffetta/contracts";
import { dayInRome, daysBetween, type Instant } from "@staffetta/domain";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { RendicontazioneRow } from "./tabelle.ts";

export type Testata = Omit<Rendicontazione, "voci" | "controlli" | "controlliFatti">;

export function testataDi(
  ctx: Contesto,
  row: RendicontazioneRow,
  nomi: ReadonlyMap<string, string>,
): Testata {
  const presentataAt = row.presentataAt as Instant;
  return {
    rendicontazioneId: row.id,
    servizioId: row.servizioId as Testata["servizioId"],
    adesioneId: row.adesioneId as Testata["adesioneId"],
    operatore: nomi.get(row.operatoreId) ?? row.operatoreId,
    ...{ misura: row.misura, tipo: row.tipo, stato: row.stato, presentataAt },
    ...{ presentataDa: row.presentataDa, verificataDa: row.verificataDa },
    attesaDays: daysBetween(dayInRome(presentataAt), oggi(ctx)),
    ...{ minuti: row.minuti, richiestoCents: row.richiestoCents },
    ammessoCents: row.ammessoCents,
    pagataOn: row.pagataOn as Testata["pagataOn"],
  };
}

export async function vociDi(
  { vociRendicontazione }: Pick<Stores, "vociRendicontazione">,
  rendicontazioneId: string,
): Promise<Rendicontazione["voci"]> {
  const rows = await vociRendicontazione.by("rendicontazioneId", rendicontazioneId);
  return rows
    .toSorted((a, b) => (`${a.giorno} ${a.id}` < `${b.giorno} ${b.id}` ? -1 : 1))
    .map(({ id: _i, rendicontazioneId: _r, ...voce }) => voce);
}
