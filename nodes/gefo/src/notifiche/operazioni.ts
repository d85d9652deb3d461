import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import { MODELLI_NOTIFICA, registraRimbalzo } from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { FATTO, isMio } from "../casi/comando.ts";
import { annotaLettura } from "../casi/letture.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { letteraOf } from "./notifica.ts";
import type { NotificaRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "posta" | "lettera" | "preferenzeNotifiche" | "registraRimbalzo"
>;

const ULTIME_ROWS = 50;

const personaDi = (caso: CasoRow | null): string =>
  caso === null ? "—" : `${caso.cognome} ${caso.nome}`;

const vistaDi = (row: NotificaRow, caso: CasoRow | null) => ({
  ...{ notificaId: row.id, adesioneId: row.adesioneId, persona: personaDi(caso) },
  ...{ modello: MODELLI_NOTIFICA[row.modello].etichetta, canale: row.canale, stato: row.stato },
  ...{ creataAt: row.creataAt, inviataAt: row.inviataAt, tentativi: row.tentativi },
  risposta: row.risposta,
});

/** An addetto reads what was written to the giovani of the operatore, when they were its own. */
const visibile = (soggetto: Soggetto, row: NotificaRow, caso: CasoRow | null): boolean =>
  caso !== null &&
  isMio(caso, soggetto) &&
  (soggetto.ruolo !== "addetto" || row.operatoreId === soggetto.operatoreId);

async function postaOf(stores: Stores, soggetto: Soggetto, adesioneId: string | null) {
  const operatoreId = soggetto.ruolo === "addetto" ? soggetto.operatoreId : null;
  const rows =
    adesioneId === null
      ? await stores.elenchi.notifiche.ultime(operatoreId, ULTIME_ROWS)
      : await stores.notifiche.by("adesioneId", adesioneId);
  const viste = [];
  for (const row of rows) {
    const caso = await stores.casi.get(row.adesioneId);
    if (visibile(soggetto, row, caso)) viste.push(vistaDi(row, caso));
  }
  return viste;
}

const SCONOSCIUTA = { code: "notifica.sconosciuta" } as const;

/** What was written to people, what became of it, and how they want to be written to. */
export const operazioniNotifiche = (ctx: Contesto): Ops => ({
  posta: (soggetto, { adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const lettere = await postaOf(stores, soggetto, adesioneId ?? null);
      return { ok: true, valore: { lettere } as never };
    }),
  lettera: (soggetto, { notificaId }) =>
    ctx.uow.transaction(async (stores) => {
      const row = await stores.notifiche.get(notificaId);
      const caso = row === null ? null : await stores.casi.get(row.adesioneId);
      if (row === null || !visibile(soggetto, row, caso)) return ctx.problemi.rispondi(SCONOSCIUTA);
      const { adesioneId } = row;
      await annotaLettura(ctx, stores, soggetto, adesioneId, "lettera");
      const { a, oggetto, testo, breve, allegati = [] } = letteraOf(ctx, row);
      const scritta = { oggetto, testo, breve, a, allegati: allegati.map(({ nome }) => nome) };
      return { ok: true, valore: { ...vistaDi(row, caso), ...scritta } as never };
    }),
  preferenzeNotifiche: (soggetto, { adesioneId, canale, senzaPromemoria }) =>
    ctx.uow.transaction(async (stores) => {
      const caso = await stores.casi.lock(adesioneId);
      if (caso === null || !isMio(caso, soggetto))
        return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
      const chi = nomeDi(soggetto);
      await stores.preferenze.put({
        ...{ adesioneId, canale, senzaPromemoria, chi },
        at: adesso(ctx),
      });
      return { ok: true, valore: FATTO };
    }),
  registraRimbalzo: (_soggetto, { notificaId, motivo }) =>
    ctx.uow.transaction(async (stores) => {
      const row = await stores.notifiche.lock(notificaId);
      if (row === null) return ctx.problemi.rispondi(SCONOSCIUTA);
      await stores.notifiche.put({ ...row, ...registraRimbalzo(row, motivo) });
      return { ok: true, valore: FATTO };
    }),
});
