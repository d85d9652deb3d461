import type { MotivoNonPresa } from "@staffetta/domain";
import type { Sorte } from "./caso.ts";
import { type Profilo, unProfilo } from "./profilo.ts";

/**
 * The way that a giovane would go if nothing went wrong with the machines: decided once, from chance
 * alone. Delays are in days after the step before.
 */
export interface Percorso {
  readonly canale: "regionale" | "nazionale";
  /** Null: never chooses an operatore. */
  readonly operatoreAfterDays: number | null;
  readonly cambiaOperatore: boolean;
  readonly convocatoAfterDays: number | null;
  readonly colloquioAfterDays: number | null;
  readonly patto: Readonly<{ afterDays: number; profilo: Profilo }> | null;
  readonly nonPresa: MotivoNonPresa | null;
  readonly politicaAfterDays: number | null;
  readonly durataDays: number;
  readonly abbandona: boolean;
  /** T never closed: the service is never reported. */
  readonly maiChiuso: boolean;
  readonly annullaAfterDays: number | null;
  /** Adheres to a second region as well, after so many days. */
  readonly seconda: Readonly<{ afterDays: number }> | null;
}

/** @source DOMAIN §9.3, the month of July 2015 in Lombardia; §9.1 channel; §9.4 unhappy flows */
export const TASSI = {
  canaleNazionale: 0.63,
  operatore: 0.69,
  convocato: 0.851,
  colloquio: 0.929,
  patto: 0.97,
  politica: 0.68,
  cambiaOperatore: 0.03,
  annulla: 0.03,
  seconda: 0.06,
  maiChiuso: 0.075,
  abbandona: 0.08,
} as const;

/** Why somebody who was convened is not interviewed, or interviewed and does not sign. */
const SENZA_COLLOQUIO: readonly (readonly [MotivoNonPresa | null, number])[] = [
  ["mancata-presentazione", 50],
  ["irreperibile", 20],
  ["requisiti-mancanti", 15],
  [null, 15],
];
const SENZA_PATTO: readonly (readonly [MotivoNonPresa | null, number])[] = [
  ["patto-non-firmato", 60],
  ["rifiuto-del-giovane", 40],
];

function funnelOf(sorte: Sorte) {
  const operatore = sorte.chance(TASSI.operatore);
  const convocato = operatore && sorte.chance(TASSI.convocato);
  const colloquio = convocato && sorte.chance(TASSI.colloquio);
  const patto = colloquio && sorte.chance(TASSI.patto);
  const politica = patto && sorte.chance(TASSI.politica);
  return { operatore, convocato, colloquio, patto, politica };
}

function nonPresaOf(sorte: Sorte, funnel: ReturnType<typeof funnelOf>): MotivoNonPresa | null {
  if (!funnel.convocato || funnel.patto) return null;
  return sorte.weighted(funnel.colloquio ? SENZA_PATTO : SENZA_COLLOQUIO);
}

export function unPercorso(sorte: Sorte): Percorso {
  const funnel = funnelOf(sorte);
  const when = (happens: boolean, median: number, p90: number): number | null => {
    const days = sorte.days(median, p90);
    return happens ? days : null;
  };
  const profilo = unProfilo(sorte);
  const pattoDays = sorte.int(0, 3);
  return {
    canale: sorte.chance(TASSI.canaleNazionale) ? "nazionale" : "regionale",
    operatoreAfterDays: when(funnel.operatore, 6, 40),
    cambiaOperatore: sorte.chance(TASSI.cambiaOperatore),
    convocatoAfterDays: when(funnel.convocato, 7, 30),
    colloquioAfterDays: when(funnel.colloquio, 7, 20),
    patto: funnel.patto ? { afterDays: pattoDays, profilo } : null,
    nonPresa: nonPresaOf(sorte, funnel),
    politicaAfterDays: when(funnel.politica, 25, 80),
    durataDays: sorte.int(10, 90),
    abbandona: sorte.chance(TASSI.abbandona),
    maiChiuso: sorte.chance(TASSI.maiChiuso),
    annullaAfterDays: sorte.chance(TASSI.annulla) ? sorte.days(10, 40) : null,
    seconda: sorte.chance(TASSI.seconda) ? { afterDays: sorte.int(0, 40) } : null,
  };
}
