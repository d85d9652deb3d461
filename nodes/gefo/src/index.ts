import { fileURLToPath } from "node:url";

export type { FiltroCoda } from "./lavoro/filtro.ts";
export { cambiaMano } from "./lavoro/mani.ts";
export { durcSimulato, ibanSimulato } from "./liquidazione/servizi-esterni.ts";
export { createGefo, type OpzioniGefo } from "./node.ts";
export { operatoriDiEsempio } from "./operatori/esempio.ts";
export { importaOperatoriWith } from "./operatori/importa.ts";
export {
  profilazioneAssente,
  profilazioneSimulata,
  type ServizioProfilazione,
} from "./presa/servizio-profilazione.ts";
export { bindMemory, bindPg, type Stores } from "./store.ts";

export const migrations = {
  name: "gefo",
  dir: fileURLToPath(new URL("../sql", import.meta.url)),
};
