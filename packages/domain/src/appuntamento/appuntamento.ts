import type { StatoAdesione } from "../adesione/adesione.ts";
import type { StatoCaso } from "../presa-in-carico/caso.ts";
import { ok, type Result, refuse } from "../result.ts";
import { addDays, addMs, type CivilDate, dayInRome, type Instant } from "../time.ts";
import { type Calendario, chiusuraDi, turniDi } from "./calendario.ts";

/** Letters as the regional systems write them. @source WIRE §4.6 */
export const STATI_APPUNTAMENTO = {
  DE: "fissato",
  ER: "fatto",
  // By whom and why, its reason says: the operatore, or the case that went on without it.
  DI: "annullato",
  DC: "annullato dal giovane",
  SP: "spostato",
  NP: "non si è presentato",
} as const;
export type StatoAppuntamento = keyof typeof STATI_APPUNTAMENTO;

export interface Appuntamento {
  readonly id: string;
  readonly adesioneId: string;
  readonly sede: string;
  readonly stato: StatoAppuntamento;
  readonly inizio: Instant;
  readonly fine: Instant;
  readonly posto: number;
  readonly motivo: string | null;
}

export interface RegoleAppuntamenti {
  /** A slot is given no later than so many days before. */
  readonly anticipoDays: number;
  /** And no earlier than so many days before. */
  readonly orizzonteDays: number;
  readonly promemoriaHours: number;
  readonly daVerificare: readonly string[];
}

export const REGOLE_APPUNTAMENTI: RegoleAppuntamenti = {
  ...{ anticipoDays: 1, orizzonteDays: 60, promemoriaHours: 12 },
  daVerificare: ["anticipoDays", "orizzonteDays", "promemoriaHours"],
};

/** What an appointment becomes when the adesione changes; null = it stays. @source WIRE §4.6 */
export const PER_STATO_ADESIONE: Readonly<
  Record<StatoAdesione, Readonly<{ passato: StatoAppuntamento; futuro: StatoAppuntamento }> | null>
> = {
  A: null,
  ...{ C: { passato: "DI", futuro: "DI" }, D: { passato: "DI", futuro: "DI" } },
  ...{ N: { passato: "DI", futuro: "DI" }, X: { passato: "DI", futuro: "DI" } },
  ...{ P: { passato: "ER", futuro: "DI" }, T: { passato: "ER", futuro: "DI" } },
  ...{ R: { passato: "ER", futuro: "DI" }, F: { passato: "ER", futuro: "DI" } },
  U: { passato: "NP", futuro: "DI" },
};

export function perStatoAdesione(
  appuntamento: Appuntamento,
  stato: StatoAdesione,
  adesso: Instant,
): StatoAppuntamento | null {
  const poi = PER_STATO_ADESIONE[stato];
  if (poi === null || appuntamento.stato !== "DE") return null;
  return appuntamento.inizio > adesso ? poi.futuro : poi.passato;
}

export type RifiutoAppuntamento =
  | Readonly<{ code: "appuntamento.fuori-orario"; inizio: Instant }>
  | Readonly<{ code: "appuntamento.sede-chiusa"; dal: CivilDate; al: CivilDate; motivo: string }>
  | Readonly<{ code: "appuntamento.fuori-tempo"; dal: CivilDate; al: CivilDate }>
  | Readonly<{ code: "appuntamento.pieno"; inizio: Instant }>
  | Readonly<{ code: "appuntamento.gia-fissato"; inizio: Instant }>
  | Readonly<{ code: "appuntamento.non-aperto"; stato: StatoAppuntamento }>
  | Readonly<{ code: "appuntamento.non-ancora"; inizio: Instant }>
  | Readonly<{ code: "appuntamento.non-convocabile"; stato: StatoCaso }>
  | Readonly<{ code: "appuntamento.finestra-chiusa"; entro: CivilDate }>;

/** The days on which a slot may be given today. */
export const finestra = (
  oggi: CivilDate,
  { anticipoDays, orizzonteDays }: RegoleAppuntamenti,
): Readonly<{ dal: CivilDate; al: CivilDate }> => ({
  dal: addDays(oggi, anticipoDays),
  al: addDays(oggi, orizzonteDays),
});

export interface Fissa {
  readonly inizio: Instant;
  /** Places of that slot already taken. */
  readonly occupati: readonly number[];
}

/** A slot of the calendar, within the days that may be given, with a place left: the lowest one. */
export function fissa(
  calendario: Calendario,
  { inizio, occupati }: Fissa,
  regole: RegoleAppuntamenti,
  adesso: Instant,
): Result<Pick<Appuntamento, "inizio" | "fine" | "posto">, RifiutoAppuntamento> {
  const giorno = dayInRome(inizio);
  const { dal, al } = finestra(dayInRome(adesso), regole);
  if (giorno < dal || giorno > al) return refuse({ code: "appuntamento.fuori-tempo", dal, al });
  const chiusa = chiusuraDi(calendario, giorno);
  if (chiusa !== null) return refuse({ code: "appuntamento.sede-chiusa", ...chiusa });
  const turno = turniDi(calendario, giorno).find((uno) => uno.inizio === inizio);
  if (turno === undefined) return refuse({ code: "appuntamento.fuori-orario", inizio });
  for (let posto = 1; posto <= calendario.posti; posto++)
    if (!occupati.includes(posto)) return ok({ ...turno, posto });
  return refuse({ code: "appuntamento.pieno", inizio });
}

/** Open appointments only: what is over stays as it was. */
export function concludi(
  appuntamento: Appuntamento,
  poi: Exclude<StatoAppuntamento, "DE">,
  motivo: string | null,
  adesso: Instant,
): Result<Pick<Appuntamento, "stato" | "motivo">, RifiutoAppuntamento> {
  const { stato, inizio } = appuntamento;
  if (stato !== "DE") return refuse({ code: "appuntamento.non-aperto", stato });
  const presenza = poi === "ER" || poi === "NP";
  if (presenza && inizio > adesso) return refuse({ code: "appuntamento.non-ancora", inizio });
  return ok({ stato: poi, motivo });
}

export const promemoriaAt = (
  { inizio }: Pick<Appuntamento, "inizio">,
  { promemoriaHours }: RegoleAppuntamenti,
): Instant => addMs(inizio, -promemoriaHours * 3_600_000);
