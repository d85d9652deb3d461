import { percentile, round } from "../statistica.ts";

export interface Misura {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSec: number;
}

export const CLIENTI = 16;
/** What is measured has been running for a while, as at a desk. */
const WARM_MS = 1_500;

/** Closed loop: each client asks again as soon as it is answered. */
export async function misura(
  seconds: number,
  chiede: (n: number) => Promise<unknown>,
): Promise<Misura> {
  const samples: number[] = [];
  let n = 0;
  const startedAt = performance.now();
  const until = startedAt + WARM_MS + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) {
      const from = performance.now();
      await chiede(n++);
      if (from > startedAt + WARM_MS) samples.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: CLIENTI }, client));
  samples.sort((a, b) => a - b);
  const at = (share: number): number => round(percentile(samples, share), 2);
  return { p50Ms: at(0.5), p99Ms: at(0.99), perSec: round(samples.length / seconds) };
}

export async function misuraTutti<K extends string>(
  seconds: number,
  scenari: Readonly<Record<K, (n: number) => Promise<unknown>>>,
): Promise<Readonly<Record<K, Misura>>> {
  const misure: Record<string, Misura> = {};
  for (const [nome, chiede] of Object.entries<(n: number) => Promise<unknown>>(scenari))
    misure[nome] = await misura(seconds, chiede);
  return misure as Readonly<Record<K, Misura>>;
}
