import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { documentiGenerati } from "./documenti-generati.ts";
import { ROOT } from "./start/piano.ts";

const GENERATI = documentiGenerati();

test("ogni documento è quello che i contratti fanno (se no: npm run documenti)", () => {
  for (const [path, text] of GENERATI)
    assert.ok(readFileSync(join(ROOT, path), "utf8") === text, `${path} non è aggiornato`);
});

test("nessun documento è rimasto senza contratto", () => {
  const found = globSync("packages/contracts/{openapi,asyncapi,client/generati}/*", { cwd: ROOT });
  assert.deepEqual(found.sort(), [...GENERATI.keys()].sort());
});
