import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Vuoto } from "../comuni.ts";

export const operazioniDenaro = {
  bilancio: operazione({
    id: "bilancio",
    sommario: "Il denaro dell'avviso: assegnato, prenotato, impegnato, rendicontato, ammesso",
    metodo: "GET",
    percorso: "/bilancio",
    ruoli: ["regione"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      assegnatoCents: z.int(),
      prenotatoCents: z.int(),
      impegnatoCents: z.int(),
      ammessoCents: z.int(),
      disponibileCents: z.int(),
      perOperatore: z.array(
        z.strictObject({
          operatore: z.string(),
          doti: z.int(),
          impegnatoCents: z.int(),
          ammessoCents: z.int(),
        }),
      ),
    }),
  }),
} as const;
