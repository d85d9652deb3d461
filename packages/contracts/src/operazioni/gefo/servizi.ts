import { z } from "zod";
import { EsitoPolitica } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Giorno, IdServizio } from "../../primitivi.ts";
import { Fatto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

export const operazioniServizi = {
  avviaServizio: operazione({
    id: "avvia-servizio",
    sommario: "Comunica l'inizio di un servizio della dote",
    metodo: "POST",
    percorso: "/caso/servizi/avvia",
    ruoli: ["addetto"],
    funzioni: ["sportello", "erogatore"],
    ingresso: z.strictObject({ chiave: Chiave, servizioId: IdServizio, dataInizio: Giorno }),
    uscita: Fatto,
  }),
  concludiServizio: operazione({
    id: "concludi-servizio",
    sommario: "Comunica la fine di un servizio e il suo esito",
    metodo: "POST",
    percorso: "/caso/servizi/concludi",
    ruoli: ["addetto"],
    funzioni: ["sportello", "erogatore"],
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      dataFine: Giorno,
      esito: EsitoPolitica,
    }),
    uscita: Fatto,
  }),
} as const;
