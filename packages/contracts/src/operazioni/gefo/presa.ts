import {
  CONDIZIONI_PRIMA,
  DOCUMENTI_IDENTITA,
  PRESENZE_ITALIA,
  PROVE_REQUISITI,
  RELAZIONI_TUTELA,
  SECONDO_GENITORE,
  TITOLI_STUDIO,
} from "@staffetta/domain";
import { z } from "zod";
import { MotivoNonPresa } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
import { Fascia, Giorno, IdAdesione, Instant } from "../../primitivi.ts";
import { Fatto, FileInUscita } from "../comuni.ts";
import { Chiave } from "./comuni.ts";

const codes = <T extends string>(list: Readonly<Record<T, unknown>>, message: string) =>
  z.enum(Object.keys(list) as [T, ...T[]], message);

/** A list, or the boxes that were ticked in a form. */
const spunte = <T extends string>(una: z.ZodType<T, string>) =>
  z
    .union([z.array(z.string()), z.record(z.string(), z.unknown())])
    .default([])
    .transform((value) => (Array.isArray(value) ? value : Object.keys(value)))
    .pipe(z.array(una).max(20));

/** "I was there and it was signed": a form sends "on". */
const firmato = (messaggio: string) =>
  z.literal(["on", true], { error: messaggio }).transform(() => true as const);

export const Provincia = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, "Scrivi la sigla della provincia, per esempio MI");

const Dichiarati = {
  titolo: codes(TITOLI_STUDIO, "Scegli il titolo di studio"),
  condizione: codes(CONDIZIONI_PRIMA, "Scegli che cosa faceva un anno fa"),
  presenza: codes(PRESENZE_ITALIA, "Scegli da quanto tempo è in Italia"),
  provincia: Provincia,
};

/** One profiling record, as it is kept for ever. */
export const ProfilazioneInFascicolo = z.strictObject({
  id: z.uuid(),
  at: Instant,
  chi: z.string(),
  /** "guasto": the service did not answer; "proposta": a class that the Region has still to confirm. */
  esito: z.enum(["risposta", "deroga", "proposta", "guasto"]),
  valida: z.boolean(),
  classe: Fascia.nullable(),
  metodo: z.string(),
  simulata: z.boolean(),
  indice: z.number().nullable(),
  validoDal: Giorno.nullable(),
  input: z.array(z.tuple([z.string(), z.string()])),
});

export const Fascicolo = z.strictObject({
  adesioneId: IdAdesione,
  minorenne: z.boolean(),
  identita: z.strictObject({ on: Giorno, documento: z.string(), scadeOn: Giorno }).nullable(),
  requisiti: z.array(
    z.strictObject({
      on: Giorno,
      esito: z.enum(["positivo", "negativo"]),
      attivita: z.array(z.string()),
      prove: z.array(z.string()),
    }),
  ),
  attivitaPossibili: z.array(
    z.strictObject({ codice: z.string(), etichetta: z.string(), compatibile: z.boolean() }),
  ),
  validitaDays: z.int(),
  profilazioni: z.array(ProfilazioneInFascicolo),
  tutela: z
    .strictObject({
      relazione: z.string(),
      chi: z.string(),
      secondo: z.string().nullable(),
      maggiorenneOn: Giorno,
      stato: z.enum(["attiva", "avvisata", "cessata", "confermata"]),
    })
    .nullable(),
  preavviso: z
    .strictObject({
      tipo: z.enum(["non-presa", "decadenza"]),
      motivo: z.string(),
      nota: z.string(),
      at: Instant,
      entro: Giorno,
      controdeduzioni: z.strictObject({ at: Instant, testo: z.string() }).nullable(),
    })
    .nullable(),
  /** What is still missing before the patto may be signed today; empty when nothing is. */
  mancaAlPatto: z.string().nullable(),
  documenti: z.array(
    z.strictObject({
      documentoId: z.uuid(),
      titolo: z.string(),
      at: Instant,
      chi: z.string(),
      sha256: z.string(),
      firme: z.array(z.strictObject({ chi: z.string(), qualita: z.string(), at: Instant })),
    }),
  ),
  storia: z.array(
    z.strictObject({ at: Instant, notoAt: Instant, chi: z.string(), titolo: z.string() }),
  ),
  /** Figures of the pack that were not yet read in the notice. */
  daVerificare: z.array(z.string()),
});
export type Fascicolo = z.infer<typeof Fascicolo>;

const base = { chiave: Chiave, adesioneId: IdAdesione };
const addetto = { metodo: "POST", ruoli: ["addetto"], funzioni: ["sportello"] } as const;

export const operazioniPresa = {
  fascicolo: operazione({
    id: "fascicolo",
    sommario:
      "Il fascicolo di un giovane: verifiche, profilazioni, documenti, storia; lettura annotata",
    metodo: "GET",
    percorso: "/caso/fascicolo",
    ruoli: ["addetto", "regione", "revisore"],
    funzioni: ["sportello", "legale", "istruttoria", "controllo"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: Fascicolo,
  }),
  verificaIdentita: operazione({
    ...{ id: "verifica-identita", percorso: "/caso/identita", ...addetto },
    sommario: "Annota il documento d'identità che è stato visto; il suo numero non si conserva",
    ingresso: z.strictObject({
      ...base,
      dataVerifica: Giorno,
      documento: codes(DOCUMENTI_IDENTITA, "Scegli il documento"),
      scadenza: Giorno,
    }),
    uscita: Fatto,
  }),
  verificaRequisiti: operazione({
    ...{ id: "verifica-requisiti", percorso: "/caso/requisiti", ...addetto },
    sommario: "Verifica che il giovane non studi e non lavori, con le prove e la loro data",
    ingresso: z.strictObject({
      ...base,
      dataVerifica: Giorno,
      attivita: spunte(z.string().max(40)),
      prove: spunte(codes(PROVE_REQUISITI, "Scegli una prova dall'elenco")),
    }),
    uscita: z.strictObject({ esito: z.enum(["positivo", "negativo"]) }),
  }),
  registraTutela: operazione({
    ...{ id: "registra-tutela", percorso: "/caso/tutela", ...addetto },
    sommario: "Registra chi decide per un minorenne e che cosa dice l'altro genitore",
    ingresso: z.strictObject({
      ...base,
      relazione: codes(RELAZIONI_TUTELA, "Scegli chi è"),
      nome: z.string().trim().min(1, "Scrivi il nome").max(50),
      cognome: z.string().trim().min(1, "Scrivi il cognome").max(50),
      dataNascita: Giorno,
      secondo: codes(SECONDO_GENITORE, "Scegli una voce").or(z.literal("")).default(""),
      nomeSecondo: z.string().trim().max(100).default(""),
    }),
    uscita: Fatto,
  }),
  confermaMaggiorenne: operazione({
    ...{ id: "conferma-maggiorenne", percorso: "/caso/maggiore-eta", ...addetto },
    sommario: "Il giovane, diventato maggiorenne, conferma di persona patto e informativa",
    ingresso: z.strictObject({
      ...base,
      firmaGiovane: firmato("Serve la firma del giovane"),
    }),
    uscita: Fatto,
  }),
  cambiaResidenza: operazione({
    ...{ id: "cambia-residenza", percorso: "/caso/residenza", ...addetto },
    sommario: "Annota la nuova provincia: la profilazione fatta per un'altra provincia decade",
    ingresso: z.strictObject({ ...base, provincia: Provincia }),
    uscita: Fatto,
  }),
  profila: operazione({
    ...{ id: "profila", percorso: "/caso/profilazione", ...addetto },
    sommario: "Chiede la classe al servizio di profilazione; la risposta si conserva per sempre",
    ingresso: z.strictObject({ ...base, ...Dichiarati }),
    uscita: z.strictObject({ classe: Fascia, metodo: z.string(), simulata: z.boolean() }),
  }),
  proponiClasse: operazione({
    id: "proponi-classe",
    sommario: "A servizio fermo: una persona della Regione propone la classe, un'altra la conferma",
    metodo: "POST",
    percorso: "/caso/profilazione/proponi",
    ruoli: ["regione"],
    funzioni: ["istruttoria"],
    ingresso: z.strictObject({
      ...base,
      classe: z.coerce.number().pipe(Fascia),
      motivazione: z.string().trim().min(10, "Spiega perché: almeno 10 caratteri").max(500),
    }),
    uscita: Fatto,
  }),
  confermaClasse: operazione({
    id: "conferma-classe",
    sommario: "Conferma la classe proposta da un'altra persona",
    metodo: "POST",
    percorso: "/caso/profilazione/conferma",
    ruoli: ["regione"],
    funzioni: ["istruttoria", "controllo"],
    ingresso: z.strictObject(base),
    uscita: z.strictObject({ classe: Fascia }),
  }),
  firmaPatto: operazione({
    ...{ id: "firma-patto", percorso: "/caso/patto", ...addetto },
    sommario: "Registra il patto di servizio firmato: la fascia è la classe della profilazione",
    ingresso: z.strictObject({
      ...base,
      dataPatto: Giorno,
      firmaGiovane: firmato("Serve la firma del giovane"),
      firmaTutore: z.literal(["on", true]).optional(),
    }),
    uscita: z.strictObject({ documentoId: z.uuid() }),
  }),
  nonPrendereInCarico: operazione({
    ...{ id: "non-prendere-in-carico", percorso: "/caso/non-presa", ...addetto },
    sommario: "Registra la NON presa in carico con il suo motivo, o il preavviso dove serve prima",
    ingresso: z.strictObject({
      ...base,
      motivo: MotivoNonPresa,
      nota: z.string().max(500, "Al massimo 500 caratteri").default(""),
    }),
    uscita: Fatto,
  }),
  registraControdeduzioni: operazione({
    ...{ id: "registra-controdeduzioni", percorso: "/caso/controdeduzioni", ...addetto },
    sommario: "Annota la risposta del giovane a un preavviso, entro il suo termine",
    ingresso: z.strictObject({
      ...base,
      testo: z.string().trim().min(1, "Scrivi la risposta").max(2000, "Al massimo 2000 caratteri"),
    }),
    uscita: Fatto,
  }),
  archiviaPreavviso: operazione({
    id: "archivia-preavviso",
    sommario: "Chiude un preavviso senza decidere contro il giovane",
    metodo: "POST",
    percorso: "/caso/preavviso/archivia",
    ruoli: ["addetto", "regione"],
    funzioni: ["sportello", "istruttoria"],
    ingresso: z.strictObject({
      ...base,
      motivazione: z.string().trim().min(1, "Scrivi perché").max(500),
    }),
    uscita: Fatto,
  }),
  documento: operazione({
    id: "documento",
    sommario: "Un documento generato e firmato (patto, DRU, rinuncia), in PDF; lettura annotata",
    metodo: "GET",
    percorso: "/documenti/contenuto",
    ruoli: ["addetto", "regione", "revisore", "giovane"],
    funzioni: ["sportello", "legale", "istruttoria", "controllo"],
    risposta: "file",
    ingresso: z.strictObject({ documentoId: z.uuid() }),
    uscita: FileInUscita,
  }),
} as const;
