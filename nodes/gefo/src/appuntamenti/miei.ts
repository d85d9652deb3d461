import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  aspettaIncontro,
  checkCambiaDaSe,
  checkFissaDaSe,
  ok,
  type Result,
  refuse,
} from "@staffetta/domain";
import { FATTO } from "../casi/comando.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { digestDi } from "../lavoro/segna.ts";
import type { Stores } from "../store.ts";
import { chiudi } from "./chiudi.ts";
import { type Rifiuto, unaVolta } from "./esegui.ts";
import { calendariDi, icsDi, prendiPosto, serviAttesa, turniLiberi } from "./fissa.ts";
import { spostaPosto } from "./sposta.ts";
import type { AppuntamentoRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "mieiAppuntamenti" | "fissaDaMe" | "spostaDaMe" | "annullaDaMe" | "mioAppuntamentoIcs"
>;

const SCONOSCIUTO = refuse({ code: "appuntamento.sconosciuto" });
const NON_SERVE = refuse({ code: "appuntamento.non-serve" });
const TURNI_MAX = 20;
/** In the history of the case, where else a colleague would stand. */
const CHI = "il giovane";

/** The open case of who asks: the identity comes from the sign-in, never from the request. */
async function mioCaso(ctx: Contesto, stores: Stores, soggetto: Soggetto): Promise<string | null> {
  if (soggetto.ruolo !== "giovane") throw new Error("Serve un giovane");
  const digest = digestDi(ctx, soggetto.identita.codiceFiscale);
  const voci = await stores.coda.by("cfDigest", digest);
  return voci.find(({ aperto }) => aperto)?.adesioneId ?? null;
}

async function lockMio(ctx: Contesto, stores: Stores, soggetto: Soggetto): Promise<CasoRow | null> {
  const adesioneId = await mioCaso(ctx, stores, soggetto);
  return adesioneId === null ? null : stores.casi.lock(adesioneId);
}

/** One of his appointments with who follows him now, that he may still change; the case is held first. */
async function daCambiare(
  ctx: Contesto,
  stores: Stores,
  soggetto: Soggetto,
  id: string,
): Promise<Result<Readonly<{ row: AppuntamentoRow; caso: CasoRow }>, Rifiuto>> {
  const caso = await lockMio(ctx, stores, soggetto);
  const row = caso === null ? null : await stores.appuntamenti.lock(id);
  if (caso === null || row === null || row.adesioneId !== caso.adesioneId) return SCONOSCIUTO;
  const lecito = checkCambiaDaSe(row, adesso(ctx));
  return lecito.ok ? ok({ row, caso }) : lecito;
}

async function sediDi(ctx: Contesto, stores: Stores, operatoreId: string) {
  const sedi = [];
  for (const calendario of await calendariDi(stores.elenchi, operatoreId)) {
    const turni = await turniLiberi(ctx, stores, calendario, "", TURNI_MAX);
    sedi.push({ sede: calendario.sede, luogo: calendario.luogo, turni });
  }
  return sedi;
}

const NESSUNO = { operatore: null, puoFissare: false, appuntamenti: [], sedi: [] } as const;

const mostrato = ({ id: appuntamentoId, ...row }: AppuntamentoRow) => {
  const { sede, luogo, stato, inizio, fine, motivo } = row;
  return { appuntamentoId, sede, luogo, stato, inizio, fine, motivo };
};

const leggiWith = (ctx: Contesto): Pick<Ops, "mieiAppuntamenti" | "mioAppuntamentoIcs"> => ({
  mieiAppuntamenti: (soggetto) =>
    ctx.uow.read(async (stores) => {
      const adesioneId = await mioCaso(ctx, stores, soggetto);
      const riga = adesioneId === null ? null : await stores.casi.get(adesioneId);
      if (riga === null) return { ok: true, valore: NESSUNO as never };
      const { operatoreId, caso } = riga;
      const rows = await stores.appuntamenti.by("adesioneId", riga.adesioneId);
      const operatore = await stores.operatori.get(operatoreId);
      const aspetta = aspettaIncontro(caso);
      const valore = {
        operatore: operatore?.denominazione ?? operatoreId,
        puoFissare: aspetta && rows.every(({ stato }) => stato !== "DE"),
        appuntamenti: rows.toSorted((a, b) => (a.inizio > b.inizio ? -1 : 1)).map(mostrato),
        sedi: aspetta ? await sediDi(ctx, stores, operatoreId) : [],
      };
      return { ok: true, valore: valore as never };
    }),
  mioAppuntamentoIcs: (soggetto, { appuntamentoId }) =>
    ctx.uow.read(async (stores) => {
      const adesioneId = await mioCaso(ctx, stores, soggetto);
      const row = await stores.appuntamenti.get(appuntamentoId);
      if (row === null || row.adesioneId !== adesioneId)
        return ctx.problemi.rispondi({ code: "appuntamento.sconosciuto" });
      const operatore = await stores.operatori.get(row.operatoreId);
      const text = icsDi(ctx, row, operatore?.denominazione ?? row.operatoreId);
      const contenuto = new Uint8Array(Buffer.from(text));
      const tipo = "text/calendar; charset=utf-8";
      return { ok: true, valore: { nome: "appuntamento.ics", tipo, contenuto } as never };
    }),
});

/** The giovane and his appointments: his own case only, the same slots and the same rules as the desk. */
export const operazioniMieiAppuntamenti = (ctx: Contesto): Ops => ({
  ...leggiWith(ctx),
  fissaDaMe: (soggetto, { chiave, sede, inizio }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const caso = await lockMio(ctx, stores, soggetto);
      if (caso === null) return NON_SERVE;
      const lecito = checkFissaDaSe(caso.caso);
      if (!lecito.ok) return lecito;
      const comando = { caso, sede, inizio, chi: CHI, modello: "appuntamento-fissato" } as const;
      const preso = await prendiPosto(ctx, stores, comando);
      return preso.ok ? ok({ appuntamentoId: preso.value.id }) : preso;
    }),
  spostaDaMe: (soggetto, { chiave, appuntamentoId, sede, inizio }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const trovato = await daCambiare(ctx, stores, soggetto, appuntamentoId);
      if (!trovato.ok) return trovato;
      const motivo = "lo hai chiesto tu";
      return spostaPosto(ctx, stores, trovato.value, { sede, inizio, motivo, chi: CHI });
    }),
  annullaDaMe: (soggetto, { chiave, appuntamentoId, motivo }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const trovato = await daCambiare(ctx, stores, soggetto, appuntamentoId);
      if (!trovato.ok) return trovato;
      const { row } = trovato.value;
      const rimedio = "scegli un altro giorno nella pagina dei tuoi appuntamenti.";
      const chiuso = await chiudi(ctx, stores, row, { poi: "DC", motivo, rimedio });
      if (!chiuso.ok) return chiuso;
      await serviAttesa(ctx, stores, row.sede);
      return ok(FATTO);
    }),
});
