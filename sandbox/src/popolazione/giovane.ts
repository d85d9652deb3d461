import type { Anagrafica, Recapiti } from "@staffetta/contracts";
import { addDays, type CivilDate, componiCodiceFiscale } from "@staffetta/domain";
import type { Sorte } from "./caso.ts";

/** Invented people: real first names, invented surnames, a place of birth that no municipality has. */
export interface GiovaneFinto {
  readonly anagrafica: Anagrafica;
  readonly recapiti: Recapiti;
}

const NOMI_F = [
  ...["Giulia", "Martina", "Sara", "Chiara", "Aurora", "Alice", "Francesca", "Elena", "Amina"],
  ...["Noemi", "Ilaria", "Beatrice", "Fatima", "Irene", "Marta", "Ginevra", "Camilla", "Lucia"],
] as const;
const NOMI_M = [
  ...["Luca", "Matteo", "Davide", "Andrea", "Simone", "Marco", "Youssef", "Alessio", "Pietro"],
  ...["Tommaso", "Karim", "Gabriele", "Nicola", "Samuele", "Diego", "Edoardo", "Leonardo"],
] as const;
/** Two halves that make a surname nobody bears. */
const PRIMA = [
  ...["Rocca", "Valle", "Monte", "Piano", "Acqua", "Selva", "Fonte", "Campo", "Pietra", "Riva"],
  ...["Colle", "Prato", "Bosco", "Ponte", "Torre", "Sasso", "Vigna", "Malga", "Ghiaia", "Brina"],
] as const;
const SECONDA = [
  ...["chiara", "lunga", "santa", "fredda", "verde", "scura", "alta", "bianca", "forte", "lieve"],
  ...["stretta", "nuova", "viva", "dolce", "amara", "ferma", "grigia", "mossa", "piana", "rara"],
] as const;
/** Z9xx of this range is given to no country: a code made with it belongs to nobody. */
const LUOGO_INVENTATO = "Z999";

/** @source DOMAIN §9.2: gender 53/47; 15–18 8 %, 19–24 51 %, 25–29 41 % (2014) */
const FASCE_ETA: readonly (readonly [readonly [number, number], number])[] = [
  [[15, 18], 8],
  [[19, 24], 51],
  [[25, 29], 41],
];
const QUOTA_M = 0.53;
const YEAR_DAYS = 365.25;

/** @param numero makes the e-mail and the day of birth differ between people who share a name */
export function unGiovane(sorte: Sorte, oggi: CivilDate, numero: number): GiovaneFinto {
  const sesso = sorte.chance(QUOTA_M) ? "M" : "F";
  const nome = sorte.pick(sesso === "M" ? NOMI_M : NOMI_F);
  const cognome = sorte.pick(PRIMA) + sorte.pick(SECONDA);
  const [min, max] = sorte.weighted(FASCE_ETA);
  const etaDays = Math.floor(sorte.int(min, max) * YEAR_DAYS) + sorte.int(5, 355);
  const dataNascita = addDays(oggi, -etaDays);
  const persona = { nome, cognome, dataNascita, sesso } as const;
  const codiceFiscale = componiCodiceFiscale({ ...persona, luogo: LUOGO_INVENTATO });
  const email = `${nome}.${cognome}.${numero}@esempio.it`.toLowerCase();
  const telefono = `3${sorte.int(20, 99)} ${sorte.int(1_000_000, 9_999_999)}`;
  return { anagrafica: { ...persona, codiceFiscale }, recapiti: { email, telefono } };
}
