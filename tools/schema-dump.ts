import { join } from "node:path";
import { migrations as borsalavoro } from "@staffetta/borsalavoro";
import { migrations as cliclavoro } from "@staffetta/cliclavoro";
import { COOP_MIGRATIONS } from "@staffetta/cooperation";
import { migrations as gefo } from "@staffetta/gefo";
import { migrations as ministero } from "@staffetta/ministero";
import type { SqlClient } from "@staffetta/platform";
import { testDatabase } from "@staffetta/platform/test-postgres";
import { ROOT } from "./start/piano.ts";

/** The schema that the migrations of a node make, as text that people can read and tools can compare. */
const NODI = { borsalavoro, cliclavoro, gefo, ministero } as const;
const COOPERAZIONE = "packages/cooperation";
/** Each folder that owns tables; the layer's own are in every node and are told once. */
export const CARTELLE = [COOPERAZIONE, ...Object.keys(NODI).map((nodo) => `nodes/${nodo}`)];

export const fileOf = (cartella: string): string => join(ROOT, cartella, "sql", "schema.dump.sql");

const COLONNE = `
  SELECT c.relname AS tabella, a.attname AS colonna, format_type(a.atttypid, a.atttypmod) AS tipo,
         a.attnotnull AS obbligatoria, pg_get_expr(d.adbin, d.adrelid) AS predefinita
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relkind = 'r'
   ORDER BY c.relname, a.attnum`;
const VINCOLI = `
  SELECT conrelid::regclass::text AS tabella, conname AS nome, pg_get_constraintdef(oid) AS testo
    FROM pg_constraint
   WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
   ORDER BY 1, 2`;
const INDICI = `
  SELECT tablename AS tabella, indexname AS nome, indexdef AS testo FROM pg_indexes
   WHERE schemaname = 'public' ORDER BY 1, 2`;

interface Colonna {
  readonly tabella: string;
  readonly colonna: string;
  readonly tipo: string;
  readonly obbligatoria: boolean;
  readonly predefinita: string | null;
}
interface Altro {
  readonly tabella: string;
  readonly nome: string;
  readonly testo: string;
}

async function describe(sql: SqlClient, isMine: (tabella: string) => boolean): Promise<string> {
  const colonne = await sql.query<Colonna>("dump-colonne", COLONNE);
  const vincoli = await sql.query<Altro>("dump-vincoli", VINCOLI);
  const indici = await sql.query<Altro>("dump-indici", INDICI);
  const tabelle = [...new Set(colonne.map(({ tabella }) => tabella))].filter(isMine);
  return tabelle
    .map((tabella) => {
      const of = <T extends { tabella: string }>(rows: readonly T[]): T[] =>
        rows.filter((row) => row.tabella === tabella);
      return [
        `TABLE ${tabella}`,
        ...of(colonne).map(({ colonna, tipo, obbligatoria, predefinita }) =>
          [
            `  ${colonna} ${tipo}`,
            obbligatoria ? "NOT NULL" : "",
            predefinita === null ? "" : `DEFAULT ${predefinita}`,
          ]
            .filter(Boolean)
            .join(" "),
        ),
        ...of(vincoli).map(({ nome, testo }) => `  CONSTRAINT ${nome} ${testo}`),
        ...of(indici).map(({ testo }) => `  ${testo}`),
        "",
      ].join("\n");
    })
    .join("\n");
}

export async function dumpSchema(cartella: string): Promise<string> {
  const own = NODI[cartella.replace("nodes/", "") as keyof typeof NODI];
  const sets = own === undefined ? [COOP_MIGRATIONS] : [COOP_MIGRATIONS, own];
  const database = await testDatabase({ sets });
  const isMine = (tabella: string): boolean => tabella.startsWith("coop_") === (own === undefined);
  try {
    return await describe(database.db.sql, isMine);
  } finally {
    await database.close();
  }
}
