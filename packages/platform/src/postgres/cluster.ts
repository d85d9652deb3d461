import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { freePort } from "../free-port.ts";
import { findBinaries, type Runner, serverUser } from "./binaries.ts";

/**
 * A private PostgreSQL server from the binaries that come with the install. Its folder holds `data`
 * (0700, of the user that runs it) and `password`. It listens on 127.0.0.1 only.
 */
export interface Cluster {
  readonly port: number;
  url(database: string): string;
  ensureDatabase(name: string): Promise<void>;
  /** Called once if the server ends without having been asked to. */
  onExit(callback: () => void): void;
  /** Fast shutdown: open transactions are rolled back, what was committed stays. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly folder: string;
  /** 0 or absent: a free one. */
  readonly port?: number;
  /** False only for tests, whose data nobody keeps. */
  readonly durable: boolean;
}

const START_TIMEOUT_MS = 30_000;
const POLL_MS = 50;
const USER = "staffetta";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function initialise(binaries: string, folder: string, user: Runner | null): void {
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (user !== null) {
    chmodSync(folder, 0o711);
    chownSync(data, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const auth = ["--auth=scram-sha-256", `--username=${USER}`, `--pwfile=${passwordFile}`];
  const text = ["--encoding=UTF8", "--locale=C", "--no-instructions"];
  const done = spawnSync(join(binaries, "bin", "initdb"), ["-D", data, ...auth, ...text], {
    ...user,
    env: { LC_ALL: "C", PATH: "/usr/bin:/bin" },
  });
  if (done.status === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw new Error(`La creazione del database non è riuscita: ${done.stderr?.toString()}`);
}

/**
 * After a kill of everything the lock file names a process that is gone, or that waits unreaped; then
 * PostgreSQL would refuse to start. A live server in the same folder is stopped first: it is an orphan
 * of ours, since the caller holds the project's own lock.
 */
async function clearStaleServer(data: string): Promise<void> {
  const lockFile = join(data, "postmaster.pid");
  if (!existsSync(lockFile)) return;
  const pid = Number(readFileSync(lockFile, "utf8").split("\n", 1)[0]);
  for (let waitedMs = 0; isRunning(pid); waitedMs += POLL_MS) {
    if (waitedMs === 0) process.kill(pid, "SIGINT");
    if (waitedMs > START_TIMEOUT_MS) throw new Error(`Il processo ${pid} tiene ancora il database`);
    await pause(POLL_MS);
  }
  rmSync(lockFile, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombieOrOther(pid);
  } catch {
    return false;
  }
}

/** On Linux: a dead but unreaped process, or a number that belongs to another program by now. */
function isZombieOrOther(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return /^State:\s+Z/m.test(status) || !/^Name:\s+postgres/m.test(status);
  } catch {
    return false;
  }
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "128MB",
    timezone: "UTC",
    max_wal_size: "2GB",
    fsync: durable ? "on" : "off",
    full_page_writes: durable ? "on" : "off",
    synchronous_commit: durable ? "on" : "off",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function waitUntilReady(url: string, child: ChildProcess, log: () => string): Promise<void> {
  for (let waitedMs = 0; waitedMs < START_TIMEOUT_MS; waitedMs += POLL_MS) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL si è fermato all'avvio:\n${log()}`);
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await pause(POLL_MS);
    }
  }
  throw new Error(`PostgreSQL non risponde dopo ${START_TIMEOUT_MS / 1000} secondi:\n${log()}`);
}

const LOG_CHARS_MAX = 8_000;

function launch(
  binaries: string,
  data: string,
  args: readonly string[],
): [ChildProcess, () => string] {
  let tail = "";
  const child = spawn(join(binaries, "bin", "postgres"), ["-D", data, ...args], {
    ...serverUser(),
    stdio: ["ignore", "ignore", "pipe"],
    // Its own group: Ctrl-C in the terminal must not stop the database before the nodes.
    detached: true,
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    tail = (tail + text).slice(-LOG_CHARS_MAX);
  });
  return [child, () => tail];
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`);
  } finally {
    await client.end();
  }
}

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const user = serverUser();
  const binaries = findBinaries(user);
  const data = join(options.folder, "data");
  mkdirSync(options.folder, { recursive: true });
  if (!existsSync(join(data, "PG_VERSION"))) initialise(binaries, options.folder, user);
  await clearStaleServer(data);
  const port = options.port || (await freePort());
  const password = readFileSync(join(options.folder, "password"), "utf8").trim();
  const url = (database: string): string =>
    `postgres://${USER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const [child, log] = launch(binaries, data, settings(port, options.durable));
  await waitUntilReady(url("postgres"), child, log);
  let asked = false;
  return {
    onExit: (callback) => {
      child.once("exit", () => {
        if (!asked) callback();
      });
    },
    port,
    url,
    ensureDatabase: (name) => createDatabase(url("postgres"), name),
    stop: () =>
      new Promise((resolve) => {
        asked = true;
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        child.once("exit", () => resolve());
        child.kill("SIGINT");
      }),
  };
}
