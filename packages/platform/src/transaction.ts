import type { Writable } from "node:stream";
import { DatabaseError, type Pool, type PoolClient, types } from "pg";
import type { RowKind, SqlClient, Statement } from "./ports.ts";

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

export async function ask<Row>(
  on: Pick<PoolClient, "query">,
  { name, text, values }: Statement,
): Promise<Row[]> {
  const result = await on.query({ name, text, values: [...values], types: typeConfig });
  return result.rows as Row[];
}

const ignore = (): void => undefined;

/** Rows kept for the commit. */
interface Kept {
  readonly kind: RowKind<never, unknown>;
  readonly rows: readonly unknown[];
  readonly onWritten?: ((outcomes: readonly never[]) => void) | undefined;
}

/** One statement for all rows of a kind, and who waits for its answer. */
function writesOf(kept: readonly Kept[]): Write[] {
  const kinds = new Map<Kept["kind"], Kept[]>();
  for (const one of kept) {
    const known = kinds.get(one.kind);
    if (known === undefined) kinds.set(one.kind, [one]);
    else known.push(one);
  }
  return [...kinds].map(([kind, all]) => ({
    statement: kind.statement(all.flatMap(({ rows }) => rows) as never[]),
    onAnswer: (answer) => {
      const outcomes = kind.outcomes?.(answer) ?? [];
      let from = 0;
      for (const { rows, onWritten } of all) {
        onWritten?.(outcomes.slice(from, from + rows.length) as never[]);
        from += rows.length;
      }
    },
  }));
}

interface Write {
  readonly statement: Statement;
  readonly onAnswer?: (answer: readonly unknown[]) => void;
}

async function write(client: PoolClient, { statement, onAnswer }: Write): Promise<void> {
  const answer = await ask(client, statement);
  onAnswer?.(answer);
}

/** Sends these with the COMMIT behind them; throws when any of it has failed, once all has answered. */
async function sendAndCommit(client: PoolClient, writes: readonly Write[]): Promise<void> {
  const sent = writes.map((one) => write(client, one));
  const committed = client.query("COMMIT");
  for (const answer of await Promise.allSettled([...sent, committed]))
    if (answer.status === "rejected") throw answer.reason;
  // What the server answers to the COMMIT of a transaction in which something had failed.
  if ((await committed).command !== "COMMIT")
    throw new Error("La transazione non è stata confermata");
}

/** Data exception, integrity violation, rollback: the server says that nothing of it was written. */
const UNDONE = /^(22|23|40)/;
const isUndone = (error: unknown): boolean =>
  error instanceof DatabaseError && UNDONE.test(error.code ?? "");

/** A whole transaction that reads nothing: one round trip. */
async function commitAlone(pool: Pool, kept: readonly Kept[]): Promise<void> {
  const writes = writesOf(kept);
  const [only] = writes;
  const client = await pool.connect();
  let broken = false;
  try {
    if (only !== undefined && writes.length === 1) await write(client, only);
    else {
      client.query("BEGIN").catch(ignore);
      await sendAndCommit(client, writes);
    }
  } catch (error) {
    broken = !isUndone(error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Commits transactions that have only rows to write, those of the same moment together. */
export type Committer = (kept: readonly Kept[]) => Promise<void>;

interface Waiting {
  readonly kept: readonly Kept[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * While one commit is on the way to the disk those that come wait, and then share the next: one
 * statement and one sync for all of them. When the shared one is refused each is tried alone, so that
 * nobody fails for a neighbour; when its outcome is unknown all are told so.
 */
export function createCommitter(pool: Pool): Committer {
  let waiting: Waiting[] = [];
  let busy = false;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      await commitGroup(pool, group);
    }
    busy = false;
  };
  return (kept) =>
    new Promise((resolve, reject) => {
      waiting.push({ kept, resolve, reject });
      if (busy) return;
      busy = true;
      // After the requests that arrived together with this one have said what they write.
      setImmediate(() => void run());
    });
}

async function commitGroup(pool: Pool, group: readonly Waiting[]): Promise<void> {
  const kept = group.flatMap((one) => one.kept);
  try {
    await commitAlone(pool, kept);
  } catch (error) {
    if (group.length > 1 && isUndone(error))
      for (const one of group) await commitGroup(pool, [one]);
    else for (const { reject } of group) reject(error);
    return;
  }
  for (const { resolve } of group) resolve();
}

export interface Transaction {
  readonly sql: SqlClient;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** What leaves for the server in this turn leaves in one piece: each piece costs a system call on both sides. */
export function together(client: PoolClient): PoolClient {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked === 0) {
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
  return client;
}

/**
 * One transaction that sends without waiting: BEGIN leaves with the first statement, the marks of a
 * savepoint with the statements around them, COMMIT with what was kept for it. It takes a connection at
 * its first statement; one that has only rows to write goes to the committer. Savepoints nest.
 */
export function openTransaction(pool: Pool, committer: Committer): Transaction {
  let depth = 0;
  let client: PoolClient | null = null;
  let taking: Promise<PoolClient> | null = null;
  const last: Write[] = [];
  const kept: Kept[] = [];
  const take = (): Promise<PoolClient> => {
    taking ??= pool.connect().then((taken) => {
      client = taken;
      together(taken).query("BEGIN").catch(ignore);
      return taken;
    });
    return taking;
  };
  /** In the order of the calls, also while the connection is being taken. */
  const send = <T>(work: (client: PoolClient) => Promise<T>): Promise<T> =>
    client === null ? take().then(work) : work(together(client));
  /** Whoever waits for a later statement hears of the failure of an earlier one. */
  const mark = (text: string): void => void send((on) => on.query(text)).catch(ignore);
  const release = (broken: boolean): void => {
    const used = client;
    client = null;
    taking = null;
    used?.release(broken);
  };
  return {
    sql: {
      query: (name, text, values = []) => send((on) => ask(on, { name, text, values })),
      atCommit: (name, text, values = []) => void last.push({ statement: { name, text, values } }),
      rowsAtCommit: (kind, rows, onWritten) =>
        void kept.push({ kind: kind as Kept["kind"], rows, onWritten }),
      savepoint: async (work) => {
        const name = `s${++depth}`;
        const [lastBefore, keptBefore] = [last.length, kept.length];
        mark(`SAVEPOINT ${name}`);
        try {
          const value = await work();
          mark(`RELEASE SAVEPOINT ${name}`);
          return value;
        } catch (error) {
          last.length = lastBefore;
          kept.length = keptBefore;
          await send((on) => on.query(`ROLLBACK TO SAVEPOINT ${name}`));
          throw error;
        } finally {
          depth--;
        }
      },
    },
    commit: async () => {
      if (taking === null && last.length === 0) {
        if (kept.length > 0) await committer(kept);
        return;
      }
      await send((on) => sendAndCommit(on, [...last, ...writesOf(kept)]));
      release(false);
    },
    rollback: async () => {
      if (taking === null) return;
      // A connection that was never taken, or that doesn't answer, is not given to anybody else.
      const done = await send((on) => on.query("ROLLBACK")).then(
        () => true,
        () => false,
      );
      release(!done);
    },
  };
}
