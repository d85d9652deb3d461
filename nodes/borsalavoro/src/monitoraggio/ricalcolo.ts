import type { Implementazione, OperazioniBorsaLavoro } from "@staffetta/contracts";
import { conta } from "@staffetta/domain";
import type { Contesto } from "../contesto.ts";

type Ricalcola = Implementazione<OperazioniBorsaLavoro>["ricalcolaCifre"];

/**
 * Counts again, from the facts, every figure already sent for these days, as it was known then. The same
 * (giorno, notoAt) must give the same figures for ever: what differs is a fault of ours, and is named.
 */
export const ricalcolaWith =
  (ctx: Contesto): Ricalcola =>
  (_soggetto, { dal, al }) =>
    ctx.uow.transaction(async (stores) => {
      const fatti = await stores.fatti.all();
      const attesaDaysMax = ctx.regole.termini.contattoDays;
      const inviate = (await stores.istantanee.all()).filter(
        ({ giorno }) => giorno >= dal && giorno <= al,
      );
      const differenze = inviate.flatMap(
        ({ giorno, edizione, corpo: { cifre, notoAt, sha256 } }) => {
          const ora = conta(fatti, { giorno: corpoGiorno(giorno), notoAt, attesaDaysMax });
          const same = JSON.stringify(ora) === JSON.stringify(cifre);
          return same ? [] : [{ giorno: corpoGiorno(giorno), edizione, sha256 }];
        },
      );
      const valore = { dal, al, edizioni: inviate.length, differenze };
      return { ok: true, valore };
    });

const corpoGiorno = (giorno: string) => giorno as Parameters<typeof conta>[1]["giorno"];
