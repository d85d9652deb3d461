import type { AdesioneId, ServizioId } from "../ids.ts";
import type { CodiceMisura } from "../politica-attiva/misure.ts";
import { addDays, type CivilDate, type Instant, weekdayOf } from "../time.ts";

/** "09:30", on a clock in Rome. */
export type Ora = string;

/**
 * One stretch of one day in the register of a service. It counts when the giovane and the professional
 * have both signed it; it can no longer change once it has been reported.
 */
export interface RigaRegistro {
  readonly id: string;
  readonly servizioId: ServizioId;
  readonly adesioneId: AdesioneId;
  /** The giovane, by a key that is the same in all his or her doti. */
  readonly persona: string;
  readonly misura: CodiceMisura;
  readonly giorno: CivilDate;
  readonly dalle: Ora;
  readonly alle: Ora;
  readonly sedeId: string;
  readonly professionistaId: string;
  readonly firmaGiovaneAt: Instant | null;
  readonly firmaProfessionistaAt: Instant | null;
  /** The rendicontazione that has taken it; null = still free. */
  readonly rendicontazioneId: string | null;
}

export type Tratto = Pick<RigaRegistro, "giorno" | "dalle" | "alle">;

const MINUTES_IN_HOUR = 60;

/** Minutes since midnight of "HH:MM". */
export function minutoDi(ora: Ora): number {
  const [hours = "0", minutes = "0"] = ora.split(":");
  return Number(hours) * MINUTES_IN_HOUR + Number(minutes);
}

export const minutiDi = ({ dalle, alle }: Pick<Tratto, "dalle" | "alle">): number =>
  minutoDi(alle) - minutoDi(dalle);

export const minutiTotali = (righe: readonly Pick<Tratto, "dalle" | "alle">[]): number =>
  righe.reduce((sum, riga) => sum + minutiDi(riga), 0);

export const siSovrappongono = (a: Tratto, b: Tratto): boolean =>
  a.giorno === b.giorno && a.dalle < b.alle && b.dalle < a.alle;

export const isFirmata = ({ firmaGiovaneAt, firmaProfessionistaAt }: RigaRegistro): boolean =>
  firmaGiovaneAt !== null && firmaProfessionistaAt !== null;

/** Monday of the week of a day: the register is filled one week at a time. */
export const lunediDi = (giorno: CivilDate): CivilDate => addDays(giorno, -weekdayOf(giorno));
