import {
  CANALI_CONTATTO,
  ESITI_CONTATTO,
  ESITI_POLITICA,
  MISURE,
  MOTIVI_NON_PRESA,
} from "@staffetta/domain";
import { z } from "zod";
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

const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]]);

export const CanaleContatto = codes(CANALI_CONTATTO);
export const EsitoContatto = codes(ESITI_CONTATTO);
export const MotivoNonPresa = codes(MOTIVI_NON_PRESA);
export const CodiceMisura = codes(MISURE);
export const EsitoPolitica = codes(ESITI_POLITICA);

/** F2, borsalavoro → gefo: the adesione with the operatore that the giovane chose. */
export const AdesioneOperatoreV1 = z.strictObject({
  adesioneId: IdAdesione,
  anagrafica: Anagrafica,
  recapiti: Recapiti,
  dataAdesione: Giorno,
  operatoreId: IdOperatore,
  /** Who loses sight of the case, when the operatore was changed. */
  precedenteId: IdOperatore.nullable(),
  at: Instant,
});
export type AdesioneOperatoreV1 = z.infer<typeof AdesioneOperatoreV1>;

/** F7, borsalavoro → gefo: what the rest of the world decided about a case on the desk. */
export const NotiziaAdesioneV1 = z.strictObject({
  adesioneId: IdAdesione,
  stato: StatoAdesione,
  notizia: z.enum([
    /** The national register has accepted P: money may be committed. */
    "presa-confermata",
    /** The national register has refused P: another region came first. */
    "presa-rifiutata",
    /** The adesione is closed; `stato` tells how. */
    "chiusa",
    /** T or F reached, for information. */
    "aggiornata",
  ]),
  at: Instant,
});
export type NotiziaAdesioneV1 = z.infer<typeof NotiziaAdesioneV1>;

/** F3, gefo → borsalavoro, at once: one contact with the giovane. */
export const ContattoV1 = z.strictObject({
  contattoId: z.uuid(),
  adesioneId: IdAdesione,
  operatoreId: IdOperatore,
  canale: CanaleContatto,
  esito: EsitoContatto,
  /** Civil day and time at which it happened. */
  at: Instant,
});
export type ContattoV1 = z.infer<typeof ContattoV1>;

/** F3, gefo → borsalavoro: the dote was sent, hence the giovane is taken in charge. */
export const PresaInCaricoV1 = z.strictObject({
  adesioneId: IdAdesione,
  operatoreId: IdOperatore,
  doteId: IdDote,
  fascia: Fascia,
  /** The four-month clock starts here. */
  dataPatto: Giorno,
  /** P and figure D3 take effect here: the instant of sending. */
  doteInviataAt: Instant,
});
export type PresaInCaricoV1 = z.infer<typeof PresaInCaricoV1>;

/** F3, gefo → borsalavoro: NOT taken in charge. A fact that is counted, with its reason. */
export const NonPresaInCaricoV1 = z.strictObject({
  adesioneId: IdAdesione,
  operatoreId: IdOperatore,
  motivo: MotivoNonPresa,
  at: Instant,
});
export type NonPresaInCaricoV1 = z.infer<typeof NonPresaInCaricoV1>;

/** F4, gefo → borsalavoro, at once: the first day of a politica attiva. Makes T. */
export const PoliticaAvviataV1 = z.strictObject({
  politicaId: IdServizio,
  adesioneId: IdAdesione,
  doteId: IdDote,
  misura: CodiceMisura,
  dataInizio: Giorno,
  at: Instant,
});
export type PoliticaAvviataV1 = z.infer<typeof PoliticaAvviataV1>;

/** F4, gefo → borsalavoro: delivered, after an accepted rendicontazione. Same start date as before. */
export const PoliticaErogataV1 = z.strictObject({
  politicaId: IdServizio,
  adesioneId: IdAdesione,
  misura: CodiceMisura,
  dataInizio: Giorno,
  dataFine: Giorno,
  esito: EsitoPolitica,
  /** True when nothing else of the dote is planned or running: the path may end (F, or R when abandoned). */
  ultima: z.boolean(),
  at: Instant,
});
export type PoliticaErogataV1 = z.infer<typeof PoliticaErogataV1>;

/** gefo → borsalavoro: an operatore of the accredited list, new or changed. Feeds the choice of the giovane. */
export const OperatoreV1 = z.strictObject({
  operatoreId: IdOperatore,
  denominazione: z.string().min(1).max(120),
  comune: z.string().max(60),
  indirizzo: z.string().max(120),
  telefono: z.string().max(20),
  attivo: z.boolean(),
  at: Instant,
});
export type OperatoreV1 = z.infer<typeof OperatoreV1>;
