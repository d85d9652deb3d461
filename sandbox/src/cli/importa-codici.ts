import { TABELLE } from "../importa/tabelle.ts";
import { runImporta } from "./importa-ministero.ts";

/** `npm run staffetta -- importa-codici codici.csv`: voices of the code lists, with their dates. */
await runImporta("importa-codici", TABELLE.codici);
