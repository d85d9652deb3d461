import { avanzaTesta, improntaDi } from "./catena.ts";
import type { EsitoNoto, MessaggioInUscita } from "./store.ts";

/**
 * What travels. A lotto is text: a header line, then two lines a message, its envelope and its body,
 * so that the bytes that are stored are the bytes that are signed and sent. A receipt is one JSON object.
 */
export const PERCORSO_LOTTI = "/cooperazione/v1/lotti";
export const TIPO_LOTTO = "application/x-ndjson";

export interface Intestazione {
  readonly v: 1;
  readonly mittente: string;
  readonly destinatario: string;
  readonly corsia: number;
  readonly da: number;
  readonly fino: number;
  readonly testaPrima: string;
}

export interface MessaggioInLotto {
  readonly progressivo: number;
  readonly id: string;
  readonly tipo: string;
  readonly persona: string;
  readonly riservato: boolean;
  readonly accodatoAt: string;
  readonly sale: string;
  readonly corpo: string;
}

export interface LottoLetto {
  readonly intestazione: Intestazione;
  readonly messaggi: readonly MessaggioInLotto[];
}

export function encodeLotto(
  intestazione: Intestazione,
  messaggi: readonly MessaggioInUscita[],
): string {
  const lines = [JSON.stringify(intestazione)];
  for (const { id, tipo, persona, riservato, accodatoAt, sale, corpo } of messaggi)
    lines.push(JSON.stringify([id, tipo, persona, riservato ? 1 : 0, accodatoAt, sale]), corpo);
  return lines.join("\n");
}

const isText = (value: unknown): value is string => typeof value === "string";

function decodeHeader(line: string): Intestazione | null {
  const h = JSON.parse(line) as Partial<Intestazione> | null;
  if (h?.v !== 1 || !isText(h.mittente) || !isText(h.destinatario) || !isText(h.testaPrima))
    return null;
  const { corsia, da, fino } = h;
  if (![corsia, da, fino].every((n) => Number.isSafeInteger(n))) return null;
  return h as Intestazione;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function decodeMessage(
  envelope: string,
  corpo: string,
  progressivo: number,
): MessaggioInLotto | null {
  const fields = JSON.parse(envelope) as unknown;
  if (!Array.isArray(fields) || fields.length !== 6) return null;
  const [id, tipo, persona, riservato, accodatoAt, sale] = fields as readonly unknown[];
  if (![id, tipo, persona, accodatoAt, sale].every(isText) || !UUID.test(id as string)) return null;
  const testi = { id, tipo, persona, accodatoAt, sale } as Pick<
    MessaggioInLotto,
    "id" | "tipo" | "persona" | "accodatoAt" | "sale"
  >;
  return { progressivo, ...testi, riservato: riservato === 1, corpo };
}

/** Null when the text is not a lotto. */
export function decodeLotto(text: string): LottoLetto | null {
  try {
    const lines = text.split("\n");
    const intestazione = decodeHeader(lines[0] ?? "");
    if (intestazione === null) return null;
    const { da, fino } = intestazione;
    if (da < 1 || fino < da || lines.length !== 1 + 2 * (fino - da + 1)) return null;
    const messaggi: MessaggioInLotto[] = [];
    for (let i = 1; i < lines.length; i += 2) {
      const one = decodeMessage(lines[i] ?? "", lines[i + 1] ?? "", da + (i - 1) / 2);
      if (one === null) return null;
      messaggi.push(one);
    }
    return { intestazione, messaggi };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The head after these messages, with the digest of each. */
export function followCatena(
  testa: string,
  messaggi: readonly { sale: string; corpo: string; progressivo: number }[],
): Readonly<{ teste: readonly string[]; impronte: readonly string[] }> {
  const teste: string[] = [];
  const impronte: string[] = [];
  let at = testa;
  for (const { sale, corpo, progressivo } of messaggi) {
    const impronta = improntaDi(sale, corpo);
    at = avanzaTesta(at, impronta, progressivo);
    impronte.push(impronta);
    teste.push(at);
  }
  return { teste, impronte };
}

/** What the receiver signs: up to where it holds the flusso, its head, and every outcome not plain. */
export interface CorpoRicevuta {
  readonly v: 1;
  readonly corsia: number;
  readonly fino: number;
  readonly testa: string;
  readonly esiti: readonly (readonly [progressivo: number, esito: EsitoNoto])[];
}

export function decodeRicevuta(text: string): CorpoRicevuta | null {
  try {
    const body = JSON.parse(text) as Partial<CorpoRicevuta> | null;
    if (body?.v !== 1 || !isText(body.testa) || !Array.isArray(body.esiti)) return null;
    return Number.isSafeInteger(body.fino) && Number.isSafeInteger(body.corsia)
      ? (body as CorpoRicevuta)
      : null;
  } catch {
    return null;
  }
}
