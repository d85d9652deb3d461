import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import type { ServizioRow } from "../servizi/tabelle.ts";
import type { RendicontazioneRow } from "./tabelle.ts";

export interface ElenchiRendicontazione {
  /** What waits for verification, the oldest first. */
  daVerificare(limit: number): Promise<readonly RendicontazioneRow[]>;
  /** Services admitted with a cut. */
  tagliati(): Promise<readonly Readonly<{ servizioId: string; adesioneId: string }>[]>;
  /** Presented and not paid, nor worth nothing: the oldest first. "" = of every operatore. */
  nonPagate(operatoreId: string, limit: number): Promise<readonly RendicontazioneRow[]>;
}

const COLONNE = `
  SELECT id, servizio_id AS "servizioId", adesione_id AS "adesioneId", operatore_id AS "operatoreId",
         misura, tipo, stato, minuti, richiesto_cents AS "richiestoCents",
         ammesso_cents AS "ammessoCents", decurtato_cents AS "decurtatoCents",
         presentata_at AS "presentataAt", presentata_da AS "presentataDa",
         verificata_at AS "verificataAt", verificata_da AS "verificataDa",
         verificata_da_id AS "verificataDaId",
         richiesta_id AS "richiestaId", pagata_on AS "pagataOn"
    FROM rendicontazione`;
const DA_VERIFICARE = `${COLONNE} WHERE stato = 'presentata' ORDER BY presentata_at, id LIMIT $1`;
const NON_PAGATE = `${COLONNE}
   WHERE pagata_on IS NULL AND ($1 = '' OR operatore_id = $1)
     AND coalesce(ammesso_cents - decurtato_cents, richiesto_cents) > 0
   ORDER BY presentata_at, id LIMIT $2`;

const pg = (sql: SqlClient): ElenchiRendicontazione => ({
  daVerificare: (limit) => sql.query("gefo-da-verificare", DA_VERIFICARE, [limit]),
  tagliati: () =>
    sql.query(
      "gefo-tagliati",
      `SELECT id AS "servizioId", adesione_id AS "adesioneId" FROM servizio
        WHERE stato = 'tagliato' ORDER BY id`,
    ),
  nonPagate: (operatoreId, limit) => sql.query("gefo-non-pagate", NON_PAGATE, [operatoreId, limit]),
});

const keyOf = ({ presentataAt, id }: RendicontazioneRow): string => `${presentataAt} ${id}`;
export const daPagareCents = (row: RendicontazioneRow): number =>
  row.ammessoCents === null ? row.richiestoCents : row.ammessoCents - row.decurtatoCents;

const memory = (tx: MemoryTx): ElenchiRendicontazione => {
  const sorted = (keep: (row: RendicontazioneRow) => boolean): RendicontazioneRow[] =>
    [...tx.table<RendicontazioneRow>("rendicontazione").values()]
      .filter(keep)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    daVerificare: async (limit) => sorted(({ stato }) => stato === "presentata").slice(0, limit),
    tagliati: async () =>
      [...tx.table<ServizioRow>("servizio").values()]
        .filter(({ stato }) => stato === "tagliato")
        .map(({ id, adesioneId }) => ({ servizioId: id, adesioneId }))
        .sort((a, b) => (a.servizioId < b.servizioId ? -1 : 1)),
    nonPagate: async (operatoreId, limit) =>
      sorted((row) => row.pagataOn === null && daPagareCents(row) > 0)
        .filter((row) => operatoreId === "" || row.operatoreId === operatoreId)
        .slice(0, limit),
  };
};

export const elenchiRendicontazione: Legami<ElenchiRendicontazione> = { pg, memory };
