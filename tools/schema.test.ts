import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { CARTELLE, dumpSchema, fileOf } from "./schema-dump.ts";

for (const cartella of CARTELLE)
  test(`lo schema di ${cartella} è quello che le migrazioni fanno (se no: npm run schema)`, async () => {
    assert.equal(await dumpSchema(cartella), readFileSync(fileOf(cartella), "utf8"));
  });
