import type { Problema, Risposta } from "@staffetta/contracts";
import type { Traduci } from "./flussi.ts";

/** What a person reads about a refusal: what happened, why, what to do next. */
export interface Testo {
  readonly title: string;
  readonly detail: string;
  readonly rimedio: string;
  /** HTTP status; 409 when absent: the request was well formed, the facts say no. */
  readonly status?: number;
}
export type Testi = Readonly<Record<string, (fatti: Readonly<Record<string, unknown>>) => Testo>>;

const SENZA_TESTO = (codice: string): Testo => ({
  title: "La richiesta non è stata accettata",
  detail: `Una regola del programma non lo permette (${codice}).`,
  rimedio: "Se non capisci perché, chiedi all'assistenza indicando questo codice.",
});

const SEMPRE: Testi = {
  "messaggio.forma": () => ({
    title: "Il messaggio non ha la forma concordata",
    detail: "Uno o più campi del messaggio mancano o non vanno bene.",
    rimedio: "Controlla la versione del contratto usata dal mittente.",
  }),
  "messaggio.mittente-non-atteso": ({ mittente }) => ({
    title: "Chi scrive non può dire questo",
    detail: `Un messaggio di questo tipo non è atteso da ${mittente}.`,
    rimedio: "Controlla quale nodo ha l'autorità di mandarlo.",
  }),
  "servizicoap.non-portato": ({ tipo }) => ({
    title: "Il filo nazionale non porta questo messaggio",
    detail: `Con il legame servizicoap non ci sono parole per ${tipo}: il destinatario non l'ha ricevuto.`,
    rimedio: "Se gli serve, mandalo per un'altra via o concorda con lui il legame nativo.",
  }),
  "cooperazione.tipo-sconosciuto": () => ({
    title: "Questo tipo di messaggio non è atteso qui",
    detail: "Il destinatario non riceve messaggi di questo tipo.",
    rimedio: "Controlla la versione del contratto fra i due nodi.",
  }),
};

export interface Problemi {
  /** A refusal as an answer to who asked. */
  readonly rispondi: (
    rifiuto: Readonly<{ code: string }>,
  ) => Extract<Risposta<never>, { ok: false }>;
  readonly traduci: Traduci;
}

export function createProblemi(testi: Testi): Problemi {
  const testoDi = (codice: string, fatti: Readonly<Record<string, unknown>>): Testo =>
    (testi[codice] ?? SEMPRE[codice])?.(fatti) ?? SENZA_TESTO(codice);
  return {
    traduci: testoDi,
    rispondi: ({ code, ...fatti }) => {
      const { status = 409, ...testo } = testoDi(code, fatti);
      const base: Problema = { type: `urn:staffetta:${code}`, ...testo, status, fatti };
      // A refusal that knows its field is shown beside it.
      const { campo } = fatti as { campo?: unknown };
      if (typeof campo !== "string") return { ok: false, problema: base };
      return { ok: false, problema: { ...base, errori: [{ campo, messaggio: testo.detail }] } };
    },
  };
}
