import type { Problema, Risposta } from "@staffetta/contracts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

export type Rifiuta = (rifiuto: Readonly<{ code: string }>) => never;

/** Rolls the transaction back and carries the answer out of it. */
export class Rifiutato extends Error {
  readonly problema: Problema;
  constructor(problema: Problema) {
    super(problema.title);
    this.problema = problema;
  }
}

/** One transaction, undone when `refuse` is called: the answer is then the refusal. */
export async function conRifiuti<T>(
  ctx: Contesto,
  work: (stores: Stores, refuse: Rifiuta) => Promise<T>,
): Promise<Risposta<T>> {
  const refuse: Rifiuta = (rifiuto) => {
    throw new Rifiutato(ctx.problemi.rispondi(rifiuto).problema);
  };
  try {
    return { ok: true, valore: await ctx.uow.transaction((stores) => work(stores, refuse)) };
  } catch (error) {
    if (error instanceof Rifiutato) return { ok: false, problema: error.problema };
    throw error;
  }
}

/** Inside a transaction that holds what it changes: the second time a key gets the first answer again. */
export async function perChiave<T>(
  ctx: Contesto,
  stores: Stores,
  chiave: string,
  work: () => Promise<T>,
): Promise<T> {
  const done = await stores.chiavi.get(chiave);
  if (done !== null) return done.risposta as T;
  const risposta = await work();
  await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta });
  return risposta;
}
