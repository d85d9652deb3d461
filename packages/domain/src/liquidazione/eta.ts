import { type CivilDate, daysBetween } from "../time.ts";

/** How old a justification is that nobody has paid yet. */
export const FASCE_ETA = {
  "0-30": { da: 0, a: 30, etichetta: "da 0 a 30 giorni" },
  "31-60": { da: 31, a: 60, etichetta: "da 31 a 60 giorni" },
  "61-90": { da: 61, a: 90, etichetta: "da 61 a 90 giorni" },
  "oltre-90": { da: 91, a: Number.MAX_SAFE_INTEGER, etichetta: "oltre 90 giorni" },
} as const;
export type FasciaEta = keyof typeof FASCE_ETA;

export function fasciaEtaDi(presentataOn: CivilDate, oggi: CivilDate): FasciaEta {
  const days = Math.max(0, daysBetween(presentataOn, oggi));
  const found = Object.entries(FASCE_ETA).find(([, { da, a }]) => days >= da && days <= a);
  return (found?.[0] ?? "oltre-90") as FasciaEta;
}
