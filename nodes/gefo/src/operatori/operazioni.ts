import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import type { Contesto } from "../contesto.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "operatori">;

/** The accredited operatori. */
export const operazioniOperatori = (ctx: Contesto): Ops => ({
  operatori: () =>
    ctx.uow.transaction(async (stores) => {
      const aperti = await stores.elenchi.operatori.countAperti();
      const operatori = (await stores.operatori.all()).map(({ id, denominazione, comune }) => ({
        ...{ id, denominazione, comune },
        casiAperti: aperti[id] ?? 0,
      }));
      return { ok: true, valore: { operatori } as never };
    }),
});
