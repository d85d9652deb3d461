import { createHash } from "node:crypto";
import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { estrai, regoleLiquidazione } from "@staffetta/domain";
import { type Autore, autoreDi } from "@staffetta/nodo";
import { FATTO } from "../casi/comando.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import { prossimoNumero } from "./domanda.ts";
import { eseguiSuRichiesta, regoleDi, richiestaDi, scriviRichiesta } from "./passo.ts";
import type { RichiestaRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "estraiCampione" | "registraControllo" | "recuperaImporto"
>;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const SEME_BYTES = 16;

/** Everything approved and not drawn yet, held; in the order of the ids. */
async function prendiApprovate(stores: Stores): Promise<readonly RichiestaRow[]> {
  const approvate: RichiestaRow[] = [];
  for (const { id } of await stores.richiestePagamento.by("stato", "approvata")) {
    const row = await stores.richiestePagamento.lock(id);
    if (row?.stato === "approvata") approvate.push(row);
  }
  return approvate;
}

interface Estratta {
  readonly estrazioneId: string;
  readonly numero: string;
  readonly estratte: number;
}

/** The seed is born here, nobody chooses it; each request is in one draw only, so nobody draws again. */
async function estraiDa(
  ctx: Contesto,
  stores: Stores,
  approvate: readonly RichiestaRow[],
  chi: Autore,
): Promise<Estratta> {
  const voci = await stores.vociRichiesta.by("richiestaId", approvate[0]?.id ?? "");
  const { campione } = (await regoleDi(ctx, stores, voci)).rendiconto.liquidazione;
  const seme = Buffer.from(ctx.random.bytes(SEME_BYTES)).toString("hex");
  const numeri = approvate.map(({ numero }) => numero);
  const { ordinati, quanti } = estrai(numeri, seme, campione, sha256);
  const numero = await prossimoNumero(ctx, stores, "EST");
  const estrazioneId = ctx.random.uuid();
  await stores.estrazioni.insert({
    ...{ id: estrazioneId, numero, at: adesso(ctx), chiId: chi.id, chi: chi.nome, seme },
    ...campione,
  });
  for (const [posto, { id, impronta, estratto: estratta }] of ordinati.entries()) {
    const row = approvate.find((una) => una.numero === id);
    if (row === undefined) throw new Error(`manca la domanda ${id}`);
    const prima = await richiestaDi(stores, row);
    const deciso = regoleLiquidazione.applicaEstrazione(prima, estratta);
    if (!deciso.ok) throw new Error(`la domanda ${id} non si può estrarre`);
    const passo = estratta ? "estratta" : "non-estratta";
    const scritta = { prima, dopo: deciso.value, passo, nota: numero, chi } as const;
    await scriviRichiesta(ctx, stores, scritta);
    await stores.estratte.insert({
      ...{ richiestaId: row.id, estrazioneId, numero: id, posto: posto + 1, impronta, estratta },
    });
  }
  return { estrazioneId, numero, estratte: quanti };
}

const estraiWith =
  (ctx: Contesto): Ops["estraiCampione"] =>
  (soggetto, { chiave }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const approvate = await prendiApprovate(stores);
      const done = await stores.chiavi.get(chiave);
      if (done !== null) return { ok: true, valore: done.risposta as Estratta };
      if (approvate.length === 0)
        return ctx.problemi.rispondi({ code: "liquidazione.niente-da-estrarre" });
      return { ok: true, valore: await estraiDa(ctx, stores, approvate, autoreDi(soggetto)) };
    });

const controllaWith =
  (ctx: Contesto): Ops["registraControllo"] =>
  (soggetto, { decurtazioni, nota, ...quale }) =>
    eseguiSuRichiesta(ctx, soggetto, {
      ...{ ...quale, passo: "controllata", nota, valore: FATTO },
      decide: (richiesta) =>
        regoleLiquidazione.registraControllo(richiesta, {
          ...{ chi: autoreDi(soggetto).id, decurtazioni },
        }),
      evento: (prima, { servizioId, rendicontazioneId, importoCents }) => {
        const tolti = prima.importoCents - importoCents;
        if (tolti === 0) return null;
        return {
          ...{ tipo: "importo-decurtato", at: adesso(ctx) },
          ...{ servizioId, rendicontazioneId, importoCents: tolti },
        };
      },
    });

const recuperaWith =
  (ctx: Contesto): Ops["recuperaImporto"] =>
  (soggetto, { rendicontazioneId, importoCents, motivo, ...quale }) =>
    eseguiSuRichiesta(ctx, soggetto, {
      ...{ ...quale, passo: "recupero", nota: motivo, valore: FATTO },
      decide: (richiesta) =>
        regoleLiquidazione.recuperaImporto(richiesta, {
          ...{ rendicontazioneId, importoCents, motivo, chi: autoreDi(soggetto).id },
        }),
      evento: (prima, dopo) => {
        const { servizioId } = dopo;
        const presi = dopo.recuperatoCents - prima.recuperatoCents;
        if (presi === 0) return null;
        return {
          ...{ tipo: "importo-recuperato", at: adesso(ctx) },
          ...{ servizioId, rendicontazioneId: dopo.rendicontazioneId, importoCents: presi },
        };
      },
    });

/** Who controls draws, looks on the spot, asks back: never who admitted or approved. */
export const operazioniControllo = (ctx: Contesto): Ops => ({
  estraiCampione: estraiWith(ctx),
  registraControllo: controllaWith(ctx),
  recuperaImporto: recuperaWith(ctx),
});
