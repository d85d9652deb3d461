import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import type { CasoRow } from "../casi/tabelle.ts";

export interface ElenchiOperatori {
  /** Cases not concluded, by operatore. */
  countAperti(): Promise<Readonly<Record<string, number>>>;
}

const APERTI = `
  SELECT operatore_id AS "operatoreId", count(*) AS casi FROM caso WHERE vista <> 'conclusi'
   GROUP BY operatore_id`;

const pg = (sql: SqlClient): ElenchiOperatori => ({
  countAperti: async () => {
    const rows = await sql.query<{ operatoreId: string; casi: number }>("gefo-aperti", APERTI);
    return Object.fromEntries(rows.map(({ operatoreId, casi }) => [operatoreId, casi]));
  },
});

const memory = (tx: MemoryTx): ElenchiOperatori => ({
  countAperti: async () => {
    const counts: Record<string, number> = {};
    for (const { operatoreId, vista } of tx.table<CasoRow>("caso").values())
      if (vista !== "conclusi") counts[operatoreId] = (counts[operatoreId] ?? 0) + 1;
    return counts;
  },
});

export const elenchiOperatori: Legami<ElenchiOperatori> = { pg, memory };
