import { esitoNonRiuscito, postJson } from "./http.ts";
import type { Vettore } from "./ports.ts";

export interface OpzioniIo {
  /** Base address, without a final slash: "https://api.io.pagopa.it/api/v1". */
  readonly indirizzo: string;
  readonly chiave: string;
}

const SUBJECT_MIN = 10;
const SUBJECT_MAX = 120;
const MARKDOWN_MIN = 80;

/** App IO wants a least length; blanks at the end are text that nobody sees. */
const atLeast = (text: string, min: number): string => text.padEnd(min, " ");

/**
 * App IO: first whether this person receives from this service, then the message. The codice fiscale
 * travels in bodies, never in an address.
 */
export function vettoreIo({ indirizzo, chiave }: OpzioniIo): Vettore {
  const headers = { "ocp-apim-subscription-key": chiave };
  return {
    nome: "io",
    invia: async ({ a, oggetto, testo }) => {
      const profilo = await postJson(`${indirizzo}/profiles`, headers, { fiscal_code: a });
      if (profilo?.status === 404)
        return { esito: "rifiutata", risposta: "la persona non usa l'app IO" };
      if (profilo?.status !== 200) return esitoNonRiuscito(profilo);
      if (profilo.corpo["sender_allowed"] !== true)
        return { esito: "rifiutata", risposta: "la persona ha spento questo servizio nell'app IO" };
      const subject = atLeast(oggetto.slice(0, SUBJECT_MAX), SUBJECT_MIN);
      const content = { subject, markdown: atLeast(testo, MARKDOWN_MIN) };
      const detto = await postJson(`${indirizzo}/messages`, headers, { fiscal_code: a, content });
      if (detto?.status !== 201) return esitoNonRiuscito(detto);
      return { esito: "inviata", risposta: `messaggio ${String(detto.corpo["id"] ?? "")}` };
    },
  };
}
