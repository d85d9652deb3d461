import type { Clock, MemoryTx, Random, SqlClient } from "@staffetta/platform";
import { corsiaDi } from "./catena.ts";
import type { CoopStores, DaAccodare } from "./ports.ts";
import {
  type Cifra,
  type CoopStore,
  type DaNumerare,
  type MessaggioInUscita,
  NESSUNA_CIFRA,
} from "./store.ts";
import { coopStoreMemory } from "./store-memory.ts";
import { coopStorePg } from "./store-pg.ts";

export interface UscitaOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Lanes of the flusso towards a partner: part of the contract, fixed for its life. */
  readonly corsieDi: (partner: string) => number;
  /** After a commit that has written these. */
  readonly onAccodati?: (scritti: readonly MessaggioInUscita[]) => void;
  readonly cifra?: Cifra;
  /** For a process that has no dispatcher: tells the one that has, through the database. */
  readonly canaleSveglia?: string;
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
  let scritti: readonly MessaggioInUscita[] = [];
  const riga = (messaggio: DaAccodare): DaNumerare => ({
    partner: messaggio.destinatario,
    corsia: corsiaDi(messaggio.persona, corsieDi(messaggio.destinatario)),
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
      const righe = attesa.map(riga);
      await store.append(righe, (progressivi) => {
        scritti = righe.map((una, i) => ({ ...una, progressivo: progressivi[i] ?? 0 }));
      });
      if (options.canaleSveglia !== undefined) await store.notify(options.canaleSveglia);
    },
    afterCommit: () => {
      if (scritti.length > 0) onAccodati?.(scritti);
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
