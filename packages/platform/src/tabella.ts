import type { MemoryTable, MemoryTx, SqlClient } from "./ports.ts";

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

/** What a table is asked, written once: a transaction binds every table of its node. */
interface Testi<Row> {
  readonly properties: readonly (keyof Row & string)[];
  readonly select: string;
  readonly insert: string;
  readonly upsert: string;
  /** Of the column of the key. */
  readonly colonna: string;
}

function writeTesti<Row>({ name, key, columns }: Tabella<Row>): Testi<Row> {
  const properties = Object.keys(columns) as (keyof Row & string)[];
  const list = properties.map((property) => `${columns[property]} AS "${property}"`).join(", ");
  const names = properties.map((property) => columns[property]).join(", ");
  const params = properties.map((_, i) => `$${i + 1}`).join(", ");
  const changes = properties
    // A table that is all key is updated to itself: the row is locked either way.
    .filter((property) => property !== key || properties.length === 1)
    .map((property) => `${columns[property]} = excluded.${columns[property]}`)
    .join(", ");
  const insert = `INSERT INTO ${name} (${names}) VALUES (${params})`;
  const colonna = columns[key];
  const upsert = `${insert} ON CONFLICT (${colonna}) DO UPDATE SET ${changes}`;
  return { properties, select: `SELECT ${list} FROM ${name}`, insert, upsert, colonna };
}

const TESTI = new WeakMap<object, Testi<never>>();

function testiDi<Row>(tabella: Tabella<Row>): Testi<Row> {
  const known = TESTI.get(tabella);
  if (known !== undefined) return known as unknown as Testi<Row>;
  const testi = writeTesti(tabella);
  TESTI.set(tabella, testi as unknown as Testi<never>);
  return testi;
}

/** A class and not a handful of closures: dozens of these are made for every transaction. */
class RighePg<Row extends object> implements Righe<Row> {
  readonly #sql: SqlClient;
  readonly #tabella: Tabella<Row>;
  readonly #testi: Testi<Row>;

  constructor(sql: SqlClient, tabella: Tabella<Row>) {
    this.#sql = sql;
    this.#tabella = tabella;
    this.#testi = testiDi(tabella);
  }

  #valuesOf(row: Row): unknown[] {
    const { json = [] } = this.#tabella;
    return this.#testi.properties.map((property) =>
      json.includes(property) ? JSON.stringify(row[property]) : row[property],
    );
  }

  async #one(name: string, value: string, held: string): Promise<Row | null> {
    const { select, colonna } = this.#testi;
    const text = `${select} WHERE ${colonna} = $1${held}`;
    return (await this.#sql.query<Row>(`${this.#tabella.name}-${name}`, text, [value]))[0] ?? null;
  }

  get(value: string): Promise<Row | null> {
    return this.#one("get", value, "");
  }

  lock(value: string): Promise<Row | null> {
    return this.#one("lock", value, " FOR UPDATE");
  }

  async insert(row: Row): Promise<void> {
    await this.#sql.query(`${this.#tabella.name}-insert`, this.#testi.insert, this.#valuesOf(row));
  }

  async put(row: Row): Promise<void> {
    await this.#sql.query(`${this.#tabella.name}-put`, this.#testi.upsert, this.#valuesOf(row));
  }

  async delete(value: string): Promise<void> {
    const { name } = this.#tabella;
    const text = `DELETE FROM ${name} WHERE ${this.#testi.colonna} = $1`;
    await this.#sql.query(`${name}-delete`, text, [value]);
  }

  by(property: keyof Row & string, value: string): Promise<readonly Row[]> {
    const { name, columns } = this.#tabella;
    const { select, colonna } = this.#testi;
    const text = `${select} WHERE ${columns[property]} = $1 ORDER BY ${colonna}`;
    return this.#sql.query<Row>(`${name}-by-${property}`, text, [value]);
  }

  all(): Promise<readonly Row[]> {
    const { select, colonna } = this.#testi;
    return this.#sql.query<Row>(`${this.#tabella.name}-all`, `${select} ORDER BY ${colonna}`);
  }
}

export const righePg = <Row extends object>(sql: SqlClient, tabella: Tabella<Row>): Righe<Row> =>
  new RighePg(sql, tabella);

class RigheMemory<Row extends object> implements Righe<Row> {
  readonly #tx: MemoryTx;
  readonly #tabella: Tabella<Row>;
  #table: MemoryTable<Row> | null = null;

  constructor(tx: MemoryTx, tabella: Tabella<Row>) {
    this.#tx = tx;
    this.#tabella = tabella;
  }

  /** Opened when it is first asked for: a transaction uses few of the tables that it has. */
  #rows(): MemoryTable<Row> {
    this.#table ??= this.#tx.table<Row>(this.#tabella.name);
    return this.#table;
  }

  #indexOf(property: string): MemoryTable<readonly string[]> {
    return this.#tx.table<readonly string[]>(`${this.#tabella.name}/${property}`);
  }

  #keyOf(row: Row): string {
    return String(row[this.#tabella.key]);
  }

  #link(row: Row): void {
    for (const property of this.#tabella.indexed ?? []) {
      const value = String(row[property]);
      const keys = this.#indexOf(property).get(value) ?? [];
      const own = this.#keyOf(row);
      if (!keys.includes(own)) this.#indexOf(property).set(value, [...keys, own]);
    }
  }

  async get(value: string): Promise<Row | null> {
    return this.#rows().get(value) ?? null;
  }

  lock(value: string): Promise<Row | null> {
    return this.get(value);
  }

  async insert(row: Row): Promise<void> {
    if (this.#rows().get(this.#keyOf(row)) !== undefined)
      throw new Error(`${this.#tabella.name} ha già ${this.#keyOf(row)}`);
    await this.put(row);
  }

  async put(row: Row): Promise<void> {
    this.#rows().set(this.#keyOf(row), row);
    this.#link(row);
  }

  /** The indexes keep the key: `by` looks at the rows that are there. */
  async delete(value: string): Promise<void> {
    this.#rows().delete(value);
  }

  async by(property: keyof Row & string, value: string): Promise<readonly Row[]> {
    const keys = this.#indexOf(property).get(value) ?? [];
    return keys
      .toSorted()
      .flatMap((one) => this.#rows().get(one) ?? [])
      .filter((row) => String(row[property]) === value);
  }

  async all(): Promise<readonly Row[]> {
    const { key } = this.#tabella;
    return [...this.#rows().values()].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1));
  }
}

export const righeMemory = <Row extends object>(tx: MemoryTx, tabella: Tabella<Row>): Righe<Row> =>
  new RigheMemory(tx, tabella);
