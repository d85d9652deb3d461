import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scriviStorie } from "../racconto/manuale.ts";

/** `npm run manuale`: writes the chapters that come from what the product does. */
const FOLDER = join(import.meta.dirname, "../../../docs/manuali");
mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, "storie.md"), await scriviStorie());
console.log("Scritto docs/manuali/storie.md");
