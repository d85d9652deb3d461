import type { Abilitato, CivilDate, Disponibili } from "@staffetta/domain";
import type { Stores } from "../store.ts";

/** Before the programme nobody delivered anything. */
const SEMPRE = "2014-01-01" as CivilDate;

/** Where an operatore may deliver, and by whom. */
export async function abilitatiDi(stores: Stores, operatoreId: string): Promise<Disponibili> {
  const operatore = await stores.operatori.get(operatoreId);
  if (operatore === null) throw new Error(`l'operatore ${operatoreId} non c'è`);
  const { indirizzo, comune } = operatore;
  const uno = (suffisso: string, nome: string): Abilitato => ({
    id: `${operatoreId}/${suffisso}`,
    ...{ nome, dal: SEMPRE, al: null },
  });
  return {
    sedi: [uno("sede", `${indirizzo}, ${comune}`)],
    professionisti: [uno("1", "Primo professionista"), uno("2", "Secondo professionista")],
  };
}

/** What was chosen, or the first that there is: an operatore with one site is not asked which. */
export const sceltaO = (scelta: string, tutti: readonly Abilitato[]): string =>
  scelta === "" ? (tutti[0]?.id ?? "") : scelta;
