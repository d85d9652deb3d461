import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { type Database, openDatabase } from "./database.ts";
import { type MigrationSet, migrate, readMigrations } from "./migrate.ts";
import { type Cluster, startCluster } from "./postgres/cluster.ts";

/**
 * Real PostgreSQL for tests. The runner starts one server for all files and names it in
 * STAFFETTA_PG_TEST (a URL of its `postgres` database); a file run alone starts its own.
 */
export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  close(): Promise<void>;
}

let own: Promise<Cluster> | null = null;

async function startOwn(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "staffetta-test-"));
  chmodSync(folder, 0o711);
  const cluster = await startCluster({ folder, durable: false });
  const clean = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", clean);
  return cluster;
}

let users = 0;

async function baseUrl(): Promise<string> {
  const shared = process.env["STAFFETTA_PG_TEST"];
  if (shared !== undefined) return shared;
  own ??= startOwn();
  return (await own).url("postgres");
}

/** The server of a file that runs alone stops with the last database, so that the process can end. */
async function releaseServer(): Promise<void> {
  users--;
  if (users > 0 || own === null) return;
  const cluster = await own;
  own = null;
  await cluster.stop();
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

async function adminQuery(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

const TEMPLATE_LOCK = 424_242;

/** One template per set of migrations, made by whoever comes first. */
async function ensureTemplate(base: string, sets: readonly MigrationSet[]): Promise<string> {
  const files = readMigrations(sets).map(({ set, file, sha256 }) => `${set}/${file}/${sha256}`);
  const hash = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
  const name = `modello_${hash}`;
  const client = new Client({ connectionString: base });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 1) return name;
    const making = `${name}_in_corso`;
    await client.query(`DROP DATABASE IF EXISTS ${making}`);
    await client.query(`CREATE DATABASE ${making}`);
    const db = openDatabase({ url: withDatabase(base, making), poolMax: 2 });
    await migrate(db, sets);
    await db.close();
    await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

let counter = 0;

/**
 * An empty, migrated database of its own. `close` does not drop it: a drop waits for a checkpoint, which
 * on a busy shared server was seen to take minutes, and the server's folder goes with the whole run.
 */
export async function testDatabase(options: {
  readonly sets: readonly MigrationSet[];
  readonly poolMax?: number;
}): Promise<TestDatabase> {
  const base = await baseUrl();
  users++;
  const template = await ensureTemplate(base, options.sets);
  const name = `prova_${process.pid}_${++counter}`;
  await adminQuery(base, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = withDatabase(base, name);
  const db = openDatabase({ url, poolMax: options.poolMax ?? 5 });
  return {
    url,
    db,
    close: async () => {
      await db.close();
      await releaseServer();
    },
  };
}
