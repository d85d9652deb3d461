import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { regoleCaso } from "@staffetta/domain";
import { esegui, FATTO } from "../casi/comando.ts";
import { adesso, type Contesto } from "../contesto.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "firmaPatto" | "nonPrendereInCarico">;

/** Taken in charge, or not. */
export const operazioniPresa = (ctx: Contesto): Ops => ({
  firmaPatto: (soggetto, { chiave, adesioneId, dataPatto, fascia }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      decide: ({ caso }) => regoleCaso.firmaPatto(caso, { data: dataPatto, fascia }, adesso(ctx)),
    }),
  nonPrendereInCarico: (soggetto, { chiave, adesioneId, motivo, nota }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      decide: ({ caso }, regole) =>
        regoleCaso.nonPrendereInCarico(caso, { motivo, nota }, regole, adesso(ctx)),
    }),
});
