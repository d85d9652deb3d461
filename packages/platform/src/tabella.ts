import type { MemoryTx, SqlClient } from "./ports.ts";

/**
 * A table with one key, read and written a row at a time: what the rules of a node need of a store.
 * One declaration gives both bindings, PostgreSQL and memory, so that they can't drift apart. Lists and
 * searches of the pages are not made with this: they are SQL, in the slice that shows them.
 */
export interface Tabella<Row> {
  readonly name: string;
  readonly key: keyof Row & string;
  /** Property → column. */
  readonly columns: Readonly<Record<keyof Row & string, string>>;
  /** Properties kept as jsonb. */
  readonly json?: readonly (keyof Row & string)[];
  /** Properties that `by` may be asked for; each has an index in the schema. */
  readonly indexed?: readonly (keyof Row & string)[];
}

export interface Righe<Row> {
  get(key: string): Promise<Row | null>;
  /** The row, held until the transaction ends. */
  lock(key: string): Promise<Row | null>;
  /** Throws when the key is there already. */
  insert(row: Row): Promise<void>;
  /** Inserts or replaces. */
  put(row: Row): Promise<void>;
  /** Does nothing when the row is not there. */
  delete(key: string): Promise<void>;
  /** Rows with this value, in the order of the key. */
  by(property: keyof Row & string, value: string): Promise<readonly Row[]>;
  /** For tables that stay small or that are folded whole. */
  all(): Promise<readonly Row[]>;
}

export function righePg<Row extends object>(sql: SqlClient, tabella: Tabella<Row>): Righe<Row> {
  const { name, key, columns, json = [] } = tabella;
  const properties = Object.keys(columns) as (keyof Row & string)[];
  const list = properties.map((property) => `${columns[property]} AS "${property}"`).join(", ");
  const names = properties.map((property) => columns[property]).join(", ");
  const params = properties.map((_, i) => `$${i + 1}`).join(", ");
  const changes = properties
    // A table that is all key is updated to itself: the row is locked either way.
    .filter((property) => property !== key || properties.length === 1)
    .map((property) => `${columns[property]} = excluded.${columns[property]}`)
    .join(", ");
  const valuesOf = (row: Row): unknown[] =>
    properties.map((property) =>
      json.includes(property) ? JSON.stringify(row[property]) : row[property],
    );
  const select = `SELECT ${list} FROM ${name}`;
  const insert = `INSERT INTO ${name} (${names}) VALUES (${params})`;
  const one = async (rows: Promise<Row[]>): Promise<Row | null> => (await rows)[0] ?? null;
  return {
    get: (value) =>
      one(sql.query<Row>(`${name}-get`, `${select} WHERE ${columns[key]} = $1`, [value])),
    lock: (value) =>
      one(
        sql.query<Row>(`${name}-lock`, `${select} WHERE ${columns[key]} = $1 FOR UPDATE`, [value]),
      ),
    insert: async (row) => {
      await sql.query(`${name}-insert`, insert, valuesOf(row));
    },
    put: async (row) => {
      const upsert = `${insert} ON CONFLICT (${columns[key]}) DO UPDATE SET ${changes}`;
      await sql.query(`${name}-put`, upsert, valuesOf(row));
    },
    delete: async (value) => {
      await sql.query(`${name}-delete`, `DELETE FROM ${name} WHERE ${columns[key]} = $1`, [value]);
    },
    by: (property, value) =>
      sql.query<Row>(
        `${name}-by-${property}`,
        `${select} WHERE ${columns[property]} = $1 ORDER BY ${columns[key]}`,
        [value],
      ),
    all: () => sql.query<Row>(`${name}-all`, `${select} ORDER BY ${columns[key]}`),
  };
}

export function righeMemory<Row extends object>(tx: MemoryTx, tabella: Tabella<Row>): Righe<Row> {
  const { name, key, indexed = [] } = tabella;
  const rows = tx.table<Row>(name);
  const indexOf = (property: string) => tx.table<readonly string[]>(`${name}/${property}`);
  const link = (row: Row): void => {
    for (const property of indexed) {
      const value = String(row[property]);
      const keys = indexOf(property).get(value) ?? [];
      const own = String(row[key]);
      if (!keys.includes(own)) indexOf(property).set(value, [...keys, own]);
    }
  };
  const write = async (row: Row): Promise<void> => {
    rows.set(String(row[key]), row);
    link(row);
  };
  const get = async (value: string): Promise<Row | null> => rows.get(value) ?? null;
  return {
    get,
    lock: get,
    insert: async (row) => {
      if (rows.get(String(row[key])) !== undefined)
        throw new Error(`${name} ha già ${String(row[key])}`);
      await write(row);
    },
    put: write,
    // The indexes keep the key: `by` looks at the rows that are there.
    delete: async (value) => rows.delete(value),
    by: async (property, value) => {
      const keys = indexOf(property).get(value) ?? [];
      return keys
        .toSorted()
        .flatMap((one) => rows.get(one) ?? [])
        .filter((row) => String(row[property]) === value);
    },
    all: async () => [...rows.values()].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1)),
  };
}
