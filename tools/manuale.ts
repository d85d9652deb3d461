import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scriviStorie } from "@staffetta/sandbox";
import { ensureBrowser } from "./browser.ts";

/**
 * `npm run manuale`: writes the chapters that come from what the product does; with `-- --immagini` also
 * takes the pictures again, in a real browser.
 */
const FOLDER = join(import.meta.dirname, "../docs/manuali");
mkdirSync(FOLDER, { recursive: true });
writeFileSync(join(FOLDER, "storie.md"), await scriviStorie());
console.log("Scritto docs/manuali/storie.md");
if (process.argv.includes("--immagini")) {
  ensureBrowser();
  const { fotografa } = await import("../e2e/manuale.ts");
  const fatte = await fotografa(join(FOLDER, "immagini"));
  console.log(`Fatte ${fatte.length} immagini: ${fatte.join(", ")}`);
}
