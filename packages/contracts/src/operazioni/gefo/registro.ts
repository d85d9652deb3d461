import { z } from "zod";
import { CodiceMisura } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Giorno, IdAdesione, IdServizio, Instant } from "../../primitivi.ts";
import { FileInIngresso, Vuoto } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const Ora = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Scrivi l'ora come 10:30");

export const RigaInRegistro = z.strictObject({
  rigaId: z.uuid(),
  giorno: Giorno,
  dalle: z.string(),
  alle: z.string(),
  sedeId: z.string(),
  professionistaId: z.string(),
  firmaGiovaneAt: Instant.nullable(),
  firmaProfessionistaAt: Instant.nullable(),
  /** Already reported: it can't change any more. */
  bloccata: z.boolean(),
});
export type RigaInRegistro = z.infer<typeof RigaInRegistro>;

const Abilitato = z.strictObject({
  id: z.string(),
  nome: z.string(),
  dal: Giorno,
  al: Giorno.nullable(),
});

export const Registro = z.strictObject({
  servizioId: IdServizio,
  adesioneId: IdAdesione,
  misura: CodiceMisura,
  etichetta: z.string(),
  stato: z.string(),
  aperto: z.boolean(),
  /** False for whoever delivers in a dote of another operatore: the case stays closed to them. */
  delCaso: z.boolean(),
  oreUnita: z.int(),
  dataInizio: Giorno.nullable(),
  dataFine: Giorno.nullable(),
  finePrevista: Giorno.nullable(),
  sedeId: z.string(),
  professionistaId: z.string(),
  lunedi: Giorno,
  /** Of what is written in this week: who saves says what he or she has seen. */
  impronta: z.string(),
  righe: z.array(RigaInRegistro),
  settimane: z.array(z.strictObject({ lunedi: Giorno, minuti: z.int(), firmate: z.boolean() })),
  minutiScritti: z.int(),
  minutiFirmati: z.int(),
  minutiRendicontati: z.int(),
  sedi: z.array(Abilitato),
  professionisti: z.array(Abilitato),
  variazioni: z.array(
    z.strictObject({ at: Instant, chi: z.string(), testo: z.string(), motivo: z.string() }),
  ),
});
export type Registro = z.infer<typeof Registro>;

export const EsitoSalvataggio = z.strictObject({
  scritte: z.int(),
  avvisi: z.array(z.string()),
});

const DelServizio = z.strictObject({ servizioId: IdServizio });
const Periodo = z.strictObject({
  ...{ chiave: Chiave, servizioId: IdServizio, dal: Giorno, al: Giorno },
});
const SUI_REGISTRI = { ruoli: ["addetto"], funzioni: ["sportello", "erogatore"] } as const;

/** The register of a service, day by day and hour by hour. */
export const operazioniRegistro = {
  registro: operazione({
    id: "registro",
    sommario: "Una settimana del registro di un servizio; la lettura viene annotata",
    metodo: "GET",
    percorso: "/caso/servizi/registro",
    ruoli: ["addetto", "regione"],
    // Whoever watches the figures does not read the hours of one person.
    funzioni: ["istruttoria", "controllo"],
    ingresso: DelServizio.extend({ lunedi: Giorno.or(z.literal("")).default("") }),
    uscita: Registro,
  }),
  serviziAffidati: operazione({
    id: "servizi-affidati",
    sommario: "I servizi in corso che un operatore eroga nelle doti di altri",
    metodo: "GET",
    percorso: "/servizi/affidati",
    ...SUI_REGISTRI,
    ingresso: Vuoto,
    uscita: z.strictObject({
      righe: z.array(
        z.strictObject({
          servizioId: IdServizio,
          adesioneId: IdAdesione,
          giovane: z.string(),
          operatore: z.string(),
          etichetta: z.string(),
          oreUnita: z.int(),
          dataInizio: Giorno.nullable(),
        }),
      ),
    }),
  }),
  salvaSettimana: operazione({
    id: "salva-settimana",
    sommario:
      "Scrive una settimana del registro al posto di quella di prima; le righe firmate restano",
    metodo: "POST",
    percorso: "/caso/servizi/registro/settimana",
    ...SUI_REGISTRI,
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      lunedi: Giorno,
      impronta: z.string().max(2_000),
      righe: z
        .array(
          z.strictObject({
            giorno: Giorno,
            dalle: Ora,
            alle: Ora,
            sedeId: z.string().max(300),
            professionistaId: z.string().max(300),
          }),
        )
        .max(21, "Al massimo tre righe al giorno"),
    }),
    uscita: EsitoSalvataggio,
  }),
  firmaRegistro: operazione({
    id: "firma-registro",
    sommario: "Registra la firma del giovane o del professionista sulle righe di un periodo",
    metodo: "POST",
    percorso: "/caso/servizi/registro/firma",
    ...SUI_REGISTRI,
    ingresso: Periodo.extend({ chi: z.enum(["giovane", "professionista"]) }),
    uscita: z.strictObject({ firmate: z.int() }),
  }),
  riapriRegistro: operazione({
    id: "riapri-registro",
    sommario: "Toglie le firme da righe non ancora rendicontate, per correggerle",
    metodo: "POST",
    percorso: "/caso/servizi/registro/riapri",
    ...SUI_REGISTRI,
    ingresso: Periodo,
    uscita: z.strictObject({ riaperte: z.int() }),
  }),
  importaRegistro: operazione({
    id: "importa-registro",
    sommario: "Aggiunge al registro le righe di un CSV; ogni riga ha il suo esito",
    metodo: "POST",
    percorso: "/caso/servizi/registro/importa",
    ...SUI_REGISTRI,
    richiesta: "multipart",
    ingresso: z.strictObject({ chiave: Chiave, servizioId: IdServizio, file: FileInIngresso }),
    uscita: z.strictObject({
      scritte: z.int(),
      righe: z.array(
        z.strictObject({
          riga: z.int(),
          esito: z.enum(["scritta", "gia-presente", "rifiutata"]),
          motivo: z.string(),
        }),
      ),
    }),
  }),
} as const;
