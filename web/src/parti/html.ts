export { euro } from "@staffetta/domain";

/** Markup: what a template of ours has made. Whatever else is put into one is text, and is escaped. */
export class Html {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

const TO_ESCAPE = /[&<>"']/;
const EACH = /[&<>"']/g;
const ESCAPED: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};
const escaped = (text: string): string =>
  TO_ESCAPE.test(text) ? text.replace(EACH, (one) => ESCAPED[one] ?? one) : text;

/** What may stand in a template; a list is one thing after the other, and what is absent is nothing. */
type Dentro = Html | string | number | boolean | null | undefined | readonly Dentro[];

function testoDi(value: Dentro): string {
  if (typeof value === "string") return escaped(value);
  if (value instanceof Html) return value.toString();
  if (typeof value === "number") return String(value);
  let text = "";
  if (Array.isArray(value)) for (const one of value as readonly Dentro[]) text += testoDi(one);
  return text;
}

export function html(strings: TemplateStringsArray, ...values: readonly Dentro[]): Html {
  let text = strings[0] ?? "";
  for (let i = 0; i < values.length; i++) text += testoDi(values[i]) + strings[i + 1];
  return new Html(text);
}

export const NIENTE: Html = html``;

const GIORNO = new Intl.DateTimeFormat("it-IT", {
  ...{ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
});
const ISTANTE = new Intl.DateTimeFormat("it-IT", {
  ...{ day: "numeric", month: "long", year: "numeric" },
  ...{ hour: "2-digit", minute: "2-digit", timeZone: "Europe/Rome" },
});
const NUMERO = new Intl.NumberFormat("it-IT", { useGrouping: "always" });

const GIORNI_MAX = 4_000;
const giorni = new Map<string, string>();

/** "2014-11-03" → "3 novembre 2014"; a list says the same few days over and over. */
export function giorno(text: string | null): string {
  if (text === null) return "—";
  const known = giorni.get(text);
  if (known !== undefined) return known;
  if (giorni.size >= GIORNI_MAX) giorni.clear();
  const esteso = GIORNO.format(Date.parse(`${text}T00:00:00Z`));
  giorni.set(text, esteso);
  return esteso;
}
const MESE = new Intl.DateTimeFormat("it-IT", { month: "long", year: "numeric", timeZone: "UTC" });
/** "2014-11" → "novembre 2014" */
export const meseEsteso = (mese: string): string => MESE.format(Date.parse(`${mese}-01T00:00:00Z`));
/** "dal 3 novembre 2014 al 7 novembre 2014"; what has no end yet does not say it. */
export const periodo = (dal: string | null, al: string | null): string =>
  dal === null ? "—" : al === null ? `dal ${giorno(dal)}` : `${giorno(dal)} – ${giorno(al)}`;
/** An instant, on a clock in Rome. */
export const istante = (text: string | null): string =>
  text === null ? "—" : ISTANTE.format(Date.parse(text));
const ORA = new Intl.DateTimeFormat("it-IT", {
  ...{ hour: "2-digit", minute: "2-digit", timeZone: "Europe/Rome" },
});
const QUANDO = new Intl.DateTimeFormat("it-IT", {
  ...{ weekday: "long", day: "numeric", month: "long", timeZone: "Europe/Rome" },
});
/** "lunedì 3 novembre alle 10:30" */
export const quando = (text: string): string =>
  `${QUANDO.format(Date.parse(text))} alle ${ora(text)}`;
/** The clock in Rome, "10:30". */
export const ora = (text: string): string => ORA.format(Date.parse(text));
/** "90" minutes → "1 ora e 30 minuti" */
export function durata(minuti: number): string {
  const hours = Math.floor(minuti / 60);
  const rest = minuti % 60;
  const parts = [
    hours > 0 || rest === 0 ? plurale(hours, "ora", "ore") : "",
    rest > 0 ? plurale(rest, "minuto", "minuti") : "",
  ];
  return parts.filter((part) => part !== "").join(" e ");
}
export const numero = (n: number): string => NUMERO.format(n);
export const plurale = (n: number, uno: string, molti: string): string =>
  `${numero(n)} ${n === 1 ? uno : molti}`;

/** "borsalavoro-10" → "Borsa Lavoro"; what people call a node. */
export function nomeNodo(nodo: string): string {
  if (nodo.startsWith("borsalavoro")) return "Borsa Lavoro";
  if (nodo.startsWith("gefo")) return "Gefo";
  return nodo === "cliclavoro" ? "Cliclavoro" : "Ministero";
}
