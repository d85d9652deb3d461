import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { documentiGenerati } from "./documenti-generati.ts";
import { ROOT } from "./start/piano.ts";

/** `npm run documenti`: writes what is made from the contracts; the drift test compares it. */
for (const [path, text] of documentiGenerati()) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), text);
  console.log(path);
}
