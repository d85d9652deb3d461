import type { StatoAdesione } from "../adesione/adesione.ts";
import type { MotivoNonPresa } from "../presa-in-carico/contatto.ts";

/** The part of the programme's pack that governs the adesione. Data: a new notice is a new value. */
export interface RegoleAdesione {
  readonly id: string;
  readonly validoDal: string;
  readonly etaMinYears: number;
  /** The last age admitted: until the day before the next birthday. */
  readonly etaMaxYears: number;
  /** What an open adesione of another region means here. */
  readonly apertaAltrove: "avviso" | "rifiuto";
  /** The stato that a NON presa in carico leads to; null = the adesione stays active. */
  readonly statoNonPresa: Readonly<Record<MotivoNonPresa, StatoAdesione | null>>;
  /** The stato that a dote ended before its end leads to; null = the adesione stays as it is. */
  readonly statoDoteChiusa: Readonly<
    Record<"rinunciata" | "decaduta" | "revocata", StatoAdesione | null>
  >;
  readonly termini: {
    /** From the adesione to the first contact of the operatore. */
    readonly contattoDays: number;
    /** From the patto to an offer. */
    readonly offertaMonths: number;
  };
  /** Paths of the values above that must still be read in the notice before real use. */
  readonly daVerificare: readonly string[];
}

/**
 * Reference pack, 2014. It has no closing date.
 * @source DOMAIN §2.1 (age, 60 days, 4 months); WIRE §4.2 (stati and who sets them)
 */
export const REGOLE_ADESIONE_2014: RegoleAdesione = {
  id: "garanzia-giovani-2014",
  validoDal: "2014-05-01",
  etaMinYears: 15,
  etaMaxYears: 29,
  apertaAltrove: "avviso",
  statoNonPresa: {
    "requisiti-mancanti": "C",
    "mancata-presentazione": "U",
    "patto-non-firmato": "X",
    "rifiuto-del-giovane": "X",
    irreperibile: null,
    "operatore-fermato": null,
  },
  statoDoteChiusa: { rinunciata: "R", decaduta: "C", revocata: "C" },
  termini: { contattoDays: 60, offertaMonths: 4 },
  daVerificare: ["statoNonPresa", "statoDoteChiusa", "apertaAltrove", "termini"],
};
