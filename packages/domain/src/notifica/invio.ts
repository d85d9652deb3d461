import { addDays, addMs, dayInRome, type Instant, instantInRome, timeInRome } from "../time.ts";
import { MODELLI_NOTIFICA, type ModelloNotifica } from "./modelli.ts";
import type { CanaleNotifica, Notifica, StatoNotifica } from "./notifica.ts";
import type { RegoleNotifiche } from "./regole.ts";

/** Every change of a notification; SPEC.md, table 1. */
export const PASSI_NOTIFICA: Readonly<Record<StatoNotifica, readonly StatoNotifica[]>> = {
  "in-attesa": ["in-invio"],
  // Given up for dead: taken again.
  "in-invio": ["in-invio", "in-attesa", "inviata", "respinta", "fallita"],
  // A letter may come back days after it was sent.
  inviata: ["respinta"],
  respinta: [],
  fallita: [],
  esclusa: [],
};

/** The first instant, from now on, outside the hours of silence of a clock in Rome. */
export function dopoIlSilenzio(adesso: Instant, { silenzio }: RegoleNotifiche): Instant {
  const { dalle, alle } = silenzio;
  const ora = timeInRome(adesso);
  const overnight = dalle > alle;
  const quiet = overnight ? ora >= dalle || ora < alle : ora >= dalle && ora < alle;
  if (!quiet) return adesso;
  const today = dayInRome(adesso);
  return instantInRome(overnight && ora >= dalle ? addDays(today, 1) : today, alle);
}

export interface NuovaNotifica {
  readonly id: string;
  readonly chiave: string;
  readonly modello: ModelloNotifica;
  readonly canale: CanaleNotifica;
  /** True when the person asked not to be reminded. */
  readonly senzaPromemoria: boolean;
  /** Not before this instant; absent = now. */
  readonly dal?: Instant;
}

export function creaNotifica(
  nuova: NuovaNotifica,
  regole: RegoleNotifiche,
  adesso: Instant,
): Notifica {
  const { senzaPromemoria, dal = adesso, ...resto } = nuova;
  const { dovuta, urgente } = MODELLI_NOTIFICA[nuova.modello];
  const escludi = senzaPromemoria && !dovuta;
  return {
    ...resto,
    stato: escludi ? "esclusa" : "in-attesa",
    risposta: escludi ? "la persona non vuole promemoria" : null,
    ...{ tentativi: 0, creataAt: adesso, inviataAt: null },
    prossimoAt: urgente ? dal : dopoIlSilenzio(dal, regole),
  };
}

/** Whether it may be taken by a sender now: it waits, or its sender is silent for too long. */
export const isDaInviare = ({ stato, prossimoAt }: Notifica, adesso: Instant): boolean =>
  (stato === "in-attesa" || stato === "in-invio") && prossimoAt <= adesso;

export function prendiInInvio(
  notifica: Notifica,
  { presaSeconds }: RegoleNotifiche,
  adesso: Instant,
): Notifica {
  const prossimoAt = addMs(adesso, presaSeconds * 1000);
  return { ...notifica, stato: "in-invio", tentativi: notifica.tentativi + 1, prossimoAt };
}

/** What the carrier said. `rifiutata`: it never will; `guasto`: perhaps later. */
export type EsitoInvio = Readonly<{
  esito: "inviata" | "rifiutata" | "guasto";
  risposta: string;
}>;

const MINUTE_MS = 60_000;

/** Only what is being sent can have an outcome; a late answer about something else changes nothing. */
export function registraEsitoInvio(
  notifica: Notifica,
  { esito, risposta }: EsitoInvio,
  regole: RegoleNotifiche,
  adesso: Instant,
): Notifica {
  if (notifica.stato !== "in-invio") return notifica;
  if (esito === "inviata")
    return { ...notifica, stato: "inviata", inviataAt: adesso, risposta, prossimoAt: adesso };
  if (esito === "rifiutata") return { ...notifica, stato: "respinta", risposta };
  const { tentativiMax, attesaMinutes } = regole;
  if (notifica.tentativi >= tentativiMax) return { ...notifica, stato: "fallita", risposta };
  const minutes = attesaMinutes[notifica.tentativi - 1] ?? attesaMinutes.at(-1) ?? 1;
  const poi = addMs(adesso, minutes * MINUTE_MS);
  const { urgente } = MODELLI_NOTIFICA[notifica.modello];
  const prossimoAt = urgente ? poi : dopoIlSilenzio(poi, regole);
  return { ...notifica, stato: "in-attesa", risposta, prossimoAt };
}

/** A letter that came back: the address does not work, and whoever looks at the case must know. */
export const registraRimbalzo = (notifica: Notifica, motivo: string): Notifica =>
  notifica.stato === "inviata" ? { ...notifica, stato: "respinta", risposta: motivo } : notifica;
