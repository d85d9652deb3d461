import { COMUNICAZIONI } from "../importa/tabelle.ts";
import { importaInGefo } from "./importa-tabella.ts";

/** `npm run staffetta -- importa-comunicazioni <file.csv> [--regione 10]`: what proves the results. */
await importaInGefo("importa-comunicazioni", "importazione delle comunicazioni", COMUNICAZIONI);
