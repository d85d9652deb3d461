import type { SqlClient } from "@staffetta/platform";

/**
 * The business effect of the bench, the same for every contender: one immutable fact per message and
 * the present state of its person, in one statement per batch. A double is a violated primary key; a
 * message out of order is counted in the row of its person.
 */
export const CREATE_EFFETTO = `
  CREATE TABLE bench_fatto (n bigint PRIMARY KEY, persona uuid NOT NULL, corpo text NOT NULL);
  CREATE TABLE bench_stato (
    persona uuid PRIMARY KEY, ultimo bigint NOT NULL, messaggi int NOT NULL, disordini int NOT NULL
  )`;

const APPLY = `
  WITH nuovi AS (
    INSERT INTO bench_fatto (n, persona, corpo)
    SELECT t.n, t.persona, t.corpo
      FROM ROWS FROM (unnest($1::bigint[]), unnest($2::uuid[]), string_to_table($3, E'\\n'))
        AS t(n, persona, corpo)
    RETURNING n, persona
  )
  INSERT INTO bench_stato AS s (persona, ultimo, messaggi, disordini)
  SELECT persona, max(n), count(*), 0 FROM nuovi GROUP BY persona
  ON CONFLICT (persona) DO UPDATE SET
    ultimo = greatest(s.ultimo, excluded.ultimo),
    messaggi = s.messaggi + excluded.messaggi,
    disordini = s.disordini + CASE WHEN excluded.ultimo < s.ultimo THEN 1 ELSE 0 END`;

/** @param corpi JSON texts of `Corpo`, in order; none may hold a line break. */
export async function applyEffetti(client: SqlClient, corpi: readonly string[]): Promise<void> {
  const parsed = corpi.map((corpo) => JSON.parse(corpo) as { n: number; persona: string });
  await client.query("bench-effetto", APPLY, [
    parsed.map(({ n }) => n),
    parsed.map(({ persona }) => persona),
    corpi.join("\n"),
  ]);
}

export interface ContoEffetti {
  readonly fatti: number;
  readonly messaggi: number;
  readonly disordini: number;
}

const COUNT = `
  SELECT (SELECT count(*) FROM bench_fatto) AS fatti,
         coalesce(sum(messaggi), 0)::bigint AS messaggi,
         coalesce(sum(disordini), 0)::bigint AS disordini
    FROM bench_stato`;

/** What arrived: `fatti` and `messaggi` equal what was sent, `disordini` is 0, or the bench has failed. */
export async function countEffetti(client: SqlClient): Promise<ContoEffetti> {
  const [conto] = await client.query<ContoEffetti>("bench-conto", COUNT);
  if (conto === undefined) throw new Error("Il conteggio degli effetti non ha risposto");
  return conto;
}
