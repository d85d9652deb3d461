import { z } from "zod";
import {
  CanaleContatto,
  CodiceMisura,
  EsitoContatto,
  EsitoPolitica,
  MotivoNonPresa,
} from "../messaggi/gefo.ts";
import { operazione } from "../operazione.ts";
import {
  Anagrafica,
  Fascia,
  Giorno,
  IdAdesione,
  IdDote,
  IdOperatore,
  IdServizio,
  Instant,
  Recapiti,
  StatoAdesione,
} from "../primitivi.ts";
import { Azione, Fatto, operazioniFlussi, Vuoto } from "./comuni.ts";
import { operazioniAllegati } from "./gefo/allegati.ts";

/** What the addetto must do next on a case; also the tabs of the work list. */
export const VISTE_LAVORO = {
  "da-convocare": "Da convocare",
  "da-incontrare": "Da incontrare",
  "patto-da-firmare": "Patto da firmare",
  "dote-da-inviare": "Dote da inviare",
  "in-conferma": "In attesa di conferma",
  "servizi-da-avviare": "Servizi da avviare",
  "servizi-in-corso": "Servizi in corso",
  "da-rendicontare": "Da rendicontare",
  conclusi: "Conclusi",
} as const;
export type VistaLavoro = keyof typeof VISTE_LAVORO;
const viste = Object.keys(VISTE_LAVORO) as [VistaLavoro, ...VistaLavoro[]];
export const Vista = z.enum(viste);

/** Made by the page once per form: the same key twice does the thing once. */
export const Chiave = z.uuid();

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
});

const StatoServizio = z.enum([
  "pianificato",
  "avviato",
  "erogato",
  "rendicontato",
  "ammesso",
  "tagliato",
  "non-erogato",
]);

export const ServizioInCaso = z.strictObject({
  servizioId: IdServizio,
  misura: CodiceMisura,
  etichetta: z.string(),
  stato: StatoServizio,
  oreUnita: z.int(),
  importoCents: z.int(),
  dataInizio: Giorno.nullable(),
  dataFine: Giorno.nullable(),
  esito: EsitoPolitica.nullable(),
  rendicontatoCents: z.int().nullable(),
  ammessoCents: z.int().nullable(),
  motivoTaglio: z.string().nullable(),
});

export const CasoGefo = z.strictObject({
  adesioneId: IdAdesione,
  anagrafica: Anagrafica,
  recapiti: Recapiti,
  dataAdesione: Giorno,
  operatore: z.strictObject({ id: IdOperatore, denominazione: z.string() }),
  stato: z.string(),
  vista: Vista,
  statoAdesione: StatoAdesione,
  entro: Giorno.nullable(),
  oltreTermine: z.boolean(),
  contatti: z.array(
    z.strictObject({
      contattoId: z.uuid(),
      at: Instant,
      canale: CanaleContatto,
      esito: EsitoContatto,
      nota: z.string(),
      addetto: z.string(),
    }),
  ),
  patto: z.strictObject({ data: Giorno, fascia: Fascia }).nullable(),
  dote: z
    .strictObject({
      doteId: IdDote,
      stato: z.string(),
      protocollo: z.string(),
      inviataAt: Instant,
      valoreCents: z.int(),
      residuoCents: z.int(),
      servizi: z.array(ServizioInCaso),
    })
    .nullable(),
  nonPresa: z.strictObject({ motivo: MotivoNonPresa, at: Instant, nota: z.string() }).nullable(),
  /** Why the region has refused the last thing that was sent about this case; null = nothing to know. */
  avviso: z.string().nullable(),
  /** Each action with its reason when closed, keyed by the operation's name. */
  azioni: z.record(z.string(), Azione),
});
export type CasoGefo = z.infer<typeof CasoGefo>;

export const operazioniGefo = {
  lavoro: operazione({
    id: "lavoro",
    sommario: "La lista di lavoro dell'operatore, per scadenza",
    metodo: "GET",
    percorso: "/lavoro",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      vista: Vista.or(z.literal("")).default(""),
      cognome: z.string().max(50).default(""),
      dopo: z.string().max(200).default(""),
    }),
    uscita: z.strictObject({
      righe: z.array(RigaLavoro),
      dopo: z.string().nullable(),
      perVista: z.record(z.string(), z.int()),
      oltreTermine: z.int(),
    }),
  }),
  caso: operazione({
    id: "caso",
    sommario: "Un caso intero; la lettura viene annotata",
    metodo: "GET",
    percorso: "/caso",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: CasoGefo,
  }),
  registraContatto: operazione({
    id: "registra-contatto",
    sommario: "Annota una convocazione, una risposta, un colloquio o una mancata presentazione",
    metodo: "POST",
    percorso: "/caso/contatti",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      canale: CanaleContatto,
      esito: EsitoContatto,
      giorno: Giorno,
      /** Civil time in Rome, "10:30". */
      ora: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Scrivi l'ora come 10:30"),
      nota: z.string().max(500, "Al massimo 500 caratteri").default(""),
    }),
    uscita: Fatto,
  }),
  firmaPatto: operazione({
    id: "firma-patto",
    sommario: "Registra il patto di servizio firmato, con la fascia della profilazione",
    metodo: "POST",
    percorso: "/caso/patto",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      dataPatto: Giorno,
      fascia: z.coerce.number().pipe(Fascia),
    }),
    uscita: Fatto,
  }),
  inviaDote: operazione({
    id: "invia-dote",
    sommario: "Invia la dote con i servizi scelti: certifica la presa in carico",
    metodo: "POST",
    percorso: "/caso/dote",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      servizi: z
        .array(
          z.strictObject({
            misura: CodiceMisura,
            oreUnita: z.coerce
              .number("Scrivi un numero di ore")
              .int("Scrivi un numero intero")
              .min(1, "Almeno 1")
              .max(2000, "Al massimo 2000"),
          }),
        )
        .min(1, "Scegli almeno un servizio")
        .max(10, "Al massimo dieci servizi"),
    }),
    uscita: z.strictObject({ doteId: IdDote, protocollo: z.string() }),
  }),
  nonPrendereInCarico: operazione({
    id: "non-prendere-in-carico",
    sommario: "Registra la NON presa in carico con il suo motivo",
    metodo: "POST",
    percorso: "/caso/non-presa",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      chiave: Chiave,
      adesioneId: IdAdesione,
      motivo: MotivoNonPresa,
      nota: z.string().max(500, "Al massimo 500 caratteri").default(""),
    }),
    uscita: Fatto,
  }),
  avviaServizio: operazione({
    id: "avvia-servizio",
    sommario: "Comunica l'inizio di un servizio della dote",
    metodo: "POST",
    percorso: "/caso/servizi/avvia",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ chiave: Chiave, servizioId: IdServizio, dataInizio: Giorno }),
    uscita: Fatto,
  }),
  concludiServizio: operazione({
    id: "concludi-servizio",
    sommario: "Comunica la fine di un servizio e il suo esito",
    metodo: "POST",
    percorso: "/caso/servizi/concludi",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      dataFine: Giorno,
      esito: EsitoPolitica,
    }),
    uscita: Fatto,
  }),
  rendiconta: operazione({
    id: "rendiconta",
    sommario: "Presenta la rendicontazione di un servizio concluso",
    metodo: "POST",
    percorso: "/caso/servizi/rendiconta",
    ruoli: ["addetto"],
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      oreErogate: z.coerce
        .number("Scrivi un numero di ore")
        .int("Scrivi un numero intero")
        .min(0, "Non può essere negativo")
        .max(2000, "Al massimo 2000"),
    }),
    uscita: Fatto,
  }),
  rendicontazioni: operazione({
    id: "rendicontazioni",
    sommario: "Le rendicontazioni da verificare, dalla più vecchia",
    metodo: "GET",
    percorso: "/rendicontazioni",
    ruoli: ["regione"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      righe: z.array(
        z.strictObject({
          servizioId: IdServizio,
          adesioneId: IdAdesione,
          operatore: z.string(),
          misura: CodiceMisura,
          presentataAt: Instant,
          attesaDays: z.int(),
          oreErogate: z.int(),
          richiestoCents: z.int(),
        }),
      ),
    }),
  }),
  verificaRendicontazione: operazione({
    id: "verifica-rendicontazione",
    sommario: "Ammette una rendicontazione, per intero o con un taglio motivato",
    metodo: "POST",
    percorso: "/rendicontazioni/verifica",
    ruoli: ["regione"],
    ingresso: z.strictObject({
      chiave: Chiave,
      servizioId: IdServizio,
      taglioCents: z.coerce
        .number("Scrivi un importo")
        .int()
        .min(0, "Non può essere negativo")
        .default(0),
      motivoTaglio: z.string().max(200).default(""),
    }),
    uscita: Fatto,
  }),
  bilancio: operazione({
    id: "bilancio",
    sommario: "Il denaro dell'avviso: assegnato, prenotato, impegnato, rendicontato, ammesso",
    metodo: "GET",
    percorso: "/bilancio",
    ruoli: ["regione"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      assegnatoCents: z.int(),
      prenotatoCents: z.int(),
      impegnatoCents: z.int(),
      ammessoCents: z.int(),
      disponibileCents: z.int(),
      perOperatore: z.array(
        z.strictObject({
          operatore: z.string(),
          doti: z.int(),
          impegnatoCents: z.int(),
          ammessoCents: z.int(),
        }),
      ),
    }),
  }),
  operatori: operazione({
    id: "operatori",
    sommario: "Gli operatori accreditati",
    metodo: "GET",
    percorso: "/operatori",
    ruoli: ["addetto", "regione", "sistema"],
    ingresso: Vuoto,
    uscita: z.strictObject({
      operatori: z.array(
        z.strictObject({
          id: IdOperatore,
          denominazione: z.string(),
          comune: z.string(),
          casiAperti: z.int(),
        }),
      ),
    }),
  }),
  ...operazioniAllegati,
  ...operazioniFlussi("regione"),
} as const;
export type OperazioniGefo = typeof operazioniGefo;
