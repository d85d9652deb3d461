import { ok, type Result, refuse } from "../result.ts";
import type { CivilDate } from "../time.ts";

type RifiutoData =
  | Readonly<{ code: "data.nel-futuro"; data: CivilDate; oggi: CivilDate }>
  | Readonly<{ code: "data.troppo-presto"; data: CivilDate; minima: CivilDate }>;

/** A day that somebody declares has already come, and is not before the fact it follows from. */
export function checkData(
  data: CivilDate,
  minima: CivilDate,
  oggi: CivilDate,
): Result<CivilDate, RifiutoData> {
  if (data > oggi) return refuse({ code: "data.nel-futuro", data, oggi });
  if (data < minima) return refuse({ code: "data.troppo-presto", data, minima });
  return ok(data);
}
