import { z } from "zod";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { IdAdesione, IdDote } from "../../primitivi.ts";
import { Chiave } from "./comuni.ts";

export const operazioniDote = {
  inviaDote: operazione({
    id: "invia-dote",
    sommario: "Invia la dote con i servizi scelti: certifica la presa in carico",
    metodo: "POST",
    percorso: "/caso/dote",
    ruoli: ["addetto"],
    funzioni: ["legale"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      servizi: z
        .array(
          z.strictObject({
            misura: CodiceMisura,
            oreUnita: z.coerce
              .number("Scrivi un numero di ore")
              .int("Scrivi un numero intero")
              .min(1, "Almeno 1")
              .max(2000, "Al massimo 2000"),
          }),
        )
        .min(1, "Scegli almeno un servizio")
        .max(10, "Al massimo dieci servizi"),
    }),
    uscita: z.strictObject({ doteId: IdDote, protocollo: z.string() }),
  }),
} as const;
