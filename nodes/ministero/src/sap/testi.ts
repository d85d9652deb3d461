import type { Testi } from "@staffetta/nodo";

const elenco = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : "");

/** Refusals about a SAP, for a person; on the SOAP wire they are the descriptions of the anomalies. */
export const TESTI_SAP: Testi = {
  "sap.gia-presente": ({ id }) => ({
    title: "Questa persona ha già una SAP",
    detail: `La SAP attiva è ${id}: un secondo primo inserimento non si può fare.`,
    rimedio: "Chiedi la SAP che c'è e manda un aggiornamento (tipovariazione 02).",
  }),
  "sap.sconosciuta": ({ id }) => ({
    title: "Questa SAP non c'è",
    detail: id === null ? "La persona non ha una SAP." : `Nessuna SAP ha l'identificativo ${id}.`,
    rimedio: "Controlla l'identificativo, oppure manda un primo inserimento (tipovariazione 01).",
    status: 404,
  }),
  "sap.non-attiva": ({ id }) => ({
    title: "Questa SAP non è più attiva",
    detail: `La SAP ${id} è stata annullata: non si aggiorna più.`,
    rimedio: "Manda un primo inserimento (tipovariazione 01).",
  }),
  "sap.senza-codice-fiscale": () => ({
    title: "Manca il codice fiscale",
    detail: "Un primo inserimento ha bisogno dei dati anagrafici.",
    rimedio: "Aggiungi la sezione datianagrafici e manda di nuovo.",
  }),
  "sap.senza-recapiti": () => ({
    title: "Manca un recapito",
    detail: "Un primo inserimento ha bisogno di almeno uno fra telefono, cellulare ed e-mail.",
    rimedio: "Aggiungi un recapito e manda di nuovo.",
  }),
  "sap.codice-fiscale-non-valido": ({ perche }) => ({
    title: "Il codice fiscale non va bene",
    detail: `${perche}`,
    rimedio: "Correggi il codice fiscale e manda di nuovo.",
  }),
  "sap.anagrafica-diversa": () => ({
    title: "I dati della persona non tornano con il codice fiscale",
    detail: "Sesso o data di nascita non corrispondono al codice fiscale.",
    rimedio: "Correggi i dati anagrafici e manda di nuovo.",
  }),
  "sap.codice-fiscale-diverso": ({ id }) => ({
    title: "Il codice fiscale non è quello della SAP",
    detail: `La SAP ${id} è di un'altra persona.`,
    rimedio: "Se il codice è cambiato davvero, il titolare manda tipovariazione 05.",
  }),
  "sap.codice-fiscale-occupato": ({ id }) => ({
    title: "Il nuovo codice fiscale ha già una SAP",
    detail: `La SAP attiva di quel codice fiscale è ${id}.`,
    rimedio: "Annulla prima una delle due SAP.",
  }),
  "sap.sezioni-di-altro-titolare": ({ titolare, sezioni }) => ({
    title: "Le sezioni sono del titolare",
    detail: `Il titolare è ${titolare}: un altro ente manda solo le sezioni 0 e 6 (qui anche: ${elenco(sezioni)}).`,
    rimedio: "Manda solo le politiche, oppure chiedi il trasferimento della presa in carico.",
  }),
  "sap.non-titolare": ({ titolare }) => ({
    title: "Solo il titolare può farlo",
    detail: `Il titolare della SAP è ${titolare}.`,
    rimedio: "Chiedi al titolare.",
  }),
  "sap.date-politica": ({ tipoAttivita, dataProposta }) => ({
    title: "Le date di una politica non vanno bene",
    detail: `La politica ${tipoAttivita} proposta il ${dataProposta} finisce prima di cominciare.`,
    rimedio: "Correggi le date e manda di nuovo.",
  }),
  "sap.politica-ripetuta": ({ identificativo }) => ({
    title: "Una politica è scritta due volte",
    detail: `L'identificativo ${identificativo} compare più di una volta.`,
    rimedio: "Lascia una sola politica con quell'identificativo e manda di nuovo.",
  }),
  "sap.versione-sconosciuta": () => ({
    title: "Questa versione non c'è",
    detail: "La SAP non ha una versione con questo numero.",
    rimedio: "Scegli una versione dalla storia della SAP.",
    status: 404,
  }),
  "codice.lista-sconosciuta": ({ lista }) => ({
    title: "Questa lista di codici non c'è",
    detail: `Nessuna lista si chiama «${lista}».`,
    rimedio: "Guarda i nomi delle liste nella pagina dei codici.",
    status: 400,
  }),
  "persona.senza-nascita": () => ({
    title: "Un codice fiscale provvisorio non dice la data di nascita",
    detail: "La persona non è ancora nella Banca dati, e dal suo codice non si sa quando è nata.",
    rimedio: "Aspetta che un ente mandi la sua SAP, poi importa di nuovo.",
  }),
  "did.passo-non-ammesso": ({ azione }) => ({
    title: "La DID non può fare questo passo",
    detail: `«${azione}» non è possibile da dove la DID si trova adesso.`,
    rimedio: "Guarda lo stato della DID nella SAP.",
  }),
};
