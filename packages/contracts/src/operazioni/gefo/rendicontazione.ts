import { z } from "zod";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { IdAdesione, IdServizio, Instant } from "../../primitivi.ts";
import { Fatto, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

export const operazioniRendicontazione = {
  rendiconta: operazione({
    id: "rendiconta",
    sommario: "Presenta la rendicontazione di un servizio concluso",
    metodo: "POST",
    percorso: "/caso/servizi/rendiconta",
    ruoli: ["addetto"],
    funzioni: ["legale"],
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      oreErogate: z.coerce
        .number("Scrivi un numero di ore")
        .int("Scrivi un numero intero")
        .min(0, "Non può essere negativo")
        .max(2000, "Al massimo 2000"),
    }),
    uscita: Fatto,
  }),
  rendicontazioni: operazione({
    id: "rendicontazioni",
    sommario: "Le rendicontazioni da verificare, dalla più vecchia",
    metodo: "GET",
    percorso: "/rendicontazioni",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      righe: z.array(
        z.strictObject({
          servizioId: IdServizio,
          adesioneId: IdAdesione,
          operatore: z.string(),
          misura: CodiceMisura,
          presentataAt: Instant,
          attesaDays: z.int(),
          oreErogate: z.int(),
          richiestoCents: z.int(),
        }),
      ),
    }),
  }),
  verificaRendicontazione: operazione({
    id: "verifica-rendicontazione",
    sommario: "Ammette una rendicontazione, per intero o con un taglio motivato",
    metodo: "POST",
    percorso: "/rendicontazioni/verifica",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      taglioCents: z.coerce
        .number("Scrivi un importo")
        .int()
        .min(0, "Non può essere negativo")
        .default(0),
      motivoTaglio: z.string().max(200).default(""),
    }),
    uscita: Fatto,
  }),
} as const;
