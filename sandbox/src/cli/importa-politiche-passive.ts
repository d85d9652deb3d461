import { TABELLE } from "../importa/tabelle.ts";
import { runImporta } from "./importa-ministero.ts";

/** `npm run staffetta -- importa-politiche-passive passive.csv`: what was paid to whom, from when to when. */
await runImporta("importa-politiche-passive", TABELLE.passive);
