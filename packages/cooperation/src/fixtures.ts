import {
  type Clock,
  type MemoryDatabase,
  memoryDatabase,
  memoryUnitOfWork,
  type Random,
  seededRandom,
  type UnitOfWork,
} from "@staffetta/platform";
import { CONTRATTO_PREDEFINITO, type Cooperazione, createCooperazione } from "./cooperazione.ts";
import { firmaSimulata } from "./firma.ts";
import type {
  ContrattoPartner,
  CoopStores,
  Handler,
  Legame,
  RichiestaFirmata,
  RispostaFirmata,
  SuEsito,
} from "./ports.ts";
import { bindCoopMemory } from "./uscita.ts";

/** A clock that tests move by hand. */
export interface OrologioFinto extends Clock {
  advance(ms: number): void;
}

export function unOrologio(start = "2014-11-03T09:00:00.000Z"): OrologioFinto {
  let nowMs = Date.parse(start);
  return {
    now: () => new Date(nowMs).toISOString(),
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

/** What a toy node keeps: which messages it applied, in which order, by person. */
export interface StoresDiProva extends CoopStores {
  readonly ricorda: (chiave: string, testo: string) => Promise<void>;
}

export interface NodoDiProva {
  readonly nome: string;
  readonly uow: UnitOfWork<StoresDiProva>;
  readonly coop: Cooperazione;
  /** Texts remembered, in order. */
  ricordi(): readonly string[];
  accoda(persona: string, testo: string): Promise<void>;
}

export interface OpzioniNodo {
  readonly nome: string;
  readonly partner: string;
  readonly clock: Clock;
  readonly random?: Random;
  readonly contratto?: Partial<ContrattoPartner>;
  readonly invia: (richiesta: RichiestaFirmata) => Promise<RispostaFirmata>;
  readonly handler?: Handler<StoresDiProva>;
  readonly suEsito?: SuEsito<StoresDiProva>;
  /** For a second process of a node: what the first keeps. */
  readonly database?: MemoryDatabase;
  /** By the name that `contratto.legame` gives. */
  readonly legami?: Readonly<Record<string, Legame>>;
}

export const TIPO = "prova.v1";

const remember: Handler<StoresDiProva> = async (stores, { persona, corpo }) => {
  await stores.ricorda(`${persona} ${corpo}`, `${persona} ${corpo}`);
  return { esito: "applicato" };
};

/** A node on the memory twin with one partner. */
export function unNodo(opzioni: OpzioniNodo): NodoDiProva {
  const { nome, partner, clock, invia } = opzioni;
  const random = opzioni.random ?? seededRandom(nome, clock);
  const database = opzioni.database ?? memoryDatabase();
  const contratto = {
    ...CONTRATTO_PREDEFINITO,
    ...opzioni.contratto,
    nome: partner,
    indirizzo: "",
  };
  const uow = memoryUnitOfWork<StoresDiProva>(database, (tx) => {
    const bound = bindCoopMemory(tx, { clock, random, corsieDi: () => contratto.corsie });
    const { coop, uscita, savepoint, beforeCommit, afterCommit } = bound;
    const ricorda = async (chiave: string, testo: string): Promise<void> => {
      const table = tx.table<string>("ricordi");
      if (table.get(chiave) !== undefined) throw new Error(`${chiave} applicato due volte`);
      table.set(chiave, testo);
    };
    return { stores: { coop, uscita, savepoint, ricorda }, beforeCommit, afterCommit };
  });
  const coop = createCooperazione<StoresDiProva>({
    nodo: nome,
    clock,
    random,
    firma: firmaSimulata({ nodo: nome, clock, random }),
    trasporto: { invia: (_contratto, richiesta) => invia(richiesta) },
    uow,
    partner: [contratto],
    ...(opzioni.legami === undefined ? {} : { legami: opzioni.legami }),
    handlers: { [TIPO]: opzioni.handler ?? remember },
    ...(opzioni.suEsito === undefined ? {} : { suEsito: { [TIPO]: opzioni.suEsito } }),
  });
  return {
    nome,
    uow,
    coop,
    ricordi: () => [...(database.tables.get("ricordi")?.values() ?? [])] as string[],
    accoda: (persona, testo) =>
      uow.transaction(async ({ uscita }) =>
        uscita.accoda({
          destinatario: partner,
          tipo: TIPO,
          persona,
          corpo: testo,
          riservato: false,
        }),
      ),
  };
}

/** Heads of every lane between two nodes, from both ends. */
export async function teste(
  mittente: NodoDiProva,
  destinatario: NodoDiProva,
): Promise<{ uscita: readonly string[]; entrata: readonly string[] }> {
  const uscite = await mittente.uow.transaction(({ coop }) => coop.listUscite());
  const entrate = await destinatario.uow.transaction(({ coop }) => coop.listEntrate());
  return {
    uscita: uscite.map(({ corsia, cursore, testa }) => `${corsia} ${cursore} ${testa}`),
    entrata: entrate.map(({ corsia, segno, testa }) => `${corsia} ${segno} ${testa}`),
  };
}
