import {
  MOTIVI_CHIUSURA,
  type MotivoChiusura,
  type NomeRitaglio,
  RITAGLI,
  SEGNI_CODA,
  type SegnoCoda,
} from "@staffetta/domain";
import { z } from "zod";
import { operazione } from "../../operazione.ts";
import {
  CodiceFiscale,
  Fascia,
  Giorno,
  IdAdesione,
  IdOperatore,
  Instant,
} from "../../primitivi.ts";
import { Fatto, FileInUscita, Vuoto } from "../comuni.ts";
import { Chiave, Vista } from "./comuni.ts";

const ritagli = Object.keys(RITAGLI) as [NomeRitaglio, ...NomeRitaglio[]];
const segni = Object.keys(SEGNI_CODA) as [SegnoCoda, ...SegnoCoda[]];
const Segno = z.enum(segni);
const vuoto = z.literal("");
const Collega = z.string().trim().min(1, "Scrivi il nome").max(120, "Al massimo 120 lettere");

/** What the list is asked for; empty = no matter. What a person saves under a name is one of these. */
export const FiltroLavoro = z.strictObject({
  vista: Vista.or(z.enum(ritagli)).or(vuoto).default(""),
  /** Beginning of surname and name; case, accents and apostrophes don't matter. */
  nome: z.string().trim().max(60, "Al massimo 60 lettere").default(""),
  /** Only what must be done by this day. */
  entroIl: Giorno.or(vuoto).default(""),
  /** "io" = mine, "senza" = nobody's. */
  assegnatario: z.string().trim().max(120).default(""),
  sede: z.string().max(40).default(""),
  fascia: z.literal(["", "1", "2", "3", "4"]).default(""),
  minori: z.literal(["", "si"]).default(""),
  segno: Segno.or(vuoto).default(""),
});
export type FiltroLavoro = z.infer<typeof FiltroLavoro>;

/** Somebody of the operatore: the id tells two people of one name apart. */
const Persona = z.strictObject({ id: z.string(), nome: z.string() });

const motiviChiusura = Object.keys(MOTIVI_CHIUSURA) as [MotivoChiusura, ...MotivoChiusura[]];
export const DaChiudere = z.strictObject({
  motivo: z.enum(motiviChiusura),
  dal: Giorno,
  entro: Giorno,
  oltreTermine: z.boolean(),
});

export const RigaLavoro = z.strictObject({
  adesioneId: IdAdesione,
  nome: z.string(),
  cognome: z.string(),
  dataAdesione: Giorno,
  vista: Vista,
  /** By when it must be done; the list is in this order. */
  entro: Giorno.nullable(),
  oltreTermine: z.boolean(),
  ultimoContatto: z.string().nullable(),
  fascia: Fascia.nullable(),
  minore: z.boolean(),
  sede: z.string().nullable(),
  segno: Segno.nullable(),
  assegnatario: z.string().nullable(),
  /** The path that nobody closes, with the reason; null = not today. */
  daChiudere: DaChiudere.nullable(),
  /** Who has it open now, and until when. */
  inMano: z.strictObject({ chi: z.string(), fino: Instant }).nullable(),
});

const FiltroSalvato = z.strictObject({
  filtroId: z.uuid(),
  nome: z.string(),
  filtro: FiltroLavoro,
});

/** What became of each case of a bulk action. */
export const EsitiInsieme = z.strictObject({
  fatti: z.int(),
  righe: z.array(
    z.strictObject({
      adesioneId: IdAdesione,
      persona: z.string(),
      fatto: z.boolean(),
      /** What was done, or why not. */
      detto: z.string(),
    }),
  ),
});

export const insieme = {
  chiave: Chiave,
  adesioni: z
    .array(IdAdesione)
    .min(1, "Scegli almeno una persona dalla lista")
    .max(100, "Al massimo cento persone per volta"),
};

const lista = {
  lavoro: operazione({
    id: "lavoro",
    sommario: "La lista di lavoro dell'operatore, per scadenza, con i suoi conteggi",
    metodo: "GET",
    percorso: "/lavoro",
    ruoli: ["addetto"],
    ingresso: FiltroLavoro.extend({ dopo: z.string().max(200).default("") }),
    uscita: z.strictObject({
      righe: z.array(RigaLavoro),
      dopo: z.string().nullable(),
      perVista: z.record(z.string(), z.int()),
      /** `almeno` = there are more: the count stopped here. */
      perRitaglio: z.record(z.string(), z.strictObject({ casi: z.int(), almeno: z.boolean() })),
      oltreTermine: z.int(),
      carichi: z.array(z.strictObject({ chi: Persona.nullable(), casi: z.int() })),
      filtri: z.array(FiltroSalvato),
      /** To whom a case may be entrusted: who has signed in at least once. */
      colleghi: z.array(Persona),
      /** Where people may be asked to come. */
      sedi: z.array(z.strictObject({ sede: z.string(), luogo: z.string() })),
    }),
  }),
  cercaPersona: operazione({
    id: "cerca-persona",
    sommario: "Trova un caso dal codice fiscale, in qualunque forma; la ricerca viene annotata",
    metodo: "POST",
    percorso: "/lavoro/cerca",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ codiceFiscale: CodiceFiscale }),
    uscita: z.strictObject({ adesioneId: IdAdesione }),
  }),
  codeOperatori: operazione({
    id: "code-operatori",
    sommario: "Le liste di tutti gli operatori: quanti casi, quanti in ritardo, il più vecchio",
    metodo: "GET",
    percorso: "/lavoro/operatori",
    ruoli: ["regione"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      operatori: z.array(
        z.strictObject({
          operatoreId: IdOperatore,
          denominazione: z.string(),
          aperti: z.int(),
          oltreTermine: z.int(),
          /** Paths that nobody closes. */
          daChiudere: z.int(),
          prima: z
            .strictObject({
              adesioneId: IdAdesione,
              vista: Vista,
              entro: Giorno.nullable(),
              ritardoDays: z.int(),
            })
            .nullable(),
        }),
      ),
    }),
  }),
};

const mani = {
  prendiInMano: operazione({
    id: "prendi-in-mano",
    sommario: "Prende un caso in mano per un po', o lo tiene ancora: i colleghi lo vedono",
    metodo: "POST",
    percorso: "/lavoro/prendi",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: z.strictObject({ fino: Instant }),
  }),
  lasciaCaso: operazione({
    id: "lascia-caso",
    sommario: "Lascia un caso che si ha in mano",
    metodo: "POST",
    percorso: "/lavoro/lascia",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: Fatto,
  }),
};

const molti = {
  assegnaCasi: operazione({
    id: "assegna-casi",
    sommario: "Affida uno o più casi a un collega, o a nessuno",
    metodo: "POST",
    percorso: "/lavoro/assegna",
    ruoli: ["addetto"],
    funzioni: ["sportello", "legale"],
    ingresso: z.strictObject({ ...insieme, collega: Collega.or(vuoto) }),
    uscita: EsitiInsieme,
  }),
  segnaCasi: operazione({
    id: "segna-casi",
    sommario: "Mette o toglie un segno a uno o più casi",
    metodo: "POST",
    percorso: "/lavoro/segna",
    ruoli: ["addetto"],
    funzioni: ["sportello", "legale"],
    ingresso: z.strictObject({ ...insieme, segno: Segno.or(vuoto) }),
    uscita: EsitiInsieme,
  }),
};

const esiti = {
  esitoInsieme: operazione({
    id: "esito-insieme",
    sommario: "Che cosa ne è stato, caso per caso, di un'azione su molti casi",
    metodo: "GET",
    percorso: "/lavoro/esito",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ chiave: Chiave }),
    uscita: EsitiInsieme,
  }),
};

const filtri = {
  salvaFiltro: operazione({
    id: "salva-filtro",
    sommario: "Conserva un filtro con un nome; lo stesso nome lo sostituisce",
    metodo: "POST",
    percorso: "/lavoro/filtri",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      nome: z.string().trim().min(1, "Scrivi un nome").max(40, "Al massimo 40 lettere"),
      filtro: FiltroLavoro,
    }),
    uscita: Fatto,
  }),
  eliminaFiltro: operazione({
    id: "elimina-filtro",
    sommario: "Toglie un filtro conservato",
    metodo: "POST",
    percorso: "/lavoro/filtri/elimina",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ filtroId: z.uuid() }),
    uscita: Fatto,
  }),
  esportaLavoro: operazione({
    id: "esporta-lavoro",
    sommario: "La lista in un file, CSV o Excel; chi la porta via resta scritto",
    metodo: "GET",
    percorso: "/lavoro/esporta",
    ruoli: ["addetto"],
    risposta: "file",
    ingresso: FiltroLavoro.extend({ formato: z.enum(["csv", "xlsx"]) }),
    uscita: FileInUscita,
  }),
};

export const operazioniLavoro = { ...lista, ...mani, ...molti, ...esiti, ...filtri } as const;
