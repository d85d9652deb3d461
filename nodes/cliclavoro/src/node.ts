import { type OperazioniCliclavoro, operazioniCliclavoro } from "@staffetta/contracts";
import type { RegoleAdesione } from "@staffetta/domain";
import {
  createProblemi,
  flussiDi,
  isBorsaLavoro,
  type ParteNodo,
  type PorteNodo,
  scambiDi,
  soloDa,
} from "@staffetta/nodo";
import type { Contesto, RegioneServita } from "./contesto.ts";
import { esitiAttesi } from "./esiti.ts";
import { operazioni } from "./operazioni.ts";
import { ricevuti } from "./ricevuti.ts";
import { inParoleWith } from "./servizicoap/in-parole.ts";
import { servizicoapWith } from "./servizicoap/servizicoap.ts";
import type { Stores } from "./store.ts";
import { TESTI } from "./testi.ts";

export interface OpzioniCliclavoro {
  readonly regole: RegoleAdesione;
  readonly regioni: readonly RegioneServita[];
  readonly checkUtente?: Contesto["checkUtente"];
  /** Absent: open access. */
  readonly isUtente?: Contesto["isUtente"];
}

/** The national portal, and the register that says which region took a person in charge first. */
export function createCliclavoro(
  porte: PorteNodo<Stores>,
  opzioni: OpzioniCliclavoro,
): ParteNodo<Stores, OperazioniCliclavoro> {
  const problemi = createProblemi(TESTI);
  const predefinite = { checkUtente: { presente: "OK" }, isUtente: () => true } as const;
  const ctx: Contesto = { ...porte, ...predefinite, ...opzioni, problemi };
  return {
    handlers: soloDa(isBorsaLavoro, ricevuti(ctx)),
    suEsito: esitiAttesi(ctx),
    servizicoap: servizicoapWith(ctx),
    inParole: inParoleWith(ctx),
    operazioni: operazioniCliclavoro,
    implementazione: {
      ...operazioni(ctx),
      ...flussiDi(porte, problemi.traduci),
      ...scambiDi(porte),
    },
  };
}
