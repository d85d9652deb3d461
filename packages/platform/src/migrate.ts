import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "./database.ts";

/** A folder of numbered files (`0001_name.sql`), applied once each, in order, never changed afterwards. */
export interface MigrationSet {
  readonly name: string;
  readonly dir: string;
}

interface MigrationFile {
  readonly set: string;
  readonly file: string;
  readonly text: string;
  readonly sha256: string;
}

const NUMBERED = /^\d{4}_[a-z0-9_]+\.sql$/;
const LOCK_KEY = 7_355_608;

export function readMigrations(sets: readonly MigrationSet[]): readonly MigrationFile[] {
  return sets.flatMap(({ name, dir }) =>
    readdirSync(dir)
      .filter((file) => NUMBERED.test(file))
      .sort()
      .map((file) => {
        const text = readFileSync(join(dir, file), "utf8");
        return { set: name, file, text, sha256: createHash("sha256").update(text).digest("hex") };
      }),
  );
}

const CREATE = `
  CREATE TABLE IF NOT EXISTS migrazione (
    insieme text NOT NULL, file text NOT NULL, sha256 text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (insieme, file)
  )`;

/**
 * Brings a database forward. Two processes that start together take turns; a file whose text differs
 * from what was applied stops everything: history is not edited.
 */
export async function migrate(
  database: Database,
  sets: readonly MigrationSet[],
): Promise<readonly string[]> {
  const client = await database.pool.connect();
  const applied: string[] = [];
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    await client.query(CREATE);
    for (const { set, file, text, sha256 } of readMigrations(sets)) {
      const known = await client.query<{ sha256: string }>(
        "SELECT sha256 FROM migrazione WHERE insieme = $1 AND file = $2",
        [set, file],
      );
      const before = known.rows[0]?.sha256;
      if (before === sha256) continue;
      if (before !== undefined)
        throw new Error(`La migrazione ${set}/${file} è cambiata dopo essere stata applicata`);
      await client.query("BEGIN");
      await client.query(text);
      await client.query("INSERT INTO migrazione (insieme, file, sha256) VALUES ($1, $2, $3)", [
        set,
        file,
        sha256,
      ]);
      await client.query("COMMIT");
      applied.push(`${set}/${file}`);
    }
    return applied;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK_KEY]).catch(() => undefined);
    client.release();
  }
}
