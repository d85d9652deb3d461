import { LIVELLI, PARTI } from "@staffetta/domain";
import { z } from "zod";
import { ImportoPositivo } from "../../importo.ts";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Fascia, IdOperatore } from "../../primitivi.ts";
import { Fatto, FileInUscita, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);

/** What was promised, by how far it has gone. Cents. */
const Somme = {
  prenotato: z.int(),
  impegnato: z.int(),
  rendicontato: z.int(),
  ammesso: z.int(),
  pagato: z.int(),
  recuperato: z.int(),
} as const;

const LineaInBilancio = z.strictObject({
  id: z.string(),
  livello: codes(LIVELLI),
  padre: z.string().nullable(),
  titolo: z.string(),
  /** Given to this line and to those below it. */
  assegnato: z.int(),
  /** Of this line alone: what it has given to nobody. */
  disponibile: z.int(),
  /** Of this line and of those below it. */
  ...Somme,
});

const SommaInBilancio = z.strictObject({
  operatoreId: IdOperatore,
  operatore: z.string(),
  misura: CodiceMisura,
  fascia: Fascia,
  parte: codes(PARTI),
  servizi: z.int(),
  previsto: z.int(),
  ...Somme,
});

const Atto = z.string().trim().min(3, "Scrivi l'atto, per esempio D.d.u.o. 9619/2014").max(120);
const IdLinea = z.string().min(1, "Scegli una linea").max(80);

export const Bilancio = z.strictObject({
  linee: z.array(LineaInBilancio),
  somme: z.array(SommaInBilancio),
  /** Doti that had at least a cent promised. */
  doti: z.int(),
  coda: z.strictObject({ doti: z.int(), valoreCents: z.int() }),
});
export type Bilancio = z.infer<typeof Bilancio>;

export const operazioniDenaro = {
  bilancio: operazione({
    id: "bilancio",
    sommario: "Il denaro, linea per linea e servizio per servizio; un operatore vede solo il suo",
    metodo: "GET",
    percorso: "/bilancio",
    ruoli: ["regione", "addetto", "revisore"],
    ingresso: Vuoto,
    uscita: Bilancio,
  }),
  bilancioCsv: operazione({
    id: "bilancio-csv",
    sommario: "Le stesse somme in CSV: operatore, misura, fascia, parte",
    metodo: "GET",
    percorso: "/bilancio/csv",
    ruoli: ["regione", "addetto", "revisore"],
    risposta: "file",
    ingresso: Vuoto,
    uscita: FileInUscita,
  }),
  stanzia: operazione({
    id: "stanzia",
    sommario: "Scrive quanto il programma ha dato, con il suo atto",
    metodo: "POST",
    percorso: "/bilancio/stanzia",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({ chiave: Chiave, importoCents: ImportoPositivo, atto: Atto }),
    uscita: Fatto,
  }),
  apriLinea: operazione({
    id: "apri-linea",
    sommario: "Apre una linea per una misura, o la soglia di un operatore su una misura",
    metodo: "POST",
    percorso: "/bilancio/linee",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      avvisoId: z.string().max(40),
      misura: CodiceMisura,
      operatoreId: IdOperatore.or(z.literal("")).default(""),
      importoCents: ImportoPositivo,
      atto: Atto,
    }),
    uscita: z.strictObject({ linea: z.string() }),
  }),
  spostaDenaro: operazione({
    id: "sposta-denaro",
    sommario: "Assegna denaro a una linea o lo sostituisce fra due linee, con un atto",
    metodo: "POST",
    percorso: "/bilancio/sposta",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      da: IdLinea,
      a: IdLinea,
      importoCents: ImportoPositivo,
      atto: Atto,
    }),
    uscita: Fatto,
  }),
} as const;
