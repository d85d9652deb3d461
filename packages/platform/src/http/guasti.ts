/** A message a person can read, as RFC 9457. Shown as a page when a browser asks. */
export interface Guasto {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly rimedio?: string;
}

export const NON_TROVATA: Guasto = {
  type: "urn:staffetta:pagina-inesistente",
  title: "Questa pagina non c'è",
  status: 404,
  detail: "L'indirizzo non corrisponde a nessuna pagina: forse il collegamento è vecchio.",
  rimedio: "Torna alla pagina iniziale e riparti da lì.",
};
export const GUASTO_INTERNO: Guasto = {
  type: "urn:staffetta:guasto",
  title: "Qualcosa non ha funzionato da parte nostra",
  status: 500,
  detail: "La richiesta non è stata completata e niente è stato cambiato.",
  rimedio: "Riprova fra qualche minuto; se si ripete, segnalalo all'assistenza.",
};
export const RICHIESTA_RESPINTA: Guasto = {
  type: "urn:staffetta:richiesta-respinta",
  title: "La richiesta non è stata accettata",
  status: 403,
  detail: "La richiesta non sembra partire da una pagina di questo sito.",
  rimedio: "Ricarica la pagina e riprova.",
};
export const CORPO_TROPPO_GRANDE: Guasto = {
  type: "urn:staffetta:corpo-troppo-grande",
  title: "Il messaggio è troppo grande",
  status: 413,
  detail: "Il corpo supera i byte che questa porta legge: niente è stato preso.",
  rimedio: "Mandalo in parti più piccole.",
};
