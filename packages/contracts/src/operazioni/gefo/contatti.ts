import { MOTIVI_ASSENZA, PASSI_PIANO } from "@staffetta/domain";
import { z } from "zod";
import { CanaleContatto, EsitoContatto } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione, Instant } from "../../primitivi.ts";
import { Fatto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);
const MotivoAssenza = codes(MOTIVI_ASSENZA);

/** One attempt: who, how, what came of it, what proves it. */
export const ContattoInCaso = z.strictObject({
  ...{ contattoId: z.uuid(), at: Instant, canale: CanaleContatto, esito: EsitoContatto },
  ...{ nota: z.string(), addetto: z.string(), prova: z.string().nullable() },
  /** Why an absence does not count. */
  assenza: MotivoAssenza.nullable(),
});

/** What the plan of contacts proposes. */
export const PassoContatti = z.strictObject({
  ...{ passo: codes(PASSI_PIANO), entro: Giorno, oltreTermine: z.boolean() },
  ...{ tentativi: z.int(), tentativiMin: z.int(), canali: z.array(CanaleContatto) },
  /** The figures of the plan are still to be read in the notice. */
  daVerificare: z.boolean(),
  /** An absence that may still be explained, with the reasons that count. */
  assenza: z.strictObject({ on: Giorno, entro: Giorno, motivi: z.array(MotivoAssenza) }).nullable(),
});

export const operazioniContatti = {
  registraContatto: operazione({
    id: "registra-contatto",
    sommario: "Annota una convocazione, una risposta, un colloquio o una mancata presentazione",
    metodo: "POST",
    percorso: "/caso/contatti",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      canale: CanaleContatto,
      esito: EsitoContatto,
      giorno: Giorno,
      /** Civil time in Rome, "10:30". */
      ora: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Scrivi l'ora come 10:30"),
      nota: z.string().max(500, "Al massimo 500 caratteri").default(""),
      /** A receipt, a number of a call: what shows that it happened. */
      prova: z.string().trim().max(200, "Al massimo 200 caratteri").default(""),
    }),
    uscita: Fatto,
  }),
  giustificaAssenza: operazione({
    id: "giustifica-assenza",
    sommario: "Registra perché il giovane non è venuto: l'assenza non conta",
    metodo: "POST",
    percorso: "/caso/assenza",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({ chiave: Chiave, adesioneId: IdAdesione, assenza: MotivoAssenza }),
    uscita: Fatto,
  }),
} as const;
