import type { Instant } from "../time.ts";
import type { ModelloNotifica } from "./modelli.ts";

/** How a person is reached in writing. */
export const CANALI_NOTIFICA = { email: "e-mail", io: "app IO", sms: "SMS" } as const;
export type CanaleNotifica = keyof typeof CANALI_NOTIFICA;

export const STATI_NOTIFICA = {
  "in-attesa": "da inviare",
  "in-invio": "in invio",
  inviata: "inviata",
  respinta: "tornata indietro",
  fallita: "non inviata",
  /** Its answer says why: reminders are not wanted, or are needed no more. */
  esclusa: "non inviata, non serve",
} as const;
export type StatoNotifica = keyof typeof STATI_NOTIFICA;

/** One message to one person on one channel. What it says and to whom is kept sealed, elsewhere. */
export interface Notifica {
  readonly id: string;
  /** The same key is the same notification: asked twice, sent once. */
  readonly chiave: string;
  readonly modello: ModelloNotifica;
  readonly canale: CanaleNotifica;
  readonly stato: StatoNotifica;
  readonly tentativi: number;
  readonly creataAt: Instant;
  /** Not before this instant; while it is being sent, when the sender is given up for dead. */
  readonly prossimoAt: Instant;
  readonly inviataAt: Instant | null;
  /** What the carrier answered: its receipt, or why not. */
  readonly risposta: string | null;
}
