import type { Brand } from "../brand.ts";
import { carattereControllo } from "../codice-fiscale/codice-fiscale.ts";

/** Two letters, eight digits, a letter. */
export type IdSap = Brand<string, "IdSap">;
/** Region of the promoter ("00" national), eight hexadecimal digits, a letter. Opaque when it comes in. */
export type IdPolitica = Brand<string, "IdPolitica">;
/** Eleven characters: Belfiore code of the seat, kind of body, number. */
export type CodiceEnte = Brand<string, "CodiceEnte">;

const ID_SAP = /^[A-Z]{2}[0-9]{8}[A-Z]$/;
const ID_POLITICA = /^[0-9]{2}[0-9A-Fa-f]{8}[A-Z]$/;
const CODICE_ENTE = /^(?:[A-Z][0-9]{3}[A-Z][0-9]{6}|0{11})$/;

export const isIdSap = (text: string): text is IdSap => ID_SAP.test(text);
export const isIdPolitica = (text: string): text is IdPolitica => ID_POLITICA.test(text);
export const isCodiceEnte = (text: string): text is CodiceEnte => CODICE_ENTE.test(text);

/** The body of the Ministry itself, as samples of the wire have it. @source WIRE §2.9 */
export const ENTE_NAZIONALE = "H501N000001" as CodiceEnte;

export const REGIONE_NAZIONALE = "00";

/** A new SAP of ours. The rule of the last letter is not known: here it is the tax office's, over the rest. */
export function nuovoIdSap(prefisso: string, numero: number): IdSap {
  const senzaLettera = `${prefisso}${String(numero).padStart(8, "0")}`;
  return `${senzaLettera}${carattereControllo(senzaLettera)}` as IdSap;
}

export interface PerIdPolitica {
  readonly regione: string;
  /** From a sequence: unique in the node. */
  readonly numero: number;
  readonly idSap: IdSap;
  readonly ente: CodiceEnte;
  readonly tipoAttivita: string;
  readonly dataProposta: string;
}

/**
 * A new policy of ours. The check letter is the tax office's sum over SAP, promoter, kind and day.
 * @source WIRE §2.9, not confirmed by samples: an id that comes in is never checked
 */
export function nuovoIdPolitica(di: PerIdPolitica): IdPolitica {
  const hex = di.numero.toString(16).toUpperCase().padStart(8, "0");
  const giorno = di.dataProposta.replaceAll("-", "");
  const lettera = carattereControllo(`${di.idSap}${di.ente}${di.tipoAttivita}${giorno}`);
  return `${di.regione}${hex}${lettera}` as IdPolitica;
}
