import { Client } from "pg";
import { corpoDi, PERSONE_DEFAULT } from "./carico.ts";
import { perSec } from "./statistica.ts";

const ROWS_PER_COMMIT = 100;

const CREATE = `
  DROP TABLE IF EXISTS bench_limite;
  CREATE TABLE bench_limite (n bigint PRIMARY KEY, id uuid NOT NULL UNIQUE, corpo text NOT NULL)`;

const INSERT = `
  INSERT INTO bench_limite (n, id, corpo)
  SELECT t.n, t.id, t.corpo
    FROM ROWS FROM (unnest($1::bigint[]), unnest($2::uuid[]), string_to_table($3, E'\\n'))
      AS t(n, id, corpo)`;

const idOf = (n: number): string => `00000000-0000-7000-9000-${String(n).padStart(12, "0")}`;

/**
 * The anchor: what this machine does when it only writes the same bodies, durably, in the quickest way
 * known (bodies as lines of one parameter), 100 rows a commit, one connection.
 */
export async function measureLimit(url: string, rows: number): Promise<{ rowsPerSec: number }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(CREATE);
    const lines = Array.from({ length: rows }, (_, n) =>
      JSON.stringify(corpoDi(n, PERSONE_DEFAULT)),
    );
    const startedAt = performance.now();
    for (let from = 0; from < rows; from += ROWS_PER_COMMIT) {
      const numbers = lines.slice(from, from + ROWS_PER_COMMIT).map((_, i) => from + i);
      const text = lines.slice(from, from + ROWS_PER_COMMIT).join("\n");
      await client.query({
        name: "bench-limite",
        text: INSERT,
        values: [numbers, numbers.map(idOf), text],
      });
    }
    const rowsPerSec = perSec(rows, performance.now() - startedAt);
    await client.query("DROP TABLE bench_limite");
    return { rowsPerSec };
  } finally {
    await client.end();
  }
}
