import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pgUnitOfWork } from "./database.ts";
import { type TestDatabase, testDatabase } from "./test-postgres.ts";

let database: TestDatabase;
before(async () => {
  database = await testDatabase({ sets: [] });
  await database.db.pool.query(
    "CREATE TABLE nota (id bigint PRIMARY KEY, at timestamptz, on_day date)",
  );
});
after(() => database.close());

test("database: instants come back as ISO text, days as text, bigints as numbers", async () => {
  await database.db.sql.query("i", "INSERT INTO nota VALUES ($1, $2, $3)", [
    1,
    "2014-11-03T10:00:00.000Z",
    "2014-11-03",
  ]);
  const rows = await database.db.sql.query("s", "SELECT * FROM nota WHERE id = $1", [1]);
  assert.deepEqual(rows, [{ id: 1, at: "2014-11-03T10:00:00.000Z", on_day: "2014-11-03" }]);
});

test("unit of work: a throw undoes the whole transaction, a savepoint only its part", async () => {
  const uow = pgUnitOfWork(database.db, (client) => ({ stores: client }));
  const insert = "INSERT INTO nota (id) VALUES ($1)";
  await assert.rejects(
    uow.transaction(async (client) => {
      await client.query("n", insert, [10]);
      throw new Error("basta");
    }),
  );
  await uow.transaction(async (client) => {
    await client.query("n", insert, [11]);
    await client
      .savepoint(async () => {
        await client.query("n", insert, [12]);
        throw new Error("solo questo");
      })
      .catch(() => undefined);
  });
  const rows = await database.db.sql.query<{ id: number }>(
    "all",
    "SELECT id FROM nota WHERE id >= 10 ORDER BY id",
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    [11],
  );
});

test("listen: a notice of another connection wakes the listener", async () => {
  let wakes = 0;
  const woken = new Promise<void>((resolve) => {
    void database.db.listen("prova", () => {
      wakes++;
      if (wakes === 2) resolve();
      // The first call says that the connection is up.
      else void database.db.pool.query("NOTIFY prova");
    });
  });
  await woken;
  assert.equal(wakes, 2);
});
