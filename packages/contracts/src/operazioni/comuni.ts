import { z } from "zod";
import { operazione } from "../operazione.ts";
import {
  Canale,
  CodiceRegione,
  Giorno,
  IdAdesione,
  IdOperatore,
  Instant,
  StatoAdesione,
} from "../primitivi.ts";
import { soloDi } from "../soggetto.ts";
import { operazioniCollegamento } from "./collegamento.ts";

export const Vuoto = z.strictObject({});
export const Fatto = z.strictObject({ fatto: z.literal(true) });

/** A file as it comes in: what it is, its bytes say. */
export const FileInIngresso = z.strictObject({
  nome: z.string().max(255, "Il nome del file è troppo lungo"),
  contenuto: z.custom<Uint8Array>((value) => value instanceof Uint8Array, "Scegli un file"),
});
/** A file as it goes out, under the name and type with which it is saved. */
export const FileInUscita = z.strictObject({
  nome: z.string(),
  tipo: z.string(),
  contenuto: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});
export type FileInUscita = z.infer<typeof FileInUscita>;

/** One entry of the timeline that a giovane reads. */
export const Passo = z.strictObject({
  at: Instant,
  titolo: z.string(),
  testo: z.string(),
});

/** Whether an action is open now and, when it is not, why: the page shows the reason beside the closed door. */
export const Azione = z.strictObject({ ammessa: z.boolean(), perche: z.string().nullable() });

/** Nobody waits unseen: what happens next, who must act, by when. */
export const Attesa = z.strictObject({
  cosa: z.string(),
  chi: z.string(),
  entro: Giorno.nullable(),
  oltreTermine: z.boolean(),
});

export const OperatoreInElenco = z.strictObject({
  id: IdOperatore,
  denominazione: z.string(),
  comune: z.string(),
  indirizzo: z.string(),
  telefono: z.string(),
  /** Median days from choice to first contact in the last 60 days; null when there are too few cases. */
  attesaMedianaDays: z.number().nullable(),
});
export type OperatoreInElenco = z.infer<typeof OperatoreInElenco>;

/** An adesione as its giovane sees it, on either portal. */
export const SchedaAdesione = z.strictObject({
  adesioneId: IdAdesione,
  regione: CodiceRegione,
  canale: Canale,
  dataAdesione: Giorno,
  stato: StatoAdesione,
  inConferma: z.boolean(),
  operatore: OperatoreInElenco.nullable(),
  attesa: Attesa.nullable(),
  /** "chiesto" until the region has answered; only the national portal uses it. */
  annullamento: z.enum(["nessuno", "chiesto", "rifiutato"]),
  puoAnnullare: Azione,
  puoScegliereOperatore: Azione,
  passi: z.array(Passo),
});
export type SchedaAdesione = z.infer<typeof SchedaAdesione>;

/** One flusso × corsia, one row of the flows monitor. */
export const CorsiaInQuadro = z.strictObject({
  partner: z.string(),
  verso: z.enum(["uscita", "entrata"]),
  corsia: z.int(),
  /** Messages written and not yet acknowledged (uscita), or parked behind a fault (entrata). */
  arretrato: z.int(),
  ultimoProgressivo: z.int(),
  piuVecchioAt: Instant.nullable(),
  ultimaRicevutaAt: Instant.nullable(),
  testa: z.string(),
  /** "aperta", "in pausa", "in errore", "da riallineare" … as the cooperation layer calls it. */
  stato: z.string(),
  prossimoTentativoAt: Instant.nullable(),
});

export const RifiutoInQuadro = z.strictObject({
  id: z.string(),
  verso: z.enum(["uscita", "entrata"]),
  partner: z.string(),
  tipo: z.string(),
  corsia: z.int(),
  progressivo: z.int(),
  at: Instant,
  codice: z.string(),
  causa: z.string(),
  aChiTocca: z.string(),
  prossimoPasso: z.string(),
});

export const FermoInQuadro = z.strictObject({
  id: z.string(),
  partner: z.string(),
  tipo: z.string(),
  corsia: z.int(),
  progressivo: z.int(),
  at: Instant,
  tentativi: z.int(),
  errore: z.string(),
  /** "in ritentativo" retries by itself; "in quarantena" waits for a person; "in coda" waits behind another. */
  stato: z.enum(["in ritentativo", "in quarantena", "in coda"]),
  prossimoTentativoAt: Instant.nullable(),
});

/** Something that reached the door and was turned away: bad signature, replay, unknown node, gap… */
export const AllarmeInQuadro = z.strictObject({
  at: Instant,
  partner: z.string(),
  codice: z.string(),
  dettaglio: z.string(),
});

export const QuadroFlussi = z.strictObject({
  nodo: z.string(),
  at: Instant,
  partner: z.array(
    z.strictObject({
      nome: z.string(),
      circuito: z.enum(["chiuso", "aperto", "semiaperto"]),
      inPausa: z.boolean(),
      prossimoTentativoAt: Instant.nullable(),
      /** Seconds until the backlog is expected to be empty; null when nothing moves. */
      etaSeconds: z.number().nullable(),
    }),
  ),
  corsie: z.array(CorsiaInQuadro),
  rifiuti: z.array(RifiutoInQuadro),
  /** What the national wire has no words for, counted: nobody has to put it right. */
  nonPortati: z.array(
    z.strictObject({ partner: z.string(), tipo: z.string(), quanti: z.int(), ultimoAt: Instant }),
  ),
  fermi: z.array(FermoInQuadro),
  allarmi: z.array(AllarmeInQuadro),
});
export type QuadroFlussi = z.infer<typeof QuadroFlussi>;

/** The desk of the flows: the same on each node, for the role that answers for it. */
export const operazioniFlussi = <R extends "regione" | "ministero">(ruolo: R) => ({
  flussi: operazione({
    id: "flussi",
    sommario: "Lo stato dei flussi: arretrati, ricevute, rifiuti, quarantena, allarmi",
    metodo: "GET",
    percorso: "/flussi",
    ruoli: [ruolo, "sistema"],
    ingresso: Vuoto,
    uscita: QuadroFlussi,
  }),
  riprovaMessaggio: operazione({
    id: "riprova-messaggio",
    sommario: "Rimette in lavorazione un messaggio in quarantena e quelli in coda dietro di lui",
    metodo: "POST",
    percorso: "/flussi/riprova",
    ...soloDi(ruolo, "istruttoria"),
    ingresso: z.strictObject({ id: z.string() }),
    uscita: Fatto,
  }),
  pausaPartner: operazione({
    id: "pausa-partner",
    sommario: "Ferma o riprende l'invio verso un partner; nulla va perso, i messaggi aspettano",
    metodo: "POST",
    percorso: "/flussi/pausa",
    ...soloDi(ruolo, "istruttoria"),
    ingresso: z.strictObject({ partner: z.string(), inPausa: z.stringbool().or(z.boolean()) }),
    uscita: Fatto,
  }),
  ...operazioniCollegamento(ruolo),
});

/** Consent is not asked; reading the privacy notice is. A form sends "on". */
export const InformativaLetta = z
  .literal(["on", true], { error: "Per continuare devi confermare di aver letto l'informativa" })
  .transform(() => true as const);
