import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { type DoteId, regoleCaso, type ServizioId } from "@staffetta/domain";
import { esegui } from "../casi/comando.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "inviaDote">;

/** The plan of services and its sending. */
export const operazioniDote = (ctx: Contesto): Ops => ({
  inviaDote: (soggetto, { chiave, adesioneId, servizi }) => {
    const doteId = ctx.random.uuid() as DoteId;
    // Short, spoken over the telephone: the region, the year, the tail of the id.
    const protocollo = `GG-${ctx.regione}-${oggi(ctx).slice(0, 4)}-${doteId.slice(-8).toUpperCase()}`;
    const chiesti = servizi.map((uno) => ({ ...uno, id: ctx.random.uuid() as ServizioId }));
    return esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: { doteId, protocollo } },
      decide: ({ caso }, regole) => {
        const comando = { id: doteId, protocollo, servizi: chiesti };
        return regoleCaso.inviaDote(caso, comando, regole, adesso(ctx));
      },
    });
  },
});
