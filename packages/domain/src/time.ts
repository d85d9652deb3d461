import type { Brand } from "./brand.ts";

/**
 * A UTC instant as ISO 8601 text with milliseconds and a final Z ("2014-11-03T09:15:00.000Z").
 * Text, because it is what travels and what is stored; its order is the order of the letters.
 */
export type Instant = Brand<string, "Instant">;

/** A civil day in Europe/Rome, "2014-11-03". Never built from an Instant but by `dayInRome`. */
export type CivilDate = Brand<string, "CivilDate">;

const DAY_MS = 86_400_000;

const romeDay = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Rome",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds since 1970 of an instant. */
export const toMs = (instant: Instant): number => Date.parse(instant);

/** The instant of so many milliseconds since 1970. */
export const fromMs = (ms: number): Instant => new Date(ms).toISOString() as Instant;

export const isInstant = (text: string): text is Instant =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/** True for a day that the calendar has: 2014-02-29 and 2014-04-31 are not. */
export function isCivilDate(text: string): text is CivilDate {
  if (!CIVIL_DATE.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The civil day that a wall calendar in Rome shows at this instant. */
export const dayInRome = (instant: Instant): CivilDate =>
  romeDay.format(toMs(instant)) as CivilDate;

export const addDays = (day: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as CivilDate;

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

const A_MONDAY = "1970-01-05" as CivilDate;

/** 0 = Monday … 6 = Sunday. */
export const weekdayOf = (day: CivilDate): number => ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;

export const addMs = (instant: Instant, ms: number): Instant => fromMs(toMs(instant) + ms);

/** Completed years on `day` of somebody born on `nascita`; who is born on 29 February ages on 1 March. */
export function ageOn(nascita: CivilDate, day: CivilDate): number {
  const years = Number(day.slice(0, 4)) - Number(nascita.slice(0, 4));
  return day.slice(5) >= nascita.slice(5) ? years : years - 1;
}

/** The same day so many months later; the last day of a shorter month when it has no such day. */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const prefix = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  for (let last = Number(day.slice(8)); last > 28; last -= 1) {
    const candidate = `${prefix}-${last}`;
    if (isCivilDate(candidate)) return candidate;
  }
  return `${prefix}-${Math.min(Number(day.slice(8)), 28)
    .toString()
    .padStart(2, "0")}` as CivilDate;
}

const romeTime = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Rome",
  hour: "2-digit",
  minute: "2-digit",
});
const MINUTE_MS = 60_000;

/** What a wall clock in Rome shows at this instant, "10:30". */
export const timeInRome = (instant: Instant): string => romeTime.format(toMs(instant));

/**
 * The instant at which a wall clock in Rome shows `ora` ("10:30") on that day. Of the two instants of
 * an hour that is repeated it is the first; an hour that summer time skips is read in winter time.
 */
export function instantInRome(day: CivilDate, ora: string): Instant {
  const asUtc = Date.parse(`${day}T${ora}:00Z`);
  const summer = fromMs(asUtc - 120 * MINUTE_MS);
  const shown = dayInRome(summer) === day && romeTime.format(toMs(summer)) === ora;
  return shown ? summer : fromMs(asUtc - 60 * MINUTE_MS);
}

/** The instant as a wall clock in Rome shows it, with its offset: "2025-04-02T00:00:00+02:00". */
export function istanteLocale(instant: Instant): string {
  const day = dayInRome(instant);
  const ora = romeTime.format(toMs(instant));
  const minutes = Math.round((Date.parse(`${day}T${ora}:00Z`) - toMs(instant)) / MINUTE_MS);
  const hours = Math.round(minutes / 60);
  return `${day}T${ora}:${instant.slice(17, 19)}+0${hours}:00`;
}
