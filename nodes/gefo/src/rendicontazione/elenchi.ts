import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import type { ServizioRow } from "../servizi/tabelle.ts";

export interface ElenchiRendicontazione {
  /** What waits for verification, the oldest first. */
  daVerificare(limit: number): Promise<readonly ServizioRow[]>;
}

const DA_VERIFICARE = `
  SELECT id, adesione_id AS "adesioneId", operatore_id AS "operatoreId", misura, stato,
         ore_erogate AS "oreErogate", richiesto_cents AS "richiestoCents",
         rendicontato_at AS "rendicontatoAt"
    FROM servizio WHERE stato = 'rendicontato' ORDER BY rendicontato_at, id LIMIT $1`;

const pg = (sql: SqlClient): ElenchiRendicontazione => ({
  daVerificare: (limit) => sql.query<ServizioRow>("gefo-da-verificare", DA_VERIFICARE, [limit]),
});

const memory = (tx: MemoryTx): ElenchiRendicontazione => ({
  daVerificare: async (limit) =>
    [...tx.table<ServizioRow>("servizio").values()]
      .filter(({ stato }) => stato === "rendicontato")
      .sort((a, b) => (`${a.rendicontatoAt} ${a.id}` < `${b.rendicontatoAt} ${b.id}` ? -1 : 1))
      .slice(0, limit),
});

export const elenchiRendicontazione: Legami<ElenchiRendicontazione> = { pg, memory };
