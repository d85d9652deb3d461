import type { Problema } from "@staffetta/contracts";

/** What the REST door itself may answer, whatever the operation. */
export const MALFORMATO: Problema = {
  type: "urn:staffetta:json-non-valido",
  title: "Il contenuto non è JSON",
  status: 400,
  detail: "Il corpo della richiesta non si legge come JSON.",
  rimedio: "Controlla la forma della richiesta e invia di nuovo.",
};
export const TROPPE: Problema = {
  type: "urn:staffetta:troppe-richieste",
  title: "Troppe richieste",
  status: 429,
  detail: "Hai fatto più richieste di quante sono permesse in questa finestra di tempo.",
  rimedio: "Aspetta i secondi scritti in Retry-After, poi riprendi più piano.",
};
export const NON_DISPONIBILE: Problema = {
  type: "urn:staffetta:servizio-non-disponibile",
  title: "Il servizio adesso non è disponibile",
  status: 503,
  detail: "Il database di questo nodo non risponde; niente è stato cambiato.",
  rimedio: "Riprova dopo i secondi scritti in Retry-After.",
};
export const GUASTO: Problema = {
  type: "urn:staffetta:guasto",
  title: "Qualcosa non ha funzionato da parte nostra",
  status: 500,
  detail: "La richiesta non è stata completata e niente è stato cambiato.",
  rimedio: "Riprova fra qualche minuto; se si ripete, segnalalo all'assistenza.",
};
export const SCONOSCIUTA: Problema = {
  type: "urn:staffetta:operazione-inesistente",
  title: "Questa operazione non c'è",
  status: 404,
  detail: "Nessuna operazione di questo nodo ha questo indirizzo e questo metodo.",
  rimedio: "Guarda il documento /api/v1/openapi.json.",
};
export const RICHIAMO_NON_AMMESSO: Problema = {
  type: "urn:staffetta:richiamo-non-ammesso",
  title: "La risposta non si può mandare lì",
  status: 403,
  detail:
    "L'indirizzo in X-ReplyTo non è fra quelli concordati, oppure chi chiede non è un sistema.",
  rimedio: "Chiedi a chi gestisce il nodo di aggiungere l'indirizzo del tuo sistema.",
};
export const NON_DIFFERIBILE: Problema = {
  type: "urn:staffetta:operazione-non-differibile",
  title: "Questa operazione risponde subito",
  status: 400,
  detail: "X-ReplyTo vale solo per le operazioni che il documento OpenAPI indica come differibili.",
  rimedio: "Togli X-ReplyTo e aspetta la risposta.",
};

const DOWN = new Set(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03", "08006", "08001", "53300"]);

/** The database does not answer: somebody may ask again soon. */
export const isDatabaseGiu = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && DOWN.has(String(error.code))) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message));
