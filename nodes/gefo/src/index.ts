import { fileURLToPath } from "node:url";

export { createGefo, type OpzioniGefo } from "./node.ts";
export { operatoriDiEsempio } from "./operatori/esempio.ts";
export { bindMemory, bindPg, type Stores } from "./store.ts";

export const migrations = {
  name: "gefo",
  dir: fileURLToPath(new URL("../sql", import.meta.url)),
};
