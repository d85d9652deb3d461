import type { Implementazione, OperazioniGefo, Risposta, Soggetto } from "@staffetta/contracts";
import { type Durc, dayInRome, type Instant, regoleLiquidazione } from "@staffetta/domain";
import { autoreDi } from "@staffetta/nodo";
import { FATTO } from "../casi/comando.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { EnteRow } from "../operatori/tabelle.ts";
import type { Stores } from "../store.ts";
import { prossimoNumero } from "./domanda.ts";
import { eseguiSuRichiesta, eventoPagamento, findRichiesta, regoleDi } from "./passo.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "approvaRichiesta" | "respingiRichiesta" | "ordinaPagamento"
>;

interface Noto {
  readonly ente: EnteRow;
  /** Regular, and asked today for this request. */
  readonly durc: Durc | null;
}

async function leggi(
  ctx: Contesto,
  stores: Stores,
  soggetto: Soggetto,
  richiestaId: string,
): Promise<Noto | null> {
  const row = await findRichiesta(stores, soggetto, richiestaId);
  const ente = row && (await stores.enti.get(row.operatoreId));
  if (!ente) return null;
  const chiesti = await stores.durc.by("richiestaId", richiestaId);
  const buono = chiesti.find(
    ({ esito, chiestoAt }) => esito === "regolare" && dayInRome(chiestoAt as Instant) === oggi(ctx),
  );
  return { ente, durc: buono ?? null };
}

/** Asked before the step and kept whatever it says: an answer that stops a payment is a fact too. */
async function chiediDurc(
  ctx: Contesto,
  soggetto: Soggetto,
  richiestaId: string,
): Promise<Risposta<Durc>> {
  const noto = await ctx.uow.transaction((stores) => leggi(ctx, stores, soggetto, richiestaId));
  if (noto === null) return ctx.problemi.rispondi({ code: "liquidazione.sconosciuta" });
  if (noto.durc !== null) return { ok: true, valore: noto.durc };
  const durc = await ctx.durc.chiedi(noto.ente.codiceFiscale, ctx.clock).catch(() => null);
  if (durc === null) return ctx.problemi.rispondi({ code: "durc.servizio-fermo" });
  await ctx.uow.transaction((stores) =>
    stores.durc.insert({
      ...{ ...durc, id: ctx.random.uuid(), richiestaId, servizio: ctx.durc.nome },
      chiestoAt: adesso(ctx),
    }),
  );
  return { ok: true, valore: durc };
}

const approvaWith =
  (ctx: Contesto): Ops["approvaRichiesta"] =>
  async (soggetto, { controlli, ...quale }) => {
    const durc = await chiediDurc(ctx, soggetto, quale.richiestaId);
    if (!durc.ok) return durc;
    return eseguiSuRichiesta(ctx, soggetto, {
      ...{ ...quale, passo: "approvata", valore: FATTO },
      decide: async (richiesta, stores) => {
        const { liquidazione } = (await regoleDi(ctx, stores, richiesta.voci)).rendiconto;
        const esame = { chi: autoreDi(soggetto).id, controlli, durc: durc.valore };
        return regoleLiquidazione.approvaRichiesta(richiesta, esame, liquidazione, oggi(ctx));
      },
    });
  };

const ordinaWith =
  (ctx: Contesto): Ops["ordinaPagamento"] =>
  async (soggetto, quale) => {
    const durc = await chiediDurc(ctx, soggetto, quale.richiestaId);
    if (!durc.ok) return durc;
    return eseguiSuRichiesta(ctx, soggetto, {
      ...{ ...quale, passo: "ordinata", valore: ({ ordineId }) => ({ ordineId: ordineId ?? "" }) },
      decide: async (richiesta, stores) => {
        const ordineId = await prossimoNumero(ctx, stores, "ORD");
        const ordine = { chi: autoreDi(soggetto).id, ordineId, durc: durc.valore };
        return regoleLiquidazione.ordinaPagamento(richiesta, ordine, oggi(ctx));
      },
      evento: eventoPagamento(ctx, "pagamento-ordinato"),
    });
  };

/** The desk of the Region looks at a request, and has it paid. */
export const operazioniIstruttoriaLiquidazione = (ctx: Contesto): Ops => ({
  approvaRichiesta: approvaWith(ctx),
  respingiRichiesta: (soggetto, { motivo, ...quale }) =>
    eseguiSuRichiesta(ctx, soggetto, {
      ...{ ...quale, passo: "respinta", nota: motivo, valore: FATTO },
      decide: (richiesta) => regoleLiquidazione.respingiRichiesta(richiesta, motivo),
    }),
  ordinaPagamento: ordinaWith(ctx),
});
