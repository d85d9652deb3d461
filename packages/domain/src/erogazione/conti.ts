import type { CivilDate } from "../time.ts";

/** The money of one service after its start, in cents: each part of what was planned is in one place. */
export interface ContiServizio {
  /** Asked and not yet verified. */
  readonly inVerificaCents: number;
  /** Cut, and still worth new evidence: it stays committed. */
  readonly ripresentabileCents: number;
  readonly ripresentabileEntro: CivilDate | null;
  /** New evidence is shown once. */
  readonly ripresentato: boolean;
  readonly ordinatoCents: number;
  readonly pagatoCents: number;
  readonly recuperatoCents: number;
}

export const CONTI_VUOTI: ContiServizio = {
  inVerificaCents: 0,
  ripresentabileCents: 0,
  ripresentabileEntro: null,
  ripresentato: false,
  ordinatoCents: 0,
  pagatoCents: 0,
  recuperatoCents: 0,
};
