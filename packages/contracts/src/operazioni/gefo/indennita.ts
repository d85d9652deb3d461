import { STATI_INDENNITA } from "@staffetta/domain";
import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione, IdServizio, senzaVuoto } from "../../primitivi.ts";
import { Fatto, FileInUscita, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const Stato = z.enum(
  Object.keys(STATI_INDENNITA) as [
    keyof typeof STATI_INDENNITA,
    ...(keyof typeof STATI_INDENNITA)[],
  ],
);
const Mese = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "Scegli un mese");
const Ore = z.coerce
  .number("Scrivi le ore con una cifra")
  .int("Scrivi ore intere")
  .min(0, "Le ore non possono essere negative")
  .max(250, "In un mese non ci sono tante ore");

const MeseDiIndennita = z.strictObject({
  mese: Mese,
  orePreviste: z.int(),
  orePresenti: z.int(),
  importoCents: z.int(),
  stato: Stato,
  inviataOn: Giorno.nullable(),
  pagataOn: Giorno.nullable(),
  motivo: z.string().nullable(),
});

const InElenco = MeseDiIndennita.extend({
  /** By which who pays answers. */
  riferimento: z.string(),
  adesioneId: IdAdesione,
  giovane: z.string(),
  operatore: z.string(),
  lotto: z.string().nullable(),
});
export type IndennitaInElenco = z.infer<typeof InElenco>;

export const IndennitaServizio = z.strictObject({
  servizioId: IdServizio,
  adesioneId: IdAdesione,
  etichetta: z.string(),
  mesi: z.array(MeseDiIndennita),
  /** Months that may be said, or said again. */
  aperti: z.array(Mese),
  regole: z.strictObject({
    importoMeseCents: z.int(),
    presenzaMinPercent: z.int(),
    mesiMax: z.int(),
  }),
});
export type IndennitaServizio = z.infer<typeof IndennitaServizio>;

/** The allowance of a traineeship: said by the operatore, sent by the Region, paid by another body. */
export const operazioniIndennita = {
  indennitaServizio: operazione({
    id: "indennita-servizio",
    sommario: "L'indennità di un tirocinio, mese per mese",
    metodo: "GET",
    percorso: "/caso/servizi/indennita",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ servizioId: IdServizio }),
    uscita: IndennitaServizio,
  }),
  dichiaraPresenza: operazione({
    id: "dichiara-presenza",
    sommario: "Dice quante ore un tirocinante è stato presente in un mese",
    metodo: "POST",
    percorso: "/caso/servizi/indennita",
    ruoli: ["addetto"],
    funzioni: ["sportello", "erogatore"],
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      mese: Mese,
      orePreviste: Ore.min(1, "Scrivi le ore previste"),
      orePresenti: senzaVuoto(Ore),
    }),
    uscita: Fatto,
  }),
  indennita: operazione({
    id: "indennita",
    sommario: "I mesi di indennità che non sono ancora pagati",
    metodo: "GET",
    percorso: "/indennita",
    ruoli: ["regione", "revisore"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: Vuoto,
    uscita: z.strictObject({ righe: z.array(InElenco), daInviare: z.int() }),
  }),
  inviaIndennita: operazione({
    id: "invia-indennita",
    sommario: "Chiude l'elenco dei mesi dovuti da mandare a chi paga",
    metodo: "POST",
    percorso: "/indennita/invia",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({ chiave: Chiave }),
    uscita: z.strictObject({ lotto: z.string(), mesi: z.int() }),
  }),
  indennitaCsv: operazione({
    id: "indennita-csv",
    sommario: "L'elenco di un invio per chi paga, in CSV; la lettura viene annotata",
    metodo: "GET",
    percorso: "/indennita/csv",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    risposta: "file",
    ingresso: z.strictObject({ lotto: z.string().max(40) }),
    uscita: FileInUscita,
  }),
  registraIndennita: operazione({
    id: "registra-indennita",
    sommario: "Registra che cosa ha risposto chi paga; la stessa notizia due volte vale una",
    metodo: "POST",
    percorso: "/indennita/esito",
    ruoli: ["regione", "sistema"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      riferimento: z.string().trim().max(60),
      esito: z.enum(["pagata", "respinta"], "Scrivi «pagata» o «respinta»"),
      data: Giorno,
      motivo: z.string().trim().max(200, "Al massimo 200 caratteri").default(""),
    }),
    uscita: z.strictObject({ esito: z.enum(["accettata", "duplicata"]) }),
  }),
} as const;
