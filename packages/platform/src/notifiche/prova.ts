import type { Vettore } from "./ports.ts";

/** Sends nothing: in development what would have left is read on a page, from the outbox itself. */
export const vettoreDiProva: Vettore = {
  nome: "prova",
  invia: async () => ({ esito: "inviata", risposta: "posta di prova: niente è uscito da qui" }),
};
