import {
  CONDIZIONI_PRIMA,
  ESITI_CONTATTO,
  type EventoCaso,
  type InputProfilazione,
  MOTIVI_ASSENZA,
  MOTIVI_NON_PRESA,
  MOTIVI_SOSPENSIONE,
  PRESENZE_ITALIA,
  STATI_ADESIONE,
  TITOLI_STUDIO,
} from "@staffetta/domain";
import { giorno } from "./modelli.ts";
import { motivoDi } from "./racconta.ts";

/** Declarations and facts in words. */

export const parolaDegliInput = (input: InputProfilazione): [string, string][] => [
  ["Età", `${input.etaYears} anni`],
  ["Sesso", input.sesso === "F" ? "donna" : "uomo"],
  ["Titolo di studio", TITOLI_STUDIO[input.titolo]],
  ["Un anno prima", CONDIZIONI_PRIMA[input.condizione]],
  ["Presenza in Italia", PRESENZE_ITALIA[input.presenza]],
  ["Provincia", input.provincia],
];

type Di<T extends EventoCaso["tipo"]> = Extract<EventoCaso, { tipo: T }>;
type Parole = { readonly [T in EventoCaso["tipo"]]: (evento: Di<T>) => string };

const CHIUSA = {
  rinunciata: "Rinuncia alla dote",
  decaduta: "Decadenza dalla dote",
  revocata: "Revoca della dote",
} as const;

const PAROLE: Parole = {
  "caso-assegnato": () => "Il giovane ha scelto questo operatore",
  "operatore-cambiato": () => "Il giovane ha cambiato operatore: si ricomincia",
  "giovane-contattato": ({ esito }) => `Contatto: ${ESITI_CONTATTO[esito]}`,
  "assenza-giustificata": ({ on, motivo }) =>
    `Assenza del ${giorno(on)} giustificata: ${MOTIVI_ASSENZA[motivo]}`,
  "identita-verificata": () => "Identità verificata",
  "requisiti-verificati": ({ verifica }) => `Requisiti verificati: esito ${verifica.esito}`,
  profilato: ({ profilata }) => `Profilazione: classe ${profilata.classe}`,
  "residenza-cambiata": ({ provincia }) => `Nuova provincia: ${provincia}`,
  "tutela-registrata": () => "Registrato chi decide per il minorenne",
  "tutela-avanzata": ({ stato }) => `Maggiore età: ${stato}`,
  "preavviso-inviato": ({ preavviso }) =>
    `Preavviso: ${motivoDi(preavviso)}; risposta entro il ${giorno(preavviso.entro)}`,
  "controdeduzioni-ricevute": () => "Il giovane ha risposto al preavviso",
  "preavviso-archiviato": ({ motivazione }) => `Preavviso archiviato: ${motivazione}`,
  "patto-firmato": ({ patto }) => `Patto firmato, fascia ${patto.fascia}`,
  "dote-inviata": ({ dote }) => `Dote ${dote.protocollo} inviata`,
  "dote-accodata": ({ numero }) => `Dote in coda per il denaro, numero ${numero}`,
  "coda-lasciata": () => "Coda lasciata: si può preparare un'altra dote",
  "dote-respinta": () => "La Regione ha respinto l'invio della dote",
  "dote-ammessa": () => "Dote ammessa: il denaro è impegnato",
  "dote-non-ammessa": ({ motivazione }) => `Dote non ammessa: ${motivazione}`,
  "dote-sospesa": ({ motivo, dal }) =>
    `Dote sospesa dal ${giorno(dal)}: ${MOTIVI_SOSPENSIONE[motivo]}`,
  "dote-ripresa": ({ al }) => `Dote ripresa il ${giorno(al)}`,
  "dote-scaduta": () => "La dote è finita: ciò che era solo previsto è lasciato",
  "dote-chiusa": ({ chiusura }) => CHIUSA[chiusura.come],
  "percorso-chiuso": () => "Percorso chiuso: nessuno ci lavorava più",
  "operatore-assegnato": () => "La Regione ha affidato il giovane a questo operatore",
  "presa-confermata": ({ inVerifica }) =>
    inVerifica ? "Presa in carico confermata, dote in verifica" : "Presa in carico confermata",
  "presa-rifiutata": () => "Presa in carico rifiutata: un'altra regione è arrivata prima",
  "non-preso-in-carico": ({ nonPresa }) =>
    `NON preso in carico: ${MOTIVI_NON_PRESA[nonPresa.motivo]}`,
  "adesione-chiusa": ({ stato }) => `Adesione: ${STATI_ADESIONE[stato]}`,
  "stato-aggiornato": ({ stato }) => `Adesione: ${STATI_ADESIONE[stato]}`,
  "servizio-avviato": ({ dataInizio }) => `Servizio iniziato il ${giorno(dataInizio)}`,
  "servizio-concluso": ({ dataFine }) => `Servizio finito il ${giorno(dataFine)}`,
  "servizio-rendicontato": () => "Servizio rendicontato",
  "rendicontazione-verificata": () => "Rendicontazione verificata dalla Regione",
  "servizio-variato": ({ dal, motivo }) => `Servizio variato dal ${giorno(dal)}: ${motivo}`,
  "taglio-definitivo": () => "Il taglio è definitivo",
  "importo-decurtato": () => "Un controllo ha ridotto l'importo",
  "pagamento-ordinato": () => "Pagamento ordinato",
  "pagamento-stornato": () => "La banca ha restituito il pagamento",
  "pagamento-eseguito": () => "Pagamento eseguito",
  "importo-recuperato": () => "Importo recuperato",
};

export const parolaDi = (evento: EventoCaso): string =>
  (PAROLE[evento.tipo] as ((evento: EventoCaso) => string) | undefined)?.(evento) ?? evento.tipo;
