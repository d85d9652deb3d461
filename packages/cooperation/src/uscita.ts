import type { Clock, MemoryTx, Random, SqlClient } from "@staffetta/platform";
import { corsiaDi } from "./catena.ts";
import type { CoopStores, DaAccodare } from "./ports.ts";
import { type Cifra, type CoopStore, NESSUNA_CIFRA } from "./store.ts";
import { coopStoreMemory } from "./store-memory.ts";
import { coopStorePg } from "./store-pg.ts";

export interface UscitaOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Lanes of the flusso towards a partner: part of the contract, fixed for its life. */
  readonly corsieDi: (partner: string) => number;
  /** After a commit that has written something on these lanes. */
  readonly onAccodati?: (corsie: readonly CorsiaDi[]) => void;
  readonly cifra?: Cifra;
  /** For a process that has no dispatcher: tells the one that has, through the database. */
  readonly canaleSveglia?: string;
}

/** A lane of the flusso towards a partner. */
export interface CorsiaDi {
  readonly partner: string;
  readonly corsia: number;
}

export interface BoundCoop extends CoopStores {
  readonly beforeCommit: () => Promise<void>;
  readonly afterCommit: () => void;
}

const SALE_BYTES = 12;

/**
 * Messages wait in memory until the transaction is about to commit; only then do they take their
 * progressivi, so that the counter of a lane is locked for the shortest time.
 */
function bindCoop(
  store: CoopStore,
  savepoint: CoopStores["savepoint"],
  options: UscitaOptions,
): BoundCoop {
  const { clock, random, corsieDi, onAccodati } = options;
  const attesa: DaAccodare[] = [];
  const accodatoAt = clock.now();
  const laneOf = ({ destinatario, persona }: DaAccodare): CorsiaDi => ({
    partner: destinatario,
    corsia: corsiaDi(persona, corsieDi(destinatario)),
  });
  const riga = (messaggio: DaAccodare) => ({
    ...laneOf(messaggio),
    id: random.uuid(),
    tipo: messaggio.tipo,
    persona: messaggio.persona,
    riservato: messaggio.riservato,
    sale: Buffer.from(random.bytes(SALE_BYTES)).toString("base64url"),
    corpo: JSON.stringify(messaggio.corpo),
    accodatoAt,
  });
  return {
    coop: store,
    uscita: {
      accoda: (messaggio) => {
        if (messaggio.tipo.includes("\n") || messaggio.persona.includes("\n"))
          throw new Error("Un tipo e una persona stanno su una riga");
        attesa.push(messaggio);
      },
      quanti: () => attesa.length,
    },
    savepoint: async (work) => {
      const mark = attesa.length;
      try {
        return await savepoint(work);
      } catch (error) {
        attesa.length = mark;
        throw error;
      }
    },
    beforeCommit: async () => {
      if (attesa.length === 0) return;
      await store.append(attesa.map(riga));
      if (options.canaleSveglia !== undefined) await store.notify(options.canaleSveglia);
    },
    afterCommit: () => {
      if (attesa.length > 0) onAccodati?.(attesa.map(laneOf));
    },
  };
}

export const bindCoopPg = (sql: SqlClient, options: UscitaOptions): BoundCoop =>
  bindCoop(
    coopStorePg(sql, options.cifra ?? NESSUNA_CIFRA),
    (work) => sql.savepoint(work),
    options,
  );

export const bindCoopMemory = (tx: MemoryTx, options: UscitaOptions): BoundCoop =>
  bindCoop(coopStoreMemory(tx), (work) => tx.savepoint(work), options);
