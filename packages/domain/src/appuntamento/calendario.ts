import { LIMITI_DATE } from "../pacchetto/limiti-date.ts";
import { checkIntervallo, type RifiutoData } from "../presa-in-carico/regole-date.ts";
import type { Result } from "../result.ts";
import {
  addMonths,
  addMs,
  type CivilDate,
  daysBetween,
  type Instant,
  instantInRome,
} from "../time.ts";

/** When a site receives. Hours are those of a clock in Rome; 1 is Monday. */
export interface Calendario {
  readonly sede: string;
  readonly luogo: string;
  readonly durataMinutes: number;
  /** How many are received at once. */
  readonly posti: number;
  readonly orari: readonly Orario[];
  readonly chiusure: readonly Chiusura[];
}
export interface Orario {
  readonly giorno: number;
  readonly dalle: string;
  readonly alle: string;
}
export interface Chiusura {
  readonly dal: CivilDate;
  readonly al: CivilDate;
  readonly motivo: string;
}
export interface Turno {
  readonly inizio: Instant;
  readonly fine: Instant;
}

const UN_LUNEDI = "2014-05-05" as CivilDate;
const giornoDellaSettimana = (giorno: CivilDate): number =>
  (((daysBetween(UN_LUNEDI, giorno) % 7) + 7) % 7) + 1;

export const chiusuraDi = ({ chiusure }: Calendario, giorno: CivilDate): Chiusura | null =>
  chiusure.find(({ dal, al }) => giorno >= dal && giorno <= al) ?? null;

/** What has been received cannot be closed any more, and nobody closes a site years ahead. */
export function checkChiusuraSede(
  { dal, al }: Pick<Chiusura, "dal" | "al">,
  oggi: CivilDate,
): Result<CivilDate, RifiutoData> {
  const massima = addMonths(oggi, LIMITI_DATE.chiusuraSedeMaxMonths);
  const inizio = checkIntervallo(dal, { minima: oggi, massima }, "dal");
  return inizio.ok ? checkIntervallo(al, { minima: dal, massima }, "al") : inizio;
}

/** The slots of one day, one after the other from each opening; a piece too short is not a slot. */
export function turniDi(calendario: Calendario, giorno: CivilDate): readonly Turno[] {
  if (chiusuraDi(calendario, giorno) !== null) return [];
  const passo = calendario.durataMinutes * 60_000;
  return calendario.orari
    .filter((orario) => orario.giorno === giornoDellaSettimana(giorno))
    .toSorted((a, b) => (a.dalle < b.dalle ? -1 : 1))
    .flatMap(({ dalle, alle }) => {
      const turni: Turno[] = [];
      const chiude = instantInRome(giorno, alle);
      for (let inizio = instantInRome(giorno, dalle); ; inizio = addMs(inizio, passo)) {
        const fine = addMs(inizio, passo);
        if (fine > chiude) return turni;
        turni.push({ inizio, fine });
      }
    });
}

/** What a site has until somebody writes its hours: weekday mornings and afternoons, one at a time. */
export const calendarioIniziale = (sede: string, luogo: string): Calendario => ({
  ...{ sede, luogo, durataMinutes: 45, posti: 1, chiusure: [] },
  orari: [1, 2, 3, 4, 5].flatMap((giorno) => [
    { giorno, dalle: "09:00", alle: "12:45" },
    { giorno, dalle: "14:00", alle: "17:00" },
  ]),
});
