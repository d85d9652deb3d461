export { type Cipher, createCipher } from "./cipher.ts";
export { seededRandom, systemClock, systemRandom } from "./clock.ts";
export { type Database, openDatabase, pgUnitOfWork } from "./database.ts";
export { type MemoryDatabase, memoryDatabase, memoryUnitOfWork } from "./memory.ts";
export { type MigrationSet, migrate } from "./migrate.ts";
export type {
  Bound,
  Clock,
  MemoryTable,
  MemoryTx,
  Random,
  SqlClient,
  UnitOfWork,
} from "./ports.ts";
export { type Cluster, startCluster } from "./postgres/cluster.ts";
