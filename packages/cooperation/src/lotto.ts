import type { EsitoNoto, MessaggioInUscita } from "./store.ts";

/**
 * What travels. A lotto is text: a header line that names its tratti, then two lines a message, its
 * envelope and its body, so that the bytes that are stored are the bytes that are signed and sent. A
 * tratto is a run of consecutive messages of one lane. A receipt is one JSON object.
 */
export const PERCORSO_LOTTI = "/cooperazione/v1/lotti";
export const TIPO_LOTTO = "application/x-ndjson";

/** One tratto in the header: its lane, its first and last progressivo, the head before the first. */
export interface IntestazioneTratto {
  readonly corsia: number;
  readonly da: number;
  readonly fino: number;
  readonly testaPrima: string;
}

export interface Intestazione {
  readonly v: 1;
  readonly mittente: string;
  readonly destinatario: string;
  /** Each lane at most once, in growing order. */
  readonly tratti: readonly IntestazioneTratto[];
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

export interface TrattoLetto extends IntestazioneTratto {
  readonly messaggi: readonly MessaggioInLotto[];
}
export interface LottoLetto extends Omit<Intestazione, "tratti"> {
  readonly tratti: readonly TrattoLetto[];
}

/** @param messaggi of all tratti, in the order of the header */
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
const isCount = (value: unknown): value is number => Number.isSafeInteger(value);

function isTratto(value: unknown): value is IntestazioneTratto {
  const { corsia, da, fino, testaPrima } = (value ?? {}) as Partial<IntestazioneTratto>;
  if (!isCount(corsia) || !isCount(da) || !isCount(fino) || !isText(testaPrima)) return false;
  return corsia >= 0 && da >= 1 && fino >= da;
}

function decodeHeader(line: string): Intestazione | null {
  const h = JSON.parse(line) as Partial<Intestazione> | null;
  if (h?.v !== 1 || !isText(h.mittente) || !isText(h.destinatario)) return null;
  const { tratti } = h;
  if (!Array.isArray(tratti) || tratti.length === 0 || !tratti.every(isTratto)) return null;
  const inOrder = tratti.every(({ corsia }, i) => corsia > (tratti[i - 1]?.corsia ?? -1));
  return inOrder ? (h as Intestazione) : null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Names are kept as the lines of one text. */
const isName = (value: unknown): value is string => isText(value) && !value.includes("\n");

function decodeMessage(
  envelope: string,
  corpo: string,
  progressivo: number,
): MessaggioInLotto | null {
  const fields = JSON.parse(envelope) as unknown;
  if (!Array.isArray(fields) || fields.length !== 6) return null;
  const [id, tipo, persona, riservato, accodatoAt, sale] = fields as readonly unknown[];
  if (!isText(id) || !UUID.test(id) || !isName(tipo) || !isName(persona)) return null;
  if (!isText(accodatoAt) || !isText(sale)) return null;
  return { progressivo, id, tipo, persona, riservato: riservato === 1, accodatoAt, sale, corpo };
}

/** @param from the first of its lines */
function decodeTratto(
  tratto: IntestazioneTratto,
  lines: readonly string[],
  from: number,
): TrattoLetto | null {
  const messaggi: MessaggioInLotto[] = [];
  for (let i = 0; i <= tratto.fino - tratto.da; i++) {
    const [envelope, corpo] = [lines[from + 2 * i], lines[from + 2 * i + 1]];
    if (envelope === undefined || corpo === undefined) return null;
    const one = decodeMessage(envelope, corpo, tratto.da + i);
    if (one === null) return null;
    messaggi.push(one);
  }
  return { ...tratto, messaggi };
}

function decodeLines(lines: readonly string[]): LottoLetto | null {
  const intestazione = decodeHeader(lines[0] ?? "");
  if (intestazione === null) return null;
  let from = 1;
  const tratti: TrattoLetto[] = [];
  for (const tratto of intestazione.tratti) {
    const letto = decodeTratto(tratto, lines, from);
    if (letto === null) return null;
    from += 2 * letto.messaggi.length;
    tratti.push(letto);
  }
  return from === lines.length ? { ...intestazione, tratti } : null;
}

/** Null when the text is not a lotto. */
export function decodeLotto(text: string): LottoLetto | null {
  try {
    return decodeLines(text.split("\n"));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What the receiver says of one tratto: taken, up to where and with which outcomes; or turned away. */
export type RicevutaTratto = TrattoPreso | TrattoRespinto;
export interface TrattoPreso {
  readonly corsia: number;
  /** Up to where the receiver holds this lane, and its head there. */
  readonly fino: number;
  readonly testa: string;
  /** Every outcome that is not plainly "applicato". */
  readonly esiti: readonly (readonly [progressivo: number, esito: EsitoNoto])[];
}
export interface TrattoRespinto {
  readonly corsia: number;
  readonly codice: string;
  readonly fatti: Readonly<Record<string, unknown>>;
}

/** What the receiver signs: one word for each tratto, in the order of the lotto. */
export interface CorpoRicevuta {
  readonly v: 1;
  readonly tratti: readonly RicevutaTratto[];
}

function isRicevutaTratto(value: unknown): value is RicevutaTratto {
  const tratto = (value ?? {}) as Partial<TrattoPreso & TrattoRespinto>;
  if (!isCount(tratto.corsia)) return false;
  if (isText(tratto.codice)) return true;
  return isCount(tratto.fino) && isText(tratto.testa) && Array.isArray(tratto.esiti);
}

export function decodeRicevuta(text: string): CorpoRicevuta | null {
  try {
    const body = JSON.parse(text) as Partial<CorpoRicevuta> | null;
    if (body?.v !== 1) return null;
    // Receipts kept from when a lotto had one lane are the tratto itself.
    const tratti: unknown = body.tratti ?? [body];
    return Array.isArray(tratti) && tratti.every(isRicevutaTratto) ? { v: 1, tratti } : null;
  } catch {
    return null;
  }
}
