import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Instant } from "../../primitivi.ts";
import { Fatto, FileInUscita } from "../comuni.ts";
import { AppuntamentoInAgenda, Motivo, Sede } from "./appuntamenti.ts";
import { Chiave } from "./comuni.ts";

const Turni = z.array(z.strictObject({ inizio: Instant, liberi: z.int() }));
const Preso = z.strictObject({ appuntamentoId: z.uuid() });

/** What the giovane does by himself about his appointments: always of his own case, whichever it is. */
export const operazioniMieiAppuntamenti = {
  mieiAppuntamenti: operazione({
    id: "miei-appuntamenti",
    sommario: "Gli appuntamenti del giovane che chiede, e i turni liberi del suo operatore",
    metodo: "GET",
    percorso: "/miei-appuntamenti",
    ruoli: ["giovane"],
    ingresso: z.strictObject({}),
    uscita: z.strictObject({
      /** Null: nobody follows him here now. */
      operatore: z.string().nullable(),
      puoFissare: z.boolean(),
      appuntamenti: z.array(AppuntamentoInAgenda.omit({ adesioneId: true, persona: true })),
      sedi: z.array(z.strictObject({ sede: z.string(), luogo: z.string(), turni: Turni })),
    }),
  }),
  fissaDaMe: operazione({
    id: "fissa-da-me",
    sommario: "Il giovane prende un posto in un turno libero del suo operatore",
    metodo: "POST",
    percorso: "/miei-appuntamenti/fissa",
    ruoli: ["giovane"],
    ingresso: z.strictObject({ chiave: Chiave, sede: Sede, inizio: Instant }),
    uscita: Preso,
  }),
  spostaDaMe: operazione({
    id: "sposta-da-me",
    sommario: "Il giovane sposta il suo appuntamento in un altro turno libero",
    metodo: "POST",
    percorso: "/miei-appuntamenti/sposta",
    ruoli: ["giovane"],
    ingresso: z.strictObject({
      ...{ chiave: Chiave, appuntamentoId: z.uuid(), sede: Sede, inizio: Instant },
    }),
    uscita: Preso,
  }),
  annullaDaMe: operazione({
    id: "annulla-da-me",
    sommario: "Il giovane annulla il suo appuntamento, dicendo perché",
    metodo: "POST",
    percorso: "/miei-appuntamenti/annulla",
    ruoli: ["giovane"],
    ingresso: z.strictObject({ chiave: Chiave, appuntamentoId: z.uuid(), motivo: Motivo }),
    uscita: Fatto,
  }),
  mioAppuntamentoIcs: operazione({
    id: "mio-appuntamento-ics",
    sommario: "Un appuntamento del giovane come file per il suo calendario",
    metodo: "GET",
    percorso: "/miei-appuntamenti/ics",
    ruoli: ["giovane"],
    risposta: "file",
    ingresso: z.strictObject({ appuntamentoId: z.uuid() }),
    uscita: FileInUscita,
  }),
} as const;
