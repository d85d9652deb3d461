import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Instant } from "@staffetta/domain";
import type { Banco } from "./banco.ts";
import { documentiSap } from "./documenti-sap.ts";
import type { ParteSap, VoceSap } from "./lavoratore-sap.ts";
import { round } from "./statistica.ts";

const DIVERSI = 500;
const FILI = 2;
const SOLO_SCHEMA = 20_000;
const AT = "2026-01-15T09:00:00.000Z" as Instant;
const MB = 2 ** 20;

const optionsOf = (argomenti: readonly string[]) =>
  parseArgs({
    args: [...argomenti],
    options: {
      json: { type: "boolean", default: false },
      documents: { type: "string", default: "100000" },
    },
  }).values;

interface Filo {
  readonly pronto: Promise<unknown>;
  parti(): Promise<Extract<VoceSap, { tipo: "fine" }>>;
}

function apriFilo(parte: Omit<ParteSap, "at" | "diversi">): Filo {
  const workerData: ParteSap = { ...parte, diversi: DIVERSI, at: AT };
  const worker = new Worker(new URL("./lavoratore-sap.ts", import.meta.url), { workerData });
  const voce = <T extends VoceSap["tipo"]>(tipo: T) =>
    new Promise<Extract<VoceSap, { tipo: T }>>((resolve, reject) => {
      worker.on("error", reject);
      worker.on("message", (detta: VoceSap) => {
        if (detta.tipo === tipo) resolve(detta as Extract<VoceSap, { tipo: T }>);
      });
    });
  const [pronto, fine] = [voce("pronto"), voce("fine")];
  return {
    pronto,
    parti: async () => {
      worker.postMessage("parti");
      const esito = await fine;
      await worker.terminate();
      return esito;
    },
  };
}

const rssMb = (): number => round(process.memoryUsage.rss() / MB, 1);

/** `npm run bench -- sap`: bytes, schema, rules and code lists of SAP documents, on two threads. */
export const banco: Banco = async ({ say, argomenti }) => {
  const documents = Number(optionsOf(argomenti).documents);
  const medi = documentiSap(DIVERSI);
  const bytes = medi.reduce((sum, { bytes: uno }) => sum + uno.byteLength, 0) / DIVERSI;
  say(`${DIVERSI} SAP diverse di ${round(bytes / 1_000, 1)} kB in media, una su dieci sbagliata`);
  say("lettura e schema, un filo…");
  const solo = apriFilo({ documenti: SOLO_SCHEMA, soloSchema: true });
  await solo.pronto;
  const { seconds: secondsSolo } = await solo.parti();
  say(`tutta la convalida, ${FILI} fili, ${documents} documenti…`);
  const fili = Array.from({ length: FILI }, () =>
    apriFilo({ documenti: Math.ceil(documents / FILI), soloSchema: false }),
  );
  await Promise.all(fili.map(({ pronto }) => pronto));
  const rssMbStart = rssMb();
  let rssMbMax = rssMbStart;
  const guarda = setInterval(() => {
    rssMbMax = Math.max(rssMbMax, rssMb());
  }, 500);
  const startedAt = performance.now();
  const esiti = await Promise.all(fili.map((filo) => filo.parti()));
  const seconds = (performance.now() - startedAt) / 1_000;
  clearInterval(guarda);
  const sbagliati = esiti.reduce((sum, uno) => sum + uno.sbagliati, 0);
  if (sbagliati > 0) throw new Error(`${sbagliati} documenti hanno avuto la risposta sbagliata`);
  return {
    sap: {
      docsPerSec: round(documents / seconds),
      parseSchemaDocsPerSecOneThread: round(SOLO_SCHEMA / secondsSolo),
      ...{ rssMbStart, rssMbEnd: rssMb(), rssMbMax },
      ...{ documents, bytesPerDocument: round(bytes), threads: FILI },
    },
  };
};
