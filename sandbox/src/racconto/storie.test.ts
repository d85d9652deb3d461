import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { scriviStorie } from "./manuale.ts";
import { recita } from "./storia.ts";
import { readStorie } from "./storie.ts";

for (const { file, storia } of await readStorie())
  test(`storia: ${storia.titolo}`, async () => {
    const frasi = await recita(storia);
    assert.ok(frasi.length >= 4, `${file} racconta troppo poco`);
  });

test("il capitolo delle storie nel manuale è quello che le storie raccontano", async () => {
  const scritto = readFileSync(
    join(import.meta.dirname, "../../../docs/manuali/storie.md"),
    "utf8",
  );
  assert.equal(scritto, await scriviStorie(), "npm run manuale riscrive il capitolo");
});
