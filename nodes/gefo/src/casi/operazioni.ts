import type { Implementazione, OperazioniGefo, Risposta, Soggetto } from "@staffetta/contracts";
import {
  avviaServizio,
  concludiServizio,
  type DoteId,
  instantInRome,
  regoleCaso,
  rendiconta,
  type ServizioId,
} from "@staffetta/domain";
import { nomeDi, readCursore, writeCursore } from "@staffetta/nodo";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { SENZA_TERMINE } from "../elenchi.ts";
import { type Comando, esegui, FATTO, isMio } from "./comando.ts";
import { schedaDi } from "./scheda.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "lavoro"
  | "caso"
  | "registraContatto"
  | "firmaPatto"
  | "inviaDote"
  | "nonPrendereInCarico"
  | "avviaServizio"
  | "concludiServizio"
  | "rendiconta"
>;

const PAGINA_ROWS = 25;

const lavoroWith =
  (ctx: Contesto): Ops["lavoro"] =>
  (soggetto, { vista, cognome, dopo }) =>
    ctx.uow.transaction(async ({ elenchi }) => {
      if (soggetto.ruolo !== "addetto") throw new Error("Serve un addetto");
      const { operatoreId } = soggetto;
      const filtro = {
        operatoreId,
        vista,
        cognome,
        dopo: readCursore(dopo),
        limit: PAGINA_ROWS + 1,
      };
      const found = await elenchi.lavoro(filtro);
      const shown = found.slice(0, PAGINA_ROWS);
      const last = found.length > PAGINA_ROWS ? shown.at(-1) : undefined;
      const today = oggi(ctx);
      const righe = shown.map(
        ({ adesioneId, nome, cognome, dataAdesione, vista, entro, ultimoContatto }) => ({
          ...{ adesioneId, nome, cognome, dataAdesione, vista, entro, ultimoContatto },
          oltreTermine: entro !== null && entro < today,
        }),
      );
      const next =
        last === undefined
          ? null
          : writeCursore({ giorno: last.entro ?? SENZA_TERMINE, id: last.adesioneId });
      const perVista = await elenchi.countByVista(operatoreId);
      const oltreTermine = await elenchi.countOltreTermine(operatoreId, today);
      return { ok: true, valore: { righe, dopo: next, perVista, oltreTermine } as never };
    });

const casoWith =
  (ctx: Contesto): Ops["caso"] =>
  (soggetto, { adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const riga = await stores.casi.get(adesioneId);
      if (riga === null || !isMio(riga, soggetto))
        return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
      const chi = nomeDi(soggetto);
      await stores.letture.insert({ id: ctx.random.uuid(), adesioneId, at: adesso(ctx), chi });
      return { ok: true, valore: await schedaDi(ctx, stores, riga) };
    });

type SuServizio = Omit<Comando<typeof FATTO>, "adesioneId" | "valore"> & {
  readonly servizioId: ServizioId;
};

/** A command on a service finds its case first. */
export async function eseguiSuServizio(
  ctx: Contesto,
  soggetto: Soggetto,
  { servizioId, ...comando }: SuServizio,
): Promise<Risposta<typeof FATTO>> {
  const servizio = await ctx.uow.transaction((stores) => stores.servizi.get(servizioId));
  if (servizio === null) return ctx.problemi.rispondi({ code: "caso.sconosciuto" });
  const { adesioneId } = servizio;
  return esegui(ctx, soggetto, { ...comando, adesioneId, valore: FATTO });
}

const primaDellaDote = (ctx: Contesto) =>
  ({
    registraContatto: (soggetto, { chiave, adesioneId, canale, esito, giorno, ora, nota }) =>
      esegui(ctx, soggetto, {
        ...{ chiave, adesioneId, valore: FATTO },
        circostanze: { contatto: { id: ctx.random.uuid(), canale, nota } },
        decide: ({ caso }) => {
          const at = instantInRome(giorno, ora);
          return regoleCaso.registraContatto(caso, { esito, at }, adesso(ctx));
        },
      }),
    firmaPatto: (soggetto, { chiave, adesioneId, dataPatto, fascia }) =>
      esegui(ctx, soggetto, {
        ...{ chiave, adesioneId, valore: FATTO },
        decide: ({ caso }) => regoleCaso.firmaPatto(caso, { data: dataPatto, fascia }, adesso(ctx)),
      }),
    inviaDote: (soggetto, { chiave, adesioneId, servizi }) => {
      const doteId = ctx.random.uuid() as DoteId;
      // Short, spoken over the telephone: the region, the year, the tail of the id.
      const protocollo = `GG-${ctx.regione}-${oggi(ctx).slice(0, 4)}-${doteId.slice(-8).toUpperCase()}`;
      const chiesti = servizi.map((uno) => ({ ...uno, id: ctx.random.uuid() as ServizioId }));
      return esegui(ctx, soggetto, {
        ...{ chiave, adesioneId, valore: { doteId, protocollo } },
        decide: ({ caso }) => {
          const comando = { id: doteId, protocollo, servizi: chiesti };
          return regoleCaso.inviaDote(caso, comando, ctx.regole, adesso(ctx));
        },
      });
    },
    nonPrendereInCarico: (soggetto, { chiave, adesioneId, motivo, nota }) =>
      esegui(ctx, soggetto, {
        ...{ chiave, adesioneId, valore: FATTO },
        decide: ({ caso }) =>
          regoleCaso.nonPrendereInCarico(caso, { motivo, nota }, ctx.regole, adesso(ctx)),
      }),
  }) satisfies Partial<Ops>;

const suiServizi = (ctx: Contesto) =>
  ({
    avviaServizio: (soggetto, { chiave, servizioId, dataInizio }) =>
      eseguiSuServizio(ctx, soggetto, {
        ...{ chiave, servizioId },
        decide: ({ caso }) =>
          avviaServizio(caso, { servizioId, dataInizio }, ctx.regole, adesso(ctx)),
      }),
    concludiServizio: (soggetto, { chiave, servizioId, dataFine, esito }) =>
      eseguiSuServizio(ctx, soggetto, {
        ...{ chiave, servizioId },
        decide: ({ caso }) =>
          concludiServizio(caso, { servizioId, dataFine, esito }, ctx.regole, adesso(ctx)),
      }),
    rendiconta: (soggetto, { chiave, servizioId, oreErogate }) =>
      eseguiSuServizio(ctx, soggetto, {
        ...{ chiave, servizioId },
        decide: ({ caso }) => rendiconta(caso, { servizioId, oreErogate }, ctx.regole, adesso(ctx)),
      }),
  }) satisfies Partial<Ops>;

/** The day of the addetto. */
export const operazioniAddetto = (ctx: Contesto): Ops => ({
  lavoro: lavoroWith(ctx),
  caso: casoWith(ctx),
  ...primaDellaDote(ctx),
  ...suiServizi(ctx),
});
