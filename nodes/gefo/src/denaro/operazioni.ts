import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import type { Contesto } from "../contesto.ts";
import { nomiOf } from "../operatori/nomi.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "bilancio">;

const bilancioWith =
  (ctx: Contesto): Ops["bilancio"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const saldi = new Map((await stores.conti.all()).map((row) => [row.conto, row.saldoCents]));
      const nomi = await nomiOf(stores);
      const somme = await stores.elenchi.denaro.perOperatore();
      return {
        ok: true,
        valore: {
          assegnatoCents: -(saldi.get("stanziamento") ?? 0),
          prenotatoCents: saldi.get("prenotato") ?? 0,
          impegnatoCents: (saldi.get("impegnato") ?? 0) + (saldi.get("rendicontato") ?? 0),
          ammessoCents: saldi.get("ammesso") ?? 0,
          disponibileCents: saldi.get("disponibile") ?? 0,
          perOperatore: somme.map(({ operatoreId, ...somma }) => ({
            operatore: nomi.get(operatoreId) ?? operatoreId,
            ...somma,
          })),
        },
      };
    });

/** The money of the region. */
export const operazioniDenaro = (ctx: Contesto): Ops => ({ bilancio: bilancioWith(ctx) });
