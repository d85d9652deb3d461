import { fileURLToPath } from "node:url";

export { createCliclavoro, type OpzioniCliclavoro } from "./node.ts";
export { bindMemory, bindPg, type Stores } from "./store.ts";

export const migrations = {
  name: "cliclavoro",
  dir: fileURLToPath(new URL("../sql", import.meta.url)),
};
