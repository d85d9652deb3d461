import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { checkNuovaDote, type DoteId, regoleCaso, type ServizioId } from "@staffetta/domain";
import { esegui, FATTO } from "../casi/comando.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { accoda } from "../denaro/coda.ts";
import { notifica } from "../notifiche/notifica.ts";
import { abilitazioneDi, enteDi } from "../operatori/ente.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "inviaDote" | "lasciaCoda">;

/** The plan of services and its sending. */
export const operazioniDote = (ctx: Contesto): Ops => ({
  inviaDote: (soggetto, { chiave, adesioneId, servizi }) => {
    const doteId = ctx.random.uuid() as DoteId;
    // Short, spoken over the telephone: the region, the year, the tail of the id.
    const protocollo = `GG-${ctx.regione}-${oggi(ctx).slice(0, 4)}-${doteId.slice(-8).toUpperCase()}`;
    const chiesti = servizi.map((uno) => ({ ...uno, id: ctx.random.uuid() as ServizioId }));
    return esegui(ctx, soggetto, {
      ...{
        chiave,
        adesioneId,
        valore: { doteId, protocollo, numeroInCoda: null as number | null },
      },
      verifica: async (stores, { operatoreId }) =>
        checkNuovaDote(
          abilitazioneDi(await enteDi(stores, operatoreId)),
          servizi.map(({ misura }) => misura),
        ),
      senzaDenaro: async (stores, riga, evento) => {
        const { numero, ...accodata } = await accoda(ctx, stores, riga, evento);
        await notifica(ctx, stores, riga, {
          ...{ chiave: `coda/${doteId}`, modello: "avviso" },
          dati: {
            titolo: `la tua dote ha il numero ${numero}`,
            messaggio: `il denaro per la tua dote non basta per tutti, adesso. La tua ha il numero ${numero} nella coda: parte da sola quando tocca a lei, e te lo scriviamo. Non devi fare niente.`,
          },
        });
        return { ...accodata, valore: { doteId, protocollo, numeroInCoda: numero } };
      },
      decide: ({ caso }, regole) => {
        const comando = { id: doteId, protocollo, servizi: chiesti };
        return regoleCaso.inviaDote(caso, comando, regole, adesso(ctx));
      },
    });
  },
  lasciaCoda: (soggetto, { chiave, adesioneId }) =>
    esegui(ctx, soggetto, {
      ...{ chiave, adesioneId, valore: FATTO },
      decide: ({ caso }) => regoleCaso.lasciaCoda(caso, adesso(ctx)),
    }),
});
