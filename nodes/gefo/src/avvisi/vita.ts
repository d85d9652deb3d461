import type { Implementazione, OperazioniGefo, Soggetto } from "@staffetta/contracts";
import {
  anteprimaChiusura,
  type Caso,
  type CivilDate,
  type CodiceMisura,
  checkApertura,
  checkChiusura,
  idLinea,
  versioneAl,
} from "@staffetta/domain";
import { nomeDi } from "@staffetta/nodo";
import { FATTO } from "../casi/comando.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { NUOVO, PROGRAMMA, sposta } from "../denaro/libro.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import type { AttoAvvisoRow } from "./tabelle.ts";

type Ops = Pick<
  Implementazione<OperazioniGefo>,
  "avvisi" | "creaAvviso" | "anteprimaChiusura" | "chiudiAvviso"
>;
type Esito<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; rifiuto: Rifiuto }>;
type Rifiuto = Readonly<{ code: string }>;

const CASI_A_GIRO = 2_000;

export async function casiAperti(stores: Stores): Promise<readonly Caso[]> {
  const casi: Caso[] = [];
  for (let dopo = ""; ; ) {
    const giro = await stores.elenchi.operatori.aperti(dopo, CASI_A_GIRO);
    casi.push(...giro.map(({ caso }) => caso));
    const fine = giro.at(-1);
    if (fine === undefined || giro.length < CASI_A_GIRO) return casi;
    dopo = fine.adesioneId;
  }
}

const attiOf = async (stores: Stores, avvisoId: string): Promise<readonly AttoAvvisoRow[]> =>
  (await stores.attiAvviso.by("avvisoId", avvisoId)).toSorted((a, b) => (a.at < b.at ? 1 : -1));

interface Scelta {
  readonly avvisoId: string;
  readonly atti: number;
  readonly al: CivilDate;
}

/** The notice as it is now, when it may end on that day and nobody has come in between. */
async function daChiudere(ctx: Contesto, stores: Stores, { avvisoId, atti, al }: Scelta) {
  const avviso = await stores.avvisi.lock(avvisoId);
  if (avviso === null) return { ok: false, rifiuto: { code: "avviso.sconosciuto" } } as const;
  const scritti = await attiOf(stores, avvisoId);
  if (scritti.length !== atti) {
    const rifiuto = { code: "avviso.cambiato", chi: scritti[0]?.chi ?? "" };
    return { ok: false, rifiuto } as const;
  }
  const esito = checkChiusura(avviso, al, oggi(ctx));
  return esito.ok ? ({ ok: true, value: avviso } as const) : esito;
}

async function disponibileDi(stores: Stores, avvisoId: string): Promise<number> {
  const linee = (await stores.linee.all()).filter((una) => una.avvisoId === avvisoId);
  let somma = 0;
  for (const { id } of linee)
    somma += (await stores.saldi.get(`${id}|disponibile`))?.saldoCents ?? 0;
  return somma;
}

interface Denaro {
  readonly id: string;
  readonly importoCents: number;
  readonly linee: readonly Readonly<{ misura: CodiceMisura; importoCents: number }>[];
}

/** The line of the notice below the programme, and those of its measures below it. */
async function apriLinee(
  ctx: Contesto,
  stores: Stores,
  { id, importoCents, linee }: Denaro,
  firma: Readonly<{ chi: string; atto: string }>,
): Promise<Esito<null>> {
  await stores.linee.insert({ ...NUOVO, id, livello: "avviso", padre: PROGRAMMA, avvisoId: id });
  const proprie = linee.filter((una) => una.importoCents > 0);
  const totale = proprie.reduce((somma, una) => somma + una.importoCents, importoCents);
  const dona = (da: string, a: string, quanto: number) =>
    sposta(ctx, stores, { causale: "assegnazione", da, a, importoCents: quanto }, firma);
  if (totale > 0) {
    const esito = await dona(PROGRAMMA, id, totale);
    if (!esito.ok) return esito;
  }
  for (const { misura, importoCents: quanto } of proprie) {
    const linea = { ...NUOVO, id: idLinea(id, misura), padre: id, avvisoId: id, misura };
    await stores.linee.insert({ ...linea, livello: "misura" });
    const esito = await dona(id, linea.id, quanto);
    if (!esito.ok) return esito;
  }
  return { ok: true, value: null };
}

interface Nuovo {
  readonly id: string;
  readonly titolo: string;
  readonly dal: CivilDate;
  readonly al: CivilDate | null;
  readonly regoleDi: string;
}

/** The notice with the rules of another, as they are on its first day. */
async function copia(
  ctx: Contesto,
  stores: Stores,
  { regoleDi, ...nuovo }: Nuovo,
  firma: Readonly<{ chi: string; atto: string }>,
): Promise<Rifiuto | null> {
  const { id, dal } = nuovo;
  if ((await stores.avvisi.get(id)) !== null)
    return { code: "avviso.gia-aperto", ...{ id, campo: "id" } };
  const modello = await stores.avvisi.get(regoleDi);
  const base = versioneAl(await stores.versioniRegole.by("avvisoId", regoleDi), dal);
  if (modello === null || base === undefined) return { code: "avviso.sconosciuto" };
  const { programma } = modello;
  await stores.avvisi.insert({ ...nuovo, programma, ultimoInCoda: 0 });
  await stores.versioniRegole.insert({
    ...{ id: `${id}/1`, avvisoId: id, numero: 1, validaDal: dal, regole: base.regole },
    ...{ ...firma, motivo: `Regole copiate da ${regoleDi}`, at: adesso(ctx) },
  });
  return null;
}

const creaWith =
  (ctx: Contesto): Ops["creaAvviso"] =>
  (soggetto: Soggetto, { chiave, importoCents, linee, atto, motivo, ...chiesto }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const { id } = chiesto;
      const nuovo = { ...chiesto, al: chiesto.al === "" ? null : chiesto.al };
      const firma = { chi: nomeDi(soggetto), atto };
      const esito = checkApertura(nuovo, oggi(ctx));
      if (!esito.ok) return ctx.problemi.rispondi(esito.rifiuto);
      const rifiuto = await copia(ctx, stores, nuovo, firma);
      if (rifiuto !== null) return ctx.problemi.rispondi(rifiuto);
      await stores.attiAvviso.insert({
        ...{ id: ctx.random.uuid(), avvisoId: id, tipo: "apertura", al: nuovo.al, motivo },
        ...{ at: adesso(ctx), ...firma },
      });
      const denaro = await apriLinee(ctx, stores, { id, importoCents, linee }, firma);
      if (!denaro.ok) return ctx.problemi.rispondi(denaro.rifiuto);
      return { ok: true, valore: { avvisoId: id } };
    });

/** The life of the notices: which there are, how one opens, when it ends. */
export const operazioniVita = (ctx: Contesto): Ops => ({
  avvisi: () =>
    ctx.uow.transaction(async (stores) => {
      const avvisi = [];
      for (const { ultimoInCoda: _, ...avviso } of await stores.avvisi.all()) {
        const scritti = await attiOf(stores, avviso.id);
        const atti = scritti.map(({ id: _i, avvisoId: _a, at, ...atto }) => ({
          ...atto,
          at: at as never,
        }));
        avvisi.push({ ...avviso, atti });
      }
      return { ok: true, valore: { avvisi: avvisi.toSorted((a, b) => (a.dal < b.dal ? 1 : -1)) } };
    }),
  creaAvviso: creaWith(ctx),
  anteprimaChiusura: (_soggetto, scelta) =>
    ctx.uow.transaction(async (stores) => {
      const esito = await daChiudere(ctx, stores, scelta);
      if (!esito.ok) return ctx.problemi.rispondi(esito.rifiuto);
      const casi = await casiAperti(stores);
      const prova = anteprimaChiusura(casi, await stores.avvisi.all(), scelta);
      const disponibileCents = await disponibileDi(stores, scelta.avvisoId);
      return { ok: true, valore: { ...prova, disponibileCents } };
    }),
  chiudiAvviso: (soggetto, { chiave, atto, motivo, ...scelta }) =>
    unaVolta(ctx, chiave, async (stores) => {
      const esito = await daChiudere(ctx, stores, scelta);
      if (!esito.ok) return ctx.problemi.rispondi(esito.rifiuto);
      const { avvisoId, al } = scelta;
      await stores.avvisi.put({ ...esito.value, al });
      await stores.attiAvviso.insert({
        ...{ id: ctx.random.uuid(), avvisoId, tipo: "chiusura", al, atto, motivo },
        ...{ at: adesso(ctx), chi: nomeDi(soggetto) },
      });
      return { ok: true, valore: FATTO };
    }),
});
