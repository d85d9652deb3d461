import type { Clock, Random, UnitOfWork } from "@staffetta/platform";
import type { CoopStore, EsitoNoto, Tratto } from "./store.ts";

/**
 * The words of the cooperation layer.
 *
 * A **flusso** is the ordered, gapless, hash-chained, signed stream of messages from one node to another.
 * It is split in **corsie** (lanes): a person's messages always travel in the same lane, in order.
 * This package carries bodies as text; it does not know what they mean.
 */

/** What a node asks to send. `corpo` becomes JSON text once, and those bytes travel and are kept. */
export interface DaAccodare {
  readonly destinatario: string;
  readonly tipo: string;
  /** Immutable id of the person at the sender: chooses the lane and the queue behind a fault. */
  readonly persona: string;
  readonly corpo: unknown;
  /** True: the body is encrypted at rest at both ends (it names a person). */
  readonly riservato: boolean;
}

/** Given to the node inside each transaction. Writes nothing until the transaction is about to commit. */
export interface Uscita {
  accoda(messaggio: DaAccodare): void;
  /** Messages queued so far in this transaction. */
  quanti(): number;
}

/** A message as a handler sees it. `corpo` is JSON text. */
export interface MessaggioRicevuto {
  readonly mittente: string;
  readonly id: string;
  readonly tipo: string;
  readonly persona: string;
  readonly corpo: string;
  readonly corsia: number;
  readonly progressivo: number;
  /** When the sender wrote it. */
  readonly accodatoAt: string;
}

/** What became of a message. A refusal carries the facts that caused it; both reach the sender. */
export type Esito =
  | Readonly<{ esito: "applicato" }>
  | Readonly<{ esito: "rifiutato"; codice: string; fatti: Readonly<Record<string, unknown>> }>;

/** Applies one message in the receiver's transaction. Throws only for technical faults. */
export type Handler<Stores> = (stores: Stores, messaggio: MessaggioRicevuto) => Promise<Esito>;

/**
 * The fast way for a tipo whose rule allows it: all messages of a batch at once, one Esito each, in order.
 * When it throws, the batch is applied again one by one with the plain handler.
 */
export type HandlerDiLotto<Stores> = (
  stores: Stores,
  messaggi: readonly MessaggioRicevuto[],
) => Promise<readonly Esito[]>;

/** A message of ours of which the final outcome has just become known. */
export interface MessaggioInviato {
  readonly destinatario: string;
  readonly id: string;
  readonly tipo: string;
  readonly persona: string;
  readonly corpo: string;
  readonly corsia: number;
  readonly progressivo: number;
}

/** Runs in the sender's transaction that records the receipt: exactly once per message. */
export type SuEsito<Stores> = (
  stores: Stores,
  inviato: MessaggioInviato,
  esito: Esito,
) => Promise<void>;

/** What we have agreed with a partner. Every value has a default; all are data, not code. */
export interface ContrattoPartner {
  readonly nome: string;
  /** Where its cooperation endpoint answers. */
  readonly indirizzo: string;
  /** Lanes of the flusso towards it; fixed for the life of the flusso. */
  readonly corsie: number;
  /** Lotti on the way to it at the same time, each with other lanes. */
  readonly viaggiMax: number;
  readonly lottoMessagesMax: number;
  readonly lottoBytesMax: number;
  readonly messagesPerSecondMax: number | null;
  /** Civil-time windows ("22:00-06:00", Europe/Rome) in which nothing is sent; empty = always open. */
  readonly finestreChiuse: readonly string[];
  /** A message older than this is shown as late in the desk; it is sent all the same. */
  readonly etaMessaggioHoursMax: number;
  readonly attesaInizialeMs: number;
  readonly attesaMassimaMs: number;
  /** How messages reach it: the name of a `Legame`. */
  readonly legame: string;
}

/**
 * The way in which messages reach one kind of partner: signed lotti natively, or what an older system
 * understands. Of each tratto it may deliver less than it is given, in order, from the first message.
 */
export interface Legame {
  /**
   * @param tratti at least one, each with at least one message, the first of which is the one after the
   *   lane's cursor; together within the contract's limits
   * @returns what the partner has certainly taken. Asked again, the partner must answer the same for what
   *   it has taken already. Throws only for a defect.
   */
  consegna(contratto: ContrattoPartner, tratti: readonly Tratto[]): Promise<EsitoConsegna>;
}

/** One word for each tratto, in their order; or one failure for all, which is the partner's. */
export type EsitoConsegna = readonly (Consegnato | NonConsegnato)[] | NonConsegnato;

export interface Consegnato {
  /** The last progressivo taken: one of those of the tratto. */
  readonly fino: number;
  /** The head of the chain at `fino`. */
  readonly testa: string;
  /** Outcomes other than "applicato", by progressivo. */
  readonly esiti: ReadonlyMap<number, EsitoNoto>;
  /** What the partner answered, as it answered: kept as the receipt. */
  readonly prova: Readonly<{ corpo: string; intestazioni: Readonly<Record<string, string>> }>;
}

export interface NonConsegnato {
  readonly codice: string;
  readonly dettaglio: string;
  /** The partner asked to be left alone for this long, in milliseconds. */
  readonly retryAfterMs?: number;
  /** The pause is of this lane: the others may go on. */
  readonly soloCorsia?: boolean;
}

/** A signed HTTP exchange reduced to what matters: the simulator replaces it, HTTP implements it. */
export interface RichiestaFirmata {
  readonly mittente: string;
  readonly destinatario: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface RispostaFirmata {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface Trasporto {
  /** Throws when the partner can't be reached or does not answer in time: the outcome is then unknown. */
  invia(contratto: ContrattoPartner, richiesta: RichiestaFirmata): Promise<RispostaFirmata>;
}

/** Signs what leaves and checks what arrives. ES256 JWS in production; a cheap twin in the simulator. */
export interface Firma {
  /** Headers to add to a request or answer with this body for this audience. */
  firma(body: string, per: string): Promise<Record<string, string>>;
  /** Checks the headers of a body that claims to come from `da`. */
  verifica(
    body: string,
    headers: Readonly<Record<string, string>>,
    da: string,
  ): Promise<EsitoFirma>;
}
export type EsitoFirma =
  | Readonly<{ ok: true; jti: string; expAt: string }>
  | Readonly<{
      ok: false;
      codice:
        | "firma-assente"
        | "firma-non-valida"
        | "corpo-alterato"
        | "token-scaduto"
        | "destinatario-sbagliato"
        | "chiave-sconosciuta";
      dettaglio: string;
    }>;

/** What a node's stores must hold for the layer to work inside the node's own transactions. */
export interface CoopStores {
  readonly coop: CoopStore;
  readonly uscita: Uscita;
  /** Undoes only what `work` wrote, messages queued to leave included, when it throws. */
  readonly savepoint: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Everything `createCooperazione` needs. `Stores` is the node's own. */
export interface CooperazionePorts<Stores extends CoopStores> {
  readonly nodo: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly firma: Firma;
  readonly trasporto: Trasporto;
  readonly uow: UnitOfWork<Stores>;
  readonly partner: readonly ContrattoPartner[];
  /** Bindings besides the native one, by the name that contracts use. */
  readonly legami?: Readonly<Record<string, Legame>>;
  readonly handlers: Readonly<Record<string, Handler<Stores>>>;
  readonly handlersDiLotto?: Readonly<Record<string, HandlerDiLotto<Stores>>>;
  readonly suEsito?: Readonly<Record<string, SuEsito<Stores>>>;
  /** Told what a receipt has covered, once it is recorded: for measuring, not for acting. */
  readonly suRicevuta?: (tratto: Tratto) => void;
  /** Told of a fault of a handler: the operator's log. The layer keeps its own trace in any case. */
  readonly onFault?: (tipo: string, error: unknown) => void;
}
