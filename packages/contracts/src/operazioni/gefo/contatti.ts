import { z } from "zod";
import { CanaleContatto, EsitoContatto } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione } from "../../primitivi.ts";
import { Fatto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

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
    }),
    uscita: Fatto,
  }),
} as const;
