import type { EsitoNoto } from "./store.ts";

/** Columns of an outcome, as both tables that hold one keep it. */
export interface EsitoRow {
  readonly esito: EsitoNoto["esito"];
  readonly codice: string | null;
  readonly fatti: Readonly<Record<string, unknown>>;
}
export const esitoOf = ({ esito, codice, fatti }: EsitoRow): EsitoNoto =>
  esito === "rifiutato" ? { esito, codice: codice ?? "", fatti } : { esito };
export const codiceOf = (esito: EsitoNoto): string | null =>
  esito.esito === "rifiutato" ? esito.codice : null;
export const fattiOf = (esito: EsitoNoto): string =>
  JSON.stringify(esito.esito === "rifiutato" ? esito.fatti : {});
