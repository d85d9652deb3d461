import {
  type CanaleNotifica,
  type EsitoInvio,
  isDaInviare,
  prendiInInvio,
  REGOLE_NOTIFICHE,
  registraEsitoInvio,
} from "@staffetta/domain";
import { type Vettore, vettoreDiProva } from "@staffetta/platform";
import { adesso, type Contesto } from "../contesto.ts";
import { letteraOf } from "./notifica.ts";
import type { NotificaRow } from "./tabelle.ts";

export type Vettori = Readonly<Partial<Record<CanaleNotifica, Vettore>>>;

/** What a node has when nobody configured it: nothing leaves, everything is read on a page. */
export const VETTORI_DI_PROVA: Vettori = {
  ...{ email: vettoreDiProva, io: vettoreDiProva, sms: vettoreDiProva },
};

const INSIEME = 20;

const prendi = (ctx: Contesto): Promise<readonly NotificaRow[]> =>
  ctx.uow.transaction(async (stores) => {
    const now = adesso(ctx);
    const prese: NotificaRow[] = [];
    for (const id of await stores.elenchi.notifiche.daInviare(now, INSIEME)) {
      const row = await stores.notifiche.lock(id);
      if (row === null || !isDaInviare(row, now)) continue;
      const presa = { ...row, ...prendiInInvio(row, REGOLE_NOTIFICHE, now) };
      await stores.notifiche.put(presa);
      prese.push(presa);
    }
    return prese;
  });

const SENZA_VETTORE: EsitoInvio = {
  ...{ esito: "guasto", risposta: "questo canale non è configurato su questo nodo" },
};

async function consegna(ctx: Contesto, row: NotificaRow): Promise<void> {
  const vettore = ctx.vettori[row.canale];
  const esito = vettore === undefined ? SENZA_VETTORE : await vettore.invia(letteraOf(ctx, row));
  await ctx.uow.transaction(async (stores) => {
    const ora = await stores.notifiche.lock(row.id);
    // Somebody else took it when this sender was silent for too long: his outcome counts.
    if (ora === null || ora.tentativi !== row.tentativi) return;
    const dopo = registraEsitoInvio(ora, esito, REGOLE_NOTIFICHE, adesso(ctx));
    await stores.notifiche.put({ ...ora, ...dopo });
  });
}

/** Sends what is due; nothing is held while a carrier answers. Answers how many it tried. */
export async function spedisci(ctx: Contesto): Promise<number> {
  let tried = 0;
  for (;;) {
    const prese = await prendi(ctx);
    await Promise.all(prese.map((row) => consegna(ctx, row)));
    tried += prese.length;
    if (prese.length < INSIEME) return tried;
  }
}

export const lavoriDellaPosta = (ctx: Contesto) => [
  {
    nome: "posta in uscita",
    cron: "*/5 * * * * *",
    esegui: async (): Promise<void> => {
      await spedisci(ctx);
    },
  },
];
