/**
 * What may be wrong in a document. P000 and X001 are the Ministry's; every other code is ours, since the
 * national list is not public.
 * @source WIRE, §3.2
 */
export const CODICI_ANOMALIA = {
  P000: "Adesione già presente",
  X001: "Limite di chiamate superato",
  S001: "Il documento XML non si legge",
  S002: "L'elemento radice non è quello atteso",
  S003: "Manca un elemento obbligatorio",
  S004: "C'è un elemento non previsto",
  S005: "Un elemento è ripetuto",
  S006: "Un elemento non è al suo posto",
  S007: "C'è un attributo non previsto",
  S008: "C'è del testo dove non è previsto",
  S010: "Il valore non ha la forma prevista",
  S011: "Il valore non è fra quelli ammessi",
  S012: "Il testo è troppo lungo o troppo corto",
  S013: "La data non esiste o non è scritta bene",
  S014: "La data è nel futuro",
  S015: "Il numero non va bene",
  C001: "Il codice fiscale non ha la forma prevista",
  C002: "La lettera di controllo del codice fiscale non torna",
  C003: "La data di nascita nel codice fiscale non esiste",
  C004: "I dati della persona non corrispondono al codice fiscale",
  B001: "La persona ha già una SAP attiva",
  B002: "La SAP non esiste",
  B003: "La SAP non è più attiva",
  B004: "Mancano i dati anagrafici di un primo inserimento",
  B005: "Codice Fiscale Personale",
  B006: "Il codice fiscale non è quello della SAP",
  B007: "Il nuovo codice fiscale ha già una SAP attiva",
  B008: "Chi non è titolare manda solo le sezioni 0 e 6",
  B009: "L'operazione è del titolare",
  B010: "Le date di una politica non vanno bene",
  B011: "Una politica è scritta due volte",
  B012: "Manca un recapito in un primo inserimento",
} as const;

export type CodiceAnomalia = keyof typeof CODICI_ANOMALIA;

export interface Anomalia {
  readonly codice: string;
  readonly descrizione: string;
  /** Path of the element, "lavoratore/datiinvio/codiceentetit"; "" for the whole document. */
  readonly percorso: string;
}

export const anomalia = (codice: CodiceAnomalia, dettaglio = "", percorso = ""): Anomalia => ({
  codice,
  descrizione: dettaglio === "" ? CODICI_ANOMALIA[codice] : dettaglio,
  percorso,
});
