import type { RegoleSap } from "../pacchetto/regole-sap.ts";
import type { CivilDate } from "../time.ts";
import type { CodiceEnte } from "./identificativi.ts";
import { GARANZIA_GIOVANI, type PoliticaInviata, PRESA_IN_CARICO } from "./politica.ts";

/**
 * A presa in carico and a politica of our own messages, as policies of section 6. Whoever encodes them —
 * the Ministry that receives a message, the region that speaks SOAP — uses these, so that both bindings
 * leave the same SAP.
 */
const CENTRO = "C000001";
const ACCREDITATO = "S";
const SEDE_IGNOTA = "H501";

const sedeOf = ({ sedeDiRegione }: RegoleSap, regione: string): string =>
  sedeDiRegione[regione] ?? SEDE_IGNOTA;

/** The body that holds the SAP of who adheres in a region and has none. */
export const enteDiRegione = (regole: RegoleSap, regione: string): CodiceEnte =>
  `${sedeOf(regole, regione)}${CENTRO}` as CodiceEnte;

/** The body code of an accredited operatore ("OP-0007"). */
export const enteDiOperatore = (
  regole: RegoleSap,
  regione: string,
  operatoreId: string,
): CodiceEnte =>
  `${sedeOf(regole, regione)}${ACCREDITATO}${operatoreId.replaceAll(/\D/g, "").padStart(6, "0")}` as CodiceEnte;

/** The region to which a body belongs, when its seat tells it. */
export const regioneDiEnte = ({ sedeDiRegione }: RegoleSap, ente: string): string | null =>
  Object.entries(sedeDiRegione).find(([, sede]) => ente.startsWith(sede))?.[0] ?? null;

const VUOTA = {
  ...{ identificativo: null, titolo: null, durata: null, tipologiaDurata: null },
  ...{ descrizione: null, indiceProfiling: null, presaInCarico: null },
} as const;

export interface PresaDaFlusso {
  readonly ente: CodiceEnte;
  readonly dataPatto: CivilDate;
  readonly fascia: number;
}

/** The patto is signed and the dote sent: the A02 is proposed, done and over on the day of the patto. */
export const politicaDaPresa = ({ ente, dataPatto, fascia }: PresaDaFlusso): PoliticaInviata => ({
  ...VUOTA,
  ...{ tipoAttivita: PRESA_IN_CARICO, progetto: GARANZIA_GIOVANI, ente },
  ...{ dataProposta: dataPatto, dataInizio: dataPatto, dataFine: dataPatto },
  titolo: "Patto di servizio e presa in carico",
  indiceProfiling: String(fascia),
  ultimoEvento: { evento: "10", data: dataPatto, descrizione: null },
});

export interface MisuraDaFlusso {
  readonly ente: CodiceEnte;
  readonly misura: string;
  readonly dataInizio: CivilDate;
  readonly dataFine: CivilDate | null;
  readonly esito: string | null;
}

const ATTIVITA_IGNOTA = "A99";
const CONCLUSA = "10";
const AVVIATA = "02";

/** A service of the dote: proposed and started on its first day; at the end, how it ended. */
export function politicaDaMisura(
  { ente, misura, dataInizio, dataFine, esito }: MisuraDaFlusso,
  regole: RegoleSap,
): PoliticaInviata {
  const tipoAttivita = regole.attivitaDiMisura[misura] ?? ATTIVITA_IGNOTA;
  const chiuso = esito === null ? null : (regole.eventoDiEsito[esito] ?? CONCLUSA);
  const evento = chiuso ?? AVVIATA;
  return {
    ...VUOTA,
    ...{ tipoAttivita, progetto: GARANZIA_GIOVANI, ente, titolo: `Misura ${misura}` },
    ...{ dataProposta: dataInizio, dataInizio, dataFine },
    ultimoEvento: { evento, data: dataFine ?? dataInizio, descrizione: null },
  };
}
