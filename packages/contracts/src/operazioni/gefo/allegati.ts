import { TIPI_ALLEGATO, type TipoAllegato } from "@staffetta/domain";
import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { IdAdesione, IdServizio, Instant } from "../../primitivi.ts";
import { FileInIngresso, FileInUscita } from "../comuni.ts";

const tipi = Object.keys(TIPI_ALLEGATO) as [TipoAllegato, ...TipoAllegato[]];

export const Allegato = z.strictObject({
  allegatoId: z.uuid(),
  servizioId: IdServizio.nullable(),
  titolo: z.string(),
  nome: z.string(),
  tipo: z.enum(tipi),
  byteLength: z.int(),
  sha256: z.string(),
  caricatoAt: Instant,
  caricatoDa: z.string(),
});
export type Allegato = z.infer<typeof Allegato>;

/** The evidence of a case: scans of registers, reports, signed documents. */
export const operazioniAllegati = {
  caricaAllegato: operazione({
    id: "carica-allegato",
    sommario: "Conserva un file che prova qualcosa di un caso: PDF, immagine o documento firmato",
    metodo: "POST",
    percorso: "/caso/allegati",
    ruoli: ["addetto"],
    richiesta: "multipart",
    ingresso: z.strictObject({
      chiave: z.uuid(),
      adesioneId: IdAdesione,
      titolo: z.string().trim().min(1, "Scrivi che cos'è").max(120, "Al massimo 120 caratteri"),
      /** The service that it proves; "" = the case as a whole. */
      servizioId: IdServizio.or(z.literal("")).default(""),
      file: FileInIngresso,
    }),
    uscita: Allegato,
  }),
  allegati: operazione({
    id: "allegati",
    sommario: "I file di un caso, senza il loro contenuto",
    metodo: "GET",
    percorso: "/caso/allegati",
    ruoli: ["addetto", "regione", "revisore"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: z.strictObject({ allegati: z.array(Allegato) }),
  }),
  scaricaAllegato: operazione({
    id: "scarica-allegato",
    sommario: "Il contenuto di un file; la lettura viene annotata",
    metodo: "GET",
    percorso: "/allegati/contenuto",
    ruoli: ["addetto", "regione", "revisore"],
    funzioni: ["istruttoria", "controllo"],
    risposta: "file",
    ingresso: z.strictObject({ allegatoId: z.uuid() }),
    uscita: FileInUscita,
  }),
} as const;
export type OperazioniAllegati = typeof operazioniAllegati;
