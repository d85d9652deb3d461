import type { CivilDate } from "../time.ts";
import type { CodiceEnte, IdPolitica } from "./identificativi.ts";

/** A policy of section 6. @source WIRE §2.6 */
export interface PoliticaSap {
  readonly identificativo: IdPolitica;
  readonly tipoAttivita: string;
  readonly titolo: string | null;
  readonly dataProposta: CivilDate;
  readonly dataInizio: CivilDate | null;
  readonly dataFine: CivilDate | null;
  readonly durata: number | null;
  readonly tipologiaDurata: string | null;
  /** For policies with an employer or host, its codice fiscale. */
  readonly descrizione: string | null;
  readonly progetto: string;
  readonly ente: CodiceEnte;
  /** Decimal, as it was written. */
  readonly indiceProfiling: string | null;
  /** The A02 that opened the presa in carico to which this policy belongs; of an A02, itself. */
  readonly presaInCarico: IdPolitica | null;
  readonly ultimoEvento: EventoPolitica | null;
  /** The body that sent it first: with the promoter, the only one that may change it. */
  readonly inviataDa: CodiceEnte;
}

export type PoliticaInviata = Readonly<
  Omit<PoliticaSap, "identificativo" | "inviataDa"> & { identificativo: IdPolitica | null }
>;

export interface EventoPolitica {
  readonly evento: string;
  readonly data: CivilDate;
  readonly descrizione: string | null;
}

export const PRESA_IN_CARICO = "A02";
export const ORIENTAMENTO = "A01";
export const DID = "N00";
/** titolo_progetto of Garanzia Giovani, and of the presa in carico of D.Lgs. 150/2015. @source WIRE §5.3 */
export const GARANZIA_GIOVANI = "02";
export const PRESA_150 = "05";
/** Policies whose `descrizione` is the codice fiscale of the employer or host. @source WIRE §2.6 */
export const CON_DATORE: ReadonlySet<string> = new Set(["C06", "D01", "E01", "E02", "E03", "H01"]);

/** Local outcomes of a policy. @source WIRE §5.4 */
export const ESITI_SAP = {
  PRO: "proposta",
  AVV: "avviata",
  FC: "conclusa",
  RIF: "rifiutata",
  INT: "interrotta",
  NA: "annullata d'ufficio",
} as const;
export type EsitoSap = keyof typeof ESITI_SAP;

/** Evento → outcome: data, because the mapping is our inference. @source WIRE §5.4 */
export type EsitoDiEvento = Readonly<Record<string, EsitoSap | null>>;

/** The outcome that the last evento says or, when there is none, the dates. */
export function esitoDi(
  politica: Pick<PoliticaSap, "ultimoEvento" | "dataProposta" | "dataInizio" | "dataFine">,
  oggi: CivilDate,
  mappa: EsitoDiEvento,
): EsitoSap | null {
  const { ultimoEvento } = politica;
  const said = ultimoEvento === null ? null : (mappa[ultimoEvento.evento] ?? null);
  return said ?? esitoDaDate(politica, oggi);
}

/** SAP 1 had no eventi. Proposal, start and end equal say that it was refused. @source WIRE §2.6 */
export function esitoDaDate(
  {
    dataProposta,
    dataInizio,
    dataFine,
  }: Pick<PoliticaSap, "dataProposta" | "dataInizio" | "dataFine">,
  oggi: CivilDate,
): EsitoSap | null {
  if (dataInizio === null) return dataFine === null ? "PRO" : null;
  if (dataInizio < dataProposta || (dataFine !== null && dataFine < dataInizio)) return null;
  if (dataProposta === dataInizio && dataInizio === dataFine) return "RIF";
  if (dataFine !== null && dataFine <= oggi) return "FC";
  return dataInizio <= oggi ? "AVV" : "PRO";
}

/** What identified a policy before identifiers existed. */
export const chiaveNaturale = (
  politica: Pick<PoliticaSap, "ente" | "dataProposta" | "tipoAttivita">,
): string => `${politica.ente}/${politica.dataProposta}/${politica.tipoAttivita}`;

/** The index that was never computed is written in a short form, or the Ministry turns it down. */
export const profilingInUscita = (indice: string | null): string | null =>
  indice !== null && Number(indice) === 0 ? "0.00" : indice;
