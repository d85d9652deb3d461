import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { instantInRome, regoleCaso } from "@staffetta/domain";
import { esegui, FATTO } from "../casi/comando.ts";
import { adesso, type Contesto } from "../contesto.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "registraContatto">;

/** Calls, answers, interviews. */
export const operazioniContatti = (ctx: Contesto): Ops => ({
  registraContatto: (soggetto, { chiave, adesioneId, canale, esito, giorno, ora, nota }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      circostanze: { contatto: { id: ctx.random.uuid(), canale, nota } },
      decide: ({ caso }) => {
        const at = instantInRome(giorno, ora);
        return regoleCaso.registraContatto(caso, { esito, at }, adesso(ctx));
      },
    }),
});
