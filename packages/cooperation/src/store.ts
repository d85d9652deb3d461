import type { Esito } from "./ports.ts";
import type { ScambiStore } from "./soap/scambi.ts";

/** Where the layer keeps its own truth, inside the node's transaction. PostgreSQL, and a memory twin. */

export type EsitoNoto = Esito | Readonly<{ esito: "in-attesa" }>;

export interface MessaggioInUscita {
  readonly partner: string;
  readonly corsia: number;
  readonly progressivo: number;
  readonly id: string;
  readonly tipo: string;
  readonly persona: string;
  readonly riservato: boolean;
  readonly sale: string;
  readonly corpo: string;
  readonly accodatoAt: string;
}
export type DaNumerare = Omit<MessaggioInUscita, "progressivo">;

export interface CorsiaUscita {
  readonly partner: string;
  readonly corsia: number;
  readonly contatore: number;
  readonly cursore: number;
  readonly testa: string;
  readonly ultimaRicevutaAt: string | null;
}

export interface CorsiaEntrata {
  readonly partner: string;
  readonly corsia: number;
  readonly segno: number;
  readonly testa: string;
  readonly ultimoAt: string | null;
}

export interface RichiestaInEntrata {
  readonly partner: string;
  readonly corsie: readonly number[];
  readonly jti: string;
  readonly scadeAt: string;
  /** The people that its messages are about. */
  readonly persone: readonly string[];
}

/** What is true once the lanes are held. */
export interface Entrato {
  /** False for a jti seen before. */
  readonly nuova: boolean;
  readonly corsie: ReadonlyMap<number, CorsiaEntrata>;
  /** Those people with at least one parked message of this sender. */
  readonly ferme: ReadonlySet<string>;
}

export interface MessaggioInEntrata {
  readonly partner: string;
  readonly corsia: number;
  readonly progressivo: number;
  readonly id: string;
  readonly tipo: string;
  readonly persona: string;
  readonly impronta: string;
  readonly esito: EsitoNoto;
  readonly at: string;
}

export type StatoFermo = "in ritentativo" | "in quarantena" | "in coda";
export interface Fermo {
  readonly partner: string;
  readonly corsia: number;
  readonly progressivo: number;
  readonly id: string;
  readonly tipo: string;
  readonly persona: string;
  readonly riservato: boolean;
  readonly corpo: string;
  readonly accodatoAt: string;
  readonly at: string;
  readonly stato: StatoFermo;
  readonly tentativi: number;
  readonly errore: string;
  readonly prossimoAt: string | null;
}

export interface Ricevuta {
  readonly partner: string;
  readonly corpo: string;
  readonly intestazioni: Readonly<Record<string, string>>;
  readonly at: string;
}

export interface Allarme {
  readonly at: string;
  readonly partner: string;
  readonly codice: string;
  readonly dettaglio: string;
}

export interface Rifiuto {
  readonly id: string;
  readonly verso: "uscita" | "entrata";
  readonly partner: string;
  readonly tipo: string;
  readonly corsia: number;
  readonly progressivo: number;
  readonly at: string;
  readonly codice: string;
  readonly fatti: Readonly<Record<string, unknown>>;
}

/** Refusals of one code, by what was refused. */
export interface RifiutiContati {
  readonly partner: string;
  readonly tipo: string;
  readonly codice: string;
  readonly quanti: number;
  readonly ultimoAt: string;
}

export interface ArretratoUscita extends CorsiaUscita {
  readonly piuVecchioAt: string | null;
}

/** Progressivi of a lane, both ends included. */
export interface Intervallo {
  readonly corsia: number;
  readonly da: number;
  readonly fino: number;
}

export interface CoopStore {
  readonly scambi: ScambiStore;
  /**
   * Numbers the messages from their lanes' counters, without gaps, and appends them, with the commit.
   * @param onNumerati told the number of each, in their order, before the commit returns
   */
  append(
    messaggi: readonly DaNumerare[],
    onNumerati: (progressivi: readonly number[]) => void,
  ): Promise<void>;
  /**
   * The messages after the cursors of these lanes, bodies already opened: as many as allowed in all, the
   * lanes in the given order. Nothing while the partner is paused.
   */
  readTratti(
    partner: string,
    corsie: readonly number[],
    messagesMax: number,
  ): Promise<readonly Tratto[]>;
  /** The cursors of these lanes, by corsia, held until the transaction ends. Producers don't wait for it. */
  lockCursori(partner: string, corsie: readonly number[]): Promise<ReadonlyMap<number, Cursore>>;
  readUscita(
    partner: string,
    corsia: number,
    progressivo: number,
  ): Promise<MessaggioInUscita | null>;
  /**
   * Moves the cursors and keeps the receipts, with the commit.
   * @param rifacibile true: this transaction may be lost if the machine dies right after it, since it
   *   would be done again, the same, from what the partner keeps
   */
  moveCursori(
    cursori: readonly Cursore[],
    ricevute: readonly Ricevuta[],
    rifacibile: boolean,
  ): Promise<void>;
  /**
   * In one statement: moves those cursors that are still at `prima`, and keeps the receipt if any has
   * moved. It may be lost if the machine dies right after it: the partner would answer the same again.
   * @returns the lanes that have moved
   */
  moveIfStill(
    cursori: readonly (Cursore & { readonly prima: number })[],
    ricevuta: Ricevuta,
  ): Promise<ReadonlySet<number>>;
  saveEsitiUscita(messaggi: readonly EsitoUscita[]): Promise<void>;
  /** Heard by whoever listens on this channel, at the commit. */
  notify(canale: string): Promise<void>;
  /** Outcomes already recorded in these ranges of ours. */
  readEsitiUscita(
    partner: string,
    intervalli: readonly Intervallo[],
  ): Promise<readonly Omit<EsitoUscita, "at" | "partner">[]>;

  /** Claims the jti and holds the lanes until the transaction ends. */
  enterEntrata(richiesta: RichiestaInEntrata): Promise<Entrato>;
  /** The messages of one partner with their outcomes, and the marks that cover them, with the commit. */
  advanceEntrata(
    corsie: readonly CorsiaEntrata[],
    messaggi: readonly MessaggioInEntrata[],
  ): Promise<void>;
  setEsitoEntrata(messaggio: Omit<MessaggioInEntrata, "impronta">): Promise<void>;
  /** What is kept of messages received before. */
  readEntrata(partner: string, intervalli: readonly Intervallo[]): Promise<readonly Ricevuto[]>;

  saveFermi(fermi: readonly Fermo[]): Promise<void>;
  deleteFermo(fermo: Fermo): Promise<void>;
  /** The oldest due for a new attempt, locked; null when none is. */
  nextFermo(adesso: string): Promise<Fermo | null>;
  /** All parked messages of one person from one partner, in order. */
  readFermiDi(partner: string, persona: string): Promise<readonly Fermo[]>;
  findFermo(id: string): Promise<Fermo | null>;

  forgetJti(adesso: string): Promise<void>;
  saveAllarme(allarme: Allarme): Promise<void>;
  isInPausa(partner: string): Promise<boolean>;
  setInPausa(partner: string, inPausa: boolean): Promise<void>;

  listUscite(): Promise<readonly ArretratoUscita[]>;
  listEntrate(): Promise<readonly CorsiaEntrata[]>;
  listFermi(): Promise<readonly Fermo[]>;
  /** @param aParte codes that are counted elsewhere: many, and nobody's to put right */
  listRifiuti(limit: number, aParte?: readonly string[]): Promise<readonly Rifiuto[]>;
  contaRifiuti(codici: readonly string[]): Promise<readonly RifiutiContati[]>;
  listAllarmi(limit: number): Promise<readonly Allarme[]>;
  /** Everything ever queued about a person, newest first, with what became of it. */
  listConsegne(persona: string, limit: number): Promise<readonly Consegna[]>;
}

export interface Consegna {
  readonly partner: string;
  readonly tipo: string;
  readonly accodatoAt: string;
  readonly stato: "da consegnare" | "consegnato" | EsitoNoto["esito"];
}

/** Consecutive messages of one lane, the first after its cursor. */
export interface Tratto {
  readonly corsia: CorsiaUscita;
  readonly messaggi: readonly MessaggioInUscita[];
}

/** Up to where a partner has acknowledged a lane of ours. */
export type Cursore = Omit<CorsiaUscita, "contatore">;

export type Ricevuto = Pick<MessaggioInEntrata, "corsia" | "progressivo" | "esito" | "impronta">;

export interface EsitoUscita {
  readonly partner: string;
  readonly corsia: number;
  readonly progressivo: number;
  readonly esito: EsitoNoto;
  readonly at: string;
}

/** Makes bodies unreadable at rest; `createCipher` of the platform fits. */
export interface Cifra {
  seal(text: string): string;
  open(sealed: string): string;
}
export const NESSUNA_CIFRA: Cifra = { seal: (text) => text, open: (text) => text };
