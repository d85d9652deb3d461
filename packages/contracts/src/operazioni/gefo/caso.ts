import { z } from "zod";
import { CodiceMisura, EsitoPolitica, MotivoNonPresa } from "../../messaggi/gefo.ts";
import { operazione } from "../../operazione.ts";
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
} from "../../primitivi.ts";
import { Azione } from "../comuni.ts";
import { Vista } from "./comuni.ts";
import { ContattoInCaso, PassoContatti } from "./contatti.ts";

const StatoServizio = z.enum([
  "pianificato",
  "avviato",
  "erogato",
  "rendicontato",
  "ammesso",
  "tagliato",
  "liquidato",
  "recuperato",
  "non-erogato",
]);

export const ServizioInCaso = z.strictObject({
  servizioId: IdServizio,
  misura: CodiceMisura,
  etichetta: z.string(),
  stato: StatoServizio,
  erogatore: z.strictObject({ id: IdOperatore, denominazione: z.string() }),
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
  contatti: z.array(ContattoInCaso),
  /** Null: the giovane was met, or nobody is to call. */
  piano: PassoContatti.nullable(),
  patto: z.strictObject({ data: Giorno, fascia: Fascia, documentoId: z.uuid() }).nullable(),
  dote: z
    .strictObject({
      doteId: IdDote,
      stato: z.string(),
      /** Last day on which a service may start. */
      scadeOn: Giorno,
      conclusione: z.enum(["naturale", "risultato"]).nullable(),
      chiusura: z.strictObject({ motivo: z.string(), on: Giorno, nota: z.string() }).nullable(),
      protocollo: z.string(),
      inviataAt: Instant,
      valoreCents: z.int(),
      residuoCents: z.int(),
      servizi: z.array(ServizioInCaso),
    })
    .nullable(),
  /** A dote that waits for money: its number, and how many are before it. */
  coda: z.strictObject({ numero: z.int(), davanti: z.int() }).nullable(),
  nonPresa: z.strictObject({ motivo: MotivoNonPresa, at: Instant, nota: z.string() }).nullable(),
  /** Why the region has refused the last thing that was sent about this case; null = nothing to know. */
  avviso: z.string().nullable(),
  /** Each action with its reason when closed, keyed by the operation's name. */
  azioni: z.record(z.string(), Azione),
});
export type CasoGefo = z.infer<typeof CasoGefo>;

export const operazioniCaso = {
  caso: operazione({
    id: "caso",
    sommario: "Un caso intero; la lettura viene annotata",
    metodo: "GET",
    percorso: "/caso",
    ruoli: ["addetto"],
    ingresso: z.strictObject({ adesioneId: IdAdesione }),
    uscita: CasoGefo,
  }),
} as const;
