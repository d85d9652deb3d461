import { PERSONE_DEFAULT } from "./carico.ts";
import { apriCoppia, type NodoDiBanco, type OpzioniCoppia } from "./coppia.ts";
import type { Conto } from "./nodo.ts";
import { median, percentile, perSec, round } from "./statistica.ts";

/** The scenarios of the relay. Each checks what arrived: a figure of a run that lost something is no figure. */
export type Posto = Pick<OpzioniCoppia, "chiavi" | "urlDi">;

const WATCH_MS = 20;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function waitEmpty(a: NodoDiBanco): Promise<void> {
  while ((await a.chiedi<number>({ tipo: "arretrato" })) > 0) await pause(WATCH_MS);
}

export async function mustHave(nodo: NodoDiBanco, messages: number): Promise<void> {
  const conto = await nodo.chiedi<Conto>({ tipo: "conta" });
  if (conto.fatti !== messages || conto.messaggi !== messages || conto.disordini !== 0)
    throw new Error(`${nodo.nome}: attesi ${messages}, ${JSON.stringify(conto)}`);
}

export async function withCoppia<T>(
  posto: Posto,
  forma: Pick<OpzioniCoppia, "corsie" | "destinatari">,
  work: (a: NodoDiBanco, altri: readonly NodoDiBanco[]) => Promise<T>,
): Promise<T> {
  const { a, altri } = await apriCoppia({ ...posto, ...forma });
  try {
    return await work(a, altri);
  } finally {
    for (const nodo of [a, ...altri]) await nodo.ferma();
  }
}

/** The resident memory of the biggest of these nodes, in MB. */
export async function rssOf(nodi: readonly NodoDiBanco[]): Promise<number> {
  const all = await Promise.all(nodi.map((nodo) => nodo.chiedi<number>({ tipo: "memoria" })));
  return round(Math.max(...all) / 1024 / 1024);
}

const accoda = (da: number, quanti: number, destinatari: readonly string[]) =>
  ({ tipo: "accoda", da, quanti, perCommit: 500, scrittori: 2, destinatari }) as const;

export const CORSIE_ARRETRATO = 4;
/** Messages sent before the watch starts, so that every contender runs compiled code. */
const RISCALDO = 5_000;

async function warmUp(a: NodoDiBanco, destinatari: readonly string[]): Promise<void> {
  await a.chiedi(accoda(0, RISCALDO, destinatari));
  await a.chiedi({ tipo: "avvia" });
  await waitEmpty(a);
  await a.chiedi({ tipo: "ferma" });
}

/** Messages that waited for a partner that was down, until all receipts are at A. */
export const backlog = (
  posto: Posto,
  messages: number,
  destinatari: readonly string[] = ["b"],
): Promise<{ msgPerSec: number; rssMb: number }> =>
  withCoppia(posto, { corsie: CORSIE_ARRETRATO, destinatari }, async (a, altri) => {
    await warmUp(a, destinatari);
    await a.chiedi(accoda(RISCALDO, messages, destinatari));
    const startedAt = performance.now();
    await a.chiedi({ tipo: "avvia" });
    await waitEmpty(a);
    const msgPerSec = perSec(messages * destinatari.length, performance.now() - startedAt);
    for (const altro of altri) await mustHave(altro, RISCALDO + messages);
    return { msgPerSec, rssMb: await rssOf([a, ...altri]) };
  });

const CORSIE_FLUSSO = 16;
const SCRITTORI = 16;

/**
 * One transaction per message at sixteen producers, each waiting for its own commit, while the lanes run:
 * end to end.
 * @param conFatto each writes a row of its own too, and then it shares its commit with nobody
 */
export const stream = (
  posto: Posto,
  messages: number,
  conFatto: boolean,
): Promise<{ msgPerSec: number }> =>
  withCoppia(posto, { corsie: CORSIE_FLUSSO, destinatari: ["b"] }, async (a, [b]) => {
    await a.chiedi({ tipo: "avvia" });
    const startedAt = performance.now();
    await a.chiedi({
      ...{ tipo: "accoda", da: 0, quanti: messages, perCommit: 1, scrittori: SCRITTORI },
      ...{ destinatari: ["b"], conFatto },
    });
    await waitEmpty(a);
    const msgPerSec = perSec(messages, performance.now() - startedAt);
    if (b !== undefined) await mustHave(b, messages);
    return { msgPerSec };
  });

export interface Latenza {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export const latenzaOf = (times: readonly number[]): Latenza => ({
  p50Ms: round(median(times), 2),
  p99Ms: round(
    percentile(
      times.toSorted((x, y) => x - y),
      0.99,
    ),
    2,
  ),
});

const goccia = (da: number, perSecond: number, seconds: number, destinatari: readonly string[]) =>
  ({ tipo: "goccia", da, perSecond, seconds, destinatari, persone: PERSONE_DEFAULT }) as const;

/** So that every contender runs compiled code: what is timed is a node that has been up for a while. */
export const RISCALDO_SECONDS = 10;

/** Paced at `perSecond`: from the commit at A to the commit of the receipt at A. */
export const trickle = (posto: Posto, perSecond: number, seconds: number): Promise<Latenza> =>
  withCoppia(posto, { corsie: CORSIE_ARRETRATO, destinatari: ["b"] }, async (a, [b]) => {
    await a.chiedi({ tipo: "avvia" });
    await a.chiedi(goccia(0, perSecond, RISCALDO_SECONDS, ["b"]));
    const from = perSecond * RISCALDO_SECONDS;
    const times = await a.chiedi<number[]>(goccia(from, perSecond, seconds, ["b"]));
    if (b !== undefined) await mustHave(b, from + perSecond * seconds);
    return latenzaOf(times);
  });

/** Every message to two partners: how the first fares while both are up, and while the other is down. */
export const oneDown = (
  posto: Posto,
  perSecond: number,
  seconds: number,
): Promise<{ up: Latenza; down: Latenza; p99Ratio: number }> =>
  withCoppia(posto, { corsie: CORSIE_ARRETRATO, destinatari: ["b", "c"] }, async (a, [b, c]) => {
    const both = ["b", "c"];
    await a.chiedi({ tipo: "avvia" });
    await a.chiedi(goccia(0, perSecond, RISCALDO_SECONDS, both));
    let from = perSecond * RISCALDO_SECONDS;
    const up = latenzaOf(await a.chiedi<number[]>(goccia(from, perSecond, seconds, both)));
    from += perSecond * seconds;
    await c?.uccidi();
    const down = latenzaOf(await a.chiedi<number[]>(goccia(from, perSecond, seconds, both)));
    await c?.riavvia();
    await waitEmpty(a);
    for (const nodo of [b, c])
      if (nodo !== undefined) await mustHave(nodo, from + perSecond * seconds);
    return { up, down, p99Ratio: round(down.p99Ms / up.p99Ms, 2) };
  });

const NUOVI_PER_SECOND = 500;
const NUOVI_SECONDS = 3;
/** A count under which the new messages are about people that the backlog doesn't name. */
const ALTRE_PERSONE = 1_000_003;

/** A backlog that an outage has left is drained while new messages of other people keep coming. */
export const outage = (
  posto: Posto,
  waiting: number,
): Promise<{ drainedSeconds: number; nuovi: Latenza }> =>
  withCoppia(posto, { corsie: CORSIE_ARRETRATO, destinatari: ["b"] }, async (a, [b]) => {
    await warmUp(a, ["b"]);
    await a.chiedi(accoda(RISCALDO, waiting, ["b"]));
    const startedAt = performance.now();
    await a.chiedi({ tipo: "avvia" });
    const times = a.chiedi<number[]>({
      ...goccia(RISCALDO + waiting, NUOVI_PER_SECOND, NUOVI_SECONDS, ["b"]),
      persone: ALTRE_PERSONE,
    });
    let drainedMs = 0;
    // Nearly empty: what is left is the new traffic of an instant.
    while (drainedMs === 0) {
      if ((await a.chiedi<number>({ tipo: "arretrato" })) < NUOVI_PER_SECOND / 10)
        drainedMs = performance.now() - startedAt;
      else await pause(WATCH_MS);
    }
    const nuovi = latenzaOf(await times);
    await waitEmpty(a);
    if (b !== undefined) await mustHave(b, RISCALDO + waiting + NUOVI_PER_SECOND * NUOVI_SECONDS);
    return { drainedSeconds: round(drainedMs / 1000, 2), nuovi };
  });
