import { chiudiTaglio, type ServizioId } from "@staffetta/domain";
import { registraEvento } from "../casi/registra-evento.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { serviCoda } from "../denaro/servi-coda.ts";

const NOTTE = "40 1 * * *";
const CHI = "Gefo, ogni notte";

/** A cut that nobody has shown again in time is final: its money is free, and may serve who waits. */
async function chiudiTagli(ctx: Contesto): Promise<void> {
  const tagliati = await ctx.uow.transaction(({ elenchi }) => elenchi.rendicontazione.tagliati());
  let chiusi = 0;
  for (const { servizioId, adesioneId } of tagliati)
    await ctx.uow.transaction(async (stores) => {
      const prima = await stores.casi.lock(adesioneId);
      const evento = prima && chiudiTaglio(prima.caso, servizioId as ServizioId, adesso(ctx));
      if (!prima || evento === null) return;
      const esito = await registraEvento(ctx, stores, { prima, evento }, { chi: CHI });
      if (!esito.ok) throw new Error(`il taglio del servizio ${servizioId} non si chiude`);
      chiusi++;
    });
  if (chiusi > 0) await serviCoda(ctx);
}

export const lavoroDeiTagli = (ctx: Contesto) => ({
  nome: "tagli-definitivi",
  cron: NOTTE,
  esegui: () => chiudiTagli(ctx),
});
