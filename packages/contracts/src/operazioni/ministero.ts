import { z } from "zod";
import { MonitoraggioGiornalieroV1 } from "../messaggi/ministero.ts";
import { operazione } from "../operazione.ts";
import {
  CodiceFiscale,
  CodiceRegione,
  Giorno,
  IdAdesione,
  Instant,
  StatoAdesione,
} from "../primitivi.ts";
import { operazioniFlussi } from "./comuni.ts";
import { operazioniSap, Scopo } from "./ministero-sap.ts";
import { operazioniScambi } from "./scambi.ts";

export const operazioniMinistero = {
  cifre: operazione({
    id: "cifre",
    sommario: "Le cinque cifre ricevute, per regione e per giorno, ultima edizione",
    metodo: "GET",
    percorso: "/cifre",
    ruoli: ["anonimo", "giovane", "addetto", "regione", "ministero", "sistema"],
    ingresso: z.strictObject({
      regione: CodiceRegione.or(z.literal("")).default(""),
      giorno: Giorno.or(z.literal("")).default(""),
    }),
    uscita: z.strictObject({
      giorno: Giorno.nullable(),
      giorni: z.array(Giorno),
      /** One per region for the day asked; a region whose message is missing has `snapshot: null`. */
      regioni: z.array(
        z.strictObject({
          regione: CodiceRegione,
          nome: z.string(),
          snapshot: MonitoraggioGiornalieroV1.nullable(),
          ricevutoAt: Instant.nullable(),
          edizioni: z.int(),
          /** What this node counts by itself from the facts of F5, to be held against the message. */
          riscontro: z.strictObject({ presiInCarico: z.int(), politiche: z.int() }),
        }),
      ),
    }),
  }),
  storico: operazione({
    id: "storico",
    sommario: "La serie delle cifre di una regione, un giorno per riga",
    metodo: "GET",
    percorso: "/cifre/storico",
    ruoli: ["anonimo", "giovane", "addetto", "regione", "ministero", "sistema"],
    ingresso: z.strictObject({ regione: CodiceRegione }),
    uscita: z.strictObject({ serie: z.array(MonitoraggioGiornalieroV1) }),
  }),
  trovaPersona: operazione({
    id: "trova-persona",
    sommario: "Cerca una persona per codice fiscale; risponde con un identificativo opaco",
    metodo: "POST",
    percorso: "/persone/trova",
    ruoli: ["ministero"],
    ingresso: z.strictObject({
      codiceFiscale: CodiceFiscale,
      scopo: Scopo,
    }),
    uscita: z.strictObject({ personaId: z.uuid().nullable() }),
  }),
  persona: operazione({
    id: "persona",
    sommario: "Stati, prese in carico e politiche di una persona; la lettura viene annotata",
    metodo: "GET",
    percorso: "/persone/scheda",
    ruoli: ["ministero"],
    ingresso: z.strictObject({
      personaId: z.uuid(),
      scopo: z.string().max(120).default("monitoraggio"),
    }),
    uscita: z.strictObject({
      personaId: z.uuid(),
      sesso: z.enum(["F", "M"]),
      dataNascita: Giorno,
      adesioni: z.array(
        z.strictObject({
          adesioneId: IdAdesione,
          regione: CodiceRegione,
          dataAdesione: Giorno,
          stato: StatoAdesione,
          stati: z.array(
            z.strictObject({ stato: StatoAdesione, at: Instant, motivo: z.string().nullable() }),
          ),
          prese: z.array(
            z.strictObject({
              at: Instant,
              dataPatto: Giorno,
              fascia: z.int(),
              operatoreId: z.string(),
            }),
          ),
          politiche: z.array(
            z.strictObject({
              politicaId: z.uuid(),
              misura: z.string(),
              dataInizio: Giorno,
              dataFine: Giorno.nullable(),
              esito: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  }),
  ...operazioniSap,
  ...operazioniFlussi("ministero"),
  ...operazioniScambi("ministero"),
} as const;
export type OperazioniMinistero = typeof operazioniMinistero;
