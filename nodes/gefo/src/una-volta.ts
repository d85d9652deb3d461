import type { Problema, Risposta } from "@staffetta/contracts";
import { adesso, type Contesto } from "./contesto.ts";
import type { Stores } from "./store.ts";

/** Rolls the transaction back and carries the answer out of it. */
class Rifiutato extends Error {
  readonly problema: Problema;
  constructor(problema: Problema) {
    super(problema.title);
    this.problema = problema;
  }
}

/** One transaction, once for each key: the same form sent twice gets the same answer; a refusal writes nothing. */
export async function unaVolta<T>(
  ctx: Contesto,
  chiave: string,
  work: (stores: Stores) => Promise<Risposta<T>>,
): Promise<Risposta<T>> {
  try {
    const valore = await ctx.uow.transaction(async (stores) => {
      const done = await stores.chiavi.get(chiave);
      if (done !== null) return done.risposta as T;
      const risposta = await work(stores);
      if (!risposta.ok) throw new Rifiutato(risposta.problema);
      await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta: risposta.valore });
      return risposta.valore;
    });
    return { ok: true, valore };
  } catch (error) {
    if (error instanceof Rifiutato) return { ok: false, problema: error.problema };
    throw error;
  }
}
