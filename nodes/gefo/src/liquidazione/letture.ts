import type {
  Implementazione,
  NonPagate,
  OperazioniGefo,
  RichiestaPagamento,
  TestataRichiesta,
} from "@staffetta/contracts";
import {
  dayInRome,
  fasciaEtaDi,
  type Instant,
  mostraIban,
  STATI_RICHIESTA,
} from "@staffetta/domain";
import { csv } from "@staffetta/platform";
import { type Contesto, oggi } from "../contesto.ts";
import { inEuro, TIPO_CSV } from "../csv.ts";
import { nomiOf } from "../operatori/nomi.ts";
import { daPagareCents } from "../rendicontazione/elenchi.ts";
import type { RendicontazioneRow } from "../rendicontazione/tabelle.ts";
import type { Stores } from "../store.ts";
import { giorniDi } from "./elenchi.ts";
import { contoDi } from "./iban.ts";
import { findRichiesta, type NomePasso, PASSI, regoleDi } from "./passo.ts";
import type { RichiestaRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  | "richiestePagamento"
  | "richiestaPagamento"
  | "estrazioni"
  | "estrazione"
  | "nonPagate"
  | "ordiniCsv"
>;
type Nomi = ReadonlyMap<string, string>;

const ELENCO_MAX = 200;

function testataDi(row: RichiestaRow, nomi: Nomi): TestataRichiesta {
  const { id: richiestaId, numero, operatoreId, stato, totaleCents, presentataAt, pagataOn } = row;
  const operatore = nomi.get(operatoreId) ?? operatoreId;
  const testata = { richiestaId, numero, operatoreId, operatore, stato, totaleCents };
  return { ...testata, presentataAt, pagataOn } as TestataRichiesta;
}

const soloDi = (soggetto: Parameters<Ops["nonPagate"]>[0]): string =>
  soggetto.ruolo === "addetto" ? soggetto.operatoreId : "";

async function vociDi(stores: Stores, richiestaId: string): Promise<RichiestaPagamento["voci"]> {
  const voci = [];
  for (const voce of await stores.vociRichiesta.by("richiestaId", richiestaId)) {
    const row = await stores.rendicontazioni.get(voce.rendicontazioneId);
    if (row === null) throw new Error(`manca la rendicontazione ${voce.rendicontazioneId}`);
    const { id: _i, richiestaId: _r, ammessaDa: _a, ...resto } = voce;
    voci.push({ ...resto, misura: row.misura, ammessaDa: row.verificataDa ?? "" });
  }
  return voci as never;
}

async function storiaDi(stores: Stores, richiestaId: string) {
  const passi = await stores.passiRichiesta.by("richiestaId", richiestaId);
  const durc = await stores.durc.by("richiestaId", richiestaId);
  return {
    passi: passi
      .toSorted((a, b) => a.numero - b.numero)
      .map(({ at, passo, chi, nota }) => ({ at, passo: PASSI[passo as NomePasso], chi, nota })),
    durc: durc
      .toSorted((a, b) => (a.chiestoAt < b.chiestoAt ? -1 : 1))
      .map(({ id: _i, richiestaId: _r, ...uno }) => uno),
  };
}

async function vistaRichiesta(
  ctx: Contesto,
  stores: Stores,
  row: RichiestaRow,
): Promise<RichiestaPagamento> {
  const voci = await vociDi(stores, row.id);
  const { controlli } = (await regoleDi(ctx, stores, voci)).rendiconto.liquidazione;
  const { version, iban, ordineId, ordinataOn, motivo } = row;
  const estratta = await stores.estratte.get(row.id);
  const estrazione = estratta && (await stores.estrazioni.get(estratta.estrazioneId));
  return {
    ...testataDi(row, await nomiOf(stores)),
    ...{ version, iban, ordineId, ordinataOn, motivo, voci, controlli },
    ibanDiOggi: (await contoDi(stores, row.operatoreId))?.iban === iban,
    ...(await storiaDi(stores, row.id)),
    estrazione: estrazione && { estrazioneId: estrazione.id, numero: estrazione.numero },
  } as RichiestaPagamento;
}

async function doveStaDi(stores: Stores, row: RendicontazioneRow): Promise<string> {
  if (row.stato === "presentata") return "in verifica";
  if (row.richiestaId === null) return "ammessa, da chiedere";
  const richiesta = await stores.richiestePagamento.get(row.richiestaId);
  return richiesta === null ? "" : STATI_RICHIESTA[richiesta.stato];
}

async function nonPagateDi(ctx: Contesto, stores: Stores, operatoreId: string): Promise<NonPagate> {
  const [giorno, nomi] = [oggi(ctx), await nomiOf(stores)];
  const nomeOf = (id: string): string => nomi.get(id) ?? id;
  const somme = await stores.elenchi.liquidazione.eta(operatoreId, giorno);
  const rows = await stores.elenchi.rendicontazione.nonPagate(operatoreId, ELENCO_MAX + 1);
  const righe = [];
  for (const row of rows.slice(0, ELENCO_MAX)) {
    const presentataOn = dayInRome(row.presentataAt as Instant);
    righe.push({
      ...{ rendicontazioneId: row.id, adesioneId: row.adesioneId, misura: row.misura },
      ...{ operatore: nomeOf(row.operatoreId), giorni: giorniDi(row, giorno), presentataOn },
      fascia: fasciaEtaDi(presentataOn, giorno),
      ...{ importoCents: daPagareCents(row), richiestaId: row.richiestaId },
      dove: await doveStaDi(stores, row),
    });
  }
  return {
    oggi: giorno,
    somme: somme.map((somma) => ({ ...somma, operatore: nomeOf(somma.operatoreId) })),
    ...{ righe, altre: rows.length > ELENCO_MAX },
  } as NonPagate;
}

const estrazioneWith =
  (ctx: Contesto): Ops["estrazione"] =>
  (_soggetto, { estrazioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const row = await stores.estrazioni.get(estrazioneId);
      if (row === null)
        return ctx.problemi.rispondi({ code: "liquidazione.estrazione-sconosciuta" });
      const { id, chiId: _, quotaPercent, minimo, massimo, ...resto } = row;
      const tutte = await stores.estratte.by("estrazioneId", id);
      const elenco = tutte
        .toSorted((a, b) => a.posto - b.posto)
        .map(({ numero, impronta, estratta }) => ({ numero, impronta, estratta }));
      const quante = {
        domande: elenco.length,
        estratte: elenco.filter(({ estratta }) => estratta).length,
      };
      const regole = { quotaPercent, minimo, massimo };
      return {
        ok: true,
        valore: { estrazioneId: id, ...resto, ...quante, regole, elenco } as never,
      };
    });

const estrazioniWith =
  (ctx: Contesto): Ops["estrazioni"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const righe = [];
      for (const { id, numero, at, chi } of await stores.estrazioni.all()) {
        const tutte = await stores.estratte.by("estrazioneId", id);
        const estratte = tutte.filter(({ estratta }) => estratta).length;
        righe.push({ estrazioneId: id, numero, at, chi, domande: tutte.length, estratte });
      }
      const inAttesa = (await stores.richiestePagamento.by("stato", "approvata")).length;
      return { ok: true, valore: { righe: righe.reverse(), inAttesa } as never };
    });

const ordiniCsvWith =
  (ctx: Contesto): Ops["ordiniCsv"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const nomi = await nomiOf(stores);
      const ordinate = await stores.richiestePagamento.by("stato", "ordinata");
      const contenuto = csv({
        titolo: "Ordini",
        colonne: ["ordine", "data", "beneficiario", "iban", "importo", "causale"],
        righe: ordinate.map((row) => [
          ...[row.ordineId, row.ordinataOn, nomi.get(row.operatoreId) ?? "", mostraIban(row.iban)],
          ...[inEuro(row.totaleCents), `Garanzia Giovani, domanda ${row.numero}`],
        ]),
      });
      const nome = `ordini-${oggi(ctx)}.csv`;
      return { ok: true, valore: { nome, tipo: TIPO_CSV, contenuto } as never };
    });

/** What is read about payments, each for who may. */
export const operazioniLettureLiquidazione = (ctx: Contesto): Ops => ({
  richiestePagamento: (soggetto, { stato }) =>
    ctx.uow.transaction(async (stores) => {
      const nomi = await nomiOf(stores);
      const ids = await stores.elenchi.liquidazione.richieste(soloDi(soggetto), stato, ELENCO_MAX);
      const righe = [];
      for (const id of ids) {
        const row = await stores.richiestePagamento.get(id);
        if (row !== null) righe.push(testataDi(row, nomi));
      }
      return { ok: true, valore: { righe } };
    }),
  richiestaPagamento: (soggetto, { richiestaId }) =>
    ctx.uow.transaction(async (stores) => {
      const row = await findRichiesta(stores, soggetto, richiestaId);
      if (row === null) return ctx.problemi.rispondi({ code: "liquidazione.sconosciuta" });
      return { ok: true, valore: await vistaRichiesta(ctx, stores, row) };
    }),
  estrazioni: estrazioniWith(ctx),
  estrazione: estrazioneWith(ctx),
  nonPagate: (soggetto, { operatoreId }) =>
    ctx.uow.transaction(async (stores) => {
      const quale = soloDi(soggetto) || operatoreId;
      return { ok: true, valore: await nonPagateDi(ctx, stores, quale) };
    }),
  ordiniCsv: ordiniCsvWith(ctx),
});
