import { ok, type Result, refuse } from "../result.ts";

export interface RifiutoImporto {
  readonly code:
    | "importo.vuoto"
    | "importo.negativo"
    | "importo.decimali"
    | "importo.dubbio"
    | "importo.parole"
    | "importo.troppo";
}

/** A billion of euros has 13 characters with its dots; the rest is a mistake of the keyboard. */
const CHARS_MAX = 30;
/** Thousands are parted by dots or by blanks, never by both, and never begin with a zero. */
const ALL_ITALIANA = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:\s\d{3})+)(?:,(\d{1,2}))?$/;
/** One or two figures after a dot cannot be thousands: they have one reading only. */
const COL_PUNTO = /^(\d+)\.(\d{1,2})$/;

const senzaValuta = (text: string): string =>
  text
    .trim()
    .replace(/^(?:€|euro|eur)/i, "")
    .replace(/(?:€|euro|eur)$/i, "")
    .trim();

function perche(corpo: string): RifiutoImporto["code"] {
  if (corpo === "") return "importo.vuoto";
  if (/^[-−–]\s*(?:€\s*)?\d/.test(corpo)) return "importo.negativo";
  if (/[^\d.,\s]/.test(corpo)) return "importo.parole";
  return /^[\d.\s]*\d,\d{3,}$/.test(corpo) ? "importo.decimali" : "importo.dubbio";
}

const EURO = new Intl.NumberFormat("it-IT", {
  ...{ style: "currency", currency: "EUR", useGrouping: "always" },
});

/** 100050 cents → "1.000,50 €": on pages, in messages and on paper, as it is read back. */
export const euro = (cents: number): string => EURO.format(cents / 100);

/** "1.000,50" → 100050 cents. What could mean two amounts is refused: "0.500", "1,000.50". */
export function leggiImporto(text: string): Result<number, RifiutoImporto> {
  if (text.length > CHARS_MAX) return refuse({ code: "importo.troppo" });
  const corpo = senzaValuta(text);
  const found = ALL_ITALIANA.exec(corpo) ?? COL_PUNTO.exec(corpo);
  if (found === null) return refuse({ code: perche(corpo) });
  const [, intero = "", decimali = ""] = found;
  const cents = Number(intero.replaceAll(/[.\s]/g, "") + decimali.padEnd(2, "0"));
  return Number.isSafeInteger(cents) ? ok(cents) : refuse({ code: "importo.troppo" });
}

const TESTI: Readonly<Record<RifiutoImporto["code"], string>> = {
  "importo.vuoto": "Scrivi un importo in euro, per esempio 12,50",
  "importo.negativo": "Non può essere negativo: scrivi l'importo senza il segno meno",
  "importo.decimali": "Dopo la virgola scrivi al massimo due cifre, per esempio 12,50",
  "importo.dubbio":
    "Non si capisce quant'è: scrivi il punto per le migliaia e la virgola per i centesimi, per esempio 1.000,50",
  "importo.parole": "Scrivi un importo in euro, con le cifre, per esempio 1.000,50",
  "importo.troppo": "L'importo è troppo grande: controlla le cifre e scrivilo di nuovo",
};

/** What whoever typed it can do about it. */
export const testoRifiutoImporto = ({ code }: RifiutoImporto): string => TESTI[code];
