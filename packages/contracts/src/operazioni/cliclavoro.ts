import { z } from "zod";
import { operazione } from "../operazione.ts";
import {
  CodiceRegione,
  Giorno,
  IdAdesione,
  Instant,
  Recapiti,
  StatoAdesione,
} from "../primitivi.ts";
import { Fatto, InformativaLetta, operazioniFlussi, SchedaAdesione, Vuoto } from "./comuni.ts";
import { operazioniScambi } from "./scambi.ts";

export const operazioniCliclavoro = {
  regioni: operazione({
    id: "regioni",
    sommario: "Le regioni che si possono scegliere",
    metodo: "GET",
    percorso: "/regioni",
    ruoli: ["anonimo", "giovane", "ministero", "sistema"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      regioni: z.array(
        z.strictObject({ codice: CodiceRegione, nome: z.string(), portale: z.string() }),
      ),
    }),
  }),
  aderisci: operazione({
    id: "aderisci",
    sommario: "Registra sul portale nazionale l'adesione a una regione",
    metodo: "POST",
    percorso: "/adesioni",
    ruoli: ["giovane"],
    ingresso: z.strictObject({
      regione: CodiceRegione,
      recapiti: Recapiti,
      informativaLetta: InformativaLetta,
    }),
    uscita: z.strictObject({ adesioneId: IdAdesione }),
  }),
  mieAdesioni: operazione({
    id: "mie-adesioni",
    sommario: "Le adesioni di chi ha fatto l'accesso, in tutte le regioni",
    metodo: "GET",
    percorso: "/mie-adesioni",
    ruoli: ["giovane"],
    ingresso: Vuoto,
    uscita: z.strictObject({ adesioni: z.array(SchedaAdesione) }),
  }),
  chiediAnnullamento: operazione({
    id: "chiedi-annullamento",
    sommario: "Chiede alla regione di annullare l'adesione; la regione decide e risponde",
    metodo: "POST",
    percorso: "/adesioni/chiedi-annullamento",
    ruoli: ["giovane"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: Fatto,
  }),
  registroNazionale: operazione({
    id: "registro-nazionale",
    sommario: "Il registro nazionale delle adesioni, a pagine, senza nomi",
    metodo: "GET",
    percorso: "/registro",
    ruoli: ["ministero"],
    ingresso: z.strictObject({
      regione: CodiceRegione.or(z.literal("")).default(""),
      stato: StatoAdesione.or(z.literal("")).default(""),
      dopo: z.string().max(200).default(""),
    }),
    uscita: z.strictObject({
      righe: z.array(
        z.strictObject({
          adesioneId: IdAdesione,
          regione: CodiceRegione,
          canale: z.enum(["regionale", "nazionale"]),
          dataAdesione: Giorno,
          stato: StatoAdesione,
          statoAt: Instant,
        }),
      ),
      dopo: z.string().nullable(),
      perRegioneStato: z.array(
        z.strictObject({ regione: CodiceRegione, stato: StatoAdesione, adesioni: z.int() }),
      ),
    }),
  }),
  ...operazioniFlussi("ministero"),
  ...operazioniScambi("ministero"),
} as const;
export type OperazioniCliclavoro = typeof operazioniCliclavoro;
