import { createHash } from "node:crypto";
import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import { regoleLiquidazione } from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { eseguiSuRichiesta, eventoPagamento } from "./passo.ts";
import type { MovimentoTesoreriaRow } from "./tabelle.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "registraPagamento">;
type Notizia = Parameters<Ops["registraPagamento"]>[1];

const isStessa = (noto: MovimentoTesoreriaRow, notizia: Notizia): boolean =>
  Object.entries(notizia).every(
    ([campo, valore]) => noto[campo as keyof MovimentoTesoreriaRow] === valore,
  );

interface Trovato {
  readonly noto: MovimentoTesoreriaRow | null;
  readonly richiestaId: string | null;
}
async function trova(stores: Stores, { riferimento, ordineId }: Notizia): Promise<Trovato> {
  const noto = await stores.movimentiTesoreria.get(riferimento);
  const [richiesta] = await stores.richiestePagamento.by("ordineId", ordineId);
  return { noto, richiestaId: richiesta?.id ?? null };
}

/** The reference of the treasury makes the key: the same news twice, even at once, does nothing twice. */
const chiaveDi = (riferimento: string): string =>
  createHash("sha256")
    .update(`tesoreria/${riferimento}`)
    .digest("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-8$3-8$4-$5");

const applica = (ctx: Contesto, soggetto: Soggetto, richiestaId: string, notizia: Notizia) => {
  const { riferimento, esito, data, importoCents, motivo } = notizia;
  const pagato = esito === "pagato";
  return eseguiSuRichiesta(ctx, soggetto, {
    ...{ chiave: chiaveDi(riferimento), richiestaId, version: null },
    passo: pagato ? "pagata" : "insoluta",
    nota: motivo === "" ? riferimento : `${riferimento}: ${motivo}`,
    decide: (richiesta) =>
      pagato
        ? regoleLiquidazione.confermaPagamento(richiesta, { data, importoCents }, oggi(ctx))
        : regoleLiquidazione.stornaPagamento(richiesta, { data, importoCents, motivo }, oggi(ctx)),
    evento: eventoPagamento(ctx, pagato ? "pagamento-eseguito" : "pagamento-stornato"),
    conserva: (stores) =>
      stores.movimentiTesoreria.insert({
        ...{ ...notizia, richiestaId, at: adesso(ctx), chi: nomeDi(soggetto) },
      }),
    valore: { esito: "accettata" as const },
  });
};

/** What the treasury says of an order: paid, or given back by the bank. */
export const operazioniPagamento = (ctx: Contesto): Ops => ({
  registraPagamento: async (soggetto, notizia) => {
    const { noto, richiestaId } = await ctx.uow.transaction((stores) => trova(stores, notizia));
    if (noto !== null) {
      if (isStessa(noto, notizia)) return { ok: true, valore: { esito: "duplicata" } };
      const { riferimento } = notizia;
      const campo = "riferimento";
      return ctx.problemi.rispondi({
        code: "liquidazione.riferimento-diverso",
        ...{ riferimento, campo },
      });
    }
    if (richiestaId === null)
      return ctx.problemi.rispondi({
        code: "liquidazione.ordine-sconosciuto",
        ...{ campo: "ordineId" },
      });
    return applica(ctx, soggetto, richiestaId, notizia);
  },
});
