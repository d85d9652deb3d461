import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Cluster, freePort, startCluster } from "@staffetta/platform";
import { apriCoppia, type NodoDiBanco } from "./coppia.ts";
import type { Conto } from "./nodo.ts";

/** SIGKILL at any instant, on durable databases: what was accepted is there once, and in order. */
const MESSAGGI = 6_000;
const ROUNDS = 4;
const ROUND_MS = 350;
const DRAIN_TIMEOUT_MS = 60_000;

let folder = "";
let cluster: Cluster;
let pgPort = 0;
let databases = 0;
const startPg = async (): Promise<void> => {
  cluster = await startCluster({ folder: join(folder, "postgres"), durable: true, port: pgPort });
};
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "staffetta-uccisioni-"));
  chmodSync(folder, 0o711);
  pgPort = await freePort();
  await startPg();
});
after(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Until every receipt is at A; what answers with a fault meanwhile is asked again. */
async function drain(a: NodoDiBanco): Promise<void> {
  const until = performance.now() + DRAIN_TIMEOUT_MS;
  for (;;) {
    const left = await a.chiedi<number>({ tipo: "arretrato" }).catch(() => -1);
    if (left === 0) return;
    assert.ok(performance.now() < until, `restano ${left} messaggi`);
    await pause(50);
  }
}

/** Messages committed at A before the kill: those that the client was told about, and perhaps more. */
async function whileSending(
  killer: (nodi: Readonly<{ a: NodoDiBanco; b: NodoDiBanco }>) => Promise<void>,
): Promise<{ a: NodoDiBanco; b: NodoDiBanco; ferma: () => Promise<void> }> {
  const { a, altri } = await apriCoppia({
    ...{ chiavi: join(folder, `chiavi-${databases}`), corsie: 4, destinatari: ["b"] },
    urlDi: async () => {
      const name = `uccisioni_${++databases}`;
      await cluster.ensureDatabase(name);
      return cluster.url(name);
    },
  });
  const [b] = altri;
  assert.ok(b);
  await a.chiedi({
    ...{ tipo: "accoda", da: 0, quanti: MESSAGGI, perCommit: 100, scrittori: 4 },
    destinatari: ["b"],
  });
  await a.chiedi({ tipo: "avvia" });
  await killer({ a, b });
  return { a, b, ferma: async () => void (await Promise.all([a.ferma(), b.ferma()])) };
}

async function checkAll(b: NodoDiBanco): Promise<void> {
  const conto = await b.chiedi<Conto>({ tipo: "conta" });
  assert.deepEqual(conto, { fatti: MESSAGGI, messaggi: MESSAGGI, disordini: 0 });
}

test("[I6] uccidere il mittente mentre invia non perde e non raddoppia niente", async () => {
  const { a, b, ferma } = await whileSending(async (nodi) => {
    for (let round = 0; round < ROUNDS; round++) {
      await pause(ROUND_MS * Math.random());
      await nodi.a.uccidi();
      await nodi.a.riavvia();
      await nodi.a.chiedi({ tipo: "avvia" });
    }
  });
  await drain(a);
  await checkAll(b);
  await ferma();
});

test("[I6] uccidere il destinatario mentre riceve non perde e non raddoppia niente", async () => {
  const { a, b, ferma } = await whileSending(async (nodi) => {
    for (let round = 0; round < ROUNDS; round++) {
      await pause(ROUND_MS * Math.random());
      await nodi.b.uccidi();
      await nodi.b.riavvia();
    }
  });
  await drain(a);
  await checkAll(b);
  await ferma();
});

/** The whole server, children included, as a power cut would. */
function killPg(): void {
  const file = join(folder, "postgres", "data", "postmaster.pid");
  const pid = Number(readFileSync(file, "utf8").split("\n", 1)[0]);
  const children = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" }).stdout.split("\n");
  for (const one of [pid, ...children.map(Number)])
    try {
      if (one > 0) process.kill(one, "SIGKILL");
    } catch {
      // gone already
    }
}

test("[I6] uccidere il database con i suoi figli non perde e non raddoppia niente", async () => {
  const { a, b, ferma } = await whileSending(async () => {
    for (let round = 0; round < 2; round++) {
      await pause(ROUND_MS * Math.random());
      killPg();
      await startPg();
    }
  });
  await drain(a);
  await checkAll(b);
  await ferma();
});
