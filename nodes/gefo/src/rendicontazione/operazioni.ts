import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { CONTI_VUOTI } from "@staffetta/domain";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { isMio } from "../casi/comando.ts";
import { annotaLettura } from "../casi/letture.ts";
import { conRifiuti } from "../casi/rifiuti.ts";
import type { Contesto } from "../contesto.ts";
import { nomiOf } from "../operatori/nomi.ts";
import { apriRegistro } from "../registro/apri.ts";
import { controlliFattiDi } from "./controlli.ts";
import { rendiconta } from "./presenta.ts";
import { verifica } from "./verifica.ts";
import { testataDi, vociDi } from "./viste.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "rendiconta"
  | "rendicontazioniServizio"
  | "rendicontazioni"
  | "rendicontazione"
  | "verificaRendicontazione"
>;

const ELENCO_MAX = 200;

const rendicontazioniServizioWith =
  (ctx: Contesto): Ops["rendicontazioniServizio"] =>
  (soggetto, { servizioId }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const registro = await apriRegistro(ctx, stores, soggetto, servizioId);
      // Whoever delivers for another writes the register; what is paid is of whoever has the case.
      if (registro === null || !isMio(registro.riga, soggetto))
        return refuse({ code: "servizio.sconosciuto" });
      const { conti = CONTI_VUOTI } = registro.servizio;
      const nomi = await nomiOf(stores);
      const { controlli } = registro.regole.rendiconto;
      const rows = await stores.rendicontazioni.by("servizioId", servizioId);
      const rendicontazioni = [];
      for (const row of rows.toSorted((a, b) => (a.presentataAt < b.presentataAt ? -1 : 1)))
        rendicontazioni.push({
          ...testataDi(ctx, row, nomi),
          ...{ voci: await vociDi(stores, row.id), controlli },
          controlliFatti: await controlliFattiDi(stores, row.id),
        });
      const { ripresentabileCents, ripresentabileEntro } = conti;
      return { rendicontazioni, ripresentabileCents, ripresentabileEntro };
    });

const rendicontazioneWith =
  (ctx: Contesto): Ops["rendicontazione"] =>
  (soggetto, { rendicontazioneId }) =>
    conRifiuti(ctx, async (stores, refuse) => {
      const row = await stores.rendicontazioni.get(rendicontazioneId);
      const riga = row === null ? null : await stores.casi.get(row.adesioneId);
      if (row === null || riga === null) return refuse({ code: "rendicontazione.sconosciuta" });
      const { adesioneId } = row;
      await annotaLettura(ctx, stores, soggetto, adesioneId, "rendicontazione");
      const { rendiconto } = await regoleDelCaso(ctx, stores, riga.caso);
      return {
        ...testataDi(ctx, row, await nomiOf(stores)),
        ...{ voci: await vociDi(stores, row.id), controlli: rendiconto.controlli },
        controlliFatti: await controlliFattiDi(stores, row.id),
      };
    });

/** What was delivered is reported by the operatore and verified by the region. */
export const operazioniRendicontazione = (ctx: Contesto): Ops => ({
  rendiconta: (soggetto, chiesta) => rendiconta(ctx, soggetto, chiesta),
  rendicontazioniServizio: rendicontazioniServizioWith(ctx),
  rendicontazioni: () =>
    ctx.uow.transaction(async (stores) => {
      const nomi = await nomiOf(stores);
      const rows = await stores.elenchi.rendicontazione.daVerificare(ELENCO_MAX);
      return { ok: true, valore: { righe: rows.map((row) => testataDi(ctx, row, nomi)) } };
    }),
  rendicontazione: rendicontazioneWith(ctx),
  verificaRendicontazione: (soggetto, chiesta) => verifica(ctx, soggetto, chiesta),
});
