import { STATI_APPUNTAMENTO, type StatoAppuntamento } from "@staffetta/domain";
import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione, Instant } from "../../primitivi.ts";
import { Fatto, FileInUscita } from "../comuni.ts";
import { Chiave } from "./comuni.ts";
import { EsitiInsieme, insieme } from "./lavoro.ts";

export const Sede = z.string().min(1, "Scegli una sede").max(40);
export const Motivo = z
  .string()
  .trim()
  .min(3, "Scrivi il motivo: la persona lo leggerà")
  .max(200, "Al massimo 200 caratteri");
const Ora = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Scrivi l'ora come 09:30");

export const AppuntamentoInAgenda = z.strictObject({
  appuntamentoId: z.uuid(),
  adesioneId: IdAdesione,
  persona: z.string(),
  sede: z.string(),
  luogo: z.string(),
  stato: z.enum(Object.keys(STATI_APPUNTAMENTO) as [StatoAppuntamento, ...StatoAppuntamento[]]),
  inizio: Instant,
  fine: Instant,
  motivo: z.string().nullable(),
});

export const CalendarioSede = z.strictObject({
  sede: z.string(),
  luogo: z.string(),
  durataMinutes: z.int(),
  posti: z.int(),
  orari: z.array(z.strictObject({ giorno: z.int().min(1).max(7), dalle: Ora, alle: Ora })),
  chiusure: z.array(z.strictObject({ dal: Giorno, al: Giorno, motivo: z.string() })),
  version: z.int(),
});

const letture = {
  agenda: operazione({
    id: "agenda",
    sommario: "Gli appuntamenti di un giorno, o di una persona, e chi aspetta un posto",
    metodo: "GET",
    percorso: "/agenda",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ giorno: Giorno.optional(), adesioneId: IdAdesione.optional() }),
    uscita: z.strictObject({
      giorno: Giorno,
      appuntamenti: z.array(AppuntamentoInAgenda),
      inAttesa: z.array(
        z.strictObject({ adesioneId: IdAdesione, persona: z.string(), sede: z.string() }),
      ),
      sedi: z.array(CalendarioSede),
    }),
  }),
  turniLiberi: operazione({
    id: "turni-liberi",
    sommario: "I prossimi turni di una sede che hanno ancora posto",
    metodo: "GET",
    percorso: "/agenda/turni",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ sede: Sede, dal: Giorno.or(z.literal("")).default("") }),
    uscita: z.strictObject({
      turni: z.array(z.strictObject({ inizio: Instant, liberi: z.int() })),
    }),
  }),
  appuntamentoIcs: operazione({
    id: "appuntamento-ics",
    sommario: "L'appuntamento come file per il calendario",
    metodo: "GET",
    percorso: "/agenda/ics",
    ruoli: ["addetto"],
    risposta: "file",
    ingresso: z.strictObject({ appuntamentoId: z.uuid() }),
    uscita: FileInUscita,
  }),
};

const comandi = {
  fissaAppuntamento: operazione({
    id: "fissa-appuntamento",
    sommario: "Prende un posto in un turno e lo scrive alla persona: vale come convocazione",
    metodo: "POST",
    percorso: "/agenda/fissa",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      sede: Sede,
      inizio: Instant,
    }),
    uscita: z.strictObject({ appuntamentoId: z.uuid() }),
  }),
  spostaAppuntamento: operazione({
    id: "sposta-appuntamento",
    sommario: "Sposta un appuntamento in un altro turno, spiegando perché",
    metodo: "POST",
    percorso: "/agenda/sposta",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({
      ...{ chiave: Chiave, appuntamentoId: z.uuid(), inizio: Instant, motivo: Motivo },
    }),
    uscita: z.strictObject({ appuntamentoId: z.uuid() }),
  }),
  annullaAppuntamento: operazione({
    id: "annulla-appuntamento",
    sommario: "Annulla un appuntamento, per l'operatore o perché lo chiede il giovane",
    metodo: "POST",
    percorso: "/agenda/annulla",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({
      ...{ chiave: Chiave, appuntamentoId: z.uuid(), chi: z.enum(["operatore", "giovane"]) },
      motivo: Motivo,
    }),
    uscita: Fatto,
  }),
  registraPresenza: operazione({
    id: "registra-presenza",
    sommario: "È venuto o non è venuto: diventa un contatto del caso",
    metodo: "POST",
    percorso: "/agenda/presenza",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({
      ...{ chiave: Chiave, appuntamentoId: z.uuid(), venuto: z.enum(["si", "no"]) },
    }),
    uscita: Fatto,
  }),
  mettiInAttesa: operazione({
    id: "metti-in-attesa",
    sommario: "Mette una persona in attesa del primo posto che si libera",
    metodo: "POST",
    percorso: "/agenda/attesa",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({ adesioneId: IdAdesione, sede: Sede }),
    uscita: Fatto,
  }),
  convocaCasi: operazione({
    id: "convoca-casi",
    sommario: "Dà a ciascuno il primo turno libero e glielo scrive",
    metodo: "POST",
    percorso: "/agenda/convoca",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({ ...insieme, sede: Sede, dal: Giorno.or(z.literal("")).default("") }),
    uscita: EsitiInsieme,
  }),
  chiudiSede: operazione({
    id: "chiudi-sede",
    sommario: "Chiude una sede per dei giorni: annulla, spiega e rimette in attesa chi era fissato",
    metodo: "POST",
    percorso: "/agenda/chiusure",
    ruoli: ["addetto"],
    funzioni: ["sportello", "legale"],
    ingresso: z
      .strictObject({ sede: Sede, dal: Giorno, al: Giorno, motivo: Motivo })
      .refine(({ dal, al }) => al >= dal, {
        ...{ path: ["al"], message: "La fine viene prima dell'inizio" },
      }),
    uscita: z.strictObject({ annullati: z.int() }),
  }),
};

/** Appointments of a site with its giovani. */
export const operazioniAppuntamenti = { ...letture, ...comandi } as const;
