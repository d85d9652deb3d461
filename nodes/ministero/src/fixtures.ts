import {
  bindCoopMemory,
  bindCoopPg,
  COOP_MIGRATIONS,
  type Cooperazione,
} from "@staffetta/cooperation";
import type { CodiceRegione } from "@staffetta/domain";
import type { PorteNodo } from "@staffetta/nodo";
import {
  type Clock,
  createCipher,
  memoryDatabase,
  memoryUnitOfWork,
  pgUnitOfWork,
  seededRandom,
  type UnitOfWork,
} from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { bindMemory, bindPg, migrations } from "./index.ts";
import { contestoDi, type OpzioniMinistero } from "./node.ts";
import type { Stores } from "./store.ts";

export const ORA = "2026-03-02T09:00:00.000Z";
const CORSIE = 2;
const senzaFlussi = (): Cooperazione => {
  throw new Error("questa prova non guarda i flussi");
};

export interface BancoDiProva {
  readonly ctx: ReturnType<typeof contestoDi>;
  readonly uow: UnitOfWork<Stores>;
  /** Null on the twin. */
  readonly database: TestDatabase | null;
  readonly close: () => Promise<void>;
}

/** A ministero without its doors, on the real server or on the twin. */
export async function apriBancoDiProva(
  dove: "pg" | "memoria",
  opzioni: Partial<OpzioniMinistero> = {},
): Promise<BancoDiProva> {
  const clock: Clock = { now: () => ORA };
  const random = seededRandom("ministero", clock);
  const cipher = createCipher(new Uint8Array(32).fill(7));
  const opts = { clock, random, corsieDi: () => CORSIE, cifra: cipher };
  const database =
    dove === "pg" ? await testDatabase({ sets: [COOP_MIGRATIONS, migrations], poolMax: 12 }) : null;
  const uow =
    database === null
      ? memoryUnitOfWork(memoryDatabase(), (tx) => {
          const coop = bindCoopMemory(tx, opts);
          return { stores: bindMemory(tx, coop), beforeCommit: coop.beforeCommit };
        })
      : pgUnitOfWork(database.db, (sql) => {
          const coop = bindCoopPg(sql, opts);
          return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
        });
  const porte: PorteNodo<Stores> = { clock, random, cipher, uow, coop: senzaFlussi };
  const regioni = ["10", "13"] as CodiceRegione[];
  const ctx = contestoDi(porte, { regioni, ...opzioni });
  return { ctx, uow, database, close: async () => database?.close() };
}
