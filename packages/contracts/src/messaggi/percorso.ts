import {
  STATI_DOTE,
  STATI_INDENNITA,
  type StatoDote,
  type StatoIndennita,
} from "@staffetta/domain";
import { z } from "zod";
import {
  Fascia,
  Giorno,
  IdAdesione,
  IdDote,
  IdOperatore,
  IdServizio,
  Instant,
} from "../primitivi.ts";

/**
 * What the giovane must be able to see on the portal about his or her own path at Gefo. None of these goes
 * to the Ministry.
 */

/** gefo → borsalavoro: the class of help, from which declarations, by which method. */
export const ProfilazioneV1 = z.strictObject({
  profilazioneId: z.uuid(),
  adesioneId: IdAdesione,
  classe: Fascia,
  metodo: z.string().max(80),
  /** Made by a development service: the page says that it is not the Ministry's. */
  simulata: z.boolean(),
  validoDal: Giorno,
  /** Each declaration with its words. */
  input: z.array(z.tuple([z.string().max(60), z.string().max(80)])).max(10),
  at: Instant,
});

/** gefo → borsalavoro: how the dote stands. */
export const DoteV1 = z.strictObject({
  doteId: IdDote,
  adesioneId: IdAdesione,
  protocollo: z.string().max(40),
  stato: z.enum(Object.keys(STATI_DOTE) as [StatoDote, ...StatoDote[]]),
  /** Where it stands among those that wait for money. */
  numeroInCoda: z.int().positive().optional(),
  /** Closed so that another operatore goes on. */
  perCambio: z.literal(true).optional(),
  valoreCents: z.int(),
  /** Last day on which a service may start. */
  scadeOn: Giorno,
  at: Instant,
});

/** gefo → borsalavoro: a document that the giovane may read at Gefo; never the document itself. */
export const DocumentoV1 = z.strictObject({
  documentoId: z.uuid(),
  adesioneId: IdAdesione,
  titolo: z.string().max(120),
  at: Instant,
});

/** gefo → borsalavoro: a decision against the giovane was announced; an answer is possible until a day. */
export const PreavvisoV1 = z.strictObject({
  adesioneId: IdAdesione,
  tipo: z.enum(["non-presa", "decadenza"]),
  motivo: z.string().max(80),
  entro: Giorno,
  /** False: it was closed, in either way. */
  aperto: z.boolean(),
  at: Instant,
});

/** gefo → borsalavoro: the dote has ended before its end; which stato follows, the region decides. */
export const DoteChiusaV1 = z.strictObject({
  doteId: IdDote,
  adesioneId: IdAdesione,
  come: z.enum(["rinunciata", "decaduta", "revocata"]),
  motivo: z.string().max(60),
  at: Instant,
});

/** gefo → borsalavoro: one month of the allowance of a traineeship, as far as it has come. */
export const IndennitaV1 = z.strictObject({
  politicaId: IdServizio,
  adesioneId: IdAdesione,
  mese: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  stato: z.enum(Object.keys(STATI_INDENNITA) as [StatoIndennita, ...StatoIndennita[]]),
  importoCents: z.int().min(0),
  pagataOn: Giorno.nullable(),
  /** Why who pays has refused it. */
  motivo: z.string().max(200).nullable(),
  at: Instant,
});

/** gefo → borsalavoro: nobody was closing this path; the region lets the giovane go. */
export const PercorsoConclusoV1 = z.strictObject({
  adesioneId: IdAdesione,
  /** True: the giovane left it. */
  abbandonato: z.boolean(),
  at: Instant,
});

/** gefo → borsalavoro: the operatore was stopped; the Region proposes another, the giovane chooses. */
export const PropostaOperatoreV1 = z.strictObject({
  adesioneId: IdAdesione,
  operatoreId: IdOperatore,
  at: Instant,
});

/** gefo → borsalavoro: another operatore goes on, after a dote that is over. */
export const OperatoreAssegnatoV1 = z.strictObject({
  adesioneId: IdAdesione,
  operatoreId: IdOperatore,
  at: Instant,
});
