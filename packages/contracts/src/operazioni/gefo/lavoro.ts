import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione } from "../../primitivi.ts";
import { Vista } from "./comuni.ts";

export const RigaLavoro = z.strictObject({
  adesioneId: IdAdesione,
  nome: z.string(),
  cognome: z.string(),
  dataAdesione: Giorno,
  vista: Vista,
  /** By when it must be done; the list is in this order. */
  entro: Giorno.nullable(),
  oltreTermine: z.boolean(),
  ultimoContatto: z.string().nullable(),
});

export const operazioniLavoro = {
  lavoro: operazione({
    id: "lavoro",
    sommario: "La lista di lavoro dell'operatore, per scadenza",
    metodo: "GET",
    percorso: "/lavoro",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      vista: Vista.or(z.literal("")).default(""),
      cognome: z.string().max(50).default(""),
      dopo: z.string().max(200).default(""),
    }),
    uscita: z.strictObject({
      righe: z.array(RigaLavoro),
      dopo: z.string().nullable(),
      perVista: z.record(z.string(), z.int()),
      oltreTermine: z.int(),
    }),
  }),
} as const;
