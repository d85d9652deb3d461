/**
 * A document as data: what is written, in which order, with which meaning. How it looks and how it is
 * tagged for screen readers is the printer's; the same document printed twice gives the same bytes.
 */
export type BloccoPdf =
  | Readonly<{ tipo: "titolo"; livello: 2 | 3; testo: string }>
  | Readonly<{ tipo: "paragrafo"; testo: string }>
  /** Something that must not escape the eye. */
  | Readonly<{ tipo: "riquadro"; testo: string }>
  | Readonly<{ tipo: "elenco"; voci: readonly string[]; numerato?: boolean }>
  /** Name and value, one a line: a table with a header in each row. */
  | Readonly<{ tipo: "coppie"; titolo: string; voci: readonly (readonly [string, string])[] }>
  | Readonly<{
      tipo: "tavola";
      titolo: string;
      colonne: readonly ColonnaPdf[];
      righe: readonly (readonly string[])[];
    }>
  | Readonly<{ tipo: "firme"; firme: readonly FirmaPdf[] }>;

export interface ColonnaPdf {
  readonly testo: string;
  /** Share of the width; the shares of a table are added up. */
  readonly quota: number;
  /** Right-aligned figures. */
  readonly numero?: boolean;
}

export interface FirmaPdf {
  readonly chi: string;
  /** In which quality: giovane, parent, addetto. */
  readonly qualita: string;
  /** How and when it was signed; null = a line to sign on. */
  readonly apposta: string | null;
}

export interface DocumentoPdf {
  readonly titolo: string;
  /** Below the title: who issues it. */
  readonly ente: string;
  /** What it is about, for those who search among files. */
  readonly oggetto: string;
  /** ISO 8601 UTC. It is the document's date, never the printer's. */
  readonly at: string;
  /** At the foot of every page: protocol, version, warnings such as "prova". */
  readonly piede: string;
  readonly blocchi: readonly BloccoPdf[];
}

/** Makes the bytes of a document. */
export type StampaPdf = (documento: DocumentoPdf) => Promise<Uint8Array>;
