import { type OperazioniMinistero, operazioniMinistero } from "@staffetta/contracts";
import type { CodiceRegione } from "@staffetta/domain";
import {
  createProblemi,
  flussiDi,
  isBorsaLavoro,
  type ParteNodo,
  type PorteNodo,
  soloDa,
} from "@staffetta/nodo";
import type { Contesto } from "./contesto.ts";
import { operazioni } from "./operazioni.ts";
import { ricevuti } from "./ricevuti.ts";
import type { Stores } from "./store.ts";
import { TESTI } from "./testi.ts";

export interface OpzioniMinistero {
  readonly regioni: readonly CodiceRegione[];
}

/** The Ministry decides nothing about a case: it receives, checks, counts, publishes. */
export function createMinistero(
  porte: PorteNodo<Stores>,
  opzioni: OpzioniMinistero,
): ParteNodo<Stores, OperazioniMinistero> {
  const problemi = createProblemi(TESTI);
  const ctx: Contesto = { ...porte, ...opzioni, problemi };
  return {
    handlers: soloDa(isBorsaLavoro, ricevuti(ctx)),
    operazioni: operazioniMinistero,
    implementazione: { ...operazioni(ctx), ...flussiDi(porte.coop, problemi.traduci) },
  };
}
