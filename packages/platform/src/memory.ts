import type { Bound, MemoryTable, MemoryTx, UnitOfWork } from "./ports.ts";

/**
 * The in-memory twin of a database, for the simulator: keyed tables, one transaction at a time, and an
 * undo log that takes back what a transaction or savepoint wrote when it throws.
 */
export interface MemoryDatabase {
  /** For reading outside a transaction; what it returns must not be changed. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  transaction<T>(work: (tx: MemoryTx) => Promise<T>): Promise<T>;
}

type Undo = () => void;
type Rows = Map<string, unknown>;

/** A class and not a handful of closures: dozens of these are made for every transaction. */
class LoggedTable implements MemoryTable<unknown> {
  readonly #rows: Rows;
  readonly #undo: Undo[];

  constructor(rows: Rows, undo: Undo[]) {
    this.#rows = rows;
    this.#undo = undo;
  }

  #remember(key: string): void {
    const rows = this.#rows;
    if (!rows.has(key)) {
      this.#undo.push(() => rows.delete(key));
      return;
    }
    const before = rows.get(key);
    this.#undo.push(() => rows.set(key, before));
  }

  get(key: string): unknown {
    return this.#rows.get(key);
  }

  set(key: string, row: unknown): void {
    this.#remember(key);
    this.#rows.set(key, row);
  }

  delete(key: string): void {
    if (!this.#rows.has(key)) return;
    // A row deleted and restored goes to the end; no reader may depend on more than its own sort.
    this.#remember(key);
    this.#rows.delete(key);
  }

  values(): IterableIterator<unknown> {
    return this.#rows.values();
  }

  get size(): number {
    return this.#rows.size;
  }
}

function undoDownTo(undo: Undo[], mark: number): void {
  while (undo.length > mark) undo.pop()?.();
}

function openTx(tables: Map<string, Rows>, undo: Undo[]): MemoryTx {
  const opened = new Map<string, MemoryTable<unknown>>();
  const table = <Row>(name: string): MemoryTable<Row> => {
    const known = opened.get(name);
    if (known !== undefined) return known as MemoryTable<Row>;
    const rows = tables.get(name) ?? new Map<string, unknown>();
    tables.set(name, rows);
    const made = new LoggedTable(rows, undo);
    opened.set(name, made);
    return made as MemoryTable<Row>;
  };
  const savepoint = async <T>(work: () => Promise<T>): Promise<T> => {
    const mark = undo.length;
    try {
      return await work();
    } catch (error) {
      undoDownTo(undo, mark);
      throw error;
    }
  };
  return { table, savepoint };
}

export function memoryDatabase(): MemoryDatabase {
  const tables = new Map<string, Rows>();
  let last: Promise<unknown> = Promise.resolve();
  const runOne = async <T>(work: (tx: MemoryTx) => Promise<T>): Promise<T> => {
    const undo: Undo[] = [];
    try {
      return await work(openTx(tables, undo));
    } catch (error) {
      undoDownTo(undo, 0);
      throw error;
    }
  };
  return {
    tables,
    transaction: (work) => {
      const turn = last.then(() => runOne(work));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

export function memoryUnitOfWork<Stores>(
  database: MemoryDatabase,
  bind: (tx: MemoryTx) => Bound<Stores>,
): UnitOfWork<Stores> {
  const transaction: UnitOfWork<Stores>["transaction"] = async (work) => {
    const { value, afterCommit } = await database.transaction(async (tx) => {
      const bound = bind(tx);
      const done = await work(bound.stores);
      await bound.beforeCommit?.();
      return { value: done, afterCommit: bound.afterCommit };
    });
    afterCommit?.();
    return value;
  };
  const read: UnitOfWork<Stores>["read"] = (work) =>
    database.transaction((tx) => work(bind(tx).stores));
  return { transaction, single: transaction, read };
}
