import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Giorno, IdServizio } from "../../primitivi.ts";
import { Fatto } from "../comuni.ts";
import { Chiave, EsitoScelto } from "./comuni.ts";

const GiornoFacoltativo = Giorno.or(z.literal("")).default("");
/** "" = the first that the operatore has. */
const incarico = {
  sedeId: z.string().max(300).default(""),
  professionistaId: z.string().max(300).default(""),
  finePrevista: GiornoFacoltativo,
};

export const operazioniServizi = {
  avviaServizio: operazione({
    id: "avvia-servizio",
    sommario: "Comunica l'inizio di un servizio della dote: dove, con chi, fino a quando",
    metodo: "POST",
    percorso: "/caso/servizi/avvia",
    ruoli: ["addetto"],
    funzioni: ["sportello", "erogatore"],
    ingresso: z.strictObject({
      ...{ chiave: Chiave, servizioId: IdServizio, dataInizio: Giorno },
      ...incarico,
    }),
    uscita: Fatto,
  }),
  variaServizio: operazione({
    id: "varia-servizio",
    sommario: "Comunica un'altra sede, un altro professionista o un'altra fine prevista",
    metodo: "POST",
    percorso: "/caso/servizi/varia",
    ruoli: ["addetto"],
    funzioni: ["sportello", "erogatore"],
    ingresso: z.strictObject({
      ...{ chiave: Chiave, servizioId: IdServizio, dal: Giorno },
      ...incarico,
      motivo: z.string().trim().min(1, "Scrivi perché cambia").max(200, "Al massimo 200 caratteri"),
    }),
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
      esito: EsitoScelto,
    }),
    uscita: Fatto,
  }),
} as const;
