import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { COOP_MIGRATIONS } from "@staffetta/cooperation";
import { ensureChiavi, readChiavi } from "@staffetta/nodo";
import {
  type Cipher,
  type Cluster,
  createCipher,
  type Database,
  type MigrationSet,
  migrate,
  openDatabase,
  startCluster,
} from "@staffetta/platform";

/** The databases of this installation, for commands that work beside the nodes: with them running, or without. */
export interface Archivi {
  /** True when Staffetta is running: what is written leaves at once. */
  readonly accesa: boolean;
  /** Whether the node has a database already. */
  haNodo(nodo: string): Promise<boolean>;
  /** The node's database, made and brought forward when it is not there yet. */
  apri(nodo: string, migrations: MigrationSet): Promise<{ database: Database; cipher: Cipher }>;
  close(): Promise<void>;
}

const FOLDER = join(import.meta.dirname, "../../..", ".staffetta");
const CHIAVI = process.env["STAFFETTA_CHIAVI"] ?? join(FOLDER, "chiavi");
const databaseOf = (nodo: string): string => nodo.replaceAll("-", "_");
const envOf = (nodo: string): string | undefined =>
  process.env[`STAFFETTA_DATABASE_URL_${databaseOf(nodo).toUpperCase()}`];

/** Where the server that `npm start` keeps running answers: its lock and its port are in its folder. */
function runningServer(): ((database: string) => string) | null {
  const lock = join(FOLDER, "avvio.lock");
  const pidFile = join(FOLDER, "postgres", "data", "postmaster.pid");
  if (!existsSync(lock) || !existsSync(pidFile)) return null;
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch {
    return null;
  }
  const port = readFileSync(pidFile, "utf8").split("\n")[3];
  const password = readFileSync(join(FOLDER, "postgres", "password"), "utf8").trim();
  return (database) => `postgres://staffetta:${password}@127.0.0.1:${port}/${database}`;
}

export function openArchivi(): Archivi {
  const running = runningServer();
  let cluster: Promise<Cluster> | null = null;
  const aperti: Database[] = [];
  const own = (): Promise<Cluster> => {
    cluster ??= startCluster({ folder: join(FOLDER, "postgres"), durable: true });
    return cluster;
  };
  const urlOf = async (nodo: string): Promise<string> => {
    const given = envOf(nodo);
    if (given !== undefined) return given;
    const database = databaseOf(nodo);
    if (running !== null) return running(database);
    const started = await own();
    await started.ensureDatabase(database);
    return started.url(database);
  };
  const haNodo = async (nodo: string): Promise<boolean> => {
    if (envOf(nodo) !== undefined) return true;
    const url = running?.("postgres") ?? (await own()).url("postgres");
    const server = openDatabase({ url, poolMax: 1 });
    try {
      const rows = await server.sql.query(
        "archivi-database",
        "SELECT 1 FROM pg_database WHERE datname = $1",
        [databaseOf(nodo)],
      );
      return rows.length > 0;
    } finally {
      await server.close();
    }
  };
  return {
    accesa: running !== null,
    haNodo,
    apri: async (nodo, migrations) => {
      ensureChiavi(CHIAVI, nodo);
      const cipher = createCipher(readChiavi(CHIAVI, nodo).dati);
      const database = openDatabase({ url: await urlOf(nodo), poolMax: 2 });
      aperti.push(database);
      await migrate(database, [COOP_MIGRATIONS, migrations]);
      return { database, cipher };
    },
    close: async () => {
      for (const database of aperti) await database.close();
      await (await cluster)?.stop();
    },
  };
}
