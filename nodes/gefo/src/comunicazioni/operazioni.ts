import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { conRifiuti } from "../casi/rifiuti.ts";
import { adesso, type Contesto } from "../contesto.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "importaComunicazione">;

/** Who writes them is the national system; here they are only kept, and found by person. */
export const operazioniComunicazioni = (ctx: Contesto): Ops => ({
  importaComunicazione: (_soggetto, { codiceFiscale, ...comunicazione }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const persona = ctx.cipher.digest(codiceFiscale);
      const { protocollo } = comunicazione;
      const known = await stores.comunicazioni.get(protocollo);
      if (known !== null) {
        const { persona: sua, ricevutaAt: _, ...nota } = known;
        const same =
          sua === persona &&
          Object.entries(comunicazione).every(
            ([campo, valore]) => nota[campo as keyof typeof nota] === valore,
          );
        if (!same) return refuse({ code: "comunicazione.diversa", ...{ protocollo } });
        return { esito: "duplicata" as const };
      }
      await stores.comunicazioni.insert({ ...comunicazione, persona, ricevutaAt: adesso(ctx) });
      return { esito: "accettata" as const };
    }),
});
