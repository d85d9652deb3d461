import type { RegoleAdesione } from "../pacchetto/regole-adesione.ts";
import { ageOn, type CivilDate } from "../time.ts";

/** One rule that was asked, with its answer and the facts it used: refusals can be explained. */
export interface RegolaValutata {
  readonly regola: "eta-minima" | "eta-massima";
  readonly rispettata: boolean;
  readonly fatti: Readonly<{ etaYears: number; limiteYears: number }>;
}

/**
 * The requirements on the day of the adesione: from the fifteenth birthday to the day before the
 * thirtieth. The age is frozen at registration.
 * @source DOMAIN §2.1
 */
export function valutaRequisiti(
  dataNascita: CivilDate,
  dataAdesione: CivilDate,
  regole: RegoleAdesione,
): readonly RegolaValutata[] {
  const etaYears = ageOn(dataNascita, dataAdesione);
  const { etaMinYears, etaMaxYears } = regole;
  return [
    {
      regola: "eta-minima",
      rispettata: etaYears >= etaMinYears,
      fatti: { etaYears, limiteYears: etaMinYears },
    },
    {
      regola: "eta-massima",
      rispettata: etaYears <= etaMaxYears,
      fatti: { etaYears, limiteYears: etaMaxYears },
    },
  ];
}
