import { isIdSap } from "@staffetta/domain";
import { z } from "zod";
import {
  Canale,
  CodiceFiscale,
  CodiceRegione,
  Fascia,
  Giorno,
  IdAdesione,
  IdOperatore,
  IdServizio,
  Instant,
} from "../primitivi.ts";
import { CodiceMisura, EsitoPolitica } from "./gefo.ts";

/** F5: an adesione exists. The only message to the Ministry that names the person; no contacts, no notes. */
export const AdesioneRegistrataV1 = z.strictObject({
  adesioneId: IdAdesione,
  codiceFiscale: CodiceFiscale,
  sesso: z.enum(["F", "M"]),
  dataNascita: Giorno,
  regione: CodiceRegione,
  canale: Canale,
  dataAdesione: Giorno,
  at: Instant,
});
export type AdesioneRegistrataV1 = z.infer<typeof AdesioneRegistrataV1>;

/** F5: a presa in carico that the national register has confirmed. */
export const PresaInCaricoConfermataV1 = z.strictObject({
  adesioneId: IdAdesione,
  operatoreId: IdOperatore,
  fascia: Fascia,
  dataPatto: Giorno,
  at: Instant,
});
export type PresaInCaricoConfermataV1 = z.infer<typeof PresaInCaricoConfermataV1>;

/** F5: a politica attiva, started (`dataFine` and `esito` null) or delivered. */
export const PoliticaV1 = z.strictObject({
  politicaId: IdServizio,
  adesioneId: IdAdesione,
  misura: CodiceMisura,
  dataInizio: Giorno,
  dataFine: Giorno.nullable(),
  esito: EsitoPolitica.nullable(),
  at: Instant,
});
export type PoliticaV1 = z.infer<typeof PoliticaV1>;

const conteggio = z.int().min(0);

/** D4, every giovane with an adesione and no presa in carico, each in exactly one part. Unit: person. */
export const NonPresiInCarico = z.strictObject({
  senzaOperatore: conteggio,
  inAttesaEntroTermine: conteggio,
  inAttesaOltreTermine: conteggio,
  colloquioSenzaPatto: conteggio,
  chiusiSenzaPresa: z.record(z.string(), conteggio),
  totale: conteggio,
});

/**
 * The five figures of the deck, cumulative as of a day, as known at an instant.
 * @source DECK-2014, "Monitoraggio nazionale del programma"; DOMAIN §5.2
 */
export const Cifre = z.strictObject({
  /** D1, adesioni made through the regional channel. Unit: adesione (and persons). */
  adesioniCanaleRegionale: z.strictObject({
    adesioni: conteggio,
    persone: conteggio,
    alNetto: conteggio,
    nelGiorno: conteggio,
  }),
  /** D2, giovani contacted, at three depths. Unit: person. */
  giovaniContattati: z.strictObject({
    convocati: conteggio,
    raggiunti: conteggio,
    colloquiati: conteggio,
    conOperatore: conteggio,
  }),
  /** D3, giovani taken in charge (dote sent and P confirmed). Unit: person. */
  presiInCarico: z.strictObject({
    persone: conteggio,
    alNetto: conteggio,
    perFascia: z.record(z.string(), conteggio),
  }),
  /** D4, giovani NOT taken in charge, by reason. Unit: person. */
  nonPresiInCarico: NonPresiInCarico,
  /** D5, politiche attive activated, by misura. Unit: politica (and persons). */
  politicheAttivate: z.strictObject({
    politiche: conteggio,
    persone: conteggio,
    perMisura: z.record(z.string(), conteggio),
  }),
});
export type Cifre = z.infer<typeof Cifre>;

/** F6, every day: one immutable snapshot. Its hash covers everything else in the message. */
export const MonitoraggioGiornalieroV1 = z.strictObject({
  regione: CodiceRegione,
  /** As of this day, inclusive, Europe/Rome. */
  giorno: Giorno,
  /** As known at this instant: the same (giorno, notoAt) gives the same figures for ever. */
  notoAt: Instant,
  /** 1 for the first snapshot of a day; a correction is a new edition, never a change. */
  edizione: z.int().min(1),
  definizioni: z.string(),
  cifre: Cifre,
  completezza: z.strictObject({
    /** Messages that this region has accepted but not yet applied, by cause. */
    inAttesa: conteggio,
    inQuarantena: conteggio,
    rifiutati: conteggio,
    /** Latest instant up to which each sender's facts are here. */
    ultimoFattoAt: Instant.nullable(),
  }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type MonitoraggioGiornalieroV1 = z.infer<typeof MonitoraggioGiornalieroV1>;

/** F7: something has happened to a SAP that a body of the region holds, or held. */
export const NotificaSapV1 = z.strictObject({
  identificativoSap: z.string().refine(isIdSap, "Serve l'identificativo di una SAP"),
  /** MotivoNotifica of the national wire. */
  motivo: z.string().regex(/^\d{2}$/, "Servono due cifre"),
  at: Instant,
});
export type NotificaSapV1 = z.infer<typeof NotificaSapV1>;
