import { setTimeout } from "node:timers/promises";
import { type Corriere, carica, consegna, lookAgain, type Passo, type Viaggio } from "./avanza.ts";
import { riprovaFermi } from "./fermi.ts";
import type { CooperazionePorts, CoopStores } from "./ports.ts";
import type { MessaggioInUscita } from "./store.ts";

/** A lane that nobody woke is looked at by itself after this long, in milliseconds. */
const SCAN_MS = 5_000;
/** After a fault of our own (the database is gone), in milliseconds. */
const FAULT_MS = 1_000;
const FERMI_SCAN_MS = 1_000;
/**
 * A message that finds nothing on the way leaves at once. While a lotto that was not full is on the way the
 * next waits for its return, at most this long, in milliseconds: so lotti grow by themselves with the load,
 * each costing nearly the same whatever its size, and a distant partner doesn't slow the lane down.
 */
const RETURN_WAIT_MAX_MS = 6;

export interface Cicli {
  /** These were committed; when absent, something was, nobody knows on which lanes. */
  sveglia(scritti?: readonly MessaggioInUscita[]): void;
  /** Starts a loop for each partner and one for the parked messages. */
  avvia(): void;
  ferma(): Promise<void>;
}

/** Remembers a wake-up that comes while nobody waits for it. */
interface Campanello {
  suona(): void;
  /** Until it rings, or for this long. */
  aspetta(ms: number): Promise<void>;
}

function createCampanello(): Campanello {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    suona: () => {
      rung = true;
      wake?.();
    },
    aspetta: (ms) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          wake = null;
          rung = false;
          resolve();
        };
        const timer = globalThis.setTimeout(done, Math.max(1, ms));
        wake = done;
        if (rung) done();
      }),
  };
}

const lookEverywhere = ({ corsie }: Corriere): void => corsie.forEach(lookAgain);

/** Tells the lane of a message that has just been committed. */
function add({ corsie }: Corriere, scritto: MessaggioInUscita): void {
  const lane = corsie.find(({ corsia }) => corsia === scritto.corsia);
  if (lane === undefined) return;
  lane.daGuardare = true;
  lane.freschi.aggiungi(scritto);
}

type Ports<Stores extends CoopStores> = CooperazionePorts<Stores>;

/** Keeps one courier going: loads when something waits, lets several lotti travel at once. */
class Servizio<Stores extends CoopStores> {
  readonly corriere: Corriere;
  readonly #ports: Ports<Stores>;
  readonly #onInviati: (messages: number) => void;
  readonly #campanello = createCampanello();
  #inVolo = 0;
  /** When the last lotto that was not full left, by `performance.now()`. */
  #partitoAt = 0;
  /** No departure before this instant of `performance.now()`. */
  #nonPrima = 0;
  #stopped = false;

  constructor(ports: Ports<Stores>, corriere: Corriere, onInviati: (messages: number) => void) {
    this.#ports = ports;
    this.corriere = corriere;
    this.#onInviati = onInviati;
  }

  sveglia(scritto?: MessaggioInUscita): void {
    if (scritto === undefined) lookEverywhere(this.corriere);
    else add(this.corriere, scritto);
    this.#campanello.suona();
  }

  ferma(): void {
    this.#stopped = true;
    this.#campanello.suona();
  }

  async loop(): Promise<void> {
    this.#stopped = false;
    lookEverywhere(this.corriere);
    let scanAt = performance.now() + SCAN_MS;
    while (!this.#stopped) {
      const restMs = await this.#step().catch((error: unknown) => this.#fault(error));
      if (restMs > 0 && !this.#stopped) await this.#campanello.aspetta(restMs);
      if (performance.now() < scanAt) continue;
      scanAt = performance.now() + SCAN_MS;
      lookEverywhere(this.corriere);
    }
    while (this.#inVolo > 0) await this.#campanello.aspetta(SCAN_MS);
  }

  /** One load and, if there was something, its departure. Returns how long there is nothing else to do. */
  async #step(): Promise<number> {
    if (this.#inVolo >= this.corriere.contratto.viaggiMax) return SCAN_MS;
    const returnMs = this.#partitoAt + RETURN_WAIT_MAX_MS - performance.now();
    if (this.#inVolo > 0 && returnMs > 0) return returnMs;
    const waitMs = this.#nonPrima - performance.now();
    if (waitMs > 0) {
      // Whoever rings meanwhile finds its message taken along: this wait is not cut short.
      await setTimeout(Math.min(waitMs, FAULT_MS));
      return 0;
    }
    const caricato: Viaggio | Passo = await carica(this.#ports, this.corriere);
    if ("prossimo" in caricato)
      return caricato.prossimo === "attendi" ? SCAN_MS : this.#msUntil(caricato.prossimo);
    this.#partitoAt = caricato.pieno ? 0 : performance.now();
    void this.#depart(caricato);
    return 0;
  }

  /** Not waited for: other lanes leave while these are on the way. */
  async #depart(viaggio: Viaggio): Promise<void> {
    this.#inVolo++;
    try {
      const { inviati, prossimo } = await consegna(this.#ports, this.corriere, viaggio);
      this.#onInviati(inviati);
      if (inviati > 0 && prossimo !== "subito")
        this.#nonPrima = performance.now() + this.#msUntil(prossimo);
    } catch (error) {
      this.#fault(error);
    } finally {
      this.#inVolo--;
      this.#campanello.suona();
    }
  }

  #fault(error: unknown): number {
    this.#ports.onFault?.("avanza", error);
    this.#nonPrima = performance.now() + FAULT_MS;
    return FAULT_MS;
  }

  #msUntil(at: string): number {
    return Date.parse(at) - Date.parse(this.#ports.clock.now());
  }
}

/** The only place of the layer that waits in real time. */
export function createCicli<Stores extends CoopStores>(
  ports: Ports<Stores>,
  corrieri: ReadonlyMap<string, Corriere>,
  onInviati: (partner: string, messages: number) => void,
): Cicli {
  let stopped = true;
  let running: Promise<void>[] = [];
  const servizi = new Map<string, Servizio<Stores>>();
  for (const [nome, corriere] of corrieri)
    servizi.set(nome, new Servizio(ports, corriere, (messages) => onInviati(nome, messages)));
  const fine = createCampanello();

  const loopFermi = async (): Promise<void> => {
    while (!stopped) {
      try {
        while ((await riprovaFermi(ports)) > 0 && !stopped);
        await ports.uow.transaction((stores) => stores.coop.forgetJti(ports.clock.now()));
      } catch (error) {
        ports.onFault?.("riprova", error);
      }
      if (!stopped) await fine.aspetta(FERMI_SCAN_MS);
    }
  };

  return {
    sveglia: (scritti) => {
      if (scritti === undefined) for (const servizio of servizi.values()) servizio.sveglia();
      for (const scritto of scritti ?? []) servizi.get(scritto.partner)?.sveglia(scritto);
    },
    avvia: () => {
      if (!stopped) return;
      stopped = false;
      running = [...[...servizi.values()].map((servizio) => servizio.loop()), loopFermi()];
    },
    ferma: async () => {
      stopped = true;
      fine.suona();
      for (const servizio of servizi.values()) servizio.ferma();
      await Promise.all(running);
      running = [];
    },
  };
}
