import type { z } from "zod";

/**
 * What a schema says to people where it has no words of its own: never what the library found, always
 * what to do next. A schema that knows its field better gives its own sentence, and that one is told.
 */
type Difetto = z.core.$ZodRawIssue;
type Di<C extends Difetto["code"]> = Extract<Difetto, { code: C }>;

const SERVE = "Questo campo serve: compilalo";
const ELENCO = "Scegli una delle voci dell'elenco";
const SI_O_NO = "Scegli sì o no";
const INTERO = "Scrivi un numero intero, per esempio 12";
const NUMERO = "Scrivi un numero, per esempio 12";
const DATA = "Scrivi la data come anno-mese-giorno, per esempio 2014-11-03";
const CONTROLLA = "Qui c'è qualcosa che non va: controlla e scrivi di nuovo";

const isVuoto = (input: unknown): boolean =>
  input === undefined || input === null || (typeof input === "string" && input.trim() === "");

const cifre = (quanto: number | bigint): string => quanto.toLocaleString("it-IT");

const PER_TIPO: Readonly<Record<string, string>> = {
  string: "Scrivi qui delle parole",
  int: INTERO,
  number: NUMERO,
  boolean: SI_O_NO,
  date: DATA,
  array: "Qui serve un elenco, anche di una voce sola: aggiungi quello che manca",
  object: "Qui mancano dei dati: compila tutti i campi di questa parte",
};

interface Numero {
  readonly format?: string;
  readonly checks?: readonly Readonly<{ _zod: { def: { format?: string } } }>[];
}

/** A number that must be whole says so at once, not after the first correction. */
function numeroDi({ inst }: Difetto): string {
  const { format, checks = [] } = (inst as { _zod?: { def: Numero } } | undefined)?._zod?.def ?? {};
  const forme = [format, ...checks.map(({ _zod: { def } }) => def.format)];
  return forme.some((una) => una?.includes("int")) ? INTERO : NUMERO;
}

function tipo(difetto: Di<"invalid_type">): string {
  const { expected, input } = difetto;
  if (expected === "number" && !isVuoto(input)) return numeroDi(difetto);
  if (isVuoto(input) && expected !== "array" && expected !== "object")
    return expected === "boolean" ? SI_O_NO : SERVE;
  return PER_TIPO[expected] ?? CONTROLLA;
}

const PER_FORMA: Readonly<Record<string, string>> = {
  uuid: "Questa scelta non si riconosce: ricarica la pagina e scegli di nuovo",
  email: "Scrivi un indirizzo e-mail, per esempio giulia@esempio.it",
  url: "Scrivi un indirizzo web intero, per esempio https://esempio.it",
  date: DATA,
  time: "Scrivi l'ora con ore e minuti, per esempio 09:30",
  datetime: "Scrivi la data e l'ora, per esempio 2014-11-03T09:15:00Z",
};

const forma = ({ format, input }: Di<"invalid_format">): string =>
  isVuoto(input) ? (format === "uuid" ? ELENCO : SERVE) : (PER_FORMA[format] ?? CONTROLLA);

/** How many there are, where it is a thing that has parts. */
const partiDi = (input: unknown): number | null =>
  typeof input === "string" || Array.isArray(input) ? input.length : null;

function troppo({ origin, maximum, inclusive, input }: Di<"too_big">): string {
  const quante = partiDi(input);
  if (quante === null)
    return inclusive === false
      ? `Scrivi un numero più piccolo di ${cifre(maximum)}`
      : `Scrivi un numero che non superi ${cifre(maximum)}`;
  return origin === "string"
    ? `Al massimo ${cifre(maximum)} caratteri: ne hai scritti ${cifre(quante)}`
    : `Al massimo ${cifre(maximum)} voci: ne hai messe ${cifre(quante)}`;
}

function poco({ origin, minimum, inclusive, input }: Di<"too_small">): string {
  const quante = partiDi(input);
  if (quante === null)
    return inclusive === false
      ? `Scrivi un numero più grande di ${cifre(minimum)}`
      : `Scrivi un numero da ${cifre(minimum)} in su`;
  if (origin !== "string")
    return quante === 0 ? "Scegli almeno una voce" : `Servono almeno ${cifre(minimum)} voci`;
  return isVuoto(input)
    ? SERVE
    : `Servono almeno ${cifre(minimum)} caratteri: ne hai scritti ${cifre(quante)}`;
}

const isVero = (values: readonly unknown[]): boolean =>
  values.every((value) => value === true || value === "on" || value === "true");

function voce({ values }: Di<"invalid_value">): string {
  if (isVero(values)) return "Per continuare, metti la spunta";
  return values.includes("true") && values.includes("false") ? SI_O_NO : ELENCO;
}

const NOMI_MAX = 3;
const NOME_CHARS_MAX = 40;

function inPiu({ keys }: Di<"unrecognized_keys">): string {
  const nomi = keys.slice(0, NOMI_MAX).map((nome) => `«${nome.slice(0, NOME_CHARS_MAX)}»`);
  const altri = keys.length > NOMI_MAX ? " e altri" : "";
  return `Qui non servono ${nomi.join(", ")}${altri}: togli quello che è in più`;
}

/** Of several shapes none fits: the first that has something to say of this value says it. */
function forme({ errors, input }: Di<"invalid_union">): string {
  if (errors.length === 0) return ELENCO;
  const primi = errors.flatMap(([primo]) => (primo === undefined ? [] : [primo]));
  const migliore = primi.find(({ code }) => code !== "invalid_type") ?? primi[0];
  return migliore?.message ?? (isVuoto(input) ? SERVE : CONTROLLA);
}

/** For `z.config({ localeError })`: one sentence for every kind of defect. */
export function parole(difetto: Difetto): string {
  switch (difetto.code) {
    case "invalid_type":
      return tipo(difetto);
    case "invalid_format":
      return forma(difetto);
    case "invalid_value":
      return voce(difetto);
    case "too_big":
      return troppo(difetto);
    case "too_small":
      return poco(difetto);
    case "unrecognized_keys":
      return inPiu(difetto);
    case "invalid_union":
      return forme(difetto);
    case "not_multiple_of":
      return `Scrivi un multiplo di ${cifre(difetto.divisor)}`;
    default:
      return isVuoto(difetto.input) ? SERVE : CONTROLLA;
  }
}
