import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import { type CivilDate, dayInRome } from "../time.ts";

/** A notice of a programme: who adheres between its two days is under its rules and spends its money. */
export interface Avviso {
  readonly id: string;
  readonly programma: string;
  readonly titolo: string;
  readonly dal: CivilDate;
  readonly al: CivilDate | null;
}

/** The rules of a notice from a day on. Never changed: a correction is a further version. */
export interface VersioneRegole {
  readonly avvisoId: string;
  readonly numero: number;
  readonly validaDal: CivilDate;
  readonly regole: RegoleGefo;
}

/** The notice open on a day: of two that overlap the later one. */
export function avvisoAl<A extends Pick<Avviso, "dal" | "al">>(
  avvisi: readonly A[],
  giorno: CivilDate,
): A | undefined {
  const aperti = avvisi.filter(({ dal, al }) => dal <= giorno && (al === null || giorno <= al));
  return aperti.toSorted((a, b) => (a.dal < b.dal ? 1 : -1))[0];
}

/** The version in force on a day; before the first one, the first: no case is without rules. */
export function versioneAl<V extends Pick<VersioneRegole, "numero" | "validaDal">>(
  versioni: readonly V[],
  giorno: CivilDate,
): V | undefined {
  const ordinate = versioni.toSorted(
    (a, b) =>
      (a.validaDal < b.validaDal ? -1 : 1) * Number(a.validaDal !== b.validaDal) ||
      a.numero - b.numero,
  );
  return ordinate.findLast(({ validaDal }) => validaDal <= giorno) ?? ordinate[0];
}

/**
 * The day whose rules govern a case: a dote lives by those of the day on which it was sent, whatever
 * is decided later; before the dote, by those of today.
 */
export const giornoDelleRegole = ({ dote }: Pick<Caso, "dote">, oggi: CivilDate): CivilDate =>
  dote === null || dote.stato === "annullata" ? oggi : dayInRome(dote.inviataAt);
