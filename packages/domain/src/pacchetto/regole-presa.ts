import type { CodiceMisura } from "../politica-attiva/misure.ts";
import type { MotivoNonPresa } from "../presa-in-carico/contatto.ts";

/** One thing that a giovane may be doing, and whether it is compatible with being a NEET. */
export interface AttivitaNeet {
  readonly etichetta: string;
  readonly compatibile: boolean;
}

/** Where the proof of a requisite comes from. */
export const PROVE_REQUISITI = {
  "dichiarazione-445": "dichiarazione del giovane (DPR 445/2000)",
  "comunicazioni-obbligatorie": "estratto delle comunicazioni obbligatorie",
  "anagrafe-studenti": "anagrafe degli studenti",
  did: "dichiarazione di immediata disponibilità",
} as const;
export type ProvaRequisiti = keyof typeof PROVE_REQUISITI;

export const MOTIVI_DECADENZA = {
  "dichiarazione-falsa": "una dichiarazione non era vera",
  "assenze-ingiustificate": "assenze senza giustificazione",
  "requisito-perduto": "ha perso i requisiti del programma",
  "nessun-servizio": "nessun servizio iniziato in tempo",
} as const;
export type MotivoDecadenza = keyof typeof MOTIVI_DECADENZA;

export const MOTIVI_SOSPENSIONE = {
  salute: "motivi di salute",
  maternita: "maternità o paternità",
  "lavoro-breve": "un lavoro breve",
  famiglia: "gravi motivi di famiglia",
} as const;
export type MotivoSospensione = keyof typeof MOTIVI_SOSPENSIONE;

/** The part of the pack about taking in charge: checks, notices, minors, ends of a dote. */
export interface RegolePresa {
  readonly requisiti: {
    /** A check older than this is asked again. */
    readonly validitaDays: number;
    readonly proveRichieste: readonly ProvaRequisiti[];
    readonly attivita: Readonly<Record<string, AttivitaNeet>>;
  };
  readonly preavviso: {
    /** How long the giovane may answer before the decision. */
    readonly rispostaDays: number;
    /** Reasons of a NON presa that need the notice first. */
    readonly motiviNonPresa: readonly MotivoNonPresa[];
  };
  /** Who admits a dote: nobody but the rules, or the Region's desk. */
  readonly ammissione: "automatica" | "sportello";
  readonly scadenza: { readonly avvisiDays: readonly number[] };
  readonly sospensioneMaxDays: number;
  readonly minori: {
    /** Before the eighteenth birthday. */
    readonly avvisoDays: number;
    /** Years from which a measure is open. */
    readonly etaMinYears: Readonly<Partial<Record<CodiceMisura, number>>>;
  };
  /** What a new dote may be worth after a change of operatore: what is left, or the whole again. */
  readonly valoreDopoCambio: "residuo" | "intero";
  readonly daVerificare: readonly string[];
}

/**
 * Reference pack. The duties come from the sources; the numbers are configuration to be verified.
 * @source DOMAIN §2.4 (compatible activities, minors), §8.7 (10-bis), §3.2 (length of a dote)
 */
export const REGOLE_PRESA_2014: RegolePresa = {
  requisiti: {
    validitaDays: 30,
    proveRichieste: ["dichiarazione-445"],
    attivita: {
      lingua: { etichetta: "corso di lingua di base", compatibile: true },
      "corso-breve": { etichetta: "corso breve senza certificazione", compatibile: true },
      volontariato: { etichetta: "volontariato non pagato", compatibile: true },
      lavoro: { etichetta: "lavoro, anche di poche ore", compatibile: false },
      scuola: { etichetta: "scuola o percorso professionale", compatibile: false },
      universita: { etichetta: "università, anche a distanza", compatibile: false },
      "corso-certificato": { etichetta: "corso con certificazione", compatibile: false },
      tirocinio: { etichetta: "tirocinio o servizio civile", compatibile: false },
    },
  },
  preavviso: { rispostaDays: 10, motiviNonPresa: ["requisiti-mancanti"] },
  ammissione: "automatica",
  scadenza: { avvisiDays: [30, 7] },
  sospensioneMaxDays: 180,
  minori: { avvisoDays: 30, etaMinYears: { "3": 16, "5": 16, "7-1": 18 } },
  valoreDopoCambio: "residuo",
  daVerificare: [
    "presa.requisiti.validitaDays",
    "presa.requisiti.proveRichieste",
    "presa.requisiti.attivita",
    "presa.preavviso",
    "presa.ammissione",
    "presa.scadenza.avvisiDays",
    "presa.sospensioneMaxDays",
    "presa.minori",
    "presa.valoreDopoCambio",
  ],
};
