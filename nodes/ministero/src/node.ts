import { type OperazioniMinistero, operazioniMinistero, servizicoap } from "@staffetta/contracts";
import { type CodiceRegione, REGOLE_SAP, type RegoleSap, regioneDiEnte } from "@staffetta/domain";
import {
  createProblemi,
  flussiDi,
  isBorsaLavoro,
  type ParteNodo,
  type PorteNodo,
  scambiDi,
  soloDa,
} from "@staffetta/nodo";
import type { Contesto } from "./contesto.ts";
import { operazioni } from "./operazioni.ts";
import { ricevuti } from "./ricevuti.ts";
import { caricaSap, type SapIniziale } from "./sap/carica.ts";
import { createCatalogo } from "./sap/catalogo.ts";
import { operazioniSapDi } from "./sap/operazioni.ts";
import { gestoriSap } from "./sap/servizicoap.ts";
import { TESTI_SAP } from "./sap/testi.ts";
import { conNotifiche } from "./spdci/notifiche.ts";
import { firmaSpdciWith, type OpzioniSpdci, rotteSpdci } from "./spdci/porta.ts";
import type { Stores } from "./store.ts";
import { TESTI } from "./testi.ts";

export interface OpzioniMinistero {
  readonly regioni: readonly CodiceRegione[];
  readonly regoleSap?: RegoleSap;
  /** Calls about the SAP that a caller may make in a day. */
  readonly chiamateMax?: number;
  /** The third face, for systems of social protection; absent: it does not answer. */
  readonly spdci?: OpzioniSpdci;
}

const CHIAMATE_MAX = 1_000_000;

export function contestoDi(porte: PorteNodo<Stores>, opzioni: OpzioniMinistero): Contesto {
  const problemi = createProblemi({ ...TESTI, ...TESTI_SAP });
  const { regioni, regoleSap = REGOLE_SAP, chiamateMax = CHIAMATE_MAX } = opzioni;
  return {
    ...{ ...porte, regioni, regoleSap, chiamateMax, problemi },
    catalogo: createCatalogo(),
    regioneDiEnte: (ente) => regioneDiEnte(regoleSap, ente),
  };
}

/** The Ministry decides nothing about a case: it receives, checks, counts, publishes. */
export function createMinistero(
  porte: PorteNodo<Stores>,
  opzioni: OpzioniMinistero,
): ParteNodo<Stores, OperazioniMinistero> {
  const ctx = contestoDi(porte, opzioni);
  const { spdci } = opzioni;
  const terza =
    spdci === undefined
      ? {}
      : { rotte: rotteSpdci(ctx, spdci), firmaSpdci: firmaSpdciWith(ctx, spdci) };
  return {
    ...terza,
    handlers: soloDa(
      isBorsaLavoro,
      spdci === undefined ? ricevuti(ctx) : conNotifiche(ctx, ricevuti(ctx)),
    ),
    servizicoap: {
      operazioni: servizicoap.NOMI_OPERAZIONI.filter(
        (nome) => servizicoap.descrizioneDi(nome).lato === "sap",
      ),
      gestori: gestoriSap(ctx),
    },
    operazioni: operazioniMinistero,
    implementazione: {
      ...operazioni(ctx),
      ...operazioniSapDi(ctx),
      ...flussiDi(porte, ctx.problemi.traduci),
      ...scambiDi(porte),
    },
  };
}

/** Writes SAP that exist already, before the node opens its doors. */
export async function caricaSapIniziali(
  porte: PorteNodo<Stores>,
  opzioni: OpzioniMinistero,
  iniziali: readonly SapIniziale[],
): Promise<void> {
  const ctx = contestoDi(porte, opzioni);
  for (const una of iniziali) await porte.uow.transaction((stores) => caricaSap(ctx, stores, una));
}
