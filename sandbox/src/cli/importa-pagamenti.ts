import { PAGAMENTI } from "../importa/tabelle.ts";
import { importaInGefo } from "./importa-tabella.ts";

/** `npm run staffetta -- importa-pagamenti <file.csv> [--regione 10]`: what the treasury has paid. */
await importaInGefo("importa-pagamenti", "tesoreria", PAGAMENTI);
