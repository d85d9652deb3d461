import { ok, type Result, refuse } from "../result.ts";
import type { CivilDate } from "../time.ts";

export type RifiutoData =
  | Readonly<{ code: "data.nel-futuro"; campo?: string; data: CivilDate; oggi: CivilDate }>
  | Readonly<{ code: "data.troppo-presto"; campo?: string; data: CivilDate; minima: CivilDate }>
  | Readonly<{ code: "data.troppo-avanti"; campo?: string; data: CivilDate; massima: CivilDate }>;

export interface Intervallo {
  readonly minima: CivilDate;
  readonly massima: CivilDate;
}

/** A day still to come, or of a document, is where it can be believed. */
export function checkIntervallo(
  data: CivilDate,
  { minima, massima }: Intervallo,
  campo: string,
): Result<CivilDate, RifiutoData> {
  if (data < minima) return refuse({ code: "data.troppo-presto", campo, data, minima });
  if (data > massima) return refuse({ code: "data.troppo-avanti", campo, data, massima });
  return ok(data);
}

/**
 * A day that somebody declares has already come, and is not before the fact it follows from.
 * @param campo where it was typed
 */
export function checkData(
  data: CivilDate,
  minima: CivilDate,
  oggi: CivilDate,
  campo?: string,
): Result<CivilDate, RifiutoData> {
  const dove = campo === undefined ? {} : { campo };
  if (data > oggi) return refuse({ code: "data.nel-futuro", ...dove, data, oggi });
  if (data < minima) return refuse({ code: "data.troppo-presto", ...dove, data, minima });
  return ok(data);
}
