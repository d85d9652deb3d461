import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import type { CasoRow } from "../casi/tabelle.ts";

type CasoAperto = Pick<CasoRow, "adesioneId" | "nome" | "cognome" | "caso">;

export interface ElenchiOperatori {
  /** Cases not concluded, by operatore. */
  countAperti(): Promise<Readonly<Record<string, number>>>;
  /** Open cases of everybody, in the order of their id, after the one given. */
  aperti(dopo: string, limit: number): Promise<readonly CasoAperto[]>;
  casiAperti(operatoreId: string, limit: number): Promise<readonly CasoAperto[]>;
}

const APERTI = `
  SELECT operatore_id AS "operatoreId", count(*) AS casi FROM caso WHERE vista <> 'conclusi'
   GROUP BY operatore_id`;

const CASI = `
  SELECT adesione_id AS "adesioneId", nome, cognome, caso FROM caso
   WHERE operatore_id = $1 AND vista <> 'conclusi' ORDER BY adesione_id LIMIT $2`;

const TUTTI = `
  SELECT adesione_id AS "adesioneId", nome, cognome, caso FROM caso
   WHERE vista <> 'conclusi' AND ($1 = '' OR adesione_id::text > $1)
   ORDER BY adesione_id LIMIT $2`;

const pg = (sql: SqlClient): ElenchiOperatori => ({
  countAperti: async () => {
    const rows = await sql.query<{ operatoreId: string; casi: number }>("gefo-aperti", APERTI);
    return Object.fromEntries(rows.map(({ operatoreId, casi }) => [operatoreId, casi]));
  },
  aperti: (dopo, limit) => sql.query<CasoAperto>("gefo-tutti-aperti", TUTTI, [dopo, limit]),
  casiAperti: (operatoreId, limit) =>
    sql.query<CasoAperto>("gefo-casi-aperti", CASI, [operatoreId, limit]),
});

const memory = (tx: MemoryTx): ElenchiOperatori => ({
  countAperti: async () => {
    const counts: Record<string, number> = {};
    for (const { operatoreId, vista } of tx.table<CasoRow>("caso").values())
      if (vista !== "conclusi") counts[operatoreId] = (counts[operatoreId] ?? 0) + 1;
    return counts;
  },
  aperti: async (dopo, limit) =>
    [...tx.table<CasoRow>("caso").values()]
      .filter((row) => row.vista !== "conclusi" && row.adesioneId > dopo)
      .sort((a, b) => (a.adesioneId < b.adesioneId ? -1 : 1))
      .slice(0, limit),
  casiAperti: async (operatoreId, limit) =>
    [...tx.table<CasoRow>("caso").values()]
      .filter((row) => row.operatoreId === operatoreId && row.vista !== "conclusi")
      .sort((a, b) => (a.adesioneId < b.adesioneId ? -1 : 1))
      .slice(0, limit),
});

export const elenchiOperatori: Legami<ElenchiOperatori> = { pg, memory };
