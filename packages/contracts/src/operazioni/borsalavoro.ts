import { z } from "zod";
import { MonitoraggioGiornalieroV1 } from "../messaggi/ministero.ts";
import { operazione } from "../operazione.ts";
import {
  Anagrafica,
  CodiceFiscale,
  Fascia,
  Giorno,
  IdAdesione,
  IdOperatore,
  Instant,
  Recapiti,
  StatoAdesione,
} from "../primitivi.ts";
import {
  Fatto,
  InformativaLetta,
  OperatoreInElenco,
  operazioniFlussi,
  SchedaAdesione,
  Vuoto,
} from "./comuni.ts";
import { operazioniNotificheFallite } from "./notifiche-fallite.ts";
import { operazioniSapRegione } from "./sap-regione.ts";
import { operazioniScambi } from "./scambi.ts";

export const RigaRegistro = z.strictObject({
  adesioneId: IdAdesione,
  nome: z.string(),
  cognome: z.string(),
  dataAdesione: Giorno,
  canale: z.enum(["regionale", "nazionale"]),
  stato: StatoAdesione,
  inConferma: z.boolean(),
  statoAt: Instant,
  operatore: z.string().nullable(),
  /** Days since the adesione, for those who still wait. */
  attesaDays: z.int().nullable(),
});

export const Compito = z.strictObject({
  id: z.string(),
  at: Instant,
  tipo: z.string(),
  titolo: z.string(),
  causa: z.string(),
  prossimoPasso: z.string(),
  adesioneId: IdAdesione.nullable(),
  chiuso: z.boolean(),
});

export const Lettura = z.strictObject({
  at: Instant,
  chi: z.string(),
  ruolo: z.string(),
  scopo: z.string(),
});

/** What Gefo has told about the path, in plain words. */
export const PercorsoGiovane = z.strictObject({
  classe: z
    .strictObject({
      classe: Fascia,
      metodo: z.string(),
      simulata: z.boolean(),
      validoDal: Giorno,
      input: z.array(z.tuple([z.string(), z.string()])),
      spiegazione: z.string(),
      contestare: z.string(),
    })
    .nullable(),
  dote: z
    .strictObject({
      protocollo: z.string(),
      parole: z.string(),
      scadeOn: Giorno,
      valoreCents: z.int(),
    })
    .nullable(),
  preavviso: z
    .strictObject({
      tipo: z.enum(["non-presa", "decadenza"]),
      motivo: z.string(),
      entro: Giorno,
    })
    .nullable(),
  /** The operatore that the Region proposes to who has lost his own; null = nothing to answer. */
  proposta: OperatoreInElenco.nullable(),
  /** The allowance of the traineeship, month by month. */
  indennita: z.array(
    z.strictObject({ mese: z.string(), parole: z.string(), importoCents: z.int() }),
  ),
  /** They are read at Gefo, by whoever signs in as the person they concern. */
  documenti: z.array(z.strictObject({ documentoId: z.uuid(), titolo: z.string(), at: Instant })),
});
export type PercorsoGiovane = z.infer<typeof PercorsoGiovane>;

export const SchedaRegionale = SchedaAdesione.extend({ percorso: PercorsoGiovane.nullable() });
export type SchedaRegionale = z.infer<typeof SchedaRegionale>;

export const operazioniBorsaLavoro = {
  aderisci: operazione({
    id: "aderisci",
    sommario: "Registra l'adesione di chi ha fatto l'accesso, con o senza la scelta dell'operatore",
    metodo: "POST",
    percorso: "/adesioni",
    ruoli: ["giovane"],
    ingresso: z.strictObject({
      recapiti: Recapiti,
      operatoreId: IdOperatore.nullable().default(null),
      informativaLetta: InformativaLetta,
    }),
    uscita: z.strictObject({ adesioneId: IdAdesione }),
  }),
  importa: operazione({
    id: "importa",
    sommario: "Registra un'adesione raccolta altrove, con la sua data di allora",
    metodo: "POST",
    percorso: "/importa",
    ruoli: ["sistema"],
    ingresso: z.strictObject({
      /** The same row asked twice is the same adesione. */
      adesioneId: IdAdesione,
      anagrafica: Anagrafica,
      /** Null when the source does not carry them. */
      recapiti: Recapiti.nullable(),
      dataAdesione: Giorno,
    }),
    uscita: z.strictObject({ esito: z.enum(["accettata", "duplicata"]) }),
  }),
  mieAdesioni: operazione({
    id: "mie-adesioni",
    sommario: "Le adesioni di chi ha fatto l'accesso, con i passi compiuti e il prossimo",
    metodo: "GET",
    percorso: "/mie-adesioni",
    ruoli: ["giovane"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      adesioni: z.array(SchedaRegionale),
      letture: z.array(Lettura),
      /** Null when the person has no adesione here. */
      recapiti: Recapiti.nullable(),
    }),
  }),
  operatori: operazione({
    id: "operatori",
    sommario: "Gli operatori accreditati che si possono scegliere",
    metodo: "GET",
    percorso: "/operatori",
    ruoli: ["anonimo", "giovane", "addetto", "regione", "sistema"],
    ingresso: z.strictObject({ cerca: z.string().max(60).default("") }),
    uscita: z.strictObject({ operatori: z.array(OperatoreInElenco) }),
  }),
  aggiornaRecapiti: operazione({
    id: "aggiorna-recapiti",
    sommario: "Cambia l'e-mail e il telefono di chi ha fatto l'accesso; tutti gli uffici lo sanno",
    metodo: "POST",
    percorso: "/mie-adesioni/recapiti",
    ruoli: ["giovane"],
    ingresso: z.strictObject({ recapiti: Recapiti }),
    uscita: Fatto,
  }),
  correggiPersona: operazione({
    id: "correggi-persona",
    sommario: "Completa o corregge nome e recapiti di una persona del registro, con il motivo",
    metodo: "POST",
    percorso: "/registro/persona",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      adesioneId: IdAdesione,
      nome: Anagrafica.shape.nome,
      cognome: Anagrafica.shape.cognome,
      recapiti: Recapiti,
      motivo: z.string().trim().min(3, "Scrivi il motivo").max(100, "Al massimo 100 lettere"),
    }),
    uscita: Fatto,
  }),
  scegliOperatore: operazione({
    id: "scegli-operatore",
    sommario: "Sceglie o cambia l'operatore, finché il patto non è firmato",
    metodo: "POST",
    percorso: "/adesioni/operatore",
    ruoli: ["giovane"],
    ingresso: z.strictObject({ adesioneId: IdAdesione, operatoreId: IdOperatore }),
    uscita: Fatto,
  }),
  annulla: operazione({
    id: "annulla",
    sommario: "Annulla la propria adesione, finché è attiva",
    metodo: "POST",
    percorso: "/adesioni/annulla",
    ruoli: ["giovane"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: Fatto,
  }),
  registro: operazione({
    id: "registro",
    sommario: "Il registro delle adesioni della regione, a pagine",
    metodo: "GET",
    percorso: "/registro",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({
      stato: StatoAdesione.or(z.literal("")).default(""),
      /** Start of the surname. A codice fiscale is searched with `trovaPersona`, never in a URL. */
      cognome: z.string().max(50).default(""),
      /** Opaque cursor of the next page. */
      dopo: z.string().max(200).default(""),
    }),
    uscita: z.strictObject({
      righe: z.array(RigaRegistro),
      dopo: z.string().nullable(),
      perStato: z.record(z.string(), z.int()),
    }),
  }),
  trovaPersona: operazione({
    id: "trova-persona",
    sommario: "Cerca per codice fiscale; risponde con identificativi opachi",
    metodo: "POST",
    percorso: "/registro/trova",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({
      codiceFiscale: CodiceFiscale,
      scopo: z.string().trim().min(3, "Scrivi perché cerchi questa persona").max(120),
    }),
    uscita: z.strictObject({ adesioni: z.array(IdAdesione) }),
  }),
  scheda: operazione({
    id: "scheda",
    sommario:
      "Una adesione con la sua storia e la consegna di ogni notizia; la lettura viene annotata",
    metodo: "GET",
    percorso: "/registro/scheda",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject({
      adesioneId: IdAdesione,
      scopo: z.string().max(120).default("istruttoria"),
    }),
    uscita: z.strictObject({
      scheda: SchedaAdesione,
      anagrafica: Anagrafica,
      recapiti: Recapiti,
      eventi: z.array(
        z.strictObject({
          version: z.int(),
          tipo: z.string(),
          da: z.string().nullable(),
          a: z.string(),
          motivo: z.string().nullable(),
          at: Instant,
          notoAt: Instant,
        }),
      ),
      consegne: z.array(
        z.strictObject({
          partner: z.string(),
          tipo: z.string(),
          accodatoAt: Instant,
          stato: z.string(),
        }),
      ),
    }),
  }),
  chiudi: operazione({
    id: "chiudi",
    sommario: "Chiude d'ufficio una adesione con un motivo del pacchetto",
    metodo: "POST",
    percorso: "/registro/chiudi",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      adesioneId: IdAdesione,
      stato: z.enum(["C", "U", "X", "R", "F"]),
      motivo: z.string().trim().min(3, "Scrivi il motivo").max(40),
    }),
    uscita: Fatto,
  }),
  ripristina: operazione({
    id: "ripristina",
    sommario: "Riapre una adesione chiusa per errore, con la sua data di allora",
    metodo: "POST",
    percorso: "/registro/ripristina",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      adesioneId: IdAdesione,
      motivo: z.string().trim().min(3, "Scrivi il motivo").max(40, "Al massimo 40 lettere"),
    }),
    uscita: Fatto,
  }),
  compiti: operazione({
    id: "compiti",
    sommario: "Che cosa la regione deve sistemare, con causa e prossimo passo",
    metodo: "GET",
    percorso: "/compiti",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: Vuoto,
    uscita: z.strictObject({ compiti: z.array(Compito) }),
  }),
  chiudiCompito: operazione({
    id: "chiudi-compito",
    sommario: "Segna come sistemato un compito",
    metodo: "POST",
    percorso: "/compiti/chiudi",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({ id: z.uuid() }),
    uscita: Fatto,
  }),
  cifre: operazione({
    id: "cifre",
    sommario: "Le cinque cifre a un giorno, come note adesso o a un istante dato",
    metodo: "GET",
    percorso: "/cifre",
    ruoli: ["regione", "sistema"],
    ingresso: z.strictObject({ giorno: Giorno.optional(), notoAt: Instant.optional() }),
    uscita: z.strictObject({
      anteprima: MonitoraggioGiornalieroV1,
      inviate: z.array(MonitoraggioGiornalieroV1),
    }),
  }),
  inviaCifre: operazione({
    id: "invia-cifre",
    sommario: "Invia a mano al Ministero le cifre di un giorno, come nuova edizione",
    metodo: "POST",
    percorso: "/cifre/invia",
    ruoli: ["regione", "sistema"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({ giorno: Giorno }),
    uscita: z.strictObject({ edizione: z.int(), sha256: z.string() }),
  }),
  ricalcolaCifre: operazione({
    id: "ricalcola-cifre",
    sommario: "Conta di nuovo dai fatti le cifre già inviate e dice quali non tornano",
    metodo: "POST",
    percorso: "/cifre/ricalcola",
    ruoli: ["regione", "ministero", "sistema"],
    funzioni: ["istruttoria", "monitoraggio"],
    differibile: true,
    ingresso: z.strictObject({ dal: Giorno, al: Giorno }).refine(({ dal, al }) => dal <= al, {
      error: "Il primo giorno viene dopo l'ultimo",
      path: ["al"],
    }),
    uscita: z.strictObject({
      dal: Giorno,
      al: Giorno,
      /** How many snapshots of these days were counted again. */
      edizioni: z.int(),
      differenze: z.array(
        z.strictObject({ giorno: Giorno, edizione: z.int(), sha256: z.string() }),
      ),
    }),
  }),
  ...operazioniFlussi("regione"),
  ...operazioniScambi("regione"),
  ...operazioniNotificheFallite,
  ...operazioniSapRegione,
} as const;
export type OperazioniBorsaLavoro = typeof operazioniBorsaLavoro;
