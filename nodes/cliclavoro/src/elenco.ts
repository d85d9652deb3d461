import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { AdesioneRow } from "./store.ts";

/** The national register, newest first, by key; without names. */
export type RigaNazionale = Pick<
  AdesioneRow,
  "regione" | "canale" | "dataAdesione" | "stato" | "statoAt"
> & { readonly adesioneId: string };

export interface FiltroNazionale {
  readonly regione: string;
  readonly stato: string;
  readonly dopo: Readonly<{ giorno: string; id: string }> | null;
  readonly limit: number;
}

export interface ConteggioNazionale {
  readonly regione: string;
  readonly stato: string;
  readonly adesioni: number;
}

export interface ElencoNazionale {
  list(filtro: FiltroNazionale): Promise<readonly RigaNazionale[]>;
  countByRegioneStato(): Promise<readonly ConteggioNazionale[]>;
}

const LIST = `
  SELECT id AS "adesioneId", regione, canale, data_adesione AS "dataAdesione", stato,
         stato_at AS "statoAt"
    FROM adesione
   WHERE ($1 = '' OR regione = $1) AND ($2 = '' OR stato = $2)
     AND ($3::date IS NULL OR (data_adesione, id) < ($3::date, $4::uuid))
   ORDER BY data_adesione DESC, id DESC
   LIMIT $5`;

export const elencoPg = (sql: SqlClient): ElencoNazionale => ({
  list: ({ regione, stato, dopo, limit }) =>
    sql.query<RigaNazionale>("nazionale-lista", LIST, [
      ...[regione, stato, dopo?.giorno ?? null, dopo?.id ?? null, limit],
    ]),
  countByRegioneStato: () =>
    sql.query<ConteggioNazionale>(
      "nazionale-conta",
      `SELECT regione, stato, count(*) AS adesioni FROM adesione
        GROUP BY regione, stato ORDER BY regione, stato`,
    ),
});

export function elencoMemory(tx: MemoryTx): ElencoNazionale {
  const rows = (): AdesioneRow[] => [...tx.table<AdesioneRow>("adesione").values()];
  const keyOf = ({ dataAdesione, id }: AdesioneRow): string => `${dataAdesione} ${id}`;
  return {
    list: async ({ regione, stato, dopo, limit }) => {
      const after = dopo === null ? null : `${dopo.giorno} ${dopo.id}`;
      return rows()
        .filter((row) => regione === "" || row.regione === regione)
        .filter((row) => stato === "" || row.stato === stato)
        .filter((row) => after === null || keyOf(row) < after)
        .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
        .slice(0, limit)
        .map(({ id: adesioneId, regione, canale, dataAdesione, stato, statoAt }) => ({
          ...{ adesioneId, regione, canale, dataAdesione, stato, statoAt },
        }));
    },
    countByRegioneStato: async () => {
      const counts = new Map<string, ConteggioNazionale>();
      for (const { regione, stato } of rows()) {
        const adesioni = (counts.get(regione + stato)?.adesioni ?? 0) + 1;
        counts.set(regione + stato, { regione, stato, adesioni });
      }
      return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
    },
  };
}
