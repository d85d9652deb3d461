/**
 * How far from today a day that somebody types may be. Beyond these it is a slip of the keyboard: the
 * law is always narrower. To be verified with the notices.
 */
export const LIMITI_DATE = {
  /** Any day of any form. */
  annoMin: 1900,
  annoMax: 2100,
  /** An identity document lasts at most ten years, to the next birthday. */
  documentoMaxYears: 11,
  /** A site is closed from today on, for a time that can be planned. */
  chiusuraSedeMaxMonths: 24,
  /** From when places and professionals may be accredited, and how long ahead an end is known. */
  accreditamentoMin: "2014-01-01",
  accreditamentoMaxYears: 20,
  /** From its start to the end that is foreseen for a service. */
  servizioMaxMonths: 24,
  /** From today: when a notice opens, ends, or its new rules begin. */
  avvisoMaxYears: 10,
  /** The age of who acts for a minor. */
  tutoreMaxYears: 110,
} as const;
