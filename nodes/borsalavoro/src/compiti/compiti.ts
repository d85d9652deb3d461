import { adesso, type Contesto } from "../contesto.ts";
import type { CompitoRow, Stores } from "../store.ts";

export type NuovoCompito = Omit<CompitoRow, "id" | "at" | "chiuso">;

/** Something that a person of the region must see: what happened, why, what to do. */
export const apriCompito = (ctx: Contesto, stores: Stores, compito: NuovoCompito): Promise<void> =>
  stores.compiti.insert({ id: ctx.random.uuid(), at: adesso(ctx), chiuso: false, ...compito });
