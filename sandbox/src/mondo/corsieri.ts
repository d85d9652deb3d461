import type {
  Cooperazione,
  MessaggioInUscita,
  RichiestaFirmata,
  RispostaFirmata,
  Trasporto,
} from "@staffetta/cooperation";
import { Crollo, type Guasti } from "./guasti.ts";
import type { Tempo } from "./tempo.ts";

/** Moves the lanes of all nodes on simulated time, over a network that the faults disturb. */
export interface Corsieri {
  readonly trasporto: Trasporto;
  aggiungi(nodo: string, partner: readonly string[], avvia: () => Cooperazione): void;
  coopDi(nodo: string): Cooperazione;
  sveglia(nodo: string, scritti: readonly MessaggioInUscita[]): void;
  /** The process of this node has died; it comes up again later by itself. */
  crolla(nodo: string): void;
}

interface Vivo {
  readonly partner: readonly string[];
  readonly avvia: () => Cooperazione;
  coop: Cooperazione;
}

const LATENZA_MS = 20;
const FERMI_SCAN_MS = 60_000;

export function createCorsieri(porte: {
  readonly tempo: Tempo;
  readonly guasti: Guasti;
}): Corsieri {
  const { tempo, guasti } = porte;
  const vivi = new Map<string, Vivo>();
  /** When each partner will be looked at next; an earlier call takes the place of a later one. */
  const prossimi = new Map<string, number>();
  const fermiScheduled = new Set<string>();

  const of = (nodo: string): Vivo => {
    const vivo = vivi.get(nodo);
    if (vivo === undefined) throw new Error(`Non c'è il nodo ${nodo}`);
    return vivo;
  };

  const plan = (nodo: string, partner: string, ms: number): void => {
    const key = `${nodo}>${partner}`;
    const known = prossimi.get(key);
    if (known !== undefined && known <= ms) return;
    prossimi.set(key, ms);
    tempo.at(ms, async () => {
      if (prossimi.get(key) !== ms) return;
      prossimi.delete(key);
      await step(nodo, partner);
    });
  };

  const step = async (nodo: string, partner: string): Promise<void> => {
    const upAt = guasti.downUntilMs(nodo);
    if (upAt > tempo.nowMs()) {
      plan(nodo, partner, upAt + 1);
      return;
    }
    try {
      const { prossimo } = await of(nodo).coop.avanza(partner, true);
      if (prossimo === "attendi") return;
      // The instant is of the node's own clock, which may be wrong.
      const ms =
        prossimo === "subito"
          ? tempo.nowMs() + LATENZA_MS
          : Date.parse(prossimo) - guasti.skewMs(nodo);
      plan(nodo, partner, Math.max(ms, tempo.nowMs() + 1));
    } catch (error) {
      if (!(error instanceof Crollo)) throw error;
      crash(nodo);
    }
  };

  const wakeAll = (nodo: string, ms: number): void => {
    for (const partner of of(nodo).partner) plan(nodo, partner, ms);
  };

  /** The process is gone: what it held in memory is lost, what it had committed is not. */
  const crash = (nodo: string): void => {
    const vivo = of(nodo);
    vivo.coop = vivo.avvia();
    const upAt = guasti.crollato(nodo);
    wakeAll(nodo, upAt + 1);
    planFermi(nodo, upAt + 1);
  };

  const planFermi = (nodo: string, ms: number): void => {
    if (fermiScheduled.has(nodo)) return;
    fermiScheduled.add(nodo);
    tempo.at(ms, async () => {
      fermiScheduled.delete(nodo);
      await retryFermi(nodo);
    });
  };

  const retryFermi = async (nodo: string): Promise<void> => {
    const upAt = guasti.downUntilMs(nodo);
    if (upAt > tempo.nowMs()) {
      planFermi(nodo, upAt + 1);
      return;
    }
    try {
      while ((await of(nodo).coop.riprovaFermi()) > 0);
      const { fermi } = await of(nodo).coop.quadro();
      if (fermi.some(({ stato }) => stato === "in ritentativo"))
        planFermi(nodo, tempo.nowMs() + FERMI_SCAN_MS);
      else if (guasti.finiti()) for (const { id } of fermi) await of(nodo).coop.rilascia(id);
    } catch (error) {
      if (!(error instanceof Crollo)) throw error;
      crash(nodo);
    }
  };

  const deliver = async (nodo: string, richiesta: RichiestaFirmata): Promise<RispostaFirmata> => {
    if (guasti.isIrraggiungibile(nodo)) throw new Error(`${nodo} non risponde`);
    try {
      const risposta = await of(nodo).coop.ricevi(richiesta);
      if (guasti.takeInceppati(nodo) > 0) planFermi(nodo, tempo.nowMs() + FERMI_SCAN_MS);
      return risposta;
    } catch (error) {
      if (!(error instanceof Crollo)) throw error;
      crash(nodo);
      throw new Error(`${nodo} è caduto`);
    }
  };

  return {
    trasporto: {
      invia: async ({ nome }, richiesta) => {
        const sorte = guasti.sorteDelViaggio();
        if (sorte.tipo === "perdita-andata") throw new Error("richiesta persa");
        if (sorte.tipo === "ritardo") {
          tempo.after(sorte.ms, () => deliver(nome, richiesta).then(ignore, ignore));
          throw new Error("tempo scaduto");
        }
        const risposta = await deliver(nome, richiesta);
        if (sorte.tipo === "doppio") await deliver(nome, richiesta).catch(ignore);
        if (sorte.tipo === "riordino")
          tempo.after(sorte.ms, () => deliver(nome, richiesta).then(ignore, ignore));
        if (sorte.tipo === "perdita-ritorno") throw new Error("risposta persa");
        return risposta;
      },
    },
    aggiungi: (nodo, partner, avvia) => {
      vivi.set(nodo, { partner, avvia, coop: avvia() });
    },
    coopDi: (nodo) => of(nodo).coop,
    crolla: crash,
    sveglia: (nodo, scritti) => {
      of(nodo).coop.sveglia(scritti);
      for (const { partner } of scritti) plan(nodo, partner, tempo.nowMs() + LATENZA_MS);
    },
  };
}

const ignore = (): void => undefined;
