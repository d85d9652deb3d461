import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { AdesioneRow, GiovaneRow } from "../store.ts";

/** The register as the desk reads it: newest first, a page at a time, by key and never by offset. */
export interface RigaElenco {
  readonly adesioneId: string;
  readonly nome: string;
  readonly cognome: string;
  readonly dataAdesione: string;
  readonly canale: "regionale" | "nazionale";
  readonly stato: string;
  readonly inConferma: boolean;
  readonly statoAt: string;
  readonly operatoreId: string | null;
}

export interface FiltroElenco {
  readonly stato: string;
  readonly cognome: string;
  /** Last row of the page before; null = from the top. */
  readonly dopo: Readonly<{ giorno: string; id: string }> | null;
  readonly limit: number;
}

export interface ElencoRegistro {
  list(filtro: FiltroElenco): Promise<readonly RigaElenco[]>;
  countByStato(): Promise<Readonly<Record<string, number>>>;
}

const LIST = `
  SELECT a.id AS "adesioneId", g.nome, g.cognome, a.data_adesione AS "dataAdesione", a.canale,
         a.stato, a.in_conferma AS "inConferma", a.stato_at AS "statoAt",
         a.operatore_id AS "operatoreId"
    FROM adesione a JOIN giovane g ON g.id = a.giovane_id
   WHERE ($1 = '' OR a.stato = $1)
     AND ($2 = '' OR g.cognome ILIKE $2 || '%')
     AND ($3::date IS NULL OR (a.data_adesione, a.id) < ($3::date, $4::uuid))
   ORDER BY a.data_adesione DESC, a.id DESC
   LIMIT $5`;

/** The percent sign and the underscore of a search are letters, not patterns. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, "\\$&");

export const elencoPg = (sql: SqlClient): ElencoRegistro => ({
  list: ({ stato, cognome, dopo, limit }) =>
    sql.query<RigaElenco>("registro-lista", LIST, [
      stato,
      literal(cognome),
      dopo?.giorno ?? null,
      dopo?.id ?? null,
      limit,
    ]),
  countByStato: async () => {
    const rows = await sql.query<{ stato: string; adesioni: number }>(
      "registro-conta",
      "SELECT stato, count(*) AS adesioni FROM adesione GROUP BY stato",
    );
    return Object.fromEntries(rows.map(({ stato, adesioni }) => [stato, adesioni]));
  },
});

const newestFirst = (a: AdesioneRow, b: AdesioneRow): number =>
  keyOf(a) < keyOf(b) ? 1 : keyOf(a) > keyOf(b) ? -1 : 0;
const keyOf = ({ dataAdesione, id }: AdesioneRow): string => `${dataAdesione} ${id}`;

export function elencoMemory(tx: MemoryTx): ElencoRegistro {
  const adesioni = (): AdesioneRow[] => [...tx.table<AdesioneRow>("adesione").values()];
  return {
    list: async ({ stato, cognome, dopo, limit }) => {
      const giovani = tx.table<GiovaneRow>("giovane");
      const after = dopo === null ? null : `${dopo.giorno} ${dopo.id}`;
      return adesioni()
        .filter((row) => stato === "" || row.stato === stato)
        .filter((row) => after === null || keyOf(row) < after)
        .sort(newestFirst)
        .flatMap((row) => {
          const { id: adesioneId, giovaneId, dataAdesione, canale, stato } = row;
          const { inConferma, statoAt, operatoreId } = row;
          const giovane = giovani.get(giovaneId);
          const starts = giovane?.cognome.toLowerCase().startsWith(cognome.toLowerCase());
          if (giovane === undefined || !starts) return [];
          const { nome, cognome: surname } = giovane;
          const chi = { adesioneId, nome, cognome: surname };
          return [{ ...chi, dataAdesione, canale, stato, inConferma, statoAt, operatoreId }];
        })
        .slice(0, limit);
    },
    countByStato: async () => {
      const counts: Record<string, number> = {};
      for (const { stato } of adesioni()) counts[stato] = (counts[stato] ?? 0) + 1;
      return counts;
    },
  };
}
