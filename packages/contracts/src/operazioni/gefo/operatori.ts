import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { IdOperatore } from "../../primitivi.ts";
import { Vuoto } from "../comuni.ts";

export const operazioniOperatori = {
  operatori: operazione({
    id: "operatori",
    sommario: "Gli operatori accreditati",
    metodo: "GET",
    percorso: "/operatori",
    ruoli: ["addetto", "regione", "sistema"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      operatori: z.array(
        z.strictObject({
          id: IdOperatore,
          denominazione: z.string(),
          comune: z.string(),
          casiAperti: z.int(),
        }),
      ),
    }),
  }),
} as const;
