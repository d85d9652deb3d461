import type { Fascia } from "../pacchetto/regole-gefo.ts";
import type {
  CondizionePrima,
  InputProfilazione,
  PresenzaItalia,
  TitoloStudio,
} from "./profilazione.ts";

/** What every page and record says of an answer made here. */
export const METODO_SIMULATO = "simulata, non ministeriale, v1";

/**
 * INVENTED weights: they belong to no act, and no act may be decided with them. The Ministry's are not
 * public. Only the three cuts are calibrated, so that an invented population falls in the classes in the
 * shares observed in Lombardia in July 2015.
 * @source DOMAIN §4 (coefficients not found), §9.2 (shares 44.5/18.5/24/13)
 */
const PESI: Readonly<{
  base: number;
  donna: number;
  perAnno: number;
  titolo: Readonly<Record<TitoloStudio, number>>;
  condizione: Readonly<Record<CondizionePrima, number>>;
  presenza: Readonly<Record<PresenzaItalia, number>>;
}> = {
  base: -0.4,
  donna: 0.25,
  perAnno: 0.04,
  titolo: { nessuno: 1.1, media: 0.8, qualifica: 0.3, diploma: 0, laurea: -0.5 },
  condizione: { studente: -0.3, occupato: -0.5, disoccupato: 0.6, inattivo: 1 },
  presenza: { nato: 0, "oltre-2": 0.15, "1-2": 0.4, "fino-1": 0.6 },
};
/** p below the first cut is class 1, and so on. */
const TAGLI = [0.5474, 0.6479, 0.7703] as const;
const ETA_BASE_YEARS = 15;
const CIFRE = 9;

export function indiceSimulato(input: InputProfilazione): number {
  const { titolo, condizione, presenza, etaYears, sesso } = input;
  const somma =
    PESI.base +
    (sesso === "F" ? PESI.donna : 0) +
    PESI.perAnno * (etaYears - ETA_BASE_YEARS) +
    PESI.titolo[titolo] +
    PESI.condizione[condizione] +
    PESI.presenza[presenza];
  return Number((1 / (1 + Math.exp(-somma))).toFixed(CIFRE));
}

export function classeSimulata(indice: number): Fascia {
  const sopra = TAGLI.filter((taglio) => indice >= taglio).length;
  return (sopra + 1) as Fascia;
}
