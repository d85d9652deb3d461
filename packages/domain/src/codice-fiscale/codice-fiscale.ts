import type { CodiceFiscale } from "../ids.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type CivilDate, isCivilDate } from "../time.ts";

/**
 * The codice fiscale: sixteen characters with a check letter, of which seven digits may be replaced by
 * letters when two people would have the same code (omocodia: 128 forms); or eleven digits, provisional.
 * @source D.M. 23 December 1976, n. 13813
 */
export type RifiutoCodiceFiscale = Readonly<{
  code:
    | "codice-fiscale.lunghezza"
    | "codice-fiscale.caratteri"
    | "codice-fiscale.controllo"
    | "codice-fiscale.data";
  messaggio: string;
}>;

const OMOCODIA = "LMNPQRSTUV";
/** Positions that hold a digit unless omocodia has replaced it. */
const DIGIT_POSITIONS = [6, 7, 9, 10, 12, 13, 14] as const;
const SHAPE =
  /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const PROVISIONAL = /^[0-9]{11}$/;
const MONTHS = "ABCDEHLMPRST";
/** Day of birth is augmented by this for women. */
const DAY_OFFSET_F = 40;

/** Value of a character in an odd position (first, third …), by its rank (0–9 or A–Z). */
const ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
] as const;

const rank = (char: string): number =>
  char >= "A" ? char.charCodeAt(0) - 65 : char.charCodeAt(0) - 48;

/** The check letter of the tax office over any characters A–Z and 0–9: odd places by table, even by rank. */
export function carattereControllo(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = rank(text.charAt(i));
    sum += i % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/** The sixteenth letter of fifteen characters. */
export const letteraControllo = (first15: string): string =>
  carattereControllo(first15.slice(0, 15));

/** Check digit of a provisional code, as of a partita IVA. */
function cifraControllo(first10: string): string {
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const digit = Number(first10.charAt(i));
    const doubled = digit * 2;
    if (i % 2 === 0) sum += digit;
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

const rifiuto = (
  code: RifiutoCodiceFiscale["code"],
  messaggio: string,
): ReturnType<typeof refuse<RifiutoCodiceFiscale>> => refuse({ code, messaggio });

/** The first fifteen characters with every replaced digit back in place. */
function senzaOmocodia(code: string): string {
  const chars = [...code];
  for (const at of DIGIT_POSITIONS) {
    const digit = OMOCODIA.indexOf(chars[at] ?? "");
    if (digit >= 0) chars[at] = String(digit);
  }
  return chars.join("");
}

/** The form without omocodia, check letter included: the same person's codes share it. */
export function formaBase(code: CodiceFiscale): CodiceFiscale {
  if (PROVISIONAL.test(code)) return code;
  const first15 = senzaOmocodia(code).slice(0, 15);
  return (first15 + letteraControllo(first15)) as CodiceFiscale;
}

/** All 128 forms that the tax office may have given instead of this one, itself included. */
export function formeOmocodia(code: CodiceFiscale): readonly CodiceFiscale[] {
  if (PROVISIONAL.test(code)) return [code];
  const base = formaBase(code);
  return Array.from({ length: 2 ** DIGIT_POSITIONS.length }, (_, mask) => {
    const chars = [...base.slice(0, 15)];
    DIGIT_POSITIONS.forEach((at, bit) => {
      if (mask & (1 << bit)) chars[at] = OMOCODIA.charAt(Number(chars[at]));
    });
    const first15 = chars.join("");
    return (first15 + letteraControllo(first15)) as CodiceFiscale;
  });
}

/** Accepts blanks and small letters; verifies shape, check character and that the birthday exists. */
export function normalizzaCodiceFiscale(text: string): Result<CodiceFiscale, RifiutoCodiceFiscale> {
  const code = text.replaceAll(/\s/g, "").toUpperCase();
  if (PROVISIONAL.test(code)) {
    if (cifraControllo(code.slice(0, 10)) === code.charAt(10)) return ok(code as CodiceFiscale);
    return rifiuto(
      "codice-fiscale.controllo",
      "L'ultima cifra non torna: ricontrolla il codice provvisorio.",
    );
  }
  if (code.length !== 16)
    return rifiuto(
      "codice-fiscale.lunghezza",
      `Il codice fiscale ha 16 caratteri, qui sono ${code.length}.`,
    );
  if (!SHAPE.test(code))
    return rifiuto(
      "codice-fiscale.caratteri",
      "Qualche carattere non è al posto giusto: copialo dalla tessera sanitaria.",
    );
  if (letteraControllo(code.slice(0, 15)) !== code.charAt(15))
    return rifiuto(
      "codice-fiscale.controllo",
      "L'ultima lettera non torna con le altre: ricontrolla il codice.",
    );
  if (nascitaDa(code, 1900) === null)
    return rifiuto("codice-fiscale.data", "La data di nascita nel codice non esiste.");
  return ok(code as CodiceFiscale);
}

/** Birth in the century given, or null when the calendar has no such day. */
function nascitaDa(
  code: string,
  century: number,
): Readonly<{ dataNascita: CivilDate; sesso: "F" | "M"; luogo: string }> | null {
  const plain = senzaOmocodia(code);
  const year = century + Number(plain.slice(6, 8));
  const month = MONTHS.indexOf(plain.charAt(8)) + 1;
  const coded = Number(plain.slice(9, 11));
  const sesso = coded > DAY_OFFSET_F ? "F" : "M";
  const day = sesso === "F" ? coded - DAY_OFFSET_F : coded;
  const text = [year, month, day].map((n) => String(n).padStart(2, "0")).join("-");
  if (!isCivilDate(text)) {
    // 29 February may exist in the next century only.
    const next = text.replace(/^19/, "20");
    if (!isCivilDate(next)) return null;
    return { dataNascita: next, sesso, luogo: plain.slice(11, 15) };
  }
  return { dataNascita: text, sesso, luogo: plain.slice(11, 15) };
}

/**
 * Birthday and sex that the code says, in the latest century that does not come after `giorno`; null for
 * a provisional code, which says nothing.
 */
export function nascitaNelCodice(code: CodiceFiscale, giorno: CivilDate): Nato | null {
  if (PROVISIONAL.test(code)) return null;
  const [recent, old] = [nascitaDa(code, 2000), nascitaDa(code, 1900)];
  return recent !== null && recent.dataNascita <= giorno ? recent : old;
}

export interface Nato {
  readonly dataNascita: CivilDate;
  readonly sesso: "F" | "M";
}

/** True when the code says the same birthday (year without century) and sex as the person. */
export function concorda(code: CodiceFiscale, { dataNascita, sesso }: Nato): boolean {
  if (PROVISIONAL.test(code)) return true;
  const plain = senzaOmocodia(code);
  const day = Number(dataNascita.slice(8)) + (sesso === "F" ? DAY_OFFSET_F : 0);
  const month = MONTHS.charAt(Number(dataNascita.slice(5, 7)) - 1);
  return plain.slice(6, 11) === `${dataNascita.slice(2, 4)}${month}${String(day).padStart(2, "0")}`;
}

const VOWELS = /[AEIOU]/;
const lettersOf = (text: string): string =>
  text
    .normalize("NFD")
    .toUpperCase()
    .replaceAll(/[^A-Z]/g, "");

function treLettere(text: string, skipSecond: boolean): string {
  const letters = [...lettersOf(text)];
  const consonants = letters.filter((letter) => !VOWELS.test(letter));
  const vowels = letters.filter((letter) => VOWELS.test(letter));
  if (skipSecond && consonants.length > 3) consonants.splice(1, 1);
  return [...consonants, ...vowels, "X", "X", "X"].slice(0, 3).join("");
}

/**
 * The code that the rule gives to these data. For demos, tests and checks: only the tax office assigns
 * real ones.
 * @param luogo four characters of the place of birth ("F205" Milano)
 */
export function componiCodiceFiscale(
  persona: Nato & { readonly nome: string; readonly cognome: string; readonly luogo: string },
): CodiceFiscale {
  const { nome, cognome, dataNascita, sesso, luogo } = persona;
  const day = Number(dataNascita.slice(8)) + (sesso === "F" ? DAY_OFFSET_F : 0);
  const month = MONTHS.charAt(Number(dataNascita.slice(5, 7)) - 1);
  const born = `${dataNascita.slice(2, 4)}${month}${String(day).padStart(2, "0")}`;
  const first15 = treLettere(cognome, false) + treLettere(nome, true) + born + luogo;
  return (first15 + letteraControllo(first15)) as CodiceFiscale;
}

/** Typed where a name may stand too: no name has a figure in it, but a code may have none. */
export const sembraCodiceFiscale = (testo: string): boolean =>
  /\d/.test(testo) || normalizzaCodiceFiscale(testo).ok;
