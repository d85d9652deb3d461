import type { EsitoFirma } from "./ports.ts";

/** Why something that reached the door was turned away. Each leaves an alarm; none changes another row. */
export type CodicePorta =
  | Extract<EsitoFirma, { ok: false }>["codice"]
  | "nodo-sconosciuto"
  | "lotto-illeggibile"
  | "jti-ripetuto"
  | "lacuna"
  | "catena-interrotta";

interface Testo {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly rimedio: string;
}

const FIRMA = "Controlla la chiave e l'orologio del nodo mittente, poi invia di nuovo il lotto.";

export const TESTI_PORTA: Readonly<Record<CodicePorta, Testo>> = {
  "nodo-sconosciuto": {
    status: 403,
    title: "Il mittente non è un partner di questo nodo",
    detail: "Il nodo che ha inviato il lotto non è nell'elenco dei partner.",
    rimedio: "Chiedi al gestore di questo nodo di aggiungere il partner e la sua chiave.",
  },
  "firma-assente": {
    status: 401,
    title: "Manca la firma",
    detail: "La richiesta non ha le intestazioni di firma previste.",
    rimedio: FIRMA,
  },
  "firma-non-valida": {
    status: 401,
    title: "La firma non è valida",
    detail: "La firma non corrisponde alla chiave conosciuta del mittente.",
    rimedio: FIRMA,
  },
  "corpo-alterato": {
    status: 400,
    title: "Il contenuto non è quello firmato",
    detail: "L'impronta del contenuto ricevuto è diversa da quella firmata.",
    rimedio: "Invia di nuovo il lotto; se si ripete, qualcuno lo altera lungo la strada.",
  },
  "token-scaduto": {
    status: 401,
    title: "La firma è scaduta",
    detail: "Il periodo di validità della firma è finito o non è ancora cominciato.",
    rimedio: FIRMA,
  },
  "destinatario-sbagliato": {
    status: 401,
    title: "La firma è per un altro destinatario",
    detail: "Il destinatario scritto nella firma non è questo nodo.",
    rimedio: "Controlla l'indirizzo del partner nella configurazione.",
  },
  "chiave-sconosciuta": {
    status: 401,
    title: "La chiave non è conosciuta",
    detail: "La firma usa una chiave che questo nodo non ha per il mittente.",
    rimedio: "Scambia con il gestore di questo nodo la nuova chiave pubblica.",
  },
  "lotto-illeggibile": {
    status: 400,
    title: "Il lotto non si legge",
    detail: "Il contenuto non ha la forma di un lotto di messaggi.",
    rimedio: "Controlla la versione del protocollo del mittente.",
  },
  "jti-ripetuto": {
    status: 409,
    title: "Richiesta già ricevuta",
    detail: "Questa stessa richiesta firmata è già arrivata: una firma vale una volta sola.",
    rimedio:
      "Firma di nuovo il lotto prima di rimandarlo: i messaggi già applicati non si ripetono.",
  },
  lacuna: {
    status: 409,
    title: "Manca un messaggio",
    detail: "Il lotto comincia oltre il messaggio atteso.",
    rimedio: "Riprendi l'invio dal progressivo atteso.",
  },
  "catena-interrotta": {
    status: 409,
    title: "Le due storie non coincidono",
    detail: "La catena delle impronte del lotto non continua quella di questo nodo.",
    rimedio: "Confronta con il partner i messaggi e le ricevute conservate prima di riprendere.",
  },
};

export function problemaPorta(
  codice: CodicePorta,
  fatti: Readonly<Record<string, unknown>>,
): { status: number; body: string } {
  const { status, title, detail, rimedio } = TESTI_PORTA[codice];
  const type = `urn:staffetta:cooperazione:${codice}`;
  return { status, body: JSON.stringify({ type, title, status, detail, rimedio, fatti }) };
}
