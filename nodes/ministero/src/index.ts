import { fileURLToPath } from "node:url";

export { caricaSapIniziali, createMinistero, type OpzioniMinistero } from "./node.ts";
export { ConfigSpdci, type OpzioniSpdci } from "./spdci/porta.ts";
export { bindMemory, bindPg, type Stores } from "./store.ts";

export const migrations = {
  name: "ministero",
  dir: fileURLToPath(new URL("../sql", import.meta.url)),
};
