import { z } from "zod";
import { operazione } from "../operazione.ts";
import { Instant } from "../primitivi.ts";
import { soloDi } from "../soggetto.ts";

/** One exchange of the national SOAP services, without what it says. */
export const ScambioInElenco = z.strictObject({
  id: z.uuid(),
  at: Instant,
  verso: z.enum(["entrata", "uscita"]),
  operazione: z.string(),
  controparte: z.string(),
  regione: z.string(),
  stato: z.int(),
  esito: z.string(),
  codici: z.array(z.string()),
  durataMs: z.int(),
  richiestaBytes: z.int(),
});
export type ScambioInElenco = z.infer<typeof ScambioInElenco>;

const Scopo = z.string().trim().min(3, "Scrivi perché apri questo scambio").max(120);

/** The desk of the SOAP exchanges: the same on each node that has that face. They name persons. */
export const operazioniScambi = <R extends "regione" | "ministero">(ruolo: R) => ({
  scambi: operazione({
    id: "scambi",
    sommario: "Gli scambi dei servizi nazionali SOAP, dal più recente, senza il loro contenuto",
    metodo: "GET",
    percorso: "/scambi",
    ...soloDi(ruolo, "istruttoria", "controllo"),
    ingresso: z.strictObject({
      operazione: z.string().max(60).default(""),
      esito: z.string().max(20).default(""),
      verso: z.enum(["", "entrata", "uscita"]).default(""),
      dopo: z.uuid().or(z.literal("")).default(""),
    }),
    uscita: z.strictObject({ righe: z.array(ScambioInElenco), dopo: z.string().nullable() }),
  }),
  apriScambio: operazione({
    id: "apri-scambio",
    sommario: "Uno scambio con i suoi byte; la lettura viene annotata con il suo scopo",
    metodo: "POST",
    percorso: "/scambi/apri",
    ...soloDi(ruolo, "istruttoria", "controllo"),
    ingresso: z.strictObject({ id: z.uuid(), scopo: Scopo }),
    uscita: z.strictObject({
      scambio: ScambioInElenco,
      /** Readable, then as it came. */
      richiesta: z.strictObject({ impaginata: z.string(), grezza: z.string() }),
      risposta: z.strictObject({ impaginata: z.string(), grezza: z.string() }),
      letture: z.array(z.strictObject({ at: Instant, chi: z.string(), scopo: z.string() })),
    }),
  }),
});
