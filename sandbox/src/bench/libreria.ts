import { fork } from "node:child_process";
import { once } from "node:events";
import { makeWorkerUtils } from "graphile-worker";
import { Pool } from "pg";
import { corpoDi, PERSONE_DEFAULT } from "./carico.ts";
import { perSec } from "./statistica.ts";

/** How often the arrival of the last effect is looked for, in milliseconds. */
const WATCH_MS = 20;
const ADD_BATCH = 1_000;

const ADD_ONE = "SELECT graphile_worker.add_job('consegna', $1::json)";
const ADD_MANY = `
  SELECT graphile_worker.add_job('consegna', riga::json)
    FROM string_to_table($1, E'\\n') AS riga`;

async function waitForFatti(pool: Pool, expected: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ fatti: string }>(
      "SELECT count(*) AS fatti FROM bench_fatto",
    );
    if (Number(rows[0]?.fatti) >= expected) return;
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  }
}

/** @param onEffetto told of each effect once it is committed, and when by the shared clock */
async function startWorker(
  urlA: string,
  urlB: string,
  onEffetto?: (n: number, atMs: number) => void,
): Promise<() => Promise<void>> {
  const child = fork(
    new URL("./libreria-lavoratore.ts", import.meta.url),
    [urlA, urlB, onEffetto === undefined ? "" : "misura"],
    {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  await once(child, "message");
  child.on("message", ({ fatti = [], atMs }: { fatti?: number[]; atMs: number }) => {
    for (const n of fatti) onEffetto?.(n, atMs);
  });
  return async () => {
    child.send("ferma");
    await once(child, "exit");
  };
}

async function addOneByOne(pool: Pool, messages: number, writers: number): Promise<void> {
  let next = 0;
  const write = async (): Promise<void> => {
    for (let n = next++; n < messages; n = next++) {
      const values = [JSON.stringify(corpoDi(n, PERSONE_DEFAULT))];
      await pool.query({ name: "bench-add", text: ADD_ONE, values });
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
}

async function addAll(pool: Pool, messages: number): Promise<void> {
  for (let from = 0; from < messages; from += ADD_BATCH) {
    const size = Math.min(ADD_BATCH, messages - from);
    const lines = Array.from({ length: size }, (_, i) =>
      JSON.stringify(corpoDi(from + i, PERSONE_DEFAULT)),
    );
    await pool.query(ADD_MANY, [lines.join("\n")]);
  }
}

export interface UrlsDiProva {
  readonly a: string;
  readonly b: string;
}

/** Paced as our own trickle: from the commit of a job at A to the commit of its effect at B, in milliseconds. */
export async function measureTrickle(
  urls: UrlsDiProva,
  perSecond: number,
  seconds: { readonly riscaldo: number; readonly misura: number },
): Promise<readonly number[]> {
  const poolA = new Pool({ connectionString: urls.a, max: 16 });
  const utils = await makeWorkerUtils({ connectionString: urls.a });
  await utils.migrate();
  await utils.release();
  const arrived = new Map<number, number>();
  const stop = await startWorker(urls.a, urls.b, (n, at) => arrived.set(n, at));
  const from = perSecond * seconds.riscaldo;
  const messages = from + perSecond * seconds.misura;
  const committed = new Map<number, number>();
  const startedAt = performance.now();
  const writes: Promise<void>[] = [];
  for (let n = 0; n < messages; n++) {
    const waitMs = startedAt + (n * 1000) / perSecond - performance.now();
    if (waitMs > 0.5) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const values = [JSON.stringify(corpoDi(n, PERSONE_DEFAULT))];
    const added = poolA.query({ name: "bench-add", text: ADD_ONE, values });
    writes.push(added.then(() => void committed.set(n, nowMs())));
  }
  await Promise.all(writes);
  while (arrived.size < messages) await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
  await stop();
  await poolA.end();
  return Array.from({ length: messages - from }, (_, i) =>
    Math.max(0, (arrived.get(from + i) ?? 0) - (committed.get(from + i) ?? 0)),
  );
}

/** The same clock in both processes. */
const nowMs = (): number => performance.timeOrigin + performance.now();

/** Jobs that wait at A, until all are committed at B: jobs per second. Both databases are empty before. */
export async function measureDrain(urls: UrlsDiProva, messages: number): Promise<number> {
  const poolA = new Pool({ connectionString: urls.a, max: 2 });
  const poolB = new Pool({ connectionString: urls.b, max: 1 });
  const utils = await makeWorkerUtils({ connectionString: urls.a });
  await utils.migrate();
  await utils.release();
  await addAll(poolA, messages);
  await poolA.query("VACUUM ANALYZE");
  const startedAt = performance.now();
  const stop = await startWorker(urls.a, urls.b);
  await waitForFatti(poolB, messages);
  const elapsedMs = performance.now() - startedAt;
  await stop();
  await Promise.all([poolA.end(), poolB.end()]);
  return perSec(messages, elapsedMs);
}

/** Producers that commit one job at a time while the consumer runs: end to end, jobs per second. */
export async function measureStream(urls: UrlsDiProva, messages: number): Promise<number> {
  const writers = 16;
  const poolA = new Pool({ connectionString: urls.a, max: writers });
  const poolB = new Pool({ connectionString: urls.b, max: 1 });
  const utils = await makeWorkerUtils({ connectionString: urls.a });
  await utils.migrate();
  await utils.release();
  const stop = await startWorker(urls.a, urls.b);
  const startedAt = performance.now();
  await addOneByOne(poolA, messages, writers);
  await waitForFatti(poolB, messages);
  const elapsedMs = performance.now() - startedAt;
  await stop();
  await Promise.all([poolA.end(), poolB.end()]);
  return perSec(messages, elapsedMs);
}
