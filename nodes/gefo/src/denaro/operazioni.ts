import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { dayInRome, daysBetween, verificaRendicontazione } from "@staffetta/domain";
import { eseguiSuServizio } from "../casi/operazioni.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "rendicontazioni" | "verificaRendicontazione" | "bilancio" | "operatori"
>;

const ELENCO_MAX = 200;

async function nomiOf(stores: Stores): Promise<ReadonlyMap<string, string>> {
  const operatori = await stores.operatori.all();
  return new Map(operatori.map(({ id, denominazione }) => [id, denominazione]));
}

const bilancioWith =
  (ctx: Contesto): Ops["bilancio"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const saldi = new Map((await stores.conti.all()).map((row) => [row.conto, row.saldoCents]));
      const nomi = await nomiOf(stores);
      const somme = await stores.elenchi.perOperatore();
      return {
        ok: true,
        valore: {
          assegnatoCents: -(saldi.get("stanziamento") ?? 0),
          prenotatoCents: saldi.get("prenotato") ?? 0,
          impegnatoCents: (saldi.get("impegnato") ?? 0) + (saldi.get("rendicontato") ?? 0),
          ammessoCents: saldi.get("ammesso") ?? 0,
          disponibileCents: saldi.get("disponibile") ?? 0,
          perOperatore: somme.map(({ operatoreId, ...somma }) => ({
            operatore: nomi.get(operatoreId) ?? operatoreId,
            ...somma,
          })),
        },
      };
    });

const rendicontazioniWith =
  (ctx: Contesto): Ops["rendicontazioni"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const nomi = await nomiOf(stores);
      const today = oggi(ctx);
      const righe = (await stores.elenchi.daVerificare(ELENCO_MAX)).map((row) => {
        const presentataAt = row.rendicontatoAt as ReturnType<typeof adesso>;
        return {
          servizioId: row.id,
          adesioneId: row.adesioneId,
          operatore: nomi.get(row.operatoreId) ?? row.operatoreId,
          misura: row.misura,
          presentataAt,
          attesaDays: daysBetween(dayInRome(presentataAt), today),
          oreErogate: row.oreErogate ?? 0,
          richiestoCents: row.richiestoCents ?? 0,
        };
      });
      return { ok: true, valore: { righe } as never };
    });

/** The desk of the region in Gefo: what was reported, and the money. */
export const operazioniRegione = (ctx: Contesto): Ops => ({
  rendicontazioni: rendicontazioniWith(ctx),
  verificaRendicontazione: (soggetto, { chiave, servizioId, taglioCents, motivoTaglio }) =>
    eseguiSuServizio(ctx, soggetto, {
      ...{ chiave, servizioId },
      decide: ({ caso }) => {
        const verifica = { servizioId, taglioCents, motivoTaglio };
        return verificaRendicontazione(caso, verifica, adesso(ctx));
      },
    }),
  bilancio: bilancioWith(ctx),
  operatori: () =>
    ctx.uow.transaction(async (stores) => {
      const aperti = await stores.elenchi.countAperti();
      const operatori = (await stores.operatori.all()).map(({ id, denominazione, comune }) => ({
        ...{ id, denominazione, comune },
        casiAperti: aperti[id] ?? 0,
      }));
      return { ok: true, valore: { operatori } as never };
    }),
});
