import type { KeyObject } from "node:crypto";
import { chiaveDaJwk } from "@staffetta/cooperation/modi";
import type { Clock } from "@staffetta/platform";

/** Public keys kept by somebody else, by kid. Null: there is no such key there now. */
export interface ChiaviRemote {
  get(kid: string): Promise<KeyObject | "irraggiungibile" | null>;
}

export interface OpzioniChiavi {
  readonly indirizzo: string;
  /** Seconds for which what was read is believed; 0 asks at every request. */
  readonly conservaS: number;
  readonly clock: Clock;
}

const TIMEOUT_MS = 5_000;
/** An unknown kid asks again, but not more often than this: a flood of false kids must not reach the source. */
const REFETCH_MS = 2_000;
const KEYS_MAX = 1_000;

async function readJson(url: string): Promise<unknown | "irraggiungibile" | null> {
  try {
    const answer = await fetch(url, {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.status === 404 || answer.status === 410) return null;
    return answer.ok ? await answer.json() : "irraggiungibile";
  } catch {
    return "irraggiungibile";
  }
}

/** The set of an authorization server (`/.well-known/jwks.json`): read whole, again at an unknown kid. */
export function chiaviJwks({ indirizzo, conservaS, clock }: OpzioniChiavi): ChiaviRemote {
  let known = new Map<string, KeyObject>();
  let readMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<boolean> | null = null;
  const nowMs = (): number => Date.parse(clock.now());
  const read = async (): Promise<boolean> => {
    const body = await readJson(indirizzo);
    if (body === null || body === "irraggiungibile") return false;
    const keys = (body as { keys?: unknown[] }).keys ?? [];
    known = new Map(
      keys.flatMap((jwk): [string, KeyObject][] => {
        const kid = (jwk as { kid?: unknown }).kid;
        const key = chiaveDaJwk(jwk);
        return typeof kid === "string" && key !== null ? [[kid, key]] : [];
      }),
    );
    readMs = nowMs();
    return true;
  };
  // Many requests at once read once.
  const refresh = (): Promise<boolean> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
  return {
    get: async (kid) => {
      const ageMs = nowMs() - readMs;
      const isOld = ageMs > conservaS * 1000;
      if (!isOld && (known.has(kid) || ageMs < REFETCH_MS)) return known.get(kid) ?? null;
      if (!(await refresh())) return "irraggiungibile";
      return known.get(kid) ?? null;
    },
  };
}

/** One key at a time (`/keys/{kid}`): a key revoked there is gone as soon as it is read again. */
export function chiaviPerKid({ indirizzo, conservaS, clock }: OpzioniChiavi): ChiaviRemote {
  const known = new Map<string, Readonly<{ key: KeyObject | null; readMs: number }>>();
  const nowMs = (): number => Date.parse(clock.now());
  return {
    get: async (kid) => {
      const kept = known.get(kid);
      const forMs = kept?.key === null ? REFETCH_MS : conservaS * 1000;
      if (kept !== undefined && nowMs() - kept.readMs < forMs) return kept.key;
      const body = await readJson(`${indirizzo.replace(/\/$/, "")}/${encodeURIComponent(kid)}`);
      if (body === "irraggiungibile") return "irraggiungibile";
      // The key itself, or the key inside its envelope.
      const { jwk, key: inner } = (body ?? {}) as { jwk?: unknown; key?: unknown };
      const key = chiaveDaJwk(jwk ?? inner ?? body);
      if (known.size >= KEYS_MAX) known.clear();
      known.set(kid, { key, readMs: nowMs() });
      return key;
    },
  };
}
