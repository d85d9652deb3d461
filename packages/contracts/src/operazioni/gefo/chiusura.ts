import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione } from "../../primitivi.ts";
import { EsitoScelto } from "./comuni.ts";
import { DaChiudere, EsitiInsieme, insieme } from "./lavoro.ts";

export const operazioniChiusura = {
  percorsiDaChiudere: operazione({
    id: "percorsi-da-chiudere",
    sommario:
      "I giovani in carico a cui nessuno lavora più, di tutti gli operatori, dal più urgente",
    metodo: "GET",
    percorso: "/lavoro/da-chiudere",
    ruoli: ["regione", "revisore"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({
      /** Empty = everybody's. */
      operatoreId: z.string().max(20).default(""),
      dopo: z.string().max(200).default(""),
    }),
    uscita: z.strictObject({
      righe: z.array(
        DaChiudere.extend({ adesioneId: IdAdesione, persona: z.string(), operatore: z.string() }),
      ),
      dopo: z.string().nullable(),
    }),
  }),
  chiudiPercorsi: operazione({
    id: "chiudi-percorsi",
    sommario:
      "Chiude i percorsi a cui nessuno lavora più: la Regione lascia libero il giovane, i conti restano da fare",
    metodo: "POST",
    percorso: "/lavoro/chiudi",
    ruoli: ["addetto", "regione"],
    funzioni: ["sportello", "legale", "istruttoria"],
    ingresso: z.strictObject({
      ...insieme,
      esito: EsitoScelto,
      /** Last day of what was still running; empty = the last day of the dote, or today. */
      dataFine: Giorno.or(z.literal("")).default(""),
    }),
    uscita: EsitiInsieme,
  }),
} as const;
