export type {
  Bound,
  Clock,
  MemoryTable,
  MemoryTx,
  Random,
  SqlClient,
  UnitOfWork,
} from "./ports.ts";
