import { Client, Pool, type PoolConfig } from "pg";
import { readTogether } from "./lettore.ts";
import type { Bound, SqlClient, UnitOfWork } from "./ports.ts";
import { ask, type Committer, createCommitter, openTransaction } from "./transaction.ts";

/** The single engine: PostgreSQL 15 or later, by URL. */
export interface Database {
  readonly pool: Pool;
  /** Each statement in its own transaction: for reading. */
  readonly sql: SqlClient;
  /** The same on connections that can't write, few: pages that ask at once wait for their turn. */
  readonly reader: SqlClient;
  /** Calls `onNotice` at each NOTIFY and after each reconnection (one may have been missed). */
  listen(channel: string, onNotice: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
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

/**
 * More readers than cores only take the cores from one another: the slowest answer then waits for many.
 * Plans are kept whatever the values: the lists have an index for each question.
 */
const READERS = 4;
const READ_ONLY =
  "-c default_transaction_read_only=on -c plan_cache_mode=force_generic_plan -c jit=off";

/** Each statement in its own transaction. */
const unbound = (pool: Pool): SqlClient => ({
  query: (name, text, values = []) => ask(pool, { name, text, values }),
  savepoint: (work) => work(),
  atCommit: outside,
  rowsAtCommit: outside,
});

const outside = (): never => {
  throw new Error("Fuori da una transazione non c'è una conferma da aspettare");
};

function openPool(config: PoolConfig): Pool {
  const pool = new Pool({ ...config, pipeline: true });
  // A connection that dies while idle is replaced at the next use; without a listener it stops the process.
  pool.on("error", () => undefined);
  // One that dies in the middle of a transaction fails its query: that is where the error is told.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

export function openDatabase(options: {
  readonly url: string;
  readonly poolMax?: number;
}): Database {
  const max = options.poolMax ?? 10;
  const pool = openPool({ connectionString: options.url, max });
  const readers = openPool({
    ...{ connectionString: options.url, max: Math.min(READERS, max), options: READ_ONLY },
  });
  const listeners: (() => Promise<void>)[] = [];
  return {
    pool,
    sql: unbound(pool),
    reader: { ...unbound(readers), query: readTogether(readers) },
    listen: async (channel, onNotice) => {
      const stop = openListener(options.url, channel, onNotice);
      listeners.push(stop);
      return stop;
    },
    close: async () => {
      await Promise.all(listeners.map((stop) => stop()));
      await Promise.all([pool.end(), readers.end()]);
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
  committer: Committer,
  bind: (client: SqlClient) => Bound<Stores>,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const tx = openTransaction(pool, committer);
  try {
    const bound = bind(tx.sql);
    const value = await work(bound.stores);
    await bound.beforeCommit?.();
    await tx.commit();
    bound.afterCommit?.();
    return value;
  } catch (error) {
    await tx.rollback();
    throw error;
  }
}

/** Every attempt binds fresh stores: nothing of a failed attempt is carried over. */
export function pgUnitOfWork<Stores>(
  database: Database,
  bind: (client: SqlClient) => Bound<Stores>,
): UnitOfWork<Stores> {
  const committer = createCommitter(database.pool);
  /** Nothing is kept between one question and the next: one binding is enough for all. */
  let reading: Stores | null = null;
  return {
    single: async (work) => {
      const { stores, beforeCommit } = bind(database.sql);
      const value = await work(stores);
      await beforeCommit?.();
      return value;
    },
    read: (work) => {
      reading ??= bind(database.reader).stores;
      return work(reading);
    },
    transaction: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await runOnce(database.pool, committer, bind, work);
        } catch (error) {
          if (attempt > RETRIES_MAX || !isTransient(error)) throw error;
        }
      }
    },
  };
}
