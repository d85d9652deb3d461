/** A token bucket per client: so many requests in a window, given back little by little. */
export interface Limiti {
  prendi(chiave: string): Prelievo;
}

export interface Prelievo {
  readonly ok: boolean;
  readonly limite: number;
  readonly restanti: number;
  /** Seconds until the whole limit is available again. */
  readonly resetS: number;
  /** Seconds until one more request is possible; 0 when it is now. */
  readonly riprovaS: number;
}

/** More clients than this at once: the fullest buckets, which say nothing, are forgotten. */
const CLIENTS_MAX = 10_000;

/**
 * Kept by each process: many processes behind one address give a client so many times the limit.
 * @param nowMs a clock that never goes back
 */
export function createLimiti(
  { richieste, finestraS }: Readonly<{ richieste: number; finestraS: number }>,
  nowMs: () => number,
): Limiti {
  const perMs = richieste / (finestraS * 1000);
  const secchi = new Map<string, { livello: number; atMs: number }>();
  const forget = (now: number): void => {
    for (const [chiave, { livello, atMs }] of secchi)
      if (livello + (now - atMs) * perMs >= richieste) secchi.delete(chiave);
    // All of them in use: the oldest goes, so that memory stays bounded.
    const [first] = secchi.keys();
    if (secchi.size >= CLIENTS_MAX && first !== undefined) secchi.delete(first);
  };
  return {
    prendi: (chiave) => {
      const now = nowMs();
      const known = secchi.get(chiave);
      if (known === undefined && secchi.size >= CLIENTS_MAX) forget(now);
      const { livello, atMs } = known ?? { livello: richieste, atMs: now };
      const pieno = Math.min(richieste, livello + (now - atMs) * perMs);
      const ok = pieno >= 1;
      const dopo = ok ? pieno - 1 : pieno;
      secchi.set(chiave, { livello: dopo, atMs: now });
      return {
        ...{ ok, limite: richieste, restanti: Math.floor(dopo) },
        resetS: Math.ceil((richieste - dopo) / perMs / 1000),
        riprovaS: ok ? 0 : Math.max(1, Math.ceil((1 - dopo) / perMs / 1000)),
      };
    },
  };
}

export const intestazioniLimiti = ({
  limite,
  restanti,
  resetS,
  riprovaS,
}: Prelievo): Record<string, string> => ({
  "x-ratelimit-limit": String(limite),
  "x-ratelimit-remaining": String(restanti),
  "x-ratelimit-reset": String(resetS),
  ...(riprovaS === 0 ? {} : { "retry-after": String(riprovaS) }),
});
