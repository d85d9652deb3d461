import { addDays, type CivilDate, weekdayOf } from "../time.ts";

/** National holidays with a fixed day. */
const FISSI: ReadonlySet<string> = new Set([
  ...["01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "11-01", "12-08", "12-25", "12-26"],
]);

const SUNDAY = 6;

/** Easter Sunday of a year of the Gregorian calendar (anonymous algorithm, Meeus). */
function pasqua(year: number): CivilDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const g = Math.floor((8 * century + 13) / 25);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as CivilDate;
}

/** A Sunday or a national holiday: possible, but worth a question. */
export function isFestivo(giorno: CivilDate): boolean {
  if (weekdayOf(giorno) === SUNDAY) return true;
  return FISSI.has(giorno.slice(5)) || giorno === addDays(pasqua(Number(giorno.slice(0, 4))), 1);
}
