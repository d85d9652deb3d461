import { minutiDi, type RigaRegistro } from "../erogazione/registro.ts";
import type { CivilDate } from "../time.ts";

/** One line of a rendicontazione: a stretch of the register, or the contract that proves a result. */
export interface VoceRendiconto {
  /** Id of the line of the register, or number of the communication. */
  readonly riferimento: string;
  readonly giorno: CivilDate;
  readonly minuti: number;
  readonly importoCents: number;
}

const MINUTES_IN_HOUR = 60;

/**
 * Hours at the tariff of the dote, until the money of the service ends. The amount of each line is the
 * difference of two running totals, so that the lines always sum to the whole, cent by cent.
 */
export function vociDaRegistro(
  righe: readonly RigaRegistro[],
  tariffaCents: number,
  residuoCents: number,
): readonly VoceRendiconto[] {
  const ordered = [...righe].sort((a, b) =>
    `${a.giorno} ${a.dalle} ${a.id}` < `${b.giorno} ${b.dalle} ${b.id}` ? -1 : 1,
  );
  const due = (minuti: number): number =>
    Math.min(Math.floor((minuti * tariffaCents) / MINUTES_IN_HOUR), residuoCents);
  let before = 0;
  return ordered.map((riga) => {
    const minuti = minutiDi(riga);
    const importoCents = due(before + minuti) - due(before);
    before += minuti;
    return { riferimento: riga.id, giorno: riga.giorno, minuti, importoCents };
  });
}

export const totaleVociCents = (voci: readonly Pick<VoceRendiconto, "importoCents">[]): number =>
  voci.reduce((sum, { importoCents }) => sum + importoCents, 0);

export const minutiVoci = (voci: readonly Pick<VoceRendiconto, "minuti">[]): number =>
  voci.reduce((sum, { minuti }) => sum + minuti, 0);
