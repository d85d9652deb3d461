import type { OperatoreId } from "../ids.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import type { CodiceMisura } from "../politica-attiva/misure.ts";

/**
 * Where money stands: a tree, programma → avviso → misura → operatore; below it the doti and their
 * services, whose money always belongs to one linea. Each linea has its own conti: what it has not given
 * to those below it is its `disponibile`, hence those below never have more than it was assigned.
 */
export const LIVELLI = {
  programma: "programma",
  avviso: "avviso",
  misura: "misura",
  operatore: "operatore",
} as const;
export type Livello = keyof typeof LIVELLI;

export interface Linea {
  readonly id: string;
  readonly livello: Livello;
  readonly padre: string | null;
  readonly avvisoId: string | null;
  readonly misura: CodiceMisura | null;
  readonly operatoreId: OperatoreId | null;
}

/** The id of a linea says where it is: avviso, avviso/misura, avviso/misura/operatore. */
export const idLinea = (avvisoId: string, ...sotto: readonly string[]): string =>
  [avvisoId, ...sotto].join("/");

/** A service is paid by the deepest linea that exists for it: a threshold, once set, is the limit. */
export const candidateDi = (
  avvisoId: string,
  misura: CodiceMisura,
  operatoreId: OperatoreId,
): readonly string[] => [
  idLinea(avvisoId, misura, operatoreId),
  idLinea(avvisoId, misura),
  idLinea(avvisoId),
];

/** Paid for the hours delivered, or only when a result is reached: the two parts are never added up. */
export const PARTI = { processo: "a processo", risultato: "a risultato" } as const;
export type Parte = keyof typeof PARTI;

export const parteDi = (misura: CodiceMisura, { misure }: Pick<RegoleGefo, "misure">): Parte =>
  misure[misura].unita === "ora" ? "processo" : "risultato";
