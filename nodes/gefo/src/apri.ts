import type { MemoryTx, Righe, SqlClient, Tabella } from "@staffetta/platform";

/** What a slice needs to open its tables, on PostgreSQL or in memory. */
export type Open = <Row extends object>(tabella: Tabella<Row>) => Righe<Row>;

/** The lists of a slice: SQL written by hand, and the twin of the simulator that says the same. */
export interface Legami<Elenchi> {
  readonly pg: (sql: SqlClient) => Elenchi;
  readonly memory: (tx: MemoryTx) => Elenchi;
}
