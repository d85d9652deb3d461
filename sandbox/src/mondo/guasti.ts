import type { CoopStores, Handler } from "@staffetta/cooperation";
import type { Random, UnitOfWork } from "@staffetta/platform";
import type { Tempo } from "./tempo.ts";

/** What can go wrong with machines and networks, drawn from a seed and counted by kind. */
export const TIPI_GUASTO = [
  "perdita",
  "doppio",
  "ritardo",
  "riordino",
  "crollo",
  "fermo-partner",
  "orologio",
  "inceppo",
] as const;
export type TipoGuasto = (typeof TIPI_GUASTO)[number];

/** The process died here: nothing after this line was done. */
export class Crollo extends Error {}

export type SorteViaggio =
  | Readonly<{ tipo: "arriva" | "perdita-andata" | "perdita-ritorno" | "doppio" }>
  | Readonly<{ tipo: "ritardo" | "riordino"; ms: number }>;

export interface Guasti {
  sorteDelViaggio(): SorteViaggio;
  skewMs(nodo: string): number;
  /** 0 when it is up. */
  downUntilMs(nodo: string): number;
  isIrraggiungibile(nodo: string): boolean;
  /** A node has died; @returns when it will be up again. */
  crollato(nodo: string): number;
  /** Transactions that may be cut, before or after their commit. */
  insidia<Stores>(nodo: string, uow: UnitOfWork<Stores>): UnitOfWork<Stores>;
  /** Handlers that may fail for no reason of the message. */
  inceppa<Stores extends CoopStores>(
    nodo: string,
    handlers: Readonly<Record<string, Handler<Stores>>>,
  ): Readonly<Record<string, Handler<Stores>>>;
  /** Handlers that have failed since the last call. */
  takeInceppati(nodo: string): number;
  /** From now on everything works, clocks included. */
  finisci(): void;
  finiti(): boolean;
  readonly conteggio: Readonly<Record<TipoGuasto, number>>;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Probabilities: of a request, of a transaction, of a handled message, of a day of a node. */
const P = {
  perdita: 0.02,
  doppio: 0.02,
  ritardo: 0.01,
  riordino: 0.01,
  crollo: 0.0008,
  inceppo: 0.003,
  fermoAlGiorno: 0.06,
  orologioAlGiorno: 0.25,
} as const;
/** Within what two partners tolerate, and beyond it. */
const SKEW_TOLLERATO_MS = 25_000;
const SKEW_OLTRE_MS = 400_000;
const QUOTA_OLTRE = 0.04;
/** A signature lives two minutes: a copy may come within it, or after. */
const COPIA_MAX_MS = 4 * MINUTE_MS;

interface Stato {
  skewMs: number;
  downUntilMs: number;
  unreachableUntilMs: number;
  inceppati: number;
}

export function createGuasti(porte: {
  readonly random: Random;
  readonly tempo: Tempo;
  readonly nodi: readonly string[];
  readonly attivi: readonly TipoGuasto[];
}): Guasti {
  const { random, tempo, nodi } = porte;
  const attivi = new Set(porte.attivi);
  const conteggio = Object.fromEntries(TIPI_GUASTO.map((tipo) => [tipo, 0])) as Record<
    TipoGuasto,
    number
  >;
  let over = attivi.size === 0;
  const stati = new Map<string, Stato>(
    nodi.map((nodo) => [nodo, { skewMs: 0, downUntilMs: 0, unreachableUntilMs: 0, inceppati: 0 }]),
  );
  const of = (nodo: string): Stato => {
    const stato = stati.get(nodo);
    if (stato === undefined) throw new Error(`Non c'è il nodo ${nodo}`);
    return stato;
  };
  const hits = (tipo: TipoGuasto, probability: number): boolean => {
    if (over || !attivi.has(tipo) || random.float() >= probability) return false;
    conteggio[tipo]++;
    return true;
  };

  /** Each day of each node: whether its line goes down, whether its clock drifts. */
  const everyDay = async (): Promise<void> => {
    if (over) return;
    for (const stato of stati.values()) {
      if (hits("fermo-partner", P.fermoAlGiorno)) {
        const long = random.float() < 0.03;
        const ms = long ? 3 * DAY_MS : (2 + 4 * random.float()) * HOUR_MS;
        stato.unreachableUntilMs = tempo.nowMs() + ms;
      }
      if (hits("orologio", P.orologioAlGiorno)) {
        const max = random.float() < QUOTA_OLTRE ? SKEW_OLTRE_MS : SKEW_TOLLERATO_MS;
        stato.skewMs = Math.round((random.float() * 2 - 1) * max);
      } else stato.skewMs = 0;
    }
    tempo.after(DAY_MS, everyDay);
  };
  if (!over) tempo.after(HOUR_MS, everyDay);

  return {
    conteggio,
    sorteDelViaggio: () => {
      if (hits("perdita", P.perdita))
        return { tipo: random.float() < 0.5 ? "perdita-andata" : "perdita-ritorno" };
      if (hits("doppio", P.doppio)) return { tipo: "doppio" };
      if (hits("ritardo", P.ritardo)) return { tipo: "ritardo", ms: random.float() * COPIA_MAX_MS };
      if (hits("riordino", P.riordino))
        return { tipo: "riordino", ms: random.float() * COPIA_MAX_MS };
      return { tipo: "arriva" };
    },
    skewMs: (nodo) => of(nodo).skewMs,
    downUntilMs: (nodo) => of(nodo).downUntilMs,
    isIrraggiungibile: (nodo) => {
      const { downUntilMs, unreachableUntilMs } = of(nodo);
      return Math.max(downUntilMs, unreachableUntilMs) > tempo.nowMs();
    },
    crollato: (nodo) => {
      const upAt = tempo.nowMs() + (1 + 30 * random.float()) * MINUTE_MS;
      of(nodo).downUntilMs = upAt;
      return upAt;
    },
    insidia: (_nodo, uow) => {
      const transaction: typeof uow.transaction = async (work) => {
        if (!hits("crollo", P.crollo)) return uow.transaction(work);
        const committed = random.float() < 0.5;
        await uow.transaction(async (stores) => {
          await work(stores);
          if (!committed) throw new Crollo("caduto prima della conferma");
        });
        throw new Crollo("caduto dopo la conferma");
      };
      return { transaction, single: transaction, read: uow.read };
    },
    inceppa: (nodo, handlers) => {
      const wrapped = Object.entries(handlers).map(([tipo, handler]) => {
        const jammed: typeof handler = async (stores, messaggio) => {
          const esito = await handler(stores, messaggio);
          if (!hits("inceppo", P.inceppo)) return esito;
          of(nodo).inceppati++;
          throw new Error("guasto tecnico simulato");
        };
        return [tipo, jammed];
      });
      return Object.fromEntries(wrapped);
    },
    takeInceppati: (nodo) => {
      const { inceppati } = of(nodo);
      of(nodo).inceppati = 0;
      return inceppati;
    },
    finisci: () => {
      over = true;
      for (const stato of stati.values()) {
        stato.skewMs = 0;
        stato.unreachableUntilMs = 0;
      }
    },
    finiti: () => over,
  };
}
