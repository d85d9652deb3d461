import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { IstantaneaRow, PoliticaRow, PresaRow } from "./store.ts";

/** What this node counts by itself from the facts of F5, to be held against the figures of F6. */
export interface Riscontro {
  /** Persons taken in charge by a region, up to a day. */
  readonly presiInCarico: number;
  /** Politiche started in a region, up to a day. */
  readonly politiche: number;
}

export interface Riscontri {
  of(regione: string, giorno: string): Promise<Riscontro>;
  /** Days with at least one snapshot, newest first. */
  giorni(): Promise<readonly string[]>;
}

const COUNT = `
  SELECT (SELECT count(DISTINCT persona_id) FROM presa
           WHERE regione = $1 AND giorno <= $2::date) AS "presiInCarico",
         (SELECT count(*) FROM politica
           WHERE regione = $1 AND data_inizio <= $2::date) AS politiche`;

export const riscontriPg = (sql: SqlClient): Riscontri => ({
  of: async (regione, giorno) => {
    const [row] = await sql.query<Riscontro>("riscontro", COUNT, [regione, giorno]);
    return row ?? { presiInCarico: 0, politiche: 0 };
  },
  giorni: async () => {
    const rows = await sql.query<{ giorno: string }>(
      "riscontro-giorni",
      "SELECT DISTINCT giorno FROM istantanea ORDER BY giorno DESC",
    );
    return rows.map(({ giorno }) => giorno);
  },
});

export const riscontriMemory = (tx: MemoryTx): Riscontri => ({
  of: async (regione, giorno) => {
    const prese = [...tx.table<PresaRow>("presa").values()].filter(
      (presa) => presa.regione === regione && presa.giorno <= giorno,
    );
    const politiche = [...tx.table<PoliticaRow>("politica").values()].filter(
      (politica) => politica.regione === regione && politica.dataInizio <= giorno,
    );
    const persone = new Set(prese.map(({ personaId }) => personaId));
    return { presiInCarico: persone.size, politiche: politiche.length };
  },
  giorni: async () => {
    const rows = [...tx.table<IstantaneaRow>("istantanea").values()];
    return [...new Set(rows.map(({ giorno }) => giorno))].sort().reverse();
  },
});
