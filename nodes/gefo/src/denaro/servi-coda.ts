import { regoleCaso } from "@staffetta/domain";
import { registraEvento } from "../casi/registra-evento.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { notifica } from "../notifiche/notifica.ts";
import type { CodaRow } from "./tabelle.ts";

const CHI = "Gefo: coda del denaro";
const GIRO_MAX = 200;

/** Offers the money to one that waits. True = it has been sent. */
const offri = (ctx: Contesto, { doteId, adesioneId }: CodaRow): Promise<boolean> =>
  ctx.uow.transaction(async (stores) => {
    const prima = await stores.casi.lock(adesioneId);
    if (prima === null || prima.caso.dote?.id !== doteId) return false;
    const ente = await stores.enti.get(prima.operatoreId);
    if (ente?.stato !== "accreditato") return false;
    const evento = regoleCaso.serviDote(prima.caso, adesso(ctx));
    if (evento === null) return false;
    const scritto = await registraEvento(ctx, stores, { prima, evento }, { chi: CHI });
    if (!scritto.ok) return false;
    await notifica(ctx, stores, prima, {
      ...{ chiave: `coda/${doteId}/servita`, modello: "avviso" },
      dati: {
        titolo: "la tua dote è partita",
        messaggio: "il denaro per la tua dote c'è: la dote è partita. Il tuo operatore ti chiama.",
      },
    });
    return true;
  });

/** Money that has come back is offered in order of number to those whom it is enough for. */
export async function serviCoda(ctx: Contesto): Promise<number> {
  const inCoda = await ctx.uow.transaction(async (stores) => {
    const avvisi = await stores.avvisi.all();
    return (
      await Promise.all(avvisi.map(({ id }) => stores.elenchi.denaro.inCoda(id, GIRO_MAX)))
    ).flat();
  });
  let servite = 0;
  for (const riga of inCoda) if (await offri(ctx, riga)) servite++;
  return servite;
}

/** News from the region give money back too: they can't serve the queue in their own transaction. */
export const lavoroDellaCoda = (ctx: Contesto) => ({
  ...{ nome: "coda del denaro", cron: "* * * * *" },
  esegui: async () => {
    await serviCoda(ctx);
  },
});
