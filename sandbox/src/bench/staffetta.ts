import { apriCoppia, type NodoDiBanco, type OpzioniCoppia } from "./coppia.ts";
import type { Conto } from "./nodo.ts";
import { median, percentile, perSec, round } from "./statistica.ts";

/** The scenarios of the relay. Each checks what arrived: a figure of a run that lost something is no figure. */
type Posto = Pick<OpzioniCoppia, "chiavi" | "urlDi">;

const WATCH_MS = 20;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, WATCH_MS));

async function waitEmpty(a: NodoDiBanco): Promise<void> {
  while ((await a.chiedi<number>({ tipo: "arretrato" })) > 0) await pause();
}

async function mustHave(nodo: NodoDiBanco, messages: number): Promise<void> {
  const conto = await nodo.chiedi<Conto>({ tipo: "conta" });
  if (conto.fatti !== messages || conto.messaggi !== messages || conto.disordini !== 0)
    throw new Error(`${nodo.nome}: attesi ${messages}, ${JSON.stringify(conto)}`);
}

async function withCoppia<T>(
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

const all = (
  quanti: number,
  perCommit: number,
  scrittori: number,
  destinatari: readonly string[],
) => ({ tipo: "accoda", da: 0, quanti, perCommit, scrittori, destinatari }) as const;

const CORSIE_ARRETRATO = 4;

/** Messages that waited for a partner that was down, until all receipts are at A. */
export const backlog = (
  posto: Posto,
  messages: number,
  destinatari: readonly string[] = ["b"],
): Promise<{ msgPerSec: number; rssMb: number }> =>
  withCoppia(posto, { corsie: CORSIE_ARRETRATO, destinatari }, async (a, altri) => {
    await a.chiedi(all(messages, 500, 2, destinatari));
    const startedAt = performance.now();
    await a.chiedi({ tipo: "avvia" });
    await waitEmpty(a);
    const msgPerSec = perSec(messages * destinatari.length, performance.now() - startedAt);
    for (const altro of altri) await mustHave(altro, messages);
    const rss = Math.max(
      ...(await Promise.all([a, ...altri].map((nodo) => nodo.chiedi<number>({ tipo: "memoria" })))),
    );
    return { msgPerSec, rssMb: round(rss / 1024 / 1024) };
  });

const CORSIE_FLUSSO = 16;
const SCRITTORI = 16;

/** One commit per message at sixteen producers, while the lanes run: end to end. */
export const stream = (posto: Posto, messages: number): Promise<{ msgPerSec: number }> =>
  withCoppia(posto, { corsie: CORSIE_FLUSSO, destinatari: ["b"] }, async (a, [b]) => {
    await a.chiedi({ tipo: "avvia" });
    const startedAt = performance.now();
    await a.chiedi(all(messages, 1, SCRITTORI, ["b"]));
    await waitEmpty(a);
    const msgPerSec = perSec(messages, performance.now() - startedAt);
    if (b !== undefined) await mustHave(b, messages);
    return { msgPerSec };
  });

/** Paced at `perSecond`: from the commit at A to the commit of the receipt at A. */
export const trickle = (
  posto: Posto,
  perSecond: number,
  seconds: number,
): Promise<{ p50Ms: number; p99Ms: number }> =>
  withCoppia(posto, { corsie: CORSIE_ARRETRATO, destinatari: ["b"] }, async (a, [b]) => {
    await a.chiedi({ tipo: "avvia" });
    const warm = { tipo: "goccia", perSecond, destinatario: "b" } as const;
    await a.chiedi({ ...warm, da: 0, seconds: 2 });
    const from = perSecond * 2;
    const times = await a.chiedi<number[]>({ ...warm, da: from, seconds });
    const sorted = times.toSorted((x, y) => x - y);
    if (b !== undefined) await mustHave(b, from + perSecond * seconds);
    return { p50Ms: round(median(times), 2), p99Ms: round(percentile(sorted, 0.99), 2) };
  });
