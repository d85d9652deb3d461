import type { CodiceMisura } from "../politica-attiva/misure.ts";
import type { Fascia } from "./regole-gefo.ts";

/** What a contract is worth: the rows of the table of the results. */
export type ClasseContratto = "stabile" | "lungo" | "medio";

/** What must be shown before a service can be reported. */
export const PROVE_ETICHETTE = {
  registro: "il registro firmato",
  relazione: "un documento caricato per questo servizio",
  comunicazione: "la comunicazione obbligatoria del contratto",
} as const;
export type ProvaRichiesta = keyof typeof PROVE_ETICHETTE;

export const TIPI_CONTRATTO = {
  "tempo-indeterminato": "a tempo indeterminato",
  "apprendistato-qualifica": "apprendistato per la qualifica",
  "apprendistato-professionalizzante": "apprendistato professionalizzante",
  "apprendistato-alta-formazione": "apprendistato di alta formazione",
  "tempo-determinato": "a tempo determinato",
  somministrazione: "in somministrazione",
  tirocinio: "tirocinio",
} as const;
export type TipoContratto = keyof typeof TIPI_CONTRATTO;

/** Which communications prove the result of a measure, and how long they must last. */
export interface RegolaRisultato {
  readonly tipi: readonly TipoContratto[];
  readonly durataMinDays: number;
  /** What each row is worth by fascia; null = the amount planned in the dote. */
  readonly importiCents: Readonly<Record<ClasseContratto, Readonly<Record<Fascia, number>>>> | null;
}

/** The part of the pack that governs delivery, reporting and payment. */
export interface RegoleRendiconto {
  readonly registro: Readonly<{
    /** Of one giovane in one day, all services together. */
    minutiGiornoMax: number;
    /** Measures taught to many at once. */
    misureDiGruppo: readonly CodiceMisura[];
  }>;
  readonly prove: Readonly<Record<CodiceMisura, readonly ProvaRichiesta[]>>;
  readonly risultati: Readonly<Partial<Record<CodiceMisura, RegolaRisultato>>>;
  readonly catena: Readonly<{
    /** Days without a contract that do not break a chain. */
    interruzioneDaysMax: number;
    /** A contract may begin so many days after the end of the dote. */
    tolleranzaDays: number;
    /** A fixed term of at least so many days is "lungo". */
    lungoDays: number;
  }>;
  /** Days to show new evidence for what was cut. */
  readonly ripresentazioneDays: number;
  /** What the desk looks at, each time, before it admits. */
  readonly controlli: Readonly<Record<string, string>>;
  readonly liquidazione: RegoleLiquidazione;
  readonly indennita: Readonly<{
    importoMeseCents: number;
    /** Of the hours of a month: below it the month is not due. */
    presenzaMinPercent: number;
    mesiMax: number;
  }>;
  readonly daVerificare: readonly string[];
}

export interface RegoleLiquidazione {
  readonly importoMinCents: number;
  /** Between one request and the next of the same operatore. */
  readonly intervalloDays: number;
  readonly campione: Readonly<{ quotaPercent: number; minimo: number; massimo: number }>;
  readonly controlli: Readonly<Record<string, string>>;
}

const perFascia = (una: number, due: number, tre: number, quattro: number) => ({
  ...{ 1: una * 100, 2: due * 100, 3: tre * 100, 4: quattro * 100 },
});

const LAVORO: readonly TipoContratto[] = [
  "tempo-indeterminato",
  "apprendistato-qualifica",
  "apprendistato-professionalizzante",
  "apprendistato-alta-formazione",
  "tempo-determinato",
  "somministrazione",
];

/**
 * Reference pack.
 * @source DOMAIN §2.1 row 10 (180 days), §3.3 (measure 3 matrix, measure 5), §3.4, 5–6
 */
export const REGOLE_RENDICONTO_2014: RegoleRendiconto = {
  registro: { minutiGiornoMax: 8 * 60, misureDiGruppo: ["2-A"] },
  prove: {
    "1-B": ["registro"],
    "1-C": ["registro"],
    "2-A": ["registro", "relazione"],
    "3": ["comunicazione"],
    "5": ["comunicazione"],
    "7-1": ["registro"],
  },
  risultati: {
    "3": {
      ...{ tipi: LAVORO, durataMinDays: 180 },
      importiCents: {
        stabile: perFascia(1500, 2000, 2500, 3000),
        lungo: perFascia(1000, 1300, 1600, 2000),
        medio: perFascia(600, 800, 1000, 1200),
      },
    },
    "5": { tipi: ["tirocinio"], durataMinDays: 120, importiCents: null },
  },
  catena: { interruzioneDaysMax: 10, tolleranzaDays: 30, lungoDays: 365 },
  ripresentazioneDays: 30,
  controlli: {
    firme: "Ogni riga ha la firma del giovane e del professionista",
    date: "Le date stanno dentro la dote e il servizio",
    prove: "Le prove richieste ci sono e si leggono",
    doppio: "Nessun altro finanziamento paga le stesse ore o lo stesso contratto",
  },
  liquidazione: {
    importoMinCents: 0,
    intervalloDays: 0,
    campione: { quotaPercent: 10, minimo: 1, massimo: 50 },
    controlli: {
      domanda: "La domanda è firmata dal legale rappresentante o da un suo delegato",
      importi: "Gli importi sono quelli ammessi",
      iban: "L'IBAN è quello comunicato dall'operatore",
    },
  },
  indennita: { importoMeseCents: 400_00, presenzaMinPercent: 70, mesiMax: 6 },
  daVerificare: [
    "registro.minutiGiornoMax",
    "prove",
    "risultati",
    "catena",
    "ripresentazioneDays",
    "liquidazione",
    "indennita",
  ],
};
