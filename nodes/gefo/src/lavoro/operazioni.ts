import type { Implementazione, OperazioniGefo, Risposta, Soggetto } from "@staffetta/contracts";
import {
  daysBetween,
  lascia,
  prendiInMano,
  REGOLE_LAVORO,
  type Result,
  type RifiutoCoda,
  SENZA_TERMINE,
} from "@staffetta/domain";
import { condividi } from "@staffetta/platform";
import { FATTO } from "../casi/comando.ts";
import { annotaLettura } from "../casi/letture.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { nomiOf } from "../operatori/nomi.ts";
import { addettoDi } from "./chi.ts";
import { conNome, ricordaCollega } from "./colleghi.ts";
import { operazioniChiusura } from "./da-chiudere.ts";
import type { CodaOperatore } from "./domande.ts";
import { esportaWith } from "./esporta.ts";
import { operazioniInsieme } from "./insieme.ts";
import { listaWith } from "./lista.ts";
import { cambiaMano } from "./mani.ts";
import { digestDi } from "./segna.ts";
import type { CodaRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "lavoro"
  | "cercaPersona"
  | "codeOperatori"
  | "prendiInMano"
  | "lasciaCaso"
  | "assegnaCasi"
  | "segnaCasi"
  | "esitoInsieme"
  | "salvaFiltro"
  | "eliminaFiltro"
  | "esportaLavoro"
  | "percorsiDaChiudere"
  | "chiudiPercorsi"
>;

const SCONOSCIUTO = { code: "caso.sconosciuto" } as const;

async function inManoA<T>(
  ctx: Contesto,
  soggetto: Soggetto,
  adesioneId: string,
  decide: (row: CodaRow, chi: string) => Result<CodaRow, RifiutoCoda>,
  valore: (row: CodaRow) => T,
): Promise<Risposta<T>> {
  const { operatoreId, chi } = addettoDi(ctx, soggetto);
  await ricordaCollega(ctx, soggetto);
  const deciso = await cambiaMano(ctx.uow, { operatoreId, adesioneId }, (row) => decide(row, chi));
  if (deciso === null) return ctx.problemi.rispondi(SCONOSCIUTO);
  if (!deciso.ok) {
    const { rifiuto } = deciso;
    const detto = await ctx.uow.read((stores) => conNome(stores, operatoreId, rifiuto));
    return ctx.problemi.rispondi(detto);
  }
  return { ok: true, valore: valore(deciso.value) };
}

const cercaWith =
  (ctx: Contesto): Ops["cercaPersona"] =>
  (soggetto, { codiceFiscale }) =>
    ctx.uow.transaction(async (stores) => {
      const { operatoreId } = addettoDi(ctx, soggetto);
      const found = await stores.coda.by("cfDigest", digestDi(ctx, codiceFiscale));
      // The open case first; of closed ones the last.
      const [mia] = found
        .filter((row) => row.operatoreId === operatoreId)
        .sort(
          (a, b) =>
            Number(b.aperto) - Number(a.aperto) || (a.dataAdesione < b.dataAdesione ? 1 : -1),
        );
      if (mia === undefined) return ctx.problemi.rispondi({ code: "lavoro.persona-non-trovata" });
      const { adesioneId } = mia;
      await annotaLettura(ctx, stores, soggetto, adesioneId, "ricerca");
      return { ok: true, valore: { adesioneId } as never };
    });

function primaDi({ primaId, primaEntro, primaVista }: CodaOperatore, today: string) {
  if (primaId === null || primaEntro === null) return null;
  const entro = primaEntro === SENZA_TERMINE ? null : primaEntro;
  const ritardoDays = entro === null ? 0 : Math.max(0, daysBetween(entro as never, today as never));
  return { adesioneId: primaId, vista: primaVista, entro, ritardoDays };
}

/** One answer for the whole Region, and the dearest of the list: those who wait for it share it. */
const codeWith = (ctx: Contesto): Ops["codeOperatori"] =>
  condividi(() =>
    ctx.uow.read(async (stores) => {
      const today = oggi(ctx);
      const nomi = await nomiOf(stores);
      const operatori = (await stores.elenchi.lavoro.perOperatore(today)).map((una) => ({
        ...{ operatoreId: una.operatoreId, aperti: una.aperti, oltreTermine: una.oltreTermine },
        daChiudere: una.daChiudere,
        denominazione: nomi.get(una.operatoreId) ?? una.operatoreId,
        prima: primaDi(una, today),
      }));
      return { ok: true, valore: { operatori } as never };
    }),
  );

const filtriWith = (ctx: Contesto): Pick<Ops, "salvaFiltro" | "eliminaFiltro"> => ({
  salvaFiltro: (soggetto, { nome, filtro }) =>
    ctx.uow.transaction(async (stores) => {
      const { operatoreId, chi } = addettoDi(ctx, soggetto);
      const miei = await stores.filtri.by("chi", chi);
      const same = miei.find((uno) => uno.operatoreId === operatoreId && uno.nome === nome);
      const id = same?.id ?? ctx.random.uuid();
      await stores.filtri.put({ ...{ id, operatoreId, chi, nome, filtro }, at: adesso(ctx) });
      return { ok: true, valore: FATTO };
    }),
  eliminaFiltro: (soggetto, { filtroId }) =>
    ctx.uow.transaction(async (stores) => {
      const { operatoreId, chi } = addettoDi(ctx, soggetto);
      const uno = await stores.filtri.get(filtroId);
      if (uno?.chi === chi && uno.operatoreId === operatoreId)
        await stores.elenchi.lavoro.togliFiltro(filtroId);
      return { ok: true, valore: FATTO };
    }),
});

/** The list that opens the day of the addetto, and what is done from it. */
export const operazioniLavoro = (ctx: Contesto): Ops => ({
  lavoro: listaWith(ctx),
  cercaPersona: cercaWith(ctx),
  codeOperatori: codeWith(ctx),
  prendiInMano: (soggetto, { adesioneId }) =>
    inManoA(
      ctx,
      soggetto,
      adesioneId,
      (row, chi) => prendiInMano(row, chi, REGOLE_LAVORO, adesso(ctx)),
      ({ inManoFino }) => ({ fino: inManoFino as never }),
    ),
  lasciaCaso: (soggetto, { adesioneId }) =>
    inManoA(
      ctx,
      soggetto,
      adesioneId,
      (row, chi) => lascia(row, chi, adesso(ctx)),
      () => FATTO,
    ),
  ...operazioniInsieme(ctx),
  ...operazioniChiusura(ctx),
  ...filtriWith(ctx),
  esportaLavoro: esportaWith(ctx),
});
