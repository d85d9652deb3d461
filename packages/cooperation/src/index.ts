import { fileURLToPath } from "node:url";

export { avanzaTesta, corsiaDi, improntaDi, TESTA_INIZIALE } from "./catena.ts";
export {
  CONTRATTO_PREDEFINITO,
  type Cooperazione,
  createCooperazione,
} from "./cooperazione.ts";
export { problemaPorta } from "./errori.ts";
export { type ChiavePropria, firmaEs256, firmaSimulata } from "./firma.ts";
export { headAfter, LEGAME_NATIVO, perTratto } from "./legame.ts";
export { PERCORSO_LOTTI } from "./lotto.ts";
export {
  type ChiaveRevocata,
  type Differita,
  type EsitoRichiamo,
  type ModiStore,
  modiStoreMemory,
  modiStorePg,
  type Richiamo,
  type RichiamoNoto,
} from "./modi-store.ts";
export type * from "./ports.ts";
export { type EsitoProva, esportaProva, type RigaProva, verificaProva } from "./prova.ts";
export { portaDeiLotti } from "./ricezione.ts";
export * from "./soap/index.ts";
export type { CoopStore, EsitoNoto, MessaggioInUscita, Tratto } from "./store.ts";
export { trasportoHttp, trasportoInProcesso } from "./trasporto.ts";
export {
  type BoundCoop,
  bindCoopMemory,
  bindCoopPg,
  type UscitaOptions,
} from "./uscita.ts";

/** The first migration set of every node. */
export const COOP_MIGRATIONS = {
  name: "cooperazione",
  dir: fileURLToPath(new URL("../sql", import.meta.url)),
};
