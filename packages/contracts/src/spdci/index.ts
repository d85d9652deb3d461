export * from "./messaggi.ts";
export {
  AZIONI_SPDCI,
  type AzioneSpdci,
  BASE_SPDCI,
  DESCRIZIONE_SPDCI,
  ROTTE_SPDCI,
} from "./rotte.ts";
