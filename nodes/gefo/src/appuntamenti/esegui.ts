import type { Risposta } from "@staffetta/contracts";
import { ok, type Result } from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

export type Rifiuto = Readonly<{ code: string }>;

class Rifiutato extends Error {
  readonly rifiuto: Rifiuto;
  constructor(rifiuto: Rifiuto) {
    super(rifiuto.code);
    this.rifiuto = rifiuto;
  }
}

/** A refusal takes back what was written before it. */
export async function tutto<T>(
  ctx: Contesto,
  work: (stores: Stores) => Promise<Result<T, Rifiuto>>,
): Promise<Risposta<T>> {
  try {
    const valore = await ctx.uow.transaction(async (stores) => {
      const esito = await work(stores);
      if (!esito.ok) throw new Rifiutato(esito.rifiuto);
      return esito.value;
    });
    return { ok: true, valore };
  } catch (error) {
    if (error instanceof Rifiutato) return ctx.problemi.rispondi(error.rifiuto);
    throw error;
  }
}

/** Once per key. */
export const unaVolta = <T>(
  ctx: Contesto,
  chiave: string,
  work: (stores: Stores) => Promise<Result<T, Rifiuto>>,
): Promise<Risposta<T>> =>
  tutto(ctx, async (stores) => {
    const done = await stores.chiavi.get(chiave);
    if (done !== null) return ok(done.risposta as T);
    const esito = await work(stores);
    if (esito.ok) await stores.chiavi.insert({ chiave, at: adesso(ctx), risposta: esito.value });
    return esito;
  });
