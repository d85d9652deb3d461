import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import {
  addDays,
  type CivilDate,
  dayInRome,
  type Instant,
  type OperatoreId,
  regoleLiquidazione,
  type ServizioId,
  type VoceRichiesta,
} from "@staffetta/domain";
import { autoreDi } from "@staffetta/nodo";
import { FATTO } from "../casi/comando.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { daPagareCents } from "../rendicontazione/elenchi.ts";
import type { RendicontazioneRow } from "../rendicontazione/tabelle.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import { conservaIban, contoDi, controllaIban, vistaConto } from "./iban.ts";
import { eseguiSuRichiesta, lockCasi, regoleDi, scriviRichiesta } from "./passo.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "pagabili" | "presentaRichiesta" | "correggiIbanRichiesta"
>;

const ELENCO_MAX = 200;
const CIFRE = 6;

/** A number of the Region's register of this year, without gaps. */
export async function prossimoNumero(
  ctx: Contesto,
  stores: Stores,
  sigla: string,
): Promise<string> {
  const registro = `${sigla}-${ctx.regione}-${oggi(ctx).slice(0, 4)}`;
  const numero = await stores.elenchi.dote.prossimoNumero(registro);
  return `${registro}-${String(numero).padStart(CIFRE, "0")}`;
}

/** When this operatore has last asked; what was rejected does not count. */
async function ultimaDi(stores: Stores, operatoreId: string): Promise<Instant | null> {
  const tutte = await stores.richiestePagamento.by("operatoreId", operatoreId);
  const quando = tutte
    .filter(({ stato }) => stato !== "respinta")
    .map(({ presentataAt }) => presentataAt);
  return (quando.sort().at(-1) ?? null) as Instant | null;
}

const pagabiliWith =
  (ctx: Contesto): Ops["pagabili"] =>
  (soggetto) =>
    ctx.uow.transaction(async (stores) => {
      const operatoreId = soggetto.ruolo === "addetto" ? soggetto.operatoreId : "";
      const ids = await stores.elenchi.liquidazione.pagabili(operatoreId, ELENCO_MAX);
      const righe = [];
      for (const id of ids) {
        const row = await stores.rendicontazioni.get(id);
        if (row === null) continue;
        const { servizioId, adesioneId, misura, verificataAt } = row;
        righe.push({
          ...{ rendicontazioneId: id, servizioId: servizioId as ServizioId, misura },
          ...{ adesioneId: adesioneId as never, importoCents: daPagareCents(row) },
          ammessaOn: dayInRome(verificataAt as Instant),
        });
      }
      const { liquidazione } = (await regoleDi(ctx, stores, righe)).rendiconto;
      const ultima = await ultimaDi(stores, operatoreId);
      const dal = ultima && addDays(dayInRome(ultima), liquidazione.intervalloDays);
      return {
        ok: true,
        valore: {
          ...{ righe, totaleCents: righe.reduce((sum, { importoCents }) => sum + importoCents, 0) },
          importoMinCents: liquidazione.importoMinCents,
          dal: dal !== null && dal > oggi(ctx) ? (dal as CivilDate) : null,
          conto: vistaConto(await contoDi(stores, operatoreId)),
        },
      };
    });

const isLibera = (row: RendicontazioneRow | null, operatoreId: string): row is RendicontazioneRow =>
  row !== null &&
  row.operatoreId === operatoreId &&
  row.stato === "verificata" &&
  row.richiestaId === null &&
  daPagareCents(row) > 0;

/** Held until the commit, cases first; null when one of them can't be asked for. */
async function prendiVoci(
  stores: Stores,
  operatoreId: string,
  ids: readonly string[],
): Promise<readonly VoceRichiesta[] | null> {
  const lette = await Promise.all(ids.map((id) => stores.rendicontazioni.get(id)));
  if (!lette.every((row) => isLibera(row, operatoreId))) return null;
  await lockCasi(stores, lette as readonly RendicontazioneRow[]);
  const voci: VoceRichiesta[] = [];
  for (const id of [...new Set(ids)].sort()) {
    const row = await stores.rendicontazioni.lock(id);
    if (!isLibera(row, operatoreId)) return null;
    voci.push({
      ...{ rendicontazioneId: id, servizioId: row.servizioId as ServizioId, recuperatoCents: 0 },
      ...{ adesioneId: row.adesioneId, importoCents: daPagareCents(row) },
      ammessaDa: row.verificataDaId ?? "",
    });
  }
  return voci;
}

const presentaWith =
  (ctx: Contesto): Ops["presentaRichiesta"] =>
  (soggetto, { chiave, rendicontazioni }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const operatoreId = soggetto.ruolo === "addetto" ? soggetto.operatoreId : "";
      // One request of an operatore at a time: the interval is counted from the one before.
      await stores.operatori.lock(operatoreId);
      const done = await stores.chiavi.get(chiave);
      if (done !== null) return { ok: true, valore: done.risposta as never };
      const conto = await contoDi(stores, operatoreId);
      if (conto === null) return ctx.problemi.rispondi({ code: "liquidazione.senza-iban" });
      const voci = await prendiVoci(stores, operatoreId, rendicontazioni);
      if (voci === null) return ctx.problemi.rispondi({ code: "liquidazione.voce-non-pagabile" });
      const chi = autoreDi(soggetto);
      const { liquidazione } = (await regoleDi(ctx, stores, voci)).rendiconto;
      const nuova = {
        ...{ id: ctx.random.uuid(), numero: "", operatoreId: operatoreId as OperatoreId, voci },
        ...{ iban: conto.iban, presentataDa: chi.id },
      };
      const ultima = await ultimaDi(stores, operatoreId);
      const deciso = regoleLiquidazione.presentaRichiesta(nuova, ultima, liquidazione, adesso(ctx));
      if (!deciso.ok) return ctx.problemi.rispondi(deciso.rifiuto);
      const numero = await prossimoNumero(ctx, stores, "LIQ");
      const dopo = { ...deciso.value, numero };
      await scriviRichiesta(ctx, stores, { prima: null, dopo, passo: "presentata", nota: "", chi });
      return { ok: true, valore: { richiestaId: dopo.id, numero } };
    });

const correggiWith =
  (ctx: Contesto): Ops["correggiIbanRichiesta"] =>
  async (soggetto, { iban, ...quale }) => {
    const operatoreId = soggetto.ruolo === "addetto" ? soggetto.operatoreId : "";
    const rifiuto = await controllaIban(ctx, operatoreId, iban);
    if (rifiuto !== null) return ctx.problemi.rispondi(rifiuto);
    return eseguiSuRichiesta(ctx, soggetto, {
      ...{ ...quale, passo: "iban", valore: FATTO },
      decide: (richiesta) => regoleLiquidazione.correggiIban(richiesta, iban),
      conserva: async (stores) => {
        await stores.enti.lock(operatoreId);
        await conservaIban(ctx, stores, { operatoreId, iban, chi: autoreDi(soggetto) });
      },
    });
  };

/** The operatore asks to be paid. */
export const operazioniDomanda = (ctx: Contesto): Ops => ({
  pagabili: pagabiliWith(ctx),
  presentaRichiesta: presentaWith(ctx),
  correggiIbanRichiesta: correggiWith(ctx),
});
