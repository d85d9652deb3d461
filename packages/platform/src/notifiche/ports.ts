/** A letter ready to leave: the carrier knows nothing of who wrote it or why. */
export interface Lettera {
  /** The same at every attempt: whoever receives it twice can tell. */
  readonly id: string;
  /** E-mail address, telephone number or codice fiscale, as the carrier needs. */
  readonly a: string;
  readonly oggetto: string;
  readonly testo: string;
  /** The same in a few words, for a telephone. */
  readonly breve: string;
  readonly allegati?: readonly Allegato[];
}

export interface Allegato {
  readonly nome: string;
  readonly tipo: string;
  readonly contenuto: string;
}

/**
 * What the carrier said. `rifiutata`: this letter will never be taken; `guasto`: perhaps later. The
 * answer is kept and shown: it must not repeat the address.
 */
export type EsitoVettore = Readonly<{
  esito: "inviata" | "rifiutata" | "guasto";
  risposta: string;
}>;

/** One way to reach a person in writing. Never throws: a fault is an answer. */
export interface Vettore {
  readonly nome: string;
  invia(lettera: Lettera): Promise<EsitoVettore>;
  close?(): void;
}
