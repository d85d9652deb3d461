import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pgUnitOfWork } from "./database.ts";
import type { RowKind } from "./ports.ts";
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

test("unit of work: what is kept for the commit is written with it, or not at all", async () => {
  const uow = pgUnitOfWork(database.db, (client) => ({ stores: client }));
  const insert = "INSERT INTO nota (id) VALUES ($1)";
  const count = async (): Promise<number> => {
    const text = "SELECT count(*) AS n FROM nota WHERE id BETWEEN 20 AND 29";
    return (await database.db.sql.query<{ n: number }>("c20", text))[0]?.n ?? -1;
  };
  // Alone, together with others, and behind a statement of the work.
  await uow.transaction(async (client) => client.atCommit("n", insert, [20]));
  await uow.transaction(async (client) => {
    client.atCommit("n", insert, [21]);
    client.atCommit("n", insert, [22]);
  });
  await uow.transaction(async (client) => {
    client.atCommit("n", insert, [23]);
    await client.query("n", insert, [24]);
  });
  assert.equal(await count(), 5);
  // The last of three fails (not a key: that would be tried again): none of the three stays.
  await assert.rejects(
    uow.transaction(async (client) => {
      await client.query("n", insert, [25]);
      client.atCommit("n", insert, [26]);
      client.atCommit("n", insert, ["non un numero"]);
    }),
    /bigint/,
  );
  // A savepoint that is undone takes back what was kept inside it.
  await uow.transaction(async (client) => {
    await client
      .savepoint(async () => {
        client.atCommit("n", insert, [27]);
        throw new Error("solo questo");
      })
      .catch(() => undefined);
  });
  assert.equal(await count(), 5);
});

/** Rows of `nota`, with the size of each statement that wrote some. */
function note() {
  const sizes: number[] = [];
  const kind: RowKind<number | string> = {
    statement: (rows) => {
      sizes.push(rows.length);
      const text = "INSERT INTO nota (id) SELECT unnest($1::bigint[])";
      return { name: "nota-righe", text, values: [rows] };
    },
  };
  return { sizes, kind };
}

test("unit of work: transactions that only write rows share a commit, and none fails for a neighbour", async () => {
  const uow = pgUnitOfWork(database.db, (client) => ({ stores: client }));
  const { sizes, kind } = note();
  const write = (id: number | string): Promise<void> =>
    uow.transaction(async (client) => client.rowsAtCommit(kind, [id]));
  await Promise.all(Array.from({ length: 20 }, (_, i) => write(40 + i)));
  assert.ok(sizes.length < 20, `${sizes.length} istruzioni per venti transazioni`);
  const esiti = await Promise.allSettled([write(60), write("sbagliato"), write(61), write(60)]);
  assert.deepEqual(
    esiti.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled", "rejected"],
  );
  const rows = await database.db.sql.query<{ id: number }>(
    "righe",
    "SELECT id FROM nota WHERE id BETWEEN 40 AND 69 ORDER BY id",
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    Array.from({ length: 22 }, (_, i) => 40 + i),
  );
});

test("unit of work: when the connection dies on the way to a shared commit everybody is told, and nothing is tried again", async () => {
  const uow = pgUnitOfWork(database.db, (client) => ({ stores: client }));
  const kind: RowKind<number> = {
    statement: (rows) => ({
      name: "nota-muore",
      text: `WITH righe AS (INSERT INTO nota (id) SELECT unnest($1::bigint[]) RETURNING id)
             SELECT pg_terminate_backend(pg_backend_pid()) FROM righe`,
      values: [rows],
    }),
  };
  const esiti = await Promise.allSettled(
    [70, 71, 72].map((id) => uow.transaction(async (client) => client.rowsAtCommit(kind, [id]))),
  );
  assert.ok(esiti.every(({ status }) => status === "rejected"));
  const after = await uow.transaction((client) =>
    client.query("dopo", "SELECT id FROM nota WHERE id BETWEEN 70 AND 79"),
  );
  assert.deepEqual(after, []);
});

test("unit of work: rows and statements of one transaction are all there or none is", async () => {
  const uow = pgUnitOfWork(database.db, (client) => ({ stores: client }));
  const { kind } = note();
  const insert = "INSERT INTO nota (id) VALUES ($1)";
  await assert.rejects(
    uow.transaction(async (client) => {
      await client.query("n", insert, [80]);
      client.rowsAtCommit(kind, [81]);
      client.atCommit("n", insert, ["non un numero"]);
    }),
  );
  await uow.transaction(async (client) => {
    await client.query("n", insert, [82]);
    client.rowsAtCommit(kind, [83, 84]);
    client.rowsAtCommit(kind, [85]);
  });
  const rows = await database.db.sql.query<{ id: number }>(
    "righe-insieme",
    "SELECT id FROM nota WHERE id BETWEEN 80 AND 89 ORDER BY id",
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    [82, 83, 84, 85],
  );
});

test("unit of work: a failure that the work swallows is not taken for a commit", async () => {
  const uow = pgUnitOfWork(database.db, (client) => ({ stores: client }));
  await assert.rejects(
    uow.transaction(async (client) => {
      await client.query("n", "INSERT INTO nota (id) VALUES ($1)", [30]);
      await client.query("rotta", "SELECT 1 / 0").catch(() => undefined);
    }),
    /non è stata confermata/,
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

test("unit of work: what is read for a page can write nothing, and sees what has been committed", async () => {
  const uow = pgUnitOfWork(database.db, (client) => ({ stores: client }));
  const insert = "INSERT INTO nota (id) VALUES ($1)";
  await uow.transaction((client) => client.query("n", insert, [90]));
  const read = await uow.read((client) =>
    client.query("letta", "SELECT id FROM nota WHERE id BETWEEN 90 AND 99"),
  );
  assert.deepEqual(read, [{ id: 90 }]);
  await assert.rejects(
    uow.read((client) => client.query("n", insert, [91])),
    /read-only/,
  );
  await assert.rejects(
    uow.read(async (client) => client.atCommit("n", insert, [92])),
    /Fuori da una transazione/,
  );
});

test("unit of work: questions asked together are answered each for itself, also when one is refused", async () => {
  const uow = pgUnitOfWork(database.db, (client) => ({ stores: client }));
  const una = (n: unknown) =>
    uow.read((client) => client.query<{ n: number }>("una", "SELECT $1::int AS n", [n]));
  const esiti = await Promise.allSettled(["1", "non un numero", "3"].map(una));
  assert.deepEqual(
    esiti.map((esito) => (esito.status === "fulfilled" ? esito.value : "rifiutata")),
    [[{ n: 1 }], "rifiutata", [{ n: 3 }]],
  );
  const muore = uow.read((client) =>
    Promise.allSettled([
      client.query("pid", "SELECT pg_terminate_backend(pg_backend_pid())"),
      client.query("una", "SELECT $1::int AS n", [4]),
    ]),
  );
  assert.ok((await muore).every(({ status }) => status === "rejected"));
  assert.deepEqual(await una("5"), [{ n: 5 }]);
});
