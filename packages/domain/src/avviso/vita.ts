import { LIMITI_DATE } from "../pacchetto/limiti-date.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import { checkIntervallo, type RifiutoData } from "../presa-in-carico/regole-date.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, addMonths, type CivilDate } from "../time.ts";
import { type Avviso, avvisoAl } from "./avviso.ts";

/** How a notice opens and ends. The past stays as it was: both days are today or still to come. */

export type RifiutoAvviso =
  | Readonly<{ code: "avviso.nel-passato"; campo: "dal" | "al" }>
  | Readonly<{ code: "avviso.fine-prima"; campo: "al"; dal: CivilDate }>
  | Readonly<{ code: "avviso.gia-cosi"; campo: "al" }>
  | Readonly<{ code: "avviso.nessuno-aperto"; dataAdesione: CivilDate }>
  | RifiutoData;

/** Nothing of a notice is decided for days so far ahead. */
export const checkLontano = (
  data: CivilDate,
  campo: string,
  oggi: CivilDate,
): Result<CivilDate, RifiutoData> =>
  checkIntervallo(
    data,
    { minima: oggi, massima: addMonths(oggi, LIMITI_DATE.avvisoMaxYears * 12) },
    campo,
  );

type Periodo = Pick<Avviso, "dal" | "al">;

export function checkApertura({ dal, al }: Periodo, oggi: CivilDate): Result<null, RifiutoAvviso> {
  if (dal < oggi) return refuse({ code: "avviso.nel-passato", campo: "dal" });
  if (al !== null && al < dal) return refuse({ code: "avviso.fine-prima", campo: "al", dal });
  const inizio = checkLontano(dal, "dal", oggi);
  if (!inizio.ok) return inizio;
  const fine = al === null ? inizio : checkLontano(al, "al", oggi);
  return fine.ok ? ok(null) : fine;
}

export function checkChiusura(
  avviso: Periodo,
  al: CivilDate,
  oggi: CivilDate,
): Result<null, RifiutoAvviso> {
  if (al < oggi) return refuse({ code: "avviso.nel-passato", campo: "al" });
  if (avviso.al !== null && avviso.al < oggi)
    return refuse({ code: "avviso.nel-passato", campo: "al" });
  if (al < avviso.dal) return refuse({ code: "avviso.fine-prima", campo: "al", dal: avviso.dal });
  const fine = checkLontano(al, "al", oggi);
  if (!fine.ok) return fine;
  if (al === avviso.al) return refuse({ code: "avviso.gia-cosi", campo: "al" });
  return ok(null);
}

/**
 * The notice that governs who adhered on a day: the open one; where none is open the last that had begun,
 * and before all of them the first: nobody is without rules.
 */
export function avvisoDi<A extends Periodo>(
  avvisi: readonly A[],
  giorno: CivilDate,
): A | undefined {
  const aperto = avvisoAl(avvisi, giorno);
  if (aperto !== undefined) return aperto;
  const ordinati = avvisi.toSorted((a, b) => (a.dal < b.dal ? -1 : 1));
  return ordinati.findLast(({ dal }) => dal <= giorno) ?? ordinati[0];
}

/** Who adhered after the last notice had ended has rules to be met with, and no money to be promised. */
export function checkAperto(
  avvisi: readonly Periodo[],
  dataAdesione: CivilDate,
): Result<null, RifiutoAvviso> {
  const cominciati = avvisi.filter(({ dal }) => dal <= dataAdesione);
  const finiti = cominciati.every(({ al }) => al !== null && al < dataAdesione);
  return cominciati.length > 0 && finiti
    ? refuse({ code: "avviso.nessuno-aperto", dataAdesione })
    : ok(null);
}

/** What ending a notice on a day leaves as it is, and what comes after it. */
export interface AnteprimaChiusura {
  /** Open cases of this notice: they go on, with its rules and its money. */
  readonly casi: number;
  /** Of these, those whose dote is still to be sent. */
  readonly senzaDote: number;
  /** Of these, those whose dote waits for money. */
  readonly inCoda: number;
  /** The notice of who adheres on the day after; null = none, and no dote can be promised. */
  readonly dopo: string | null;
}

export function anteprimaChiusura(
  casi: readonly Pick<Caso, "dataAdesione" | "dote" | "stato">[],
  avvisi: readonly Avviso[],
  { avvisoId, al }: Readonly<{ avvisoId: string; al: CivilDate }>,
): AnteprimaChiusura {
  const suoi = casi.filter(({ dataAdesione }) => avvisoDi(avvisi, dataAdesione)?.id === avvisoId);
  const chiuso = avvisi.map((uno) => (uno.id === avvisoId ? { ...uno, al } : uno));
  return {
    casi: suoi.length,
    senzaDote: suoi.filter(({ dote }) => dote === null || dote.stato === "annullata").length,
    inCoda: suoi.filter(({ stato }) => stato === "in-coda").length,
    dopo: avvisoAl(chiuso, addDays(al, 1))?.titolo ?? null,
  };
}
