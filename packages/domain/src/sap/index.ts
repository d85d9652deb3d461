/** The SAP of the national Banca dati: its rules, its identifiers, the code lists that it uses. */
export {
  type Catalogo,
  conImportate,
  creaCatalogo,
  type EsitoCodice,
  isVerificata,
  type ListaCodici,
  type Prova,
  type Voce,
} from "../codici/lista.ts";
export { LISTE } from "../codici/liste.ts";
export { REGOLE_SAP, type RegoleSap } from "../pacchetto/regole-sap.ts";
export {
  type CodiceUsato,
  codiciUsati,
  controllaInUscita,
  segnalaIgnoti,
} from "./codici.ts";
export { incoerenze } from "./coerenza.ts";
export { type ConferisciDid, conferisciDid, ultimaDid } from "./conferisci-did.ts";
export {
  enteDiOperatore,
  enteDiRegione,
  type MisuraDaFlusso,
  type PresaDaFlusso,
  politicaDaMisura,
  politicaDaPresa,
  regioneDiEnte,
} from "./da-flussi.ts";
export {
  annullaSap,
  type ContestoSap,
  type DecisoSap,
  type Note as NoteSap,
  provvisoria as sapProvvisoria,
  riceviSap,
} from "./decide.ts";
export {
  AZIONI_DID,
  type AzioneDid,
  FONTI_DID,
  type FonteDid,
  passaDid,
  type RifiutoDid,
  STATI_DID,
  type StatoDid,
  statoDid,
} from "./did.ts";
export {
  type CodiceEnte,
  ENTE_NAZIONALE,
  type IdPolitica,
  type IdSap,
  isCodiceEnte,
  isIdPolitica,
  isIdSap,
  nuovoIdPolitica,
  nuovoIdSap,
  REGIONE_NAZIONALE,
} from "./identificativi.ts";
export { type CondizioniNeet, condizioniNeet, type Noto } from "./neet.ts";
export {
  MOTIVI_NOTIFICA,
  type MotivoNotifica,
  type NotificaSap,
  notificheDi,
} from "./notifiche.ts";
export {
  CON_DATORE,
  chiaveNaturale,
  DID,
  ESITI_SAP,
  type EsitoSap,
  type EventoPolitica,
  esitoDi,
  type PoliticaInviata,
  type PoliticaSap,
  PRESA_IN_CARICO,
  profilingInUscita,
} from "./politica.ts";
export type { AvvisoSap, RifiutoSap } from "./rifiuto.ts";
export {
  type Albero,
  type EventoSap,
  evolveSap,
  type InvioSap,
  type NomeSezione,
  type Sap,
  SEZIONI_SAP,
  type Sezioni,
  STATI_SAP,
  type StatoSap,
  statoPer,
  TIPI_VARIAZIONE,
  type TipoVariazione,
} from "./sap.ts";
export { type Differenza, differenze, foglia, foglieDi, isVuota } from "./sezioni.ts";
