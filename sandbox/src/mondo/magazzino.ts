import { createHash } from "node:crypto";
import {
  type BoundCoop,
  bindCoopMemory,
  bindCoopPg,
  COOP_MIGRATIONS,
  type CoopStores,
  type UscitaOptions,
} from "@staffetta/cooperation";
import {
  type Cipher,
  createCipher,
  type MemoryDatabase,
  type MemoryTx,
  type MigrationSet,
  memoryDatabase,
  memoryUnitOfWork,
  migrate,
  openDatabase,
  pgUnitOfWork,
  type SqlClient,
  type UnitOfWork,
} from "@staffetta/platform";

/** How a kind of node is bound to a store, in memory or on PostgreSQL. */
export interface Legami<Stores extends CoopStores> {
  readonly migrations: MigrationSet;
  readonly bindPg: (sql: SqlClient, coop: BoundCoop) => Stores;
  readonly bindMemory: (tx: MemoryTx, coop: BoundCoop) => Stores;
}

/** Where the nodes of a federation keep their data. */
export interface Magazzino {
  apri<Stores extends CoopStores>(
    nodo: string,
    legami: Legami<Stores>,
    options: UscitaOptions,
  ): Promise<UnitOfWork<Stores>>;
  cipherDi(nodo: string): Cipher;
  close(): Promise<void>;
}

/** Readable and repeatable: what the simulator keeps is nobody's. */
const CIFRA_TRASPARENTE: Cipher = {
  seal: (text) => text,
  open: (sealed) => sealed,
  sealBytes: (bytes) => bytes,
  openBytes: (sealed) => sealed,
  digest: (text) => createHash("sha256").update(text).digest("hex"),
};

export interface MagazzinoInMemoria extends Magazzino {
  readonly database: ReadonlyMap<string, MemoryDatabase>;
}

export function inMemoria(): MagazzinoInMemoria {
  const database = new Map<string, MemoryDatabase>();
  return {
    database,
    apri: async (nodo, { bindMemory }, options) => {
      const own = memoryDatabase();
      database.set(nodo, own);
      return memoryUnitOfWork(own, (tx) => {
        const coop = bindCoopMemory(tx, options);
        const { beforeCommit, afterCommit } = coop;
        return { stores: bindMemory(tx, coop), beforeCommit, afterCommit };
      });
    },
    cipherDi: () => CIFRA_TRASPARENTE,
    close: async () => undefined,
  };
}

/** The real server, one database a node; used by the demo loader and by a share of the seeds. */
export function suPostgres(porte: {
  readonly urlDi: (nodo: string) => string | Promise<string>;
  readonly chiaveDi: (nodo: string) => Uint8Array;
  /** Connections of each node; a simulated world does one thing at a time. */
  readonly poolMax?: number;
}): Magazzino {
  const opened: { close(): Promise<void> }[] = [];
  const cipherDi = (nodo: string): Cipher => createCipher(porte.chiaveDi(nodo));
  return {
    apri: async (nodo, { bindPg, migrations }, options) => {
      const database = openDatabase({ url: await porte.urlDi(nodo), poolMax: porte.poolMax ?? 2 });
      opened.push(database);
      await migrate(database, [COOP_MIGRATIONS, migrations]);
      const cifra = cipherDi(nodo);
      return pgUnitOfWork(database, (sql) => {
        const coop = bindCoopPg(sql, { ...options, cifra });
        const { beforeCommit, afterCommit } = coop;
        return { stores: bindPg(sql, coop), beforeCommit, afterCommit };
      });
    },
    cipherDi,
    close: async () => {
      for (const one of opened) await one.close();
    },
  };
}
