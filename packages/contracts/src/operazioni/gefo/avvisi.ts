import { MISURE } from "@staffetta/domain";
import { z } from "zod";
import { Importo } from "../../importo.ts";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Giorno, Instant, senzaVuoto } from "../../primitivi.ts";
import { Fatto, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const AvvisoId = z.string().min(1, "Scegli un avviso").max(40);

const VersioneInElenco = z.strictObject({
  numero: z.int(),
  validaDal: Giorno,
  atto: z.string(),
  motivo: z.string(),
  at: Instant,
  chi: z.string(),
});

export const RegoleInVista = z.strictObject({
  avvisoId: z.string(),
  titolo: z.string(),
  /** The version whose numbers these are: to be sent back with a change. */
  numero: z.int(),
  cifre: z.array(
    z.strictObject({ percorso: z.string(), valore: z.int(), daVerificare: z.boolean() }),
  ),
  versioni: z.array(VersioneInElenco),
});
export type RegoleInVista = z.infer<typeof RegoleInVista>;

const Cambio = {
  avvisoId: AvvisoId,
  /** The version that was read. */
  numero: z.coerce.number().int(),
  validaDal: Giorno,
  cifre: z.record(
    z.string().max(80),
    senzaVuoto(
      z.coerce
        .number("Scrivi un numero")
        .int("Scrivi un numero intero")
        .min(0, "Non può essere negativo"),
    ),
  ),
} as const;

export const AnteprimaRegole = z.strictObject({
  cambiano: z.array(z.strictObject({ percorso: z.string(), prima: z.int(), dopo: z.int() })),
  casi: z.int(),
  scadenzeSpostate: z.int(),
  nuoviRitardi: z.int(),
  dotiFerme: z.int(),
  differenzaCents: z.int(),
  oltreIMassimali: z.int(),
});
export type AnteprimaRegole = z.infer<typeof AnteprimaRegole>;

const Atto = z.string().trim().min(3, "Scrivi l'atto").max(120);
const Motivo = z.string().trim().min(3, "Scrivi il motivo").max(300);
const GiornoOVuoto = Giorno.or(z.literal("")).default("");

const Chiusura = {
  avvisoId: AvvisoId,
  /** How many acts the page had read: who comes second is told. */
  atti: z.coerce.number().int(),
  al: Giorno,
} as const;

export const AnteprimaAvviso = z.strictObject({
  casi: z.int(),
  senzaDote: z.int(),
  inCoda: z.int(),
  /** What its lines have given to nobody. */
  disponibileCents: z.int(),
  /** The notice of who adheres on the day after; null = none. */
  dopo: z.string().nullable(),
});
export type AnteprimaAvviso = z.infer<typeof AnteprimaAvviso>;

/** A notice opens and ends. */
const vita = {
  creaAvviso: operazione({
    id: "crea-avviso",
    sommario: "Apre un avviso: periodo, denaro per misura, regole copiate da un altro avviso",
    metodo: "POST",
    percorso: "/avvisi",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      chiave: Chiave,
      id: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9][A-Z0-9-]{2,19}$/, "Da 3 a 20 lettere, cifre e trattini: GG-2015"),
      titolo: z.string().trim().min(3, "Scrivi il titolo").max(120, "Al massimo 120 caratteri"),
      dal: Giorno,
      al: GiornoOVuoto,
      /** The notice whose rules of that day it begins with. */
      regoleDi: AvvisoId,
      /** From the programme to the notice, for every measure that has no line of its own. */
      importoCents: Importo,
      linee: z
        .array(z.strictObject({ misura: CodiceMisura, importoCents: Importo }))
        .max(Object.keys(MISURE).length)
        .default([]),
      atto: Atto,
      motivo: Motivo,
    }),
    uscita: z.strictObject({ avvisoId: z.string() }),
  }),
  anteprimaChiusura: operazione({
    id: "anteprima-chiusura",
    sommario: "Che cosa succede se un avviso finisce quel giorno, senza salvare niente",
    metodo: "POST",
    percorso: "/avvisi/chiusura/anteprima",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "monitoraggio"],
    ingresso: z.strictObject(Chiusura),
    uscita: AnteprimaAvviso,
  }),
  chiudiAvviso: operazione({
    id: "chiudi-avviso",
    sommario:
      "Fissa l'ultimo giorno di un avviso: chi ha aderito prima va avanti, chi aderisce dopo no",
    metodo: "POST",
    percorso: "/avvisi/chiusura",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({ ...Chiusura, chiave: Chiave, atto: Atto, motivo: Motivo }),
    uscita: Fatto,
  }),
};

/** The notices, their versions, and what a change would do before it is made. */
export const operazioniAvvisi = {
  ...vita,
  avvisi: operazione({
    id: "avvisi",
    sommario: "Gli avvisi con le loro date",
    metodo: "GET",
    percorso: "/avvisi",
    ruoli: ["addetto", "regione", "revisore"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      avvisi: z.array(
        z.strictObject({
          id: z.string(),
          programma: z.string(),
          titolo: z.string(),
          dal: Giorno,
          al: Giorno.nullable(),
          atti: z.array(
            z.strictObject({
              tipo: z.enum(["apertura", "chiusura"]),
              al: Giorno.nullable(),
              atto: z.string(),
              motivo: z.string(),
              at: Instant,
              chi: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
  regole: operazione({
    id: "regole",
    sommario: "Le cifre di un avviso in un giorno, con quelle ancora da verificare",
    metodo: "GET",
    percorso: "/avvisi/regole",
    ruoli: ["addetto", "regione", "revisore"],
    ingresso: z.strictObject({ avvisoId: AvvisoId, giorno: Giorno.or(z.literal("")).default("") }),
    uscita: RegoleInVista,
  }),
  anteprimaRegole: operazione({
    id: "anteprima-regole",
    sommario: "Che cosa cambierebbe: casi, doti e denaro, senza salvare niente",
    metodo: "POST",
    percorso: "/avvisi/regole/anteprima",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "monitoraggio"],
    ingresso: z.strictObject(Cambio),
    uscita: AnteprimaRegole,
  }),
  salvaRegole: operazione({
    id: "salva-regole",
    sommario: "Salva una nuova versione delle regole, che vale da un giorno e non si cambia più",
    metodo: "POST",
    percorso: "/avvisi/regole",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      ...Cambio,
      chiave: Chiave,
      atto: Atto,
      motivo: Motivo,
    }),
    uscita: Fatto,
  }),
} as const;
