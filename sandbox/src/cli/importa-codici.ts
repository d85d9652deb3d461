import { CODICI } from "../importa/tabelle.ts";
import { importaNelMinistero } from "./importa-tabella.ts";

/** `npm run staffetta -- importa-codici codici.csv`: voices of the code lists, with their dates. */
await importaNelMinistero("importa-codici", CODICI);
