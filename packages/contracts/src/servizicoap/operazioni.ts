import {
  CHECK_UTENTE_YG,
  DATI_STATO_GET,
  DATI_STATO_NOTIFICA,
  DATI_STATO_SET,
  ID_SAP,
  UTENTE_YG,
  VERIFICA_SAP,
} from "./documenti.ts";
import { LAVORATORE } from "./sap.ts";
import type { Documento, Semplice } from "./schema.ts";
import { CF, DATA, IDENTIFICATIVO_SAP, TESTO } from "./tipi.ts";

/** A parameter whose text is a whole inner document. */
interface ConDocumento<T> {
  readonly documento: Documento<T>;
  /** Other names of the element. */
  readonly alias?: readonly string[];
}
/** A parameter that is plain text; some callers wrap it in a document, from which it is taken. */
interface ConTesto<T> {
  readonly tipo: Semplice<T>;
  readonly oppure?: Readonly<{ documento: Documento<unknown>; campo: string }>;
  readonly alias?: readonly string[];
}
export type Parametro<T = unknown> = ConDocumento<T> | ConTesto<T>;

/** How each element of an answer is typed in the outer schema; on the wire all are text. */
export type TipoRisposta =
  | "testo"
  | "esito"
  | "esito-x001"
  | "lettera"
  | "data"
  | "istante"
  | "lista";

/** How a refusal of the contract is told in `MessaggioErrore`. @source WIRE, §3.1 */
export type FormaErrore = "riscontrato" | "lista" | "testo" | "fault";

interface DescrizioneOperazione {
  readonly richiesta: Readonly<Record<string, Parametro>>;
  readonly risposta: Readonly<Record<string, TipoRisposta>>;
  readonly errori: FormaErrore;
  /** Another spelling of the root element, answered with the same spelling. */
  readonly alias?: string;
  /** Whose endpoint answers. */
  readonly lato: "adesioni" | "sap" | "regione" | "entrambi";
}

const ESITO = { Esito: "esito", MessaggioErrore: "testo" } as const;
const CF_O_DOCUMENTO = {
  tipo: CF,
  oppure: { documento: VERIFICA_SAP as Documento<unknown>, campo: "codiceFiscale" },
} as const;

/**
 * The operations of the national services, in the order of the wire.
 * @source WIRE, §1.3; the last four are the neighbour services of §1.4, whose elements are our inference
 */
export const OPERAZIONI = {
  invioUtenteYG: {
    ...{ richiesta: { UtenteYG: { documento: UTENTE_YG, alias: ["utenteYG"] } } },
    ...{ risposta: ESITO, errori: "riscontrato", lato: "entrambi" },
  },
  checkUtenteYG: {
    richiesta: { CodiceFiscale: { documento: CHECK_UTENTE_YG, alias: ["utenteYG", "UtenteYG"] } },
    ...{ risposta: ESITO, errori: "riscontrato", lato: "entrambi" },
  },
  getStatoAdesioneYG: {
    richiesta: { DatiStatoAdesione: { documento: DATI_STATO_GET } },
    risposta: {
      ...ESITO,
      ...{ DataAdesione: "data", StatoAdesione: "lettera", DataStatoAdesione: "istante" },
    },
    ...{ errori: "riscontrato", lato: "adesioni" },
  },
  setStatoAdesioneYG: {
    richiesta: { DatiStatoAdesione: { documento: DATI_STATO_SET } },
    ...{ risposta: ESITO, errori: "riscontrato", lato: "adesioni", alias: "SetStatoAdesioneYG" },
  },
  notificaCambioStatoAdesioneYG: {
    richiesta: { DatiStatoAdesione: { documento: DATI_STATO_NOTIFICA } },
    ...{ risposta: ESITO, errori: "testo", lato: "regione" },
  },
  invioSAP: {
    richiesta: { SAP: { documento: LAVORATORE } },
    risposta: { Esito: "esito-x001", MessaggioErrore: "testo", CodiceSAP: "testo" },
    ...{ errori: "lista", lato: "sap" },
  },
  richiestaSAP: {
    richiesta: { CodiceSAP: { documento: ID_SAP } },
    ...{ risposta: { SAP: "testo" }, errori: "fault", lato: "sap" },
  },
  verificaEsistenzaSAP: {
    richiesta: { CodiceFiscale: { documento: VERIFICA_SAP } },
    ...{ risposta: { CodiceSAP: "testo" }, errori: "fault", lato: "sap" },
  },
  recuperaListaSAPNonAttive: {
    richiesta: { Parametri: { tipo: TESTO } },
    ...{ risposta: { SAPs: "lista" }, errori: "fault", lato: "sap" },
  },
  annullaSAP: {
    richiesta: { CodiceSAP: { documento: ID_SAP } },
    ...{ risposta: ESITO, errori: "testo", lato: "sap" },
  },
  notificaSAP: {
    richiesta: {
      CodiceSAP: {
        tipo: IDENTIFICATIVO_SAP,
        oppure: { documento: ID_SAP as Documento<unknown>, campo: "IdentificativoSap" },
      },
      MotivoNotifica: { tipo: TESTO },
    },
    ...{ risposta: ESITO, errori: "testo", lato: "regione" },
  },
  richiestaCodSAPRegTitolare: {
    richiesta: { CodiceFiscale: CF_O_DOCUMENTO },
    risposta: { CodiceSAP: "testo", CodiceRegione: "testo", CodiceEnteTitolare: "testo" },
    ...{ errori: "fault", lato: "sap" },
  },
  richiestaSAP_N00_A02: {
    richiesta: { CodiceFiscale: CF_O_DOCUMENTO },
    ...{ risposta: { DID: "testo" }, errori: "fault", lato: "sap" },
  },
  getDataAdesioneYG: {
    richiesta: {
      ...{ username: { tipo: TESTO }, password: { tipo: TESTO } },
      // What is wrong in it is answered by the service's own code 03.
      xmlRichiesta: { tipo: TESTO },
    },
    ...{ risposta: { xmlRisposta: "testo" }, errori: "fault", lato: "adesioni" },
  },
  verificaCondizioniNEET: {
    richiesta: { CodiceFiscale: { tipo: CF }, DataRiferimento: { tipo: DATA } },
    risposta: {
      ...{ CodiceEsito: "testo", DescrizioneEsito: "testo", Residenza: "testo", Eta: "testo" },
      ...{ Disoccupazione: "testo", Scuola: "testo", Universita: "testo", DataChiamata: "data" },
    },
    ...{ errori: "fault", lato: "sap" },
  },
  richiestaProfiling: {
    richiesta: {
      ...{ CodiceFiscale: { tipo: CF }, Tipo: { tipo: TESTO }, CodProvincia: { tipo: TESTO } },
      ...{ TitoloStudio: { tipo: TESTO }, PresenzaItalia: { tipo: TESTO } },
      CondizioneOccupazionale: { tipo: TESTO },
    },
    risposta: {
      ...{ ...ESITO, Identificativo: "testo", Data: "data", Eta: "testo", Sesso: "testo" },
      ...{ Indice1: "testo", Indice2: "testo", Descrizione1: "testo", Descrizione2: "testo" },
      Probabilita: "testo",
    },
    ...{ errori: "testo", lato: "sap" },
  },
  gestisciDID: {
    richiesta: {
      ...{ CodiceFiscale: { tipo: CF }, DataDID: { tipo: DATA }, Evento: { tipo: TESTO } },
      ...{ DataEvento: { tipo: DATA }, CodiceEntePromotore: { tipo: TESTO } },
    },
    ...{ risposta: ESITO, errori: "testo", lato: "sap" },
  },
} as const satisfies Readonly<Record<string, DescrizioneOperazione>>;

export type NomeOperazione = keyof typeof OPERAZIONI;
type Descritta<O extends NomeOperazione> = (typeof OPERAZIONI)[O];

type ValoreParametro<P> =
  P extends ConDocumento<infer T> ? T : P extends ConTesto<infer T> ? T : never;
/** What a handler is given: each parameter decoded, by its name on the wire. */
export type Richiesta<O extends NomeOperazione> = {
  readonly [K in keyof Descritta<O>["richiesta"]]: ValoreParametro<Descritta<O>["richiesta"][K]>;
};
type TestoRisposta<T> = T extends "esito"
  ? "OK" | "KO"
  : T extends "esito-x001"
    ? "OK" | "KO" | "X001"
    : string;
/** What a handler answers: every element, "" for nothing. */
export type RispostaDi<O extends NomeOperazione> = {
  readonly [K in keyof Descritta<O>["risposta"]]: TestoRisposta<Descritta<O>["risposta"][K]>;
};

export const NOMI_OPERAZIONI = Object.keys(OPERAZIONI) as readonly NomeOperazione[];

export const descrizioneDi = (operazione: NomeOperazione): DescrizioneOperazione =>
  OPERAZIONI[operazione];

const PER_RADICE: ReadonlyMap<string, NomeOperazione> = new Map(
  NOMI_OPERAZIONI.flatMap((nome) => {
    const { alias } = descrizioneDi(nome);
    return [[nome, nome] as const, ...(alias === undefined ? [] : [[alias, nome] as const])];
  }),
);
/** The operation that a root element asks for. */
export const operazioneDi = (radice: string): NomeOperazione | undefined => PER_RADICE.get(radice);

export const NS_SERVIZICOAP = "http://servizi.lavoro.gov.it/servizicoap";
export const NS_TYPES = "http://servizi.lavoro.gov.it/servizicoap/types";
