import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import {
  avviaConIncarico,
  concludiServizio,
  findServizio,
  type Incarico,
  variaServizio,
} from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import { abilitatiDi, sceltaO } from "../registro/abilitati.ts";
import { erogatoreDi } from "../registro/chi-eroga.ts";
import type { Stores } from "../store.ts";
import { eseguiSuServizio } from "./comando.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "avviaServizio" | "variaServizio" | "concludiServizio"
>;

type Chiesto = Readonly<{ sedeId: string; professionistaId: string; finePrevista: string }>;

async function incaricoDi(stores: Stores, operatoreId: string, chiesto: Chiesto) {
  const disponibili = await abilitatiDi(stores, operatoreId);
  const incarico: Incarico = {
    sedeId: sceltaO(chiesto.sedeId, disponibili.sedi),
    professionistaId: sceltaO(chiesto.professionistaId, disponibili.professionisti),
    finePrevista:
      chiesto.finePrevista === "" ? null : (chiesto.finePrevista as Incarico["finePrevista"]),
  };
  return { incarico, disponibili };
}

/** What the operatore delivers: where, by whom, from when to when. */
export const operazioniServizi = (ctx: Contesto): Ops => ({
  avviaServizio: (soggetto, { chiave, servizioId, dataInizio, ...chiesto }) =>
    eseguiSuServizio(ctx, soggetto, {
      ...{ chiave, servizioId },
      decide: async ({ caso, operatoreId }, regole, stores) => {
        const eroga = erogatoreDi({ operatoreId }, findServizio(caso.dote, servizioId));
        const { incarico, disponibili } = await incaricoDi(stores, eroga, chiesto);
        const comando = { servizioId, dataInizio, incarico };
        return avviaConIncarico(caso, comando, disponibili, regole, adesso(ctx));
      },
    }),
  variaServizio: (soggetto, { chiave, servizioId, dal, motivo, ...chiesto }) =>
    eseguiSuServizio(ctx, soggetto, {
      ...{ chiave, servizioId },
      decide: async ({ caso, operatoreId }, _regole, stores) => {
        const eroga = erogatoreDi({ operatoreId }, findServizio(caso.dote, servizioId));
        const { incarico, disponibili } = await incaricoDi(stores, eroga, chiesto);
        const comando = { servizioId, dal, incarico, motivo };
        return variaServizio(caso, comando, disponibili, adesso(ctx));
      },
    }),
  concludiServizio: (soggetto, { chiave, servizioId, dataFine, esito }) =>
    eseguiSuServizio(ctx, soggetto, {
      ...{ chiave, servizioId },
      decide: ({ caso }, regole) =>
        concludiServizio(caso, { servizioId, dataFine, esito }, regole, adesso(ctx)),
    }),
});
