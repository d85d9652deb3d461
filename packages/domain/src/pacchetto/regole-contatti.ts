import type { MotivoAssenza } from "../contatto/assenza.ts";

/** The part of the pack about calling a giovane, and about who is called by nobody. */
export interface RegoleContatti {
  /** From the assignment to the first attempt. */
  readonly primoDays: number;
  /** From an attempt that nobody answered to the next. */
  readonly fraTentativiDays: number;
  /** Attempts, and different channels, before nobody is said to have answered. */
  readonly tentativiMin: number;
  readonly canaliMin: number;
  /** How long an answer to a convocation is waited for. */
  readonly rispostaDays: number;
  /** Before the interview: whoever is expected is reminded. */
  readonly promemoriaDays: number;
  readonly assenza: {
    /** How long an absence may be explained. */
    readonly giustificazioneDays: number;
    /** From the explanation to the new convocation. */
    readonly nuovaConvocazioneDays: number;
    /** Reasons for which an absence does not count. */
    readonly motivi: readonly MotivoAssenza[];
  };
}

/**
 * Reference pack. The sixty days come from the notice; the plan itself is configuration to be verified.
 * @source DOMAIN §2.1 (60 days)
 */
export const REGOLE_CONTATTI_2014: RegoleContatti = {
  ...{ primoDays: 7, fraTentativiDays: 7, tentativiMin: 3, canaliMin: 2 },
  ...{ rispostaDays: 10, promemoriaDays: 2 },
  assenza: {
    ...{ giustificazioneDays: 10, nuovaConvocazioneDays: 10 },
    motivi: ["salute", "famiglia", "lavoro", "esame", "ufficio", "trasporti"],
  },
};

/** What is not yet read in the notice. */
export const CONTATTI_DA_VERIFICARE = [
  ...["primoDays", "fraTentativiDays", "tentativiMin", "canaliMin", "rispostaDays"],
  ...["promemoriaDays", "assenza"],
].map((una) => `contatti.${una}`);
