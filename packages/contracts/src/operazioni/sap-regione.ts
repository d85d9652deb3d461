import { type CivilDate, isCivilDate } from "@staffetta/domain";
import { z } from "zod";
import { operazione } from "../operazione.ts";
import { Anagrafica, Giorno, IdAdesione, Instant } from "../primitivi.ts";
import { Fatto, Vuoto } from "./comuni.ts";

const belfiore = (cosa: string) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]\d{3}$/, `${cosa}: una lettera e tre cifre, per esempio L219 per Torino`);

/** What the SAP asks of a person, and neither the adesione nor the codice fiscale say. @source WIRE, §2.6 */
export const DatiSap = z.strictObject({
  cittadinanza: z
    .string()
    .trim()
    .regex(/^\d{3}$/, "Scrivi le tre cifre della cittadinanza: 000 per l'Italia"),
  comuneNascita: belfiore("Il comune o lo Stato di nascita"),
  domicilio: z.strictObject({
    comune: belfiore("Il comune dove abita"),
    cap: z
      .string()
      .trim()
      .regex(/^\d{5}$/, "Il CAP ha cinque cifre"),
    indirizzo: z.string().trim().min(3, "Scrivi via e numero").max(100, "Al massimo 100 lettere"),
  }),
});
export type DatiSap = z.infer<typeof DatiSap>;

/** An adesione told by the national portal with a code that says no birthday. */
export const AdesioneInAttesa = z.strictObject({
  id: z.uuid(),
  at: Instant,
  codiceFiscale: z.string(),
  dataAdesione: Giorno,
});

const Id = z.strictObject({ id: z.uuid() });

export const operazioniSapRegione = {
  datiSap: operazione({
    id: "dati-sap",
    sommario: "Che cosa serve alla SAP di una persona, che cosa manca, quale SAP le conosciamo",
    metodo: "GET",
    percorso: "/registro/sap",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: z.strictObject({
      nome: z.string(),
      /** Null until somebody writes them; the birthplace comes from the codice fiscale. */
      dati: DatiSap.nullable(),
      comuneNascita: z.string(),
      /** In plain words, nothing when the first insertion can leave. */
      mancano: z.array(z.string()),
      sap: z
        .strictObject({ identificativo: z.string(), fonte: z.string(), at: Instant })
        .nullable(),
    }),
  }),
  completaDatiSap: operazione({
    id: "completa-dati-sap",
    sommario: "Scrive i dati che mancano alla SAP; ciò che era fermo per questo riparte",
    metodo: "POST",
    percorso: "/registro/sap",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({ adesioneId: IdAdesione, dati: DatiSap }),
    uscita: z.strictObject({ ripartiti: z.int() }),
  }),
  adesioniInAttesa: operazione({
    id: "adesioni-in-attesa",
    sommario: "Le adesioni dal portale nazionale con un codice provvisorio, da completare",
    metodo: "GET",
    percorso: "/adesioni-in-attesa",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: Vuoto,
    uscita: z.strictObject({ righe: z.array(AdesioneInAttesa) }),
  }),
  completaAdesione: operazione({
    id: "completa-adesione",
    sommario: "Dice chi è la persona di un'adesione in attesa, che entra nel registro",
    metodo: "POST",
    percorso: "/adesioni-in-attesa/completa",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: Id.extend({
      ...Anagrafica.omit({ codiceFiscale: true }).shape,
      dataNascita: z
        .string()
        .refine(isCivilDate, "Scrivi la data di nascita")
        .meta({ format: "date" })
        .transform((giorno) => giorno as CivilDate),
      sesso: z.enum(["F", "M"], "Scegli il sesso scritto sul documento"),
    }),
    uscita: z.strictObject({ adesioneId: IdAdesione }),
  }),
  scartaAdesione: operazione({
    id: "scarta-adesione",
    sommario: "Chiude un'adesione in attesa che non si può completare, con il motivo",
    metodo: "POST",
    percorso: "/adesioni-in-attesa/scarta",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: Id.extend({
      motivo: z.string().trim().min(3, "Scrivi il motivo").max(100, "Al massimo 100 lettere"),
    }),
    uscita: Fatto,
  }),
} as const;
export type OperazioniSapRegione = typeof operazioniSapRegione;
