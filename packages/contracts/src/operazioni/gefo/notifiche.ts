import {
  CANALI_NOTIFICA,
  type CanaleNotifica,
  STATI_NOTIFICA,
  type StatoNotifica,
} from "@staffetta/domain";
import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { IdAdesione, Instant } from "../../primitivi.ts";
import { Fatto } from "../comuni.ts";

export const CanaleDiNotifica = z.enum(
  Object.keys(CANALI_NOTIFICA) as [CanaleNotifica, ...CanaleNotifica[]],
);

export const LetteraInPosta = z.strictObject({
  notificaId: z.uuid(),
  adesioneId: IdAdesione,
  persona: z.string(),
  modello: z.string(),
  canale: CanaleDiNotifica,
  stato: z.enum(Object.keys(STATI_NOTIFICA) as [StatoNotifica, ...StatoNotifica[]]),
  creataAt: Instant,
  inviataAt: Instant.nullable(),
  tentativi: z.int(),
  /** What the carrier said; never the address. */
  risposta: z.string().nullable(),
});

/** What was written to people. */
export const operazioniNotifiche = {
  posta: operazione({
    id: "posta",
    sommario: "Le ultime lettere scritte ai giovani, con il loro esito",
    metodo: "GET",
    percorso: "/posta",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ adesioneId: IdAdesione.optional() }),
    uscita: z.strictObject({ lettere: z.array(LetteraInPosta) }),
  }),
  lettera: operazione({
    id: "lettera",
    sommario: "Una lettera intera; la lettura viene annotata",
    metodo: "GET",
    percorso: "/posta/lettera",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ notificaId: z.uuid() }),
    uscita: LetteraInPosta.extend({
      a: z.string(),
      oggetto: z.string(),
      testo: z.string(),
      breve: z.string(),
      allegati: z.array(z.string()),
    }),
  }),
  preferenzeNotifiche: operazione({
    id: "preferenze-notifiche",
    sommario: "Su quale canale scrivere a una persona, e se vuole promemoria",
    metodo: "POST",
    percorso: "/caso/preferenze-notifiche",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({
      adesioneId: IdAdesione,
      canale: CanaleDiNotifica,
      senzaPromemoria: z
        .literal(["on", true, false])
        .default(false)
        .transform((valore) => valore !== false),
    }),
    uscita: Fatto,
  }),
  registraRimbalzo: operazione({
    id: "registra-rimbalzo",
    sommario: "Una lettera inviata è tornata indietro: lo dice il server della posta",
    metodo: "POST",
    percorso: "/posta/rimbalzi",
    ruoli: ["sistema"],
    ingresso: z.strictObject({ notificaId: z.uuid(), motivo: z.string().trim().min(1).max(200) }),
    uscita: Fatto,
  }),
} as const;
