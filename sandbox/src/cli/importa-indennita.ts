import { INDENNITA } from "../importa/tabelle.ts";
import { importaInGefo } from "./importa-tabella.ts";

/** `npm run staffetta -- importa-indennita <file.csv> [--regione 10]`: what who pays has answered. */
await importaInGefo("importa-indennita", "chi paga le indennità", INDENNITA);
