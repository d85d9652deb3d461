import { z } from "zod";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { IdAdesione, IdDote } from "../../primitivi.ts";
import { Fatto } from "../comuni.ts";
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
    /** A number when money is short: the dote waits, and leaves by itself when its turn comes. */
    uscita: z.strictObject({
      doteId: IdDote,
      protocollo: z.string(),
      numeroInCoda: z.int().nullable(),
    }),
  }),
  lasciaCoda: operazione({
    id: "lascia-coda",
    sommario: "Lascia la coda del denaro: il numero si perde e si può preparare un'altra dote",
    metodo: "POST",
    percorso: "/caso/dote/lascia-coda",
    ruoli: ["addetto"],
    funzioni: ["legale"],
    ingresso: z.strictObject({ chiave: Chiave, adesioneId: IdAdesione }),
    uscita: Fatto,
  }),
} as const;
