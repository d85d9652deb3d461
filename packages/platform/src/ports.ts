/** What every node takes from outside: nothing here knows what an adesione is. */

/** The only source of "now". ISO 8601 UTC text with milliseconds. */
export interface Clock {
  now(): string;
}

/** The only source of chance. */
export interface Random {
  /** UUID version 7 of the given instant: sorts by time, unique. */
  uuid(): string;
  bytes(length: number): Uint8Array;
  /** 0 ≤ x < 1, for jitter. */
  float(): number;
}

/** A statement that the server keeps prepared under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Rows that one statement writes, however many they are. One object for each kind: it is its identity. */
export interface RowKind<Row, Outcome = never> {
  readonly statement: (rows: readonly Row[]) => Statement;
  /** What the statement's answer says of each row, in their order. */
  readonly outcomes?: (answer: readonly unknown[]) => readonly Outcome[];
}

/**
 * Rows in, rows out. Statements are prepared by `name`, and leave in the order of the calls without
 * waiting for one another: two that don't need each other's answer cost one round trip with `Promise.all`.
 */
export interface SqlClient {
  query<Row>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Leaves together with the commit, after all the rest: a write of which nobody reads the answer. */
  atCommit(name: string, text: string, values?: readonly unknown[]): void;
  /**
   * Rows that leave with the commit, all of a kind in one statement. A transaction that does nothing
   * else shares statement and commit with those that commit at the same moment.
   * @param onWritten told the outcome of each of these rows, if the kind has any, before the commit returns
   */
  rowsAtCommit<Row, Outcome>(
    kind: RowKind<Row, Outcome>,
    rows: readonly Row[],
    onWritten?: (outcomes: readonly Outcome[]) => void,
  ): void;
  /** Undoes only what `work` wrote when it throws; the transaction goes on. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

/** One table of the in-memory twin. Rows are treated as immutable: replace, never mutate. */
export interface MemoryTable<Row> {
  get(key: string): Row | undefined;
  set(key: string, row: Row): void;
  delete(key: string): void;
  /** In insertion order of the keys. */
  values(): IterableIterator<Row>;
  readonly size: number;
}

/** A transaction over the in-memory twin: writes are undone when the transaction or savepoint throws. */
export interface MemoryTx {
  table<Row>(name: string): MemoryTable<Row>;
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

/** What a node's `bind` returns: its stores for one transaction, and what must happen around the commit. */
export interface Bound<Stores> {
  readonly stores: Stores;
  /** Inside the transaction, last of all (the cooperation layer writes its outgoing messages here). */
  readonly beforeCommit?: () => Promise<void>;
  /** After the commit is durable (wakes the dispatcher). */
  readonly afterCommit?: () => void;
}

/** Every write of a node goes through here: one transaction, all or nothing. */
export interface UnitOfWork<Stores> {
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /**
   * Without a transaction around it: a write that is whole in one statement, committed in one round trip.
   * What must leave with a commit is a defect here.
   */
  single<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /**
   * For questions: nothing is written, and each is answered as of its own moment. What must agree
   * with what is written next is read in a transaction.
   */
  read<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
}
