import { type CorpoEsitoTardivo, ESITO_TARDIVO } from "./applica.ts";
import { avanza, type Corsia, type Passo, tell } from "./avanza.ts";
import { type Circuito, createCircuito } from "./circuito.ts";
import { rilascia, riprovaFermi } from "./fermi.ts";
import { LEGAME_NATIVO, legameNativo } from "./legame.ts";
import type {
  ContrattoPartner,
  CooperazionePorts,
  CoopStores,
  Handler,
  Legame,
  RichiestaFirmata,
  RispostaFirmata,
} from "./ports.ts";
import { type Quadro, quadro } from "./quadro.ts";
import { ricevi } from "./ricevi.ts";
import type { CorsiaDi } from "./uscita.ts";

/** Defaults of a contract; every value is data and may differ by partner. */
export const CONTRATTO_PREDEFINITO: Omit<ContrattoPartner, "nome" | "indirizzo"> = {
  corsie: 4,
  lottoMessagesMax: 500,
  lottoBytesMax: 4_000_000,
  messagesPerSecondMax: null,
  finestreChiuse: [],
  etaMessaggioHoursMax: 24,
  attesaInizialeMs: 500,
  attesaMassimaMs: 60_000,
  legame: LEGAME_NATIVO,
};

/** First size of a lane's batch; see `Corsia.lottoMessages`. */
const LOTTO_INIZIALE = 100;
/** A lane that nobody woke looks by itself after this long, in milliseconds. */
const SCAN_MS = 5_000;
const FERMI_SCAN_MS = 1_000;
/**
 * A message that is alone leaves at once; after a small batch the lane waits a little, so that under load
 * the next one is larger: the cost of a batch is nearly the same whatever its size.
 */
const LOTTO_PICCOLO = 64;
const LINGER_MS = 4;

export interface Cooperazione {
  /** The receiver's door. */
  ricevi(richiesta: RichiestaFirmata): Promise<RispostaFirmata>;
  /** One dispatcher step of one lane. */
  avanza(partner: string, corsia: number): Promise<Passo>;
  /** One step of the receiver's retries: how many parked messages were looked at. */
  riprovaFermi(): Promise<number>;
  rilascia(id: string): Promise<boolean>;
  pausa(partner: string, inPausa: boolean): Promise<boolean>;
  quadro(): Promise<Quadro>;
  /** Something was committed on these lanes (on any, when absent). */
  sveglia(corsie?: readonly CorsiaDi[]): void;
  /** Starts a loop for each lane and one for the parked messages. */
  avvia(): void;
  ferma(): Promise<void>;
}

const laneKey = (partner: string, corsia: number): string => `${partner}/${corsia}`;

/** Adds to the node's handlers the one of the layer itself. */
function withLateOutcomes<Stores extends CoopStores>(
  ports: CooperazionePorts<Stores>,
): CooperazionePorts<Stores> {
  const onLate: Handler<Stores> = async (stores, { mittente, corpo }) => {
    const { corsia, progressivo, esito } = JSON.parse(corpo) as CorpoEsitoTardivo;
    const range = { da: progressivo, fino: progressivo };
    const known = (await stores.coop.readEsitiUscita(mittente, corsia, range)).get(progressivo);
    const messaggio = await stores.coop.readUscita(mittente, corsia, progressivo);
    if (messaggio === null)
      return {
        esito: "rifiutato",
        codice: "cooperazione.messaggio-sconosciuto",
        fatti: { corsia, progressivo },
      };
    if (known !== undefined && known.esito !== "in-attesa") return { esito: "applicato" };
    const at = ports.clock.now();
    await stores.coop.saveEsitiUscita([{ partner: mittente, corsia, progressivo, esito, at }]);
    await tell(ports, stores, messaggio, esito);
    return { esito: "applicato" };
  };
  return { ...ports, handlers: { ...ports.handlers, [ESITO_TARDIVO]: onLate } };
}

/** A contract that names a binding which this node lacks stops the start, not the first delivery. */
function createLegami<Stores extends CoopStores>(
  ports: CooperazionePorts<Stores>,
): (contratto: ContrattoPartner) => Legame {
  const legami = new Map(Object.entries(ports.legami ?? {}));
  legami.set(LEGAME_NATIVO, legameNativo(ports));
  return ({ nome, legame }) => {
    const found = legami.get(legame);
    if (found === undefined) throw new Error(`Per ${nome} non c'è il legame ${legame}`);
    return found;
  };
}

interface Lane extends Corsia {
  wake: () => void;
}

export function createCooperazione<Stores extends CoopStores>(
  given: CooperazionePorts<Stores>,
): Cooperazione {
  const ports = withLateOutcomes(given);
  const circuiti = new Map<string, Circuito>();
  const lanes = new Map<string, Lane>();
  const legameDi = createLegami(ports);
  for (const contratto of ports.partner) {
    const circuito = createCircuito(contratto);
    const legame = legameDi(contratto);
    circuiti.set(contratto.nome, circuito);
    for (let corsia = 0; corsia < contratto.corsie; corsia++) {
      const lottoMessages = Math.min(LOTTO_INIZIALE, contratto.lottoMessagesMax);
      const lane = { contratto, corsia, circuito, legame, lottoMessages, wake: () => undefined };
      lanes.set(laneKey(contratto.nome, corsia), lane);
    }
  }
  const meter = createMeter(() => Date.parse(ports.clock.now()));
  const step = async (lane: Lane): Promise<Passo> => {
    const passo = await avanza(ports, lane);
    meter.add(lane.contratto.nome, passo.inviati);
    return passo;
  };
  const loops = createLoops(ports, lanes, step);
  return {
    ricevi: (richiesta) => ricevi(ports, richiesta),
    avanza: (partner, corsia) => {
      const lane = lanes.get(laneKey(partner, corsia));
      if (lane === undefined) throw new Error(`Non c'è la corsia ${corsia} verso ${partner}`);
      return step(lane);
    },
    riprovaFermi: () => riprovaFermi(ports),
    rilascia: (id) => rilascia(ports, id),
    pausa: async (partner, inPausa) => {
      if (!circuiti.has(partner)) return false;
      await ports.uow.transaction((stores) => stores.coop.setInPausa(partner, inPausa));
      loops.sveglia();
      return true;
    },
    quadro: () => quadro(ports, circuiti, meter),
    ...loops,
  };
}

const METER_WINDOW_MS = 60_000;

/** How fast each partner acknowledges, over the last minute. */
function createMeter(nowMs: () => number) {
  const since = new Map<string, { fromMs: number; messages: number }>();
  return {
    add: (partner: string, messages: number): void => {
      if (messages === 0) return;
      const now = nowMs();
      const known = since.get(partner);
      if (known === undefined || now - known.fromMs > METER_WINDOW_MS)
        since.set(partner, { fromMs: now - 1, messages });
      else known.messages += messages;
    },
    perSecond: (partner: string): number | null => {
      const known = since.get(partner);
      if (known === undefined) return null;
      return (known.messages * 1000) / Math.max(1_000, nowMs() - known.fromMs);
    },
  };
}

/** The only place of the layer that waits in real time. */
function createLoops<Stores extends CoopStores>(
  ports: CooperazionePorts<Stores>,
  lanes: ReadonlyMap<string, Lane>,
  step: (lane: Lane) => Promise<Passo>,
): Pick<Cooperazione, "avvia" | "ferma" | "sveglia"> {
  let stopped = true;
  let running: Promise<void>[] = [];
  const wakers = new Set<() => void>();

  const waitFor = (ms: number, lane: Lane | null): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, Math.max(1, ms));
      wakers.add(done);
      if (lane !== null) lane.wake = done;
    });

  const loopLane = async (lane: Lane): Promise<void> => {
    while (!stopped) {
      let wokenEarly = false;
      lane.wake = () => {
        wokenEarly = true;
      };
      const { prossimo, inviati } = await step(lane).catch((error: unknown): Passo => {
        ports.onFault?.("avanza", error);
        const at = new Date(Date.parse(ports.clock.now()) + SCAN_MS).toISOString();
        return { inviati: 0, prossimo: at };
      });
      if (inviati > 0 && inviati < LOTTO_PICCOLO && prossimo === "subito") {
        await waitFor(LINGER_MS, null);
        continue;
      }
      if (stopped || prossimo === "subito" || (prossimo === "attendi" && wokenEarly)) continue;
      if (prossimo === "attendi") await waitFor(SCAN_MS, lane);
      else await waitFor(Date.parse(prossimo) - Date.parse(ports.clock.now()), null);
    }
  };

  const loopFermi = async (): Promise<void> => {
    while (!stopped) {
      try {
        while ((await riprovaFermi(ports)) > 0 && !stopped);
        await ports.uow.transaction((stores) => stores.coop.forgetJti(ports.clock.now()));
      } catch (error) {
        ports.onFault?.("riprova", error);
      }
      await waitFor(FERMI_SCAN_MS, null);
    }
  };

  return {
    sveglia: (corsie) => {
      if (corsie === undefined) for (const lane of lanes.values()) lane.wake();
      else for (const { partner, corsia } of corsie) lanes.get(laneKey(partner, corsia))?.wake();
    },
    avvia: () => {
      if (!stopped) return;
      stopped = false;
      running = [...[...lanes.values()].map(loopLane), loopFermi()];
    },
    ferma: async () => {
      stopped = true;
      for (const wake of [...wakers]) wake();
      await Promise.all(running);
      running = [];
    },
  };
}
