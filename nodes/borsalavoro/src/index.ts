import { fileURLToPath } from "node:url";

export { createBorsaLavoro, type OpzioniBorsaLavoro } from "./node.ts";
export { bindMemory, bindPg, type Stores } from "./store.ts";

export const migrations = {
  name: "borsalavoro",
  dir: fileURLToPath(new URL("../sql", import.meta.url)),
};
