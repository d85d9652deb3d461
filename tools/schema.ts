import { writeFileSync } from "node:fs";
import { CARTELLE, dumpSchema, fileOf } from "./schema-dump.ts";

/** `npm run schema`: writes what the migrations make; the drift check compares it at every test. */
for (const cartella of CARTELLE) {
  writeFileSync(fileOf(cartella), await dumpSchema(cartella));
  console.log(`${cartella}/sql/schema.dump.sql`);
}
