import { ok, type Result, refuse } from "../result.ts";

export type RifiutoIban =
  | Readonly<{ code: "iban.forma"; campo: "iban" }>
  | Readonly<{ code: "iban.lunghezza"; campo: "iban"; lunghezza: number; attesa: number }>
  | Readonly<{ code: "iban.controllo"; campo: "iban" }>;

/** Of the countries of the single market whose accounts an operatore may have; others are not accepted. */
const LUNGHEZZE: Readonly<Record<string, number>> = {
  ...{ IT: 27, SM: 27, FR: 27, DE: 22, ES: 24, AT: 20, SI: 19, BE: 16, NL: 18, LU: 20, IE: 22 },
  ...{ PT: 25, HR: 21, MT: 31, CH: 21, PL: 28, RO: 24 },
};
const MODULUS = 97;

/** Remainder of a number of any length, digit by digit; letters count 10 to 35. */
function resto(text: string): number {
  let rest = 0;
  for (const letter of text)
    for (const digit of Number.parseInt(letter, 36).toString())
      rest = (rest * 10 + Number(digit)) % MODULUS;
  return rest;
}

/**
 * Accepts blanks and lower case; gives the IBAN without them when its check digits agree.
 * @see ISO 13616, ISO/IEC 7064 MOD 97-10
 */
export function normalizzaIban(text: string): Result<string, RifiutoIban> {
  const iban = text.replaceAll(/\s/g, "").toUpperCase();
  const campo = "iban";
  const attesa = LUNGHEZZE[iban.slice(0, 2)];
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || attesa === undefined)
    return refuse({ code: "iban.forma", campo });
  if (iban.length !== attesa)
    return refuse({ code: "iban.lunghezza", campo, lunghezza: iban.length, attesa });
  if (resto(iban.slice(4) + iban.slice(0, 4)) !== 1)
    return refuse({ code: "iban.controllo", campo });
  return ok(iban);
}

/** What whoever typed it can do about it. */
export function testoRifiutoIban(rifiuto: RifiutoIban): string {
  if (rifiuto.code === "iban.forma")
    return "Non è un IBAN: comincia con due lettere e due cifre, per esempio IT60";
  if (rifiuto.code === "iban.controllo")
    return "L'IBAN non è giusto: una cifra è sbagliata o due sono scambiate. Ricopialo";
  const { lunghezza, attesa } = rifiuto;
  return `L'IBAN è lungo ${lunghezza} caratteri, per questo paese ne servono ${attesa}`;
}

/** In groups of four, as people read it. */
export const mostraIban = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, "$1 ");
