import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import {
  type Caso,
  type CivilDate,
  chiudiPercorso,
  daChiudereDi,
  SENZA_TERMINE,
} from "@staffetta/domain";
import { readCursore, writeCursore } from "@staffetta/nodo";
import { regoleDelCaso } from "../avvisi/regole.ts";
import { esegui, isMio } from "../casi/comando.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { nomiOf } from "../operatori/nomi.ts";
import type { Stores } from "../store.ts";
import { personaDi } from "./insieme.ts";
import { segnaDaCapo } from "./segna.ts";
import type { CodaRow } from "./tabelle.ts";
import { unoAllaVolta } from "./uno-alla-volta.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "percorsiDaChiudere" | "chiudiPercorsi">;

const PAGINA_ROWS = 50;

/** What the list shows of a path to be closed; null = not today. */
export const chiusuraOggi = (
  {
    chiudereDal,
    chiudereEntro,
    chiudereMotivo,
  }: Pick<CodaRow, "chiudereDal" | "chiudereEntro" | "chiudereMotivo">,
  oggi: string,
) =>
  chiudereDal === null || chiudereEntro === null || chiudereMotivo === null || chiudereDal > oggi
    ? null
    : {
        ...{ motivo: chiudereMotivo, dal: chiudereDal, entro: chiudereEntro },
        oltreTermine: chiudereEntro < oggi,
      };

const elencoWith =
  (ctx: Contesto): Ops["percorsiDaChiudere"] =>
  (_soggetto, { operatoreId, dopo }) =>
    ctx.uow.transaction(async (stores) => {
      const today = oggi(ctx);
      const nomi = await nomiOf(stores);
      const domanda = { oggi: today, operatoreId, dopo: readCursore(dopo), limit: PAGINA_ROWS + 1 };
      const found = await stores.elenchi.lavoro.daChiudere(domanda);
      const shown = found.slice(0, PAGINA_ROWS);
      const last = found.length > PAGINA_ROWS ? shown.at(-1) : undefined;
      const righe = shown.flatMap((row) => {
        const chiusura = chiusuraOggi(row, today);
        const operatore = nomi.get(row.operatoreId) ?? row.operatoreId;
        const { adesioneId } = row;
        return chiusura === null
          ? []
          : [{ adesioneId, persona: personaDi(row), operatore, ...chiusura }];
      });
      const valore = {
        righe,
        dopo:
          last === undefined
            ? null
            : writeCursore({ giorno: last.chiudereEntro ?? SENZA_TERMINE, id: last.adesioneId }),
      };
      return { ok: true, valore: valore as never };
    });

/** As the case stands in this transaction, with the last day on which something was written about it. */
async function chiusuraDelCaso(ctx: Contesto, stores: Stores, caso: Caso) {
  const voce = await stores.coda.get(caso.adesioneId);
  const regole = await regoleDelCaso(ctx, stores, caso);
  return daChiudereDi(caso, voce?.mossoOn ?? caso.dataAdesione, regole);
}

const chiudiWith =
  (ctx: Contesto): Ops["chiudiPercorsi"] =>
  (soggetto, { chiave, adesioni, esito, dataFine }) =>
    unoAllaVolta(ctx, { chiave, adesioni }, async (adesioneId, sua) => {
      const riga = await ctx.uow.transaction((stores) => stores.casi.get(adesioneId));
      const mia = riga !== null && isMio(riga, soggetto);
      const persona = mia ? personaDi(riga) : "—";
      const fine = dataFine === "" ? undefined : (dataFine as CivilDate);
      const fatto = await esegui(ctx, soggetto, {
        ...{ chiave: sua, adesioneId, valore: { fatto: true } as const },
        decide: async ({ caso }, regole, stores) => {
          const da = await chiusuraDelCaso(ctx, stores, caso);
          return chiudiPercorso(caso, { esito, dataFine: fine }, da, regole, adesso(ctx));
        },
      });
      if (!fatto.ok) return { adesioneId, persona, fatto: false, detto: fatto.problema.detail };
      const detto = "Percorso chiuso: la Regione lo sa.";
      return { adesioneId, persona, fatto: true, detto };
    });

/** Paths that nobody closes: seen by the Region, closed by who has the case or by the Region's desk. */
export const operazioniChiusura = (ctx: Contesto): Ops => ({
  percorsiDaChiudere: elencoWith(ctx),
  chiudiPercorsi: chiudiWith(ctx),
});

const LOTTO = 500;
export const lavoroDelleChiusure = (ctx: Contesto) => ({
  nome: "percorsi da chiudere, per i casi di prima",
  cron: "40 2 * * *",
  esegui: async (): Promise<void> => {
    for (;;) {
      const ids = await ctx.uow.transaction(({ elenchi: { lavoro } }) => lavoro.senzaMoto(LOTTO));
      // One case, one transaction: a person at the desk waits for nobody else's case.
      for (const id of ids) await ctx.uow.transaction((stores) => segnaDaCapo(ctx, stores, id));
      if (ids.length < LOTTO) return;
    }
  },
});
