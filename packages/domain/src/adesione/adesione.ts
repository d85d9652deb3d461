import type { AdesioneId, CodiceRegione, GiovaneId, OperatoreId } from "../ids.ts";
import type { CivilDate, Instant } from "../time.ts";

/**
 * The ten stati, with the letters of the national wire.
 * @source WIRE, §4.1
 */
export const STATI_ADESIONE = {
  A: "adesione attiva",
  P: "presa in carico",
  T: "politica attiva iniziata",
  F: "fine partecipazione",
  C: "cancellata per mancanza di requisiti",
  D: "annullata dal giovane",
  U: "chiusa per mancata presentazione",
  N: "chiusa perché preso in carico in un'altra regione",
  X: "presa in carico rifiutata o patto non firmato",
  R: "politica attiva rifiutata o abbandonata",
} as const;

export type StatoAdesione = keyof typeof STATI_ADESIONE;

export type Canale = "regionale" | "nazionale";

/** One adesione: a person × a region × a date. The current row; its history is the list of eventi. */
export interface Adesione {
  readonly id: AdesioneId;
  readonly giovaneId: GiovaneId;
  readonly regione: CodiceRegione;
  readonly canale: Canale;
  /** Civil day of the adesione; age and requirements are frozen on it. */
  readonly dataAdesione: CivilDate;
  readonly stato: StatoAdesione;
  /** When the present stato took effect. */
  readonly statoAt: Instant;
  readonly operatoreId: OperatoreId | null;
  /** True from the regional decision of P until the receipt of the national register. */
  readonly inConferma: boolean;
  /** Grows by one at each evento; the first is 1. */
  readonly version: number;
}
