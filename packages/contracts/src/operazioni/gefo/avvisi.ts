import { z } from "zod";
import { operazione } from "../../operazione.ts";
import { Giorno, Instant } from "../../primitivi.ts";
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
    z.coerce
      .number("Scrivi un numero")
      .int("Scrivi un numero intero")
      .min(0, "Non può essere negativo"),
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

/** The notices, their versions, and what a change would do before it is made. */
export const operazioniAvvisi = {
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
      atto: z.string().trim().min(3, "Scrivi l'atto").max(120),
      motivo: z.string().trim().min(3, "Scrivi il motivo").max(300),
    }),
    uscita: Fatto,
  }),
} as const;
