import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { dayInRome, daysBetween, rendiconta, verificaRendicontazione } from "@staffetta/domain";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { nomiOf } from "../operatori/nomi.ts";
import { eseguiSuServizio } from "../servizi/comando.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "rendiconta" | "rendicontazioni" | "verificaRendicontazione"
>;

const ELENCO_MAX = 200;

const rendicontazioniWith =
  (ctx: Contesto): Ops["rendicontazioni"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const nomi = await nomiOf(stores);
      const today = oggi(ctx);
      const righe = (await stores.elenchi.rendicontazione.daVerificare(ELENCO_MAX)).map((row) => {
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

/** What was delivered is reported by the operatore and verified by the region. */
export const operazioniRendicontazione = (ctx: Contesto): Ops => ({
  rendiconta: (soggetto, { chiave, servizioId, oreErogate }) =>
    eseguiSuServizio(ctx, soggetto, {
      ...{ chiave, servizioId },
      decide: ({ caso }, regole) =>
        rendiconta(caso, { servizioId, oreErogate }, regole, adesso(ctx)),
    }),
  rendicontazioni: rendicontazioniWith(ctx),
  verificaRendicontazione: (soggetto, { chiave, servizioId, taglioCents, motivoTaglio }) =>
    eseguiSuServizio(ctx, soggetto, {
      ...{ chiave, servizioId },
      decide: ({ caso }) => {
        const verifica = { servizioId, taglioCents, motivoTaglio };
        return verificaRendicontazione(caso, verifica, adesso(ctx));
      },
    }),
});
