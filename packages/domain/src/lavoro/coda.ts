import type { VistaCaso } from "../presa-in-carico/agenda.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, addMonths, addMs, type CivilDate, type Instant } from "../time.ts";
import type { RegoleLavoro } from "./regole.ts";

/** Sorts after every real deadline: a case that nobody of the operatore must act on. */
export const SENZA_TERMINE = "9999-12-31" as CivilDate;

/** One case on the list of work: narrow, because the list is read a thousand times more than the case. */
export interface VoceCoda {
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly vista: VistaCaso;
  readonly entro: CivilDate;
  /** The colleague who follows the case; null = nobody yet. */
  readonly assegnatario: string | null;
  /** Who has it open now, and until when if not renewed. */
  readonly inManoA: string | null;
  readonly inManoFino: Instant | null;
}

export type RifiutoCoda = Readonly<{
  code: "lavoro.in-mano-ad-altri";
  chi: string;
  fino: Instant;
}>;

/** Who holds the case now, if anybody. */
export const inMano = (
  { inManoA, inManoFino }: Pick<VoceCoda, "inManoA" | "inManoFino">,
  adesso: Instant,
): Readonly<{ chi: string; fino: Instant }> | null =>
  inManoA !== null && inManoFino !== null && inManoFino > adesso
    ? { chi: inManoA, fino: inManoFino }
    : null;

/** A case held by a colleague is not worked by others until it is let go, or time is up. */
export function checkInMano<V extends Pick<VoceCoda, "inManoA" | "inManoFino">>(
  voce: V,
  chi: string,
  adesso: Instant,
): Result<V, RifiutoCoda> {
  const mano = inMano(voce, adesso);
  if (mano === null || mano.chi === chi) return ok(voce);
  return refuse({ code: "lavoro.in-mano-ad-altri", ...mano });
}

/** Takes a case in hand, or holds it for longer. */
export function prendiInMano<V extends VoceCoda>(
  voce: V,
  chi: string,
  { presaMinutes }: RegoleLavoro,
  adesso: Instant,
): Result<V, RifiutoCoda> {
  const libera = checkInMano(voce, chi, adesso);
  if (!libera.ok) return libera;
  return ok({ ...voce, inManoA: chi, inManoFino: addMs(adesso, presaMinutes * 60_000) });
}

/** Only who holds it can let it go. */
export function lascia<V extends VoceCoda>(
  voce: V,
  chi: string,
  adesso: Instant,
): Result<V, RifiutoCoda> {
  const libera = checkInMano(voce, chi, adesso);
  if (!libera.ok) return libera;
  return ok({ ...voce, inManoA: null, inManoFino: null });
}

/** To a colleague, or to nobody; the case leaves the hands of who gave it away. */
export function assegnaA<V extends VoceCoda>(
  voce: V,
  assegnatario: string | null,
  chi: string,
  adesso: Instant,
): Result<V, RifiutoCoda> {
  const libera = checkInMano(voce, chi, adesso);
  if (!libera.ok) return libera;
  return ok({ ...voce, assegnatario, inManoA: null, inManoFino: null });
}

/** Another operatore starts from the beginning: nobody follows the case, nobody holds it. */
export const daCapo = { assegnatario: null, inManoA: null, inManoFino: null, sede: null } as const;

/** Views that depend on today: a step, and a stretch of deadlines. `null` = no bound. */
export interface Ritaglio {
  readonly vista: VistaCaso;
  readonly dal: CivilDate | null;
  readonly al: CivilDate | null;
}
export const RITAGLI = {
  "da-chiudere": "Da chiudere",
  "doti-in-scadenza": "Doti in scadenza",
} as const;
export type NomeRitaglio = keyof typeof RITAGLI;

/** Doti that are about to end. Paths to be closed have days of their own: see `chiusura`. */
export const dotiInScadenza = (oggi: CivilDate, { inScadenzaDays }: RegoleLavoro): Ritaglio => ({
  ...{ vista: "servizi-in-corso", dal: oggi, al: addDays(oggi, inScadenzaDays) },
});

/** The day on which a giovane comes of age; null when already of age on the day of the adesione. */
export function minoreFinoA(dataNascita: CivilDate, dataAdesione: CivilDate): CivilDate | null {
  const compie = addMonths(dataNascita, 18 * 12);
  return compie > dataAdesione ? compie : null;
}

/** A mark that a colleague leaves on a case. */
export const SEGNI_CODA = {
  urgente: "urgente",
  "da-richiamare": "da richiamare",
  "mancano-documenti": "mancano documenti",
} as const;
export type SegnoCoda = keyof typeof SEGNI_CODA;
