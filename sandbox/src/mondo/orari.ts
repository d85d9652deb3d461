import {
  addDays,
  type CivilDate,
  dayInRome,
  fromMs,
  instantInRome,
  isFestivo,
  toMs,
  weekdayOf,
} from "@staffetta/domain";
import type { Sorte } from "../popolazione/caso.ts";

/** When people do things: offices in working hours, young people also in the evening, machines always. */
export type Orario = "ufficio" | "casa" | "sempre";

interface Giornata {
  readonly apreMs: number;
  readonly chiudeMs: number;
  /** Nobody is at the office. */
  readonly festa: boolean;
}

const ORE: Readonly<Record<Exclude<Orario, "sempre">, readonly [string, string]>> = {
  ufficio: ["09:00", "18:00"],
  casa: ["08:00", "23:00"],
};
const SATURDAY = 5;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Asked for every act of every person: each day of the calendar is worked out once. */
const giornate = new Map<string, Giornata>();

function giornataDi(day: CivilDate, orario: keyof typeof ORE): Giornata {
  const key = `${orario} ${day}`;
  const nota = giornate.get(key);
  if (nota !== undefined) return nota;
  const [apre, chiude] = ORE[orario];
  const nuova: Giornata = {
    apreMs: toMs(instantInRome(day, apre)),
    chiudeMs: toMs(instantInRome(day, chiude)),
    festa: orario === "ufficio" && (weekdayOf(day) >= SATURDAY || isFestivo(day)),
  };
  giornate.set(key, nuova);
  return nuova;
}

/** This instant when somebody is there; otherwise some moment of the next day on which somebody is. */
export function quandoCe(ms: number, orario: Orario, sorte: Sorte): number {
  if (orario === "sempre") return ms;
  let day = dayInRome(fromMs(ms));
  const { apreMs, chiudeMs, festa } = giornataDi(day, orario);
  if (!festa && ms >= apreMs && ms < chiudeMs) return ms;
  if (festa || ms >= chiudeMs) day = addDays(day, 1);
  while (giornataDi(day, orario).festa) day = addDays(day, 1);
  const aperta = giornataDi(day, orario);
  const minutes = Math.floor((aperta.chiudeMs - aperta.apreMs - HOUR_MS) / MINUTE_MS);
  return aperta.apreMs + sorte.int(0, minutes) * MINUTE_MS;
}
