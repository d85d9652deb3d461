import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { startCluster } from "@staffetta/platform";
import { round } from "./statistica.ts";

/** What every bench is given: a durable server of its own, a folder, and the words after its name. */
export interface PostoBanco {
  readonly folder: string;
  readonly argomenti: readonly string[];
  /** A new, empty database on the server of this run. */
  nuovoUrl(): Promise<string>;
  /** To the person who watches; the last line of the standard output is the result. */
  say(text: string): void;
}

/** One bench: measures, checks what it measured, returns what the last line will say. */
export type Banco = (posto: PostoBanco) => Promise<Readonly<Record<string, unknown>>>;

/** Runs one bench on a server that is thrown away afterwards. */
export async function runBanco(banco: Banco, argomenti: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "staffetta-bench-"));
  chmodSync(folder, 0o711);
  const cluster = await startCluster({ folder: join(folder, "postgres"), durable: true });
  let databases = 0;
  try {
    const misure = await banco({
      ...{ folder, argomenti },
      say: (text) => void process.stderr.write(`${text}\n`),
      nuovoUrl: async () => {
        const name = `bench_${++databases}`;
        await cluster.ensureDatabase(name);
        return cluster.url(name);
      },
    });
    process.stdout.write(`${JSON.stringify({ ...misure, machine: macchina() })}\n`);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const macchina = () => {
  const [cpu] = cpus();
  return {
    ...{ cpu: cpu?.model, cores: cpus().length, memoryGb: round(totalmem() / 2 ** 30) },
    ...{ node: process.version, date: new Date().toISOString().slice(0, 10) },
  };
};
