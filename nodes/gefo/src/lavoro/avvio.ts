import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { lavoroDelleChiusure } from "./da-chiudere.ts";
import { segnaDaCapo } from "./segna.ts";

const TUTTI = 10_000_000;

/** The cases of a node that had no list yet: once, at the first start after the upgrade. */
export async function ensureCoda(ctx: Contesto, stores: Stores): Promise<void> {
  for (const adesioneId of await stores.elenchi.lavoro.senzaVoce(TUTTI))
    await segnaDaCapo(ctx, stores, adesioneId);
}

const RACCOLTA_ROWS = 10_000;

export const lavoriDellaLista = (ctx: Contesto) => [
  lavoroDelleChiusure(ctx),
  {
    nome: "conteggi della lista",
    cron: "* * * * *",
    esegui: async (): Promise<void> => {
      const once = () =>
        ctx.uow.transaction(({ elenchi: { lavoro } }) => lavoro.raccogli(RACCOLTA_ROWS));
      while ((await once()) === RACCOLTA_ROWS);
      await ctx.uow.transaction(({ elenchi: { lavoro } }) => lavoro.avanzaGiorno(oggi(ctx)));
    },
  },
];
