import { writeFileSync } from "node:fs";
import { dumpSchema, fileOf, NODI, type NomeNodo } from "./schema-dump.ts";

/** `npm run schema`: writes what the migrations make; the drift check compares it at every test. */
for (const nodo of Object.keys(NODI) as NomeNodo[]) {
  writeFileSync(fileOf(nodo), await dumpSchema(nodo));
  console.log(`nodes/${nodo}/sql/schema.dump.sql`);
}
