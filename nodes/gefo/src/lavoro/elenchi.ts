import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import type { CasoRow } from "../casi/tabelle.ts";

/** The work of one operatore. */
export interface FiltroLavoro {
  readonly operatoreId: string;
  readonly vista: string;
  readonly cognome: string;
  /** `giorno` is the deadline. */
  readonly dopo: Readonly<{ giorno: string; id: string }> | null;
  readonly limit: number;
}
export type RigaLavoro = Pick<
  CasoRow,
  "adesioneId" | "nome" | "cognome" | "vista" | "entro" | "ultimoContatto"
> & { readonly dataAdesione: string };

export interface ElenchiLavoro {
  /** By deadline; cases without one come last. */
  pagina(filtro: FiltroLavoro): Promise<readonly RigaLavoro[]>;
  countByVista(operatoreId: string): Promise<Readonly<Record<string, number>>>;
  countOltreTermine(operatoreId: string, oggi: string): Promise<number>;
}

/** Sorts after every real deadline. */
export const SENZA_TERMINE = "9999-12-31";

const PAGINA = `
  SELECT adesione_id AS "adesioneId", nome, cognome, vista, entro,
         ultimo_contatto AS "ultimoContatto", caso->>'dataAdesione' AS "dataAdesione"
    FROM caso
   WHERE operatore_id = $1 AND ($2 = '' OR vista = $2) AND ($3 = '' OR cognome ILIKE $3 || '%')
     AND ($4::date IS NULL
          OR (coalesce(entro, '9999-12-31'), adesione_id) > ($4::date, $5::uuid))
   ORDER BY coalesce(entro, '9999-12-31'), adesione_id
   LIMIT $6`;

const literal = (text: string): string => text.replaceAll(/[\\%_]/g, "\\$&");

const pg = (sql: SqlClient): ElenchiLavoro => ({
  pagina: ({ operatoreId, vista, cognome, dopo, limit }) =>
    sql.query<RigaLavoro>("gefo-lavoro", PAGINA, [
      ...[operatoreId, vista, literal(cognome), dopo?.giorno ?? null, dopo?.id ?? null],
      limit,
    ]),
  countByVista: async (operatoreId) => {
    const rows = await sql.query<{ vista: string; casi: number }>(
      "gefo-viste",
      "SELECT vista, count(*) AS casi FROM caso WHERE operatore_id = $1 GROUP BY vista",
      [operatoreId],
    );
    return Object.fromEntries(rows.map(({ vista, casi }) => [vista, casi]));
  },
  countOltreTermine: async (operatoreId, oggi) => {
    const [row] = await sql.query<{ casi: number }>(
      "gefo-oltre",
      "SELECT count(*) AS casi FROM caso WHERE operatore_id = $1 AND entro < $2::date",
      [operatoreId, oggi],
    );
    return row?.casi ?? 0;
  },
});

const keyOf = ({ entro, adesioneId }: CasoRow): string => `${entro ?? SENZA_TERMINE} ${adesioneId}`;

function memory(tx: MemoryTx): ElenchiLavoro {
  const of = (operatoreId: string) =>
    [...tx.table<CasoRow>("caso").values()].filter((row) => row.operatoreId === operatoreId);
  return {
    pagina: async ({ operatoreId, vista, cognome, dopo, limit }) => {
      const after = dopo === null ? null : `${dopo.giorno} ${dopo.id}`;
      return of(operatoreId)
        .filter((row) => vista === "" || row.vista === vista)
        .filter((row) => row.cognome.toLowerCase().startsWith(cognome.toLowerCase()))
        .filter((row) => after === null || keyOf(row) > after)
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
        .slice(0, limit)
        .map(({ caso, ...row }) => ({ ...row, dataAdesione: caso.dataAdesione }));
    },
    countByVista: async (operatoreId) => {
      const counts: Record<string, number> = {};
      for (const { vista } of of(operatoreId)) counts[vista] = (counts[vista] ?? 0) + 1;
      return counts;
    },
    countOltreTermine: async (operatoreId, oggi) =>
      of(operatoreId).filter(({ entro }) => entro !== null && entro < oggi).length,
  };
}

export const elenchiLavoro: Legami<ElenchiLavoro> = { pg, memory };
