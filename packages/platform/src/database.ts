import { Client, Pool, type PoolClient, types } from "pg";
import type { Bound, SqlClient, UnitOfWork } from "./ports.ts";

/** The single engine: PostgreSQL 15 or later, by URL. */
export interface Database {
  readonly pool: Pool;
  /** Each statement in its own transaction: for reading. */
  readonly sql: SqlClient;
  /** Calls `onNotice` at each NOTIFY and after each reconnection (one may have been missed). */
  listen(channel: string, onNotice: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;
const NUMERIC = 1700;

/** Values as the domain wants them: instants as ISO text in UTC, days as text, counts as numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [DATE, (text) => text],
  [INT8, toSafeNumber],
  [NUMERIC, Number],
]);

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} è oltre i numeri interi sicuri`);
  return value;
}

const typeConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    parsers.get(oid) ?? types.getTypeParser(oid, format as "text"),
};

type Queryable = Pick<PoolClient, "query">;

async function ask<Row>(
  on: Queryable,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const result = await on.query({ name, text, values: [...values], types: typeConfig });
  return result.rows as Row[];
}

/** A client inside an open transaction; savepoints nest. */
function transactionClient(client: PoolClient): SqlClient {
  let depth = 0;
  return {
    query: (name, text, values = []) => ask(client, name, text, values),
    savepoint: async (work) => {
      const name = `s${++depth}`;
      await client.query(`SAVEPOINT ${name}`);
      try {
        const value = await work();
        await client.query(`RELEASE SAVEPOINT ${name}`);
        return value;
      } catch (error) {
        await client.query(`ROLLBACK TO SAVEPOINT ${name}`);
        throw error;
      } finally {
        depth--;
      }
    },
  };
}

const RECONNECT_MS = 1_000;

/** One connection that listens, for as long as the database is open. */
function openListener(url: string, channel: string, onNotice: () => void): () => Promise<void> {
  let stopped = false;
  let client: Client | null = null;
  const retry = (): void => {
    client = null;
    if (!stopped) setTimeout(() => void connect(), RECONNECT_MS).unref();
  };
  const connect = async (): Promise<void> => {
    const fresh = new Client({ connectionString: url });
    fresh.on("error", () => undefined);
    fresh.on("notification", onNotice);
    try {
      await fresh.connect();
      await fresh.query(`LISTEN "${channel}"`);
      fresh.once("end", retry);
      client = fresh;
      if (stopped) await fresh.end();
      else onNotice();
    } catch {
      await fresh.end().catch(() => undefined);
      retry();
    }
  };
  void connect();
  return async () => {
    stopped = true;
    await client?.end().catch(() => undefined);
  };
}

export function openDatabase(options: {
  readonly url: string;
  readonly poolMax?: number;
}): Database {
  const pool = new Pool({ connectionString: options.url, max: options.poolMax ?? 10 });
  // A connection that dies while idle is replaced at the next use; without a listener it stops the process.
  pool.on("error", () => undefined);
  // One that dies in the middle of a transaction fails its query: that is where the error is told.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const listeners: (() => Promise<void>)[] = [];
  return {
    pool,
    sql: {
      query: (name, text, values = []) => ask(pool as unknown as Queryable, name, text, values),
      savepoint: (work) => work(),
    },
    listen: async (channel, onNotice) => {
      const stop = openListener(options.url, channel, onNotice);
      listeners.push(stop);
      return stop;
    },
    close: async () => {
      await Promise.all(listeners.map((stop) => stop()));
      await pool.end();
    },
  };
}

const RETRIES_MAX = 5;
/**
 * serialization_failure, deadlock_detected, unique_violation: the transaction did nothing and may be
 * tried again. A second attempt after a lost race for a key finds the winner and answers with a refusal.
 */
const TRANSIENT = new Set(["40001", "40P01", "23505"]);

const isTransient = (error: unknown): boolean =>
  error instanceof Error && "code" in error && TRANSIENT.has(String(error.code));

async function runOnce<Stores, T>(
  pool: Pool,
  bind: (client: SqlClient) => Bound<Stores>,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query("BEGIN");
    const bound = bind(transactionClient(client));
    const value = await work(bound.stores);
    await bound.beforeCommit?.();
    await client.query("COMMIT");
    bound.afterCommit?.();
    return value;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Every attempt binds fresh stores: nothing of a failed attempt is carried over. */
export function pgUnitOfWork<Stores>(
  database: Database,
  bind: (client: SqlClient) => Bound<Stores>,
): UnitOfWork<Stores> {
  return {
    transaction: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await runOnce(database.pool, bind, work);
        } catch (error) {
          if (attempt > RETRIES_MAX || !isTransient(error)) throw error;
        }
      }
    },
  };
}
