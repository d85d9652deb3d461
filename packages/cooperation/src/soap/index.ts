export type {
  AccessoSoap,
  CertificatoAmmesso,
  ChiSoap,
  UtenteSoap,
} from "./accesso.ts";
export { type FaultSoap, NS_SOAP, scriviBusta, scriviFault } from "./busta.ts";
export {
  type ClientSoap,
  type ClientSoapOptions,
  createClientSoap,
  type RispostaClient,
  type ScambioSoap,
} from "./client.ts";
export type { LimitiCorpo } from "./corpo.ts";
export {
  type GuardiaFirma,
  LIMITI_SOAP,
  montaSoap,
  type PorteSoap,
  type RichiestaSoap,
  type RispostaSoap,
  type ServizioSoap,
} from "./porta.ts";
export type { FiltroScambi, FineScambio, Scambio, ScambioIntero, ScambiStore } from "./scambi.ts";
export {
  type ChiaveSoap,
  firmaBusta,
  guardiaFirma,
  type PoliticaFirma,
  type ProfiloSoap,
} from "./ws-security.ts";
