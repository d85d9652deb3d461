import { parentPort, workerData } from "node:worker_threads";
import type { Instant } from "@staffetta/domain";
import { createConvalida } from "./convalida-sap.ts";
import { documentiSap } from "./documenti-sap.ts";

/** One thread of the bench: warms up, waits for the start, validates its share, says how it went. */
export interface ParteSap {
  readonly documenti: number;
  readonly diversi: number;
  readonly at: Instant;
  readonly soloSchema: boolean;
}
export type VoceSap =
  | Readonly<{ tipo: "pronto" }>
  | Readonly<{ tipo: "fine"; seconds: number; sbagliati: number }>;

const { documenti, diversi, at, soloSchema } = workerData as ParteSap;
const prove = documentiSap(diversi);
const convalida = createConvalida(at);
const WARM_UP = 2;

function giro(quanti: number): number {
  let sbagliati = 0;
  for (let i = 0; i < quanti; i++) {
    const prova = prove[i % prove.length];
    if (prova === undefined) continue;
    if (soloSchema) convalida.schema(prova.bytes);
    else if (convalida.tutta(prova.bytes) !== prova.atteso) sbagliati++;
  }
  return sbagliati;
}

giro(diversi * WARM_UP);
parentPort?.postMessage({ tipo: "pronto" } satisfies VoceSap);
parentPort?.once("message", () => {
  const startedAt = performance.now();
  const sbagliati = giro(documenti);
  const seconds = (performance.now() - startedAt) / 1_000;
  parentPort?.postMessage({ tipo: "fine", seconds, sbagliati } satisfies VoceSap);
});
