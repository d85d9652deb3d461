import { PASSIVE } from "../importa/tabelle.ts";
import { importaNelMinistero } from "./importa-tabella.ts";

/** `npm run staffetta -- importa-politiche-passive passive.csv`: what was paid to whom, from when to when. */
await importaNelMinistero("importa-politiche-passive", PASSIVE);
