import { esitoNonRiuscito, postJson } from "./http.ts";
import type { Vettore } from "./ports.ts";

export interface OpzioniSms {
  /** Where the gateway takes `{ id, to, text }`; a gateway of another shape is another adapter. */
  readonly indirizzo: string;
  readonly chiave: string;
}

/** "333 1234567" → "+393331234567": what is written without a country is Italian. */
export function numeroInternazionale(telefono: string): string {
  const digits = telefono.replaceAll(/[^+\d]/g, "");
  if (digits.startsWith("+")) return digits;
  return digits.startsWith("00") ? `+${digits.slice(2)}` : `+39${digits}`;
}

export const vettoreSms = ({ indirizzo, chiave }: OpzioniSms): Vettore => ({
  nome: "sms",
  invia: async ({ id, a, breve }) => {
    const headers = { authorization: `Bearer ${chiave}`, "idempotency-key": id };
    const body = { id, to: numeroInternazionale(a), text: breve };
    const detto = await postJson(indirizzo, headers, body);
    if (detto === null || detto.status < 200 || detto.status >= 300) return esitoNonRiuscito(detto);
    return { esito: "inviata", risposta: `preso dal gestore, risposta ${detto.status}` };
  },
});
