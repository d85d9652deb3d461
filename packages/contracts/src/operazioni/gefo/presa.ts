import { z } from "zod";
import { MotivoNonPresa } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Fascia, Giorno, IdAdesione } from "../../primitivi.ts";
import { Fatto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

export const operazioniPresa = {
  firmaPatto: operazione({
    id: "firma-patto",
    sommario: "Registra il patto di servizio firmato, con la fascia della profilazione",
    metodo: "POST",
    percorso: "/caso/patto",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      dataPatto: Giorno,
      fascia: z.coerce.number().pipe(Fascia),
    }),
    uscita: Fatto,
  }),
  nonPrendereInCarico: operazione({
    id: "non-prendere-in-carico",
    sommario: "Registra la NON presa in carico con il suo motivo",
    metodo: "POST",
    percorso: "/caso/non-presa",
    ruoli: ["addetto"],
    funzioni: ["sportello"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      motivo: MotivoNonPresa,
      nota: z.string().max(500, "Al massimo 500 caratteri").default(""),
    }),
    uscita: Fatto,
  }),
} as const;
