import type { ContrattoPartner } from "./ports.ts";

/**
 * The breaker of one partner. Closed: batches leave. Open: nobody tries before `prossimoAt`. Half-open:
 * one lane alone tries; its answer closes the circuit or opens it for longer. Waits double, with jitter,
 * up to a ceiling, and never give up: no limit shorter than a legal deadline.
 */
export interface Circuito {
  /** Null: go on. An instant: not before it. */
  enter(adesso: string): string | null;
  /** The lane that had entered had nothing to send. */
  leave(): void;
  succeed(): void;
  /**
   * @param chance 0 ≤ x < 1
   * @param retryAfterMs at least this long, when the partner has said so
   * @returns when to try again
   */
  fail(adesso: string, chance: number, retryAfterMs?: number): string;
  stato(): Readonly<{ circuito: "chiuso" | "aperto" | "semiaperto"; prossimoAt: string | null }>;
}

/** How long a lane waits for the probe of another one, in milliseconds. */
const PROBE_WAIT_MS = 250;

const later = (adesso: string, ms: number): string =>
  new Date(Date.parse(adesso) + ms).toISOString();

export function createCircuito(
  contratto: Pick<ContrattoPartner, "attesaInizialeMs" | "attesaMassimaMs">,
): Circuito {
  let fallimenti = 0;
  let prossimoAt: string | null = null;
  let inProva = false;
  return {
    enter: (adesso) => {
      if (prossimoAt === null) return null;
      if (adesso < prossimoAt) return prossimoAt;
      if (inProva) return later(adesso, PROBE_WAIT_MS);
      inProva = true;
      return null;
    },
    leave: () => {
      inProva = false;
    },
    succeed: () => {
      fallimenti = 0;
      prossimoAt = null;
      inProva = false;
    },
    fail: (adesso, chance, retryAfterMs = 0) => {
      fallimenti++;
      inProva = false;
      const full = Math.min(
        contratto.attesaMassimaMs,
        contratto.attesaInizialeMs * 2 ** Math.min(fallimenti - 1, 30),
      );
      const waitMs = Math.max(retryAfterMs, Math.ceil(full * (0.5 + chance / 2)));
      const at = later(adesso, waitMs);
      prossimoAt = at;
      return at;
    },
    stato: () => {
      if (prossimoAt === null) return { circuito: "chiuso", prossimoAt };
      return { circuito: inProva ? "semiaperto" : "aperto", prossimoAt };
    },
  };
}

export const isChiuso = (circuito: Circuito): boolean => circuito.stato().circuito === "chiuso";
