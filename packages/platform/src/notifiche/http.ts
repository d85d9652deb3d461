import type { EsitoVettore } from "./ports.ts";

const TIMEOUT_MS = 15_000;
/** Too many requests, and what a server says of itself: later it may be otherwise. */
const isLater = (status: number): boolean => status >= 500 || status === 429 || status === 408;

export type Risposta = Readonly<{ status: number; corpo: Readonly<Record<string, unknown>> }>;

/** POST of JSON; null = nobody answered. */
export async function postJson(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Risposta | null> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
    });
    const text = await response.text();
    return { status: response.status, corpo: parse(text) };
  } catch {
    return null;
  }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Of a call that did not go well. */
export function esitoNonRiuscito(risposta: Risposta | null): EsitoVettore {
  if (risposta === null) return { esito: "guasto", risposta: "nessuna risposta" };
  const esito = isLater(risposta.status) ? "guasto" : "rifiutata";
  return { esito, risposta: `risposta ${risposta.status}` };
}
