import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dumpSchema, fileOf, NODI, type NomeNodo } from "./schema-dump.ts";

for (const nodo of Object.keys(NODI) as NomeNodo[])
  test(`lo schema di ${nodo} è quello che le sue migrazioni fanno (se no: npm run schema)`, async () => {
    assert.equal(await dumpSchema(nodo), readFileSync(fileOf(nodo), "utf8"));
  });
