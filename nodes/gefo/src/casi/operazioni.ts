import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import type { Contesto } from "../contesto.ts";
import { isMio } from "./comando.ts";
import { annotaLettura } from "./letture.ts";
import { schedaDi } from "./scheda.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "caso">;

const casoWith =
  (ctx: Contesto): Ops["caso"] =>
  (soggetto, { adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const riga = await stores.casi.get(adesioneId);
      if (riga === null || !isMio(riga, soggetto))
        return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
      await annotaLettura(ctx, stores, soggetto, adesioneId, "caso");
      return { ok: true, valore: await schedaDi(ctx, stores, riga, soggetto) };
    });

/** A case as it is read. */
export const operazioniCaso = (ctx: Contesto): Ops => ({ caso: casoWith(ctx) });
