import { type Implementazione, type operazioniSap, SCOPI_LETTURA } from "@staffetta/contracts";
import {
  type Albero,
  dayInRome,
  differenze,
  incoerenze,
  isVerificata,
  LISTE,
  type NomeSezione,
  type PoliticaSap,
  type Sap,
  SEZIONI_SAP,
} from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { leggiSapDi, leggiVersione, type SapTenuta } from "./archivio.ts";
import { operazioniPassive } from "./passive.ts";
import { chiudiSap } from "./riceve.ts";
import { stessa } from "./stessa.ts";
import { avvisoInParole, type PerLaVista, sapLetta, versioneLetta } from "./vista.ts";

type Ops = Implementazione<typeof operazioniSap>;

const PERSONA_SCONOSCIUTA = { code: "persona.sconosciuta" } as const;
const SEGNALAZIONI_MAX = 200;

async function perLaVista(ctx: Contesto, stores: Stores): Promise<PerLaVista> {
  const catalogo = await ctx.catalogo(stores);
  return { catalogo, regole: ctx.regoleSap, oggi: dayInRome(adesso(ctx)) };
}

type Chi = Parameters<typeof nomeDi>[0];
interface Lettura {
  readonly personaId: string;
  readonly scopo: keyof typeof SCOPI_LETTURA;
}

/** The person, once the reading has been written down; null when she is not there. */
async function leggiAnnotando(
  ctx: Contesto,
  stores: Stores,
  soggetto: Chi,
  { personaId, scopo }: Lettura,
) {
  const persona = await stores.persone.get(personaId);
  if (persona === null) return null;
  await stores.letture.insert({
    ...{ id: ctx.random.uuid(), personaId, at: adesso(ctx), chi: nomeDi(soggetto) },
    scopo: `SAP: ${SCOPI_LETTURA[scopo]}`,
  });
  return persona;
}

async function vistaSap(stores: Stores, tenuta: SapTenuta, per: PerLaVista) {
  const { id } = tenuta.row;
  const contorno = {
    eventi: await stores.eventiPolitica.by("sapId", id),
    did: await stores.did.by("sapId", id),
    versioni: await stores.versioni.by("sapId", id),
    segnalazioni: await stores.segnalazioni.by("sapId", id),
  };
  return sapLetta(tenuta, contorno, per);
}

async function coerenzaDi(
  stores: Stores,
  personaId: string,
  politiche: readonly PoliticaSap[],
  { oggi, regole }: PerLaVista,
) {
  const adesioni = await stores.adesioni.by("personaId", personaId);
  return adesioni.map(({ regione, stato }) => ({
    ...{ regione, stato },
    motivi: incoerenze(stato, politiche, oggi, regole.esitoDiEvento),
  }));
}

const sapPersonaWith =
  (ctx: Contesto): Ops["sapPersona"] =>
  (soggetto, ingresso) =>
    ctx.uow.transaction(async (stores) => {
      const { personaId } = ingresso;
      if ((await leggiAnnotando(ctx, stores, soggetto, ingresso)) === null)
        return ctx.problemi.rispondi(PERSONA_SCONOSCIUTA);
      const per = await perLaVista(ctx, stores);
      const tenuta = await leggiSapDi(ctx, stores, personaId);
      const passive = await stores.passive.by("personaId", personaId);
      const valore = {
        personaId,
        sap: tenuta === null ? null : await vistaSap(stores, tenuta, per),
        coerenza: await coerenzaDi(stores, personaId, tenuta?.sap.politiche ?? [], per),
        passive: passive
          .toSorted((a, b) => (a.dal < b.dal ? 1 : -1))
          .map(({ tipo, ente, dal, al, importoCents, fonte }) => ({
            ...{ tipo, ente, dal, al, importoCents, fonte },
          })),
      };
      return { ok: true, valore: valore as never };
    });

const comeAlbero = (value: unknown): Albero =>
  JSON.parse(JSON.stringify(value), testuale) as Albero;
const testuale = (_nome: string, value: unknown): unknown =>
  typeof value === "number" ? String(value) : value;

/** Every part of two versions that differs, under the heading that the desk knows. */
function partiDiverse(prima: Sap, dopo: Sap) {
  const nomi = Object.keys(SEZIONI_SAP) as NomeSezione[];
  const sezioni = nomi.map((nome) => ({
    titolo: SEZIONI_SAP[nome] as string,
    differenze: differenze(prima.sezioni[nome], dopo.sezioni[nome]),
  }));
  const testata = ({ titolare, stato, codiceFiscale, dataUltimoAgg }: Sap): Albero => ({
    ...{ titolare, stato, codiceFiscale, dataUltimoAgg },
  });
  const perId = ({ politiche }: Sap): Albero =>
    comeAlbero(Object.fromEntries(politiche.map((una) => [una.identificativo, una])));
  return [
    { titolo: "0. Dati dell'invio", differenze: differenze(testata(prima), testata(dopo)) },
    ...sezioni,
    { titolo: "6. Politiche attive", differenze: differenze(perId(prima), perId(dopo)) },
  ].filter((parte) => parte.differenze.length > 0);
}

const differenzeWith =
  (ctx: Contesto): Ops["differenzeSap"] =>
  (soggetto, { da, a, ...lettura }) =>
    ctx.uow.transaction(async (stores) => {
      if ((await leggiAnnotando(ctx, stores, soggetto, lettura)) === null)
        return ctx.problemi.rispondi(PERSONA_SCONOSCIUTA);
      const tenuta = await leggiSapDi(ctx, stores, lettura.personaId);
      if (tenuta === null)
        return ctx.problemi.rispondi({ code: "sap.sconosciuta", id: null } as never);
      const { id } = tenuta.row;
      const [prima, dopo] = [
        await leggiVersione(ctx, stores, id, da),
        await leggiVersione(ctx, stores, id, a),
      ];
      const rows = await stores.versioni.by("sapId", id);
      const [rowDa, rowA] = [da, a].map((n) => rows.find(({ versione }) => versione === n));
      if (prima === null || dopo === null || rowDa === undefined || rowA === undefined)
        return ctx.problemi.rispondi({ code: "sap.versione-sconosciuta" });
      const valore = {
        id,
        da: versioneLetta(rowDa),
        a: versioneLetta(rowA),
        parti: partiDiverse(prima, dopo),
      };
      return { ok: true, valore: valore as never };
    });

const segnalazioniWith =
  (ctx: Contesto): Ops["segnalazioniSap"] =>
  () =>
    ctx.uow.transaction(async (stores) => {
      const ignoti = await stores.elenchiSap.codiciIgnoti(SEGNALAZIONI_MAX);
      const altre = await stores.elenchiSap.ultimeSegnalazioni(SEGNALAZIONI_MAX);
      const nomi = new Map(LISTE.map(({ id, nome }) => [id, nome]));
      const valore = {
        ignoti: ignoti.map((uno) => ({ ...uno, nome: nomi.get(uno.lista) ?? uno.lista })),
        altre: altre.map(({ at, sapId, ente, codice, fatti }) => ({
          ...{ at, sapId, ente },
          testo: avvisoInParole(codice, fatti),
        })),
      };
      return { ok: true, valore: valore as never };
    });

const codiciWith =
  (ctx: Contesto): Ops["codici"] =>
  (_soggetto, { lista }) =>
    ctx.uow.transaction(async (stores) => {
      const { liste } = await ctx.catalogo(stores);
      const scelta = liste.find(({ id }) => id === lista);
      const valore = {
        liste: liste.map(({ id, nome, voci }) => ({
          ...{ id, nome, voci: voci.length },
          daVerificare: voci.filter((voce) => !isVerificata(voce)).length,
        })),
        scelta:
          scelta === undefined
            ? null
            : { ...scelta, voci: scelta.voci.map((v) => ({ ...v, verificato: isVerificata(v) })) },
      };
      return { ok: true, valore: valore as never };
    });

const importaCodiciWith =
  (ctx: Contesto): Ops["importaCodici"] =>
  (_soggetto, { lista, codice, descrizione, dal, al }) =>
    ctx.uow.transaction(async (stores) => {
      if (!LISTE.some(({ id }) => id === lista))
        return ctx.problemi.rispondi({ code: "codice.lista-sconosciuta", lista } as never);
      const id = `${lista}/${codice}/${dal ?? ""}`;
      const row = { id, lista, codice, descrizione, dal, al, importatoAt: adesso(ctx) };
      const nota = await stores.codici.lock(id);
      if (stessa(nota, row, "importatoAt")) return { ok: true, valore: { esito: "uguale" } };
      await stores.codici.put(row);
      return { ok: true, valore: { esito: nota === null ? "aggiunta" : "aggiornata" } };
    });

const annullaWith =
  (ctx: Contesto): Ops["annullaSap"] =>
  (_soggetto, { id }) =>
    ctx.uow.transaction(async (stores) => {
      const chi = { ministero: true, regione: null, scambioId: null };
      const esito = await chiudiSap(ctx, stores, id, chi);
      return esito.ok
        ? { ok: true, valore: { fatto: true } }
        : ctx.problemi.rispondi(esito.rifiuto);
    });

export const operazioniSapDi = (ctx: Contesto): Ops => ({
  sapPersona: sapPersonaWith(ctx),
  differenzeSap: differenzeWith(ctx),
  annullaSap: annullaWith(ctx),
  segnalazioniSap: segnalazioniWith(ctx),
  codici: codiciWith(ctx),
  importaCodici: importaCodiciWith(ctx),
  ...operazioniPassive(ctx),
});
