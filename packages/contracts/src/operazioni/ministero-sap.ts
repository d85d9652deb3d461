import { isIdSap } from "@staffetta/domain";
import { z } from "zod";
import { Importo } from "../importo.ts";
import { operazione } from "../operazione.ts";
import { CodiceFiscale, CodiceRegione, Giorno, Instant, StatoAdesione } from "../primitivi.ts";
import { Fatto, Vuoto } from "./comuni.ts";

/** Why a person's file is opened: chosen from a list, so that the log can be read by purpose. */
export const SCOPI_LETTURA = {
  controllo: "Controllo a campione",
  segnalazione: "Segnalazione di un ente o di una Regione",
  richiesta: "Richiesta della persona",
  contenzioso: "Ricorso o contenzioso",
  qualita: "Qualità dei dati",
} as const;
export type ScopoLettura = keyof typeof SCOPI_LETTURA;
const scopi = Object.keys(SCOPI_LETTURA) as [ScopoLettura, ...ScopoLettura[]];
export const Scopo = z.enum(scopi, { error: "Scegli perché leggi questi dati" });

const PASSIVE_MAX = 1_000;

const FINE = { error: "La fine viene prima dell'inizio", path: ["al"] };
const finisceDopo = ({ dal, al }: Readonly<{ dal: string | null; al: string | null }>): boolean =>
  dal === null || al === null || al >= dal;

const IdSap = z.string().refine(isIdSap, "Serve l'identificativo di una SAP");
/** A leaf of a section: where it is, what it says, and in words when a list knows the code. */
const Campo = z.strictObject({
  percorso: z.string(),
  valore: z.string(),
  inParole: z.string().nullable(),
});
const Differenza = z.strictObject({
  percorso: z.string(),
  prima: z.string().nullable(),
  dopo: z.string().nullable(),
});

const Versione = z.strictObject({
  versione: z.int(),
  at: Instant,
  ente: z.string().nullable(),
  canale: z.enum(["soap", "modi", "nodo"]),
  variazione: z.string(),
});

const PoliticaLetta = z.strictObject({
  identificativo: z.string(),
  tipoAttivita: z.string(),
  attivita: z.string().nullable(),
  titolo: z.string().nullable(),
  progetto: z.string(),
  progettoInParole: z.string().nullable(),
  ente: z.string(),
  inviataDa: z.string(),
  dataProposta: Giorno,
  dataInizio: Giorno.nullable(),
  dataFine: Giorno.nullable(),
  durata: z.string().nullable(),
  presaInCarico: z.string().nullable(),
  indiceProfiling: z.string().nullable(),
  esito: z.string().nullable(),
  eventi: z.array(
    z.strictObject({
      evento: z.string(),
      inParole: z.string().nullable(),
      data: Giorno,
      ente: z.string().nullable(),
      at: Instant,
    }),
  ),
});

const SapLetta = z.strictObject({
  id: IdSap,
  stato: z.string(),
  attiva: z.boolean(),
  provvisoria: z.boolean(),
  titolare: z.string(),
  regione: z.string().nullable(),
  exTitolari: z.array(z.string()),
  versione: z.int(),
  sezioni: z.array(z.strictObject({ titolo: z.string(), campi: z.array(Campo) })),
  politiche: z.array(PoliticaLetta),
  did: z.array(z.strictObject({ stato: z.string(), fonte: z.string(), giorno: Giorno })),
  versioni: z.array(Versione),
  /** Codes that no list knows, sections put aside, policies of others: what was kept all the same. */
  segnalazioni: z.array(
    z.strictObject({ at: Instant, testo: z.string(), ente: z.string().nullable() }),
  ),
});

/** What was paid to whom, from when to when. */
export const PoliticaPassiva = z
  .strictObject({
    codiceFiscale: CodiceFiscale,
    tipo: z.string().trim().min(1, "Manca il tipo").max(80),
    ente: z.string().trim().min(1, "Manca l'ente").max(80),
    dal: Giorno,
    al: Giorno.nullable(),
    importoCents: Importo.nullable(),
    fonte: z.string().max(120),
  })
  .refine(finisceDopo, FINE);

export const operazioniSap = {
  sapPersona: operazione({
    id: "sap-persona",
    sommario:
      "La SAP di una persona, sezione per sezione; la lettura viene annotata con il suo scopo",
    metodo: "GET",
    percorso: "/persone/sap",
    ruoli: ["ministero"],
    ingresso: z.strictObject({ personaId: z.uuid(), scopo: Scopo }),
    uscita: z.strictObject({
      personaId: z.uuid(),
      sap: SapLetta.nullable(),
      /** Whether the policies support the state of each adesione. A warning, never a block. */
      coerenza: z.array(
        z.strictObject({
          regione: CodiceRegione,
          stato: StatoAdesione,
          motivi: z.array(z.string()),
        }),
      ),
      passive: z.array(
        z.strictObject({
          tipo: z.string(),
          ente: z.string(),
          dal: Giorno,
          al: Giorno.nullable(),
          importoCents: z.int().nullable(),
          fonte: z.string(),
        }),
      ),
    }),
  }),
  differenzeSap: operazione({
    id: "differenze-sap",
    sommario:
      "Che cosa è cambiato fra due versioni di una SAP, campo per campo; la lettura viene annotata",
    metodo: "GET",
    percorso: "/sap/differenze",
    ruoli: ["ministero"],
    ingresso: z.strictObject({
      personaId: z.uuid(),
      scopo: Scopo,
      da: z.coerce.number().int().min(1),
      a: z.coerce.number().int().min(1),
    }),
    uscita: z.strictObject({
      id: IdSap,
      da: Versione,
      a: Versione,
      parti: z.array(z.strictObject({ titolo: z.string(), differenze: z.array(Differenza) })),
    }),
  }),
  annullaSap: operazione({
    id: "annulla-sap",
    sommario: "Il Ministero annulla la SAP di una persona; il titolare viene a saperlo",
    metodo: "POST",
    percorso: "/sap/annulla",
    ruoli: ["ministero"],
    ingresso: z.strictObject({ id: IdSap }),
    uscita: Fatto,
  }),
  segnalazioniSap: operazione({
    id: "segnalazioni-sap",
    sommario: "Codici sconosciuti arrivati nelle SAP, e le altre cose da guardare",
    metodo: "GET",
    percorso: "/sap/segnalazioni",
    ruoli: ["ministero"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      ignoti: z.array(
        z.strictObject({
          lista: z.string(),
          nome: z.string(),
          codice: z.string(),
          volte: z.int(),
          primaAt: Instant,
          ultimaAt: Instant,
        }),
      ),
      altre: z.array(
        z.strictObject({
          at: Instant,
          sapId: z.string(),
          testo: z.string(),
          ente: z.string().nullable(),
        }),
      ),
    }),
  }),
  codici: operazione({
    id: "codici",
    sommario: "Le liste di codici del nodo, con le loro date e come sono note",
    metodo: "GET",
    percorso: "/codici",
    ruoli: ["ministero", "regione", "sistema"],
    ingresso: z.strictObject({ lista: z.string().max(40).default("") }),
    uscita: z.strictObject({
      liste: z.array(
        z.strictObject({ id: z.string(), nome: z.string(), voci: z.int(), daVerificare: z.int() }),
      ),
      scelta: z
        .strictObject({
          id: z.string(),
          nome: z.string(),
          voci: z.array(
            z.strictObject({
              codice: z.string(),
              descrizione: z.string(),
              dal: Giorno.nullable(),
              al: Giorno.nullable(),
              verificato: z.boolean(),
              prova: z.string(),
            }),
          ),
        })
        .nullable(),
    }),
  }),
  importaCodici: operazione({
    id: "importa-codici",
    sommario: "Aggiunge o aggiorna una voce di una lista di codici",
    metodo: "POST",
    percorso: "/codici/importa",
    ruoli: ["sistema"],
    ingresso: z
      .strictObject({
        lista: z.string().trim().min(1, "Manca il nome della lista"),
        codice: z.string().trim().min(1, "Manca il codice").max(40),
        descrizione: z.string().trim().min(1, "Manca la descrizione").max(300),
        dal: Giorno.nullable(),
        al: Giorno.nullable(),
      })
      .refine(finisceDopo, FINE),
    uscita: z.strictObject({ esito: z.enum(["aggiunta", "aggiornata", "uguale"]) }),
  }),
  importaPassiva: operazione({
    id: "importa-passiva",
    sommario: "Aggiunge una politica passiva di una persona; ripeterla non la raddoppia",
    metodo: "POST",
    percorso: "/politiche-passive/importa",
    ruoli: ["sistema"],
    ingresso: PoliticaPassiva,
    uscita: z.strictObject({ esito: z.enum(["aggiunta", "aggiornata", "uguale"]) }),
  }),
  importaPassive: operazione({
    id: "importa-passive",
    sommario:
      "Aggiunge molte politiche passive; ogni riga ha il suo esito, una sbagliata non ferma le altre",
    metodo: "POST",
    percorso: "/politiche-passive/importa-molte",
    ruoli: ["sistema"],
    ingresso: z.strictObject({
      /** Checked one by one, with the schema of the single import. */
      righe: z.array(z.record(z.string(), z.unknown())).min(1).max(PASSIVE_MAX),
    }),
    uscita: z.strictObject({
      esiti: z.array(
        z.strictObject({
          /** From 1, in the order in which they came. */
          riga: z.int(),
          esito: z.enum(["aggiunta", "aggiornata", "uguale", "rifiutata"]),
          motivo: z.string(),
        }),
      ),
    }),
  }),
} as const;
