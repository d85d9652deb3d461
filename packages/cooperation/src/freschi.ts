import type { MessaggioInUscita, Tratto } from "./store.ts";

/** What one lane keeps in memory at most; the rest is read from the database, where it is anyway. */
const MESSAGES_MAX = 256;

/** Up to where the partner has acknowledged a lane, as far as this process knows. */
interface Preso {
  readonly cursore: number;
  readonly testa: string;
  readonly ultimaRicevutaAt: string | null;
}

/**
 * The messages of one lane that this process has just committed, given to the courier without reading them
 * again. The database stays the only truth: a start, a failure, a number that is not the next one, a word
 * from another process or too many messages make the lane uncertain, and then it is read again.
 */
export class Freschi {
  #preso: Preso | null = null;
  /** Consecutive. */
  #messaggi: MessaggioInUscita[] = [];
  /** The last progressivo that has been loaded; null while the lane is being read. */
  #fino: number | null = null;
  #incerto = true;

  /** @param messaggio committed */
  aggiungi(messaggio: MessaggioInUscita): void {
    const { progressivo } = messaggio;
    const last = this.#messaggi.at(-1)?.progressivo ?? this.#fino;
    // The reading has found it already.
    if (last !== null && progressivo <= last) return;
    const isNext = last === null || progressivo === last + 1;
    if (!isNext || this.#messaggi.length >= MESSAGES_MAX) this.dubita();
    if (!this.#incerto) this.#messaggi.push(messaggio);
  }

  /** Whatever waits on this lane must be read. */
  dubita(): void {
    this.#incerto = true;
    this.#messaggi = [];
  }

  /** The lane is about to be read: what is committed from now on may or may not be seen by that. */
  comincia(): void {
    this.#incerto = false;
    this.#preso = null;
    this.#fino = null;
    this.#messaggi = [];
  }

  /** @param letto nothing: no message was there */
  letto(letto: Tratto | undefined): void {
    if (letto === undefined) return;
    const { cursore, testa, ultimaRicevutaAt, contatore } = letto.corsia;
    this.#preso = { cursore, testa, ultimaRicevutaAt };
    const visti = cursore + letto.messaggi.length;
    this.#fino = cursore;
    const dopo = this.#messaggi.filter(({ progressivo }) => progressivo > visti);
    const first = dopo[0]?.progressivo ?? visti + 1;
    if (visti < contatore || first !== visti + 1) this.dubita();
    else this.#messaggi = [...letto.messaggi, ...dopo];
  }

  /** Null when it must be read; else what waits after the cursor, which may be nothing. */
  attesi(corsia: number, partner: string, messagesMax: number): Tratto | null {
    if (this.#incerto || this.#preso === null || this.#fino !== this.#preso.cursore) return null;
    const contatore = this.#fino + this.#messaggi.length;
    return {
      corsia: { partner, corsia, contatore, ...this.#preso },
      messaggi: this.#messaggi.slice(0, Math.max(0, messagesMax)),
    };
  }

  /** The messages up to here are on the way. */
  parti(fino: number): void {
    if (this.#fino === null) return;
    this.#messaggi.splice(0, fino - this.#fino);
    this.#fino = fino;
  }

  /** The partner has acknowledged all that was on the way. */
  arriva(preso: Preso): void {
    this.#preso = preso;
  }
}
