import type { SqlClient } from "@staffetta/platform";
import { run, type Task } from "graphile-worker";
import { Pool } from "pg";
import { applyEffetti } from "./effetto.ts";

/**
 * The consumer of the kept library, in its own process as our receiver is: takes jobs from database A,
 * commits their effect in database B. Its best honest setting: jobs fetched 500 at a time, completions
 * batched, the effects of jobs that run together committed together by the same statement as ours.
 */
const CONCURRENT_JOBS = 200;
const FETCH_SIZE = 500;

const [, , urlA, urlB, misura] = process.argv;
if (urlA === undefined || urlB === undefined) throw new Error("Servono due indirizzi di database");

const pool = new Pool({ connectionString: urlB, max: 2 });
const sql: SqlClient = {
  query: async (name, text, values = []) =>
    (await pool.query({ name, text, values: [...values] })).rows,
  savepoint: (work) => work(),
  atCommit: () => undefined,
  rowsAtCommit: () => undefined,
};

interface Waiting {
  readonly corpo: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}
let waiting: Waiting[] = [];

async function flush(): Promise<void> {
  const batch = waiting;
  waiting = [];
  try {
    await applyEffetti(
      sql,
      batch.map(({ corpo }) => corpo),
    );
    if (misura === "misura") {
      const fatti = batch.map(({ corpo }) => (JSON.parse(corpo) as { n: number }).n);
      process.send?.({ fatti, atMs: performance.timeOrigin + performance.now() });
    }
    for (const { resolve } of batch) resolve();
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

const consegna: Task = (payload) =>
  new Promise<void>((resolve, reject) => {
    if (waiting.length === 0) setImmediate(() => void flush());
    waiting.push({ corpo: JSON.stringify(payload), resolve, reject });
  });

const runner = await run({
  connectionString: urlA,
  taskList: { consegna },
  noHandleSignals: true,
  preset: {
    worker: {
      concurrentJobs: CONCURRENT_JOBS,
      maxPoolSize: 10,
      localQueue: { size: FETCH_SIZE },
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
    },
  },
});
process.send?.("pronto");
process.once("message", async () => {
  await runner.stop();
  await pool.end();
  process.exit(0);
});
