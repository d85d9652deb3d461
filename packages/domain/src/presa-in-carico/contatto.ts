/** How a giovane was called. */
export const CANALI_CONTATTO = {
  telefono: "telefono",
  email: "e-mail",
  sms: "SMS",
  sportello: "allo sportello",
  lettera: "lettera",
} as const;
export type CanaleContatto = keyof typeof CANALI_CONTATTO;

/**
 * What a contact came to. Figure D2 publishes three depths: convocato (sent), raggiunto (answered),
 * colloquio (held); a later depth implies the earlier ones.
 * @source DOMAIN §5.2, D2
 */
export const ESITI_CONTATTO = {
  convocato: "convocato",
  raggiunto: "ha risposto",
  "nessuna-risposta": "nessuna risposta",
  colloquio: "colloquio fatto",
  "mancata-presentazione": "non si è presentato",
} as const;
export type EsitoContatto = keyof typeof ESITI_CONTATTO;

/**
 * Why an operatore did not take a giovane in charge. The stato that each reason leads to is data of
 * the programme's pack, not of this list.
 */
export const MOTIVI_NON_PRESA = {
  "requisiti-mancanti": "non ha i requisiti del programma",
  "mancata-presentazione": "non si è presentato ai colloqui",
  "patto-non-firmato": "è venuto ma non ha firmato il patto",
  "rifiuto-del-giovane": "ha rifiutato la presa in carico",
  irreperibile: "non è stato possibile trovarlo",
  "operatore-fermato": "la Regione ha sospeso o revocato l'operatore",
} as const;
export type MotivoNonPresa = keyof typeof MOTIVI_NON_PRESA;
