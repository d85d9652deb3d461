import { z } from "zod";
import {
  Anagrafica,
  Canale,
  CodiceRegione,
  Giorno,
  IdAdesione,
  IdOperatore,
  Instant,
  Recapiti,
  StatoAdesione,
  Version,
} from "../primitivi.ts";

/** F1, both ways: an adesione is born. From the portal that took it to the other side. */
export const AdesioneV1 = z.strictObject({
  adesioneId: IdAdesione,
  anagrafica: Anagrafica,
  recapiti: Recapiti,
  regione: CodiceRegione,
  canale: Canale,
  dataAdesione: Giorno,
  at: Instant,
});
export type AdesioneV1 = z.infer<typeof AdesioneV1>;

/** F1 and F5: every change of stato, decided by the region that holds the adesione. */
export const StatoAdesioneV1 = z.strictObject({
  adesioneId: IdAdesione,
  version: Version,
  da: StatoAdesione,
  a: StatoAdesione,
  /** Code of the reason in the programme's pack; null when the trigger says it all. */
  motivo: z.string().max(40).nullable(),
  /** True for the recorded correction P → A after the national register has refused a P. */
  rettifica: z.boolean(),
  operatoreId: IdOperatore.nullable(),
  at: Instant,
});
export type StatoAdesioneV1 = z.infer<typeof StatoAdesioneV1>;

/** F1: the giovane chose or changed the operatore. */
export const SceltaOperatoreV1 = z.strictObject({
  adesioneId: IdAdesione,
  version: Version,
  operatoreId: IdOperatore,
  precedenteId: IdOperatore.nullable(),
  /** How to reach the operatore: the national portal has no list of its own. */
  recapito: z.strictObject({
    denominazione: z.string().max(120),
    comune: z.string().max(60),
    indirizzo: z.string().max(120),
    telefono: z.string().max(20),
  }),
  at: Instant,
});
export type SceltaOperatoreV1 = z.infer<typeof SceltaOperatoreV1>;

/** F1: the operatore gave the case up and the adesione goes on: until the next choice nobody holds it. */
export const RinunciaOperatoreV1 = z.strictObject({
  adesioneId: IdAdesione,
  version: Version,
  at: Instant,
});
export type RinunciaOperatoreV1 = z.infer<typeof RinunciaOperatoreV1>;

/** F1 and F2: names or contacts were completed or corrected at the region. */
export const PersonaAggiornataV1 = z.strictObject({
  adesioneId: IdAdesione,
  anagrafica: Anagrafica,
  recapiti: Recapiti,
  at: Instant,
});
export type PersonaAggiornataV1 = z.infer<typeof PersonaAggiornataV1>;

/** F7: a D asked on the national portal. A request: the region that holds the adesione decides. */
export const RichiestaAnnullamentoV1 = z.strictObject({
  richiestaId: z.uuid(),
  adesioneId: IdAdesione,
  at: Instant,
});
export type RichiestaAnnullamentoV1 = z.infer<typeof RichiestaAnnullamentoV1>;

/** F7: another region has taken in charge the person who holds this adesione here. */
export const PresaInCaricoAltroveV1 = z.strictObject({
  /** The adesione of the receiving region, not the one that was taken in charge. */
  adesioneId: IdAdesione,
  regionePresa: CodiceRegione,
  at: Instant,
});
export type PresaInCaricoAltroveV1 = z.infer<typeof PresaInCaricoAltroveV1>;

/**
 * An adesione of another region has changed stato; only for a region on the national wire, which tells it
 * to whoever holds an adesione of the person. @source WIRE §1.3, n. 5
 */
export const CambioStatoV1 = z.strictObject({
  /** The adesione that has changed. */
  adesioneId: IdAdesione,
  a: StatoAdesione,
  at: Instant,
});
export type CambioStatoV1 = z.infer<typeof CambioStatoV1>;

/** F7: another region holds an open adesione of this person: a warning, nobody is blocked. */
export const AdesioneAltroveV1 = z.strictObject({
  adesioneId: IdAdesione,
  regioneAltra: CodiceRegione,
  stato: StatoAdesione,
  at: Instant,
});
export type AdesioneAltroveV1 = z.infer<typeof AdesioneAltroveV1>;
