import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import type { TermineRow, TipoTermine } from "./tabelle.ts";

/** What the clock must do, and what waits for the Region's desk. */
export interface ElenchiPresa {
  /** Those that have come by that day, oldest first. */
  terminiFinoA(
    tipo: TipoTermine,
    giorno: string,
    dopo: string,
    limit: number,
  ): Promise<readonly TermineRow[]>;
  inAttesa(tipo: TipoTermine, limit: number): Promise<readonly TermineRow[]>;
}

const COLUMNS = `id, adesione_id AS "adesioneId", tipo, il`;
const FINO_A = `SELECT ${COLUMNS} FROM termine
  WHERE tipo = $1 AND il <= $2::date AND id > $3 ORDER BY id LIMIT $4`;
const IN_ATTESA = `SELECT ${COLUMNS} FROM termine
  WHERE tipo = $1 AND il IS NOT NULL ORDER BY il, id LIMIT $2`;

const byId = (a: TermineRow, b: TermineRow): number => (a.id < b.id ? -1 : 1);
const keyOf = ({ il, id }: TermineRow): string => `${il} ${id}`;

export const elenchiPresa: Legami<ElenchiPresa> = {
  pg: (sql: SqlClient) => ({
    terminiFinoA: (tipo, giorno, dopo, limit) =>
      sql.query<TermineRow>("gefo-termini", FINO_A, [tipo, giorno, dopo, limit]),
    inAttesa: (tipo, limit) => sql.query<TermineRow>("gefo-in-attesa", IN_ATTESA, [tipo, limit]),
  }),
  memory: (tx: MemoryTx) => {
    const all = (tipo: TipoTermine): TermineRow[] =>
      [...tx.table<TermineRow>("termine").values()].filter((row) => row.tipo === tipo);
    return {
      terminiFinoA: async (tipo, giorno, dopo, limit) =>
        all(tipo)
          .filter(({ il, id }) => il !== null && il <= giorno && id > dopo)
          .sort(byId)
          .slice(0, limit),
      inAttesa: async (tipo, limit) =>
        all(tipo)
          .filter(({ il }) => il !== null)
          .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
          .slice(0, limit),
    };
  },
};
