import type { Stores } from "../store.ts";

/** What each operatore is called. */
export async function nomiOf(stores: Stores): Promise<ReadonlyMap<string, string>> {
  const operatori = await stores.operatori.all();
  return new Map(operatori.map(({ id, denominazione }) => [id, denominazione]));
}
