import type { InputProfilazione } from "@staffetta/domain";
import type { Sorte } from "./caso.ts";

/** What a giovane declares for the profiling; age, gender and province come with the person. */
export type Profilo = Pick<InputProfilazione, "titolo" | "condizione" | "presenza">;

/** @source DOMAIN §9.2: degree 17–18 %, diploma 57–58 %, at most lower secondary 25 % */
const TITOLI: readonly (readonly [Profilo["titolo"], number])[] = [
  ["laurea", 17.5],
  ["diploma", 47.5],
  ["qualifica", 10],
  ["media", 22],
  ["nessuno", 3],
];
const CONDIZIONI: readonly (readonly [Profilo["condizione"], number])[] = [
  ["studente", 40],
  ["disoccupato", 30],
  ["occupato", 20],
  ["inattivo", 10],
];
/** Italian citizens are about 88 % in Lombardia. */
const PRESENZE: readonly (readonly [Profilo["presenza"], number])[] = [
  ["nato", 88],
  ["oltre-2", 9],
  ["1-2", 2],
  ["fino-1", 1],
];

export const unProfilo = (sorte: Sorte): Profilo => ({
  titolo: sorte.weighted(TITOLI),
  condizione: sorte.weighted(CONDIZIONI),
  presenza: sorte.weighted(PRESENZE),
});

const ADULTO_YEARS = 18;
const LAUREATO_YEARS = 22;

/** Nobody has a diploma at sixteen, nor a degree at twenty. */
export function titoloPerEta({ titolo }: Profilo, etaYears: number): Profilo["titolo"] {
  if (etaYears < ADULTO_YEARS) return titolo === "nessuno" ? "nessuno" : "media";
  return titolo === "laurea" && etaYears < LAUREATO_YEARS ? "diploma" : titolo;
}
