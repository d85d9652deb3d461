import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { avviaServizio, concludiServizio } from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import { eseguiSuServizio } from "./comando.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "avviaServizio" | "concludiServizio">;

/** What the operatore delivers. */
export const operazioniServizi = (ctx: Contesto): Ops => ({
  avviaServizio: (soggetto, { chiave, servizioId, dataInizio }) =>
    eseguiSuServizio(ctx, soggetto, {
      ...{ chiave, servizioId },
      decide: ({ caso }, regole) =>
        avviaServizio(caso, { servizioId, dataInizio }, regole, adesso(ctx)),
    }),
  concludiServizio: (soggetto, { chiave, servizioId, dataFine, esito }) =>
    eseguiSuServizio(ctx, soggetto, {
      ...{ chiave, servizioId },
      decide: ({ caso }, regole) =>
        concludiServizio(caso, { servizioId, dataFine, esito }, regole, adesso(ctx)),
    }),
});
