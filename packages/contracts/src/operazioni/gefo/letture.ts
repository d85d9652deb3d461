import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Instant } from "../../primitivi.ts";
import { Vuoto } from "../comuni.ts";

/** Who has read the record of who asks. */
export const operazioniLetture = {
  mieLetture: operazione({
    id: "mie-letture",
    sommario: "Chi ha letto la scheda del giovane che chiede, per chi lavora, che cosa, quando",
    metodo: "GET",
    percorso: "/mie-letture",
    ruoli: ["giovane"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      letture: z.array(
        z.strictObject({
          at: Instant,
          chi: z.string(),
          /** Null in what was written before this was known. */
          ente: z.string().nullable(),
          cosa: z.string().nullable(),
        }),
      ),
    }),
  }),
} as const;
