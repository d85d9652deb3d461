import {
  type Caso,
  candidateDi,
  type Dote,
  type EventoCaso,
  parteDi,
  type RegoleGefo,
  type Result,
  refuse,
  registra,
  SALDI_VUOTI,
  type Saldi,
  type Scrittura,
  scrittureDi,
} from "@staffetta/domain";
import { avvisoDel, regoleDelCaso } from "../avvisi/regole.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { Pagina } from "./elenchi.ts";
import type { VoceRow } from "./tabelle.ts";

export type RifiutoDenaro = Extract<ReturnType<typeof registra>, { ok: false }>["rifiuto"];

/** A scrittura and the linea on which it is written. */
interface SuLinea {
  readonly linea: string;
  readonly una: Scrittura;
}

const idsOf = (tutte: readonly SuLinea[]): string[] =>
  tutte.flatMap(({ linea, una }) => una.righe.map(({ conto }) => `${linea}|${conto}`));

/** Only the balances that these scritture touch, held until the transaction ends, in one statement. */
async function lockSaldi(
  stores: Stores,
  tutte: readonly SuLinea[],
): Promise<ReadonlyMap<string, Saldi>> {
  const rows = await stores.elenchi.denaro.lockSaldi([...new Set(idsOf(tutte))]);
  const saldi = new Map<string, Saldi>(tutte.map(({ linea }) => [linea, SALDI_VUOTI]));
  for (const { linea, conto, saldoCents } of rows)
    saldi.set(linea, { ...(saldi.get(linea) ?? SALDI_VUOTI), [conto]: saldoCents });
  return saldi;
}

function check(
  prima: ReadonlyMap<string, Saldi>,
  tutte: readonly SuLinea[],
): Result<null, RifiutoDenaro> {
  const saldi = new Map(prima);
  for (const { linea, una } of tutte) {
    const esito = registra(saldi.get(linea) ?? SALDI_VUOTI, una);
    if (!esito.ok) return esito;
    saldi.set(linea, esito.value);
  }
  return { ok: true, value: null };
}

interface Firma {
  readonly chi: string;
  readonly adesioneId: string | null;
  readonly atto: string | null;
}

function paginaOf(
  ctx: Contesto,
  tutte: readonly SuLinea[],
  voci: readonly VoceRow[],
  firma: Firma,
): Pagina {
  const at = adesso(ctx);
  const scritte = tutte.map((su) => ({ ...su, id: ctx.random.uuid() }));
  return {
    voci,
    scritture: scritte.map(({ id, una: { causale, servizioId } }) => ({
      ...{ id, at, causale, servizioId, ...firma },
    })),
    movimenti: scritte.flatMap(({ id: scritturaId, linea, una }) =>
      una.righe.map((riga) => ({ id: ctx.random.uuid(), scritturaId, linea, ...riga })),
    ),
  };
}

/** The voci of a dote that is being sent: each service with the linea that will pay it. */
async function vociDi(
  stores: Stores,
  { adesioneId, operatoreId, dataAdesione }: Caso,
  dote: Dote,
  regole: RegoleGefo,
): Promise<readonly VoceRow[]> {
  const avviso = await avvisoDel(stores, dataAdesione);
  const linee = new Set((await stores.linee.all()).map(({ id }) => id));
  const costosi = dote.servizi.filter(({ importoCents }) => importoCents > 0);
  return costosi.map(({ id, misura, importoCents }) => {
    const linea = candidateDi(avviso.id, misura, operatoreId).find((una) => linee.has(una));
    if (linea === undefined) throw new Error(`l'avviso ${avviso.id} non ha una linea`);
    return {
      ...{ servizioId: id, adesioneId, doteId: dote.id, linea, operatoreId, misura },
      ...{ fascia: dote.fascia, parte: parteDi(misura, regole), previstoCents: importoCents },
    };
  });
}

async function lineeOf(
  stores: Stores,
  scritture: readonly Scrittura[],
  voci: readonly VoceRow[],
): Promise<readonly SuLinea[]> {
  const nuove = new Map(voci.map(({ servizioId, linea }) => [servizioId, linea]));
  const tutte: SuLinea[] = [];
  for (const una of scritture) {
    const { servizioId } = una;
    if (servizioId === null) throw new Error(`"${una.causale}" di un caso senza servizio`);
    const linea = nuove.get(servizioId) ?? (await stores.voci.get(servizioId))?.linea;
    if (linea === undefined) throw new Error(`il servizio ${servizioId} non è nel libro`);
    if (una.righe.length > 0) tutte.push({ linea, una });
  }
  return tutte;
}

/** True when an evento gives money back: somebody in the queue may be waiting for it. */
export const liberaDenaro = (prima: Caso | null, evento: EventoCaso): boolean =>
  scrittureDi(prima, evento).some(({ righe }) =>
    righe.some(({ conto, importoCents }) => conto === "disponibile" && importoCents > 0),
  );

/** What an evento does to the money; a refusal leaves everything as it was. */
export async function contabilizza(
  ctx: Contesto,
  stores: Stores,
  { prima, evento }: Readonly<{ prima: CasoRow | null; evento: EventoCaso }>,
  chi: string,
): Promise<Result<null, RifiutoDenaro>> {
  const scritture = scrittureDi(prima?.caso ?? null, evento);
  if (prima === null || scritture.length === 0) return { ok: true, value: null };
  const voci =
    evento.tipo === "dote-inviata"
      ? await vociDi(
          stores,
          prima.caso,
          evento.dote,
          await regoleDelCaso(ctx, stores, { ...prima.caso, dote: evento.dote }),
        )
      : [];
  const tutte = await lineeOf(stores, scritture, voci);
  if (tutte.length === 0) return { ok: true, value: null };
  const esito = check(await lockSaldi(stores, tutte), tutte);
  if (!esito.ok) return esito;
  const firma = { chi, adesioneId: prima.adesioneId, atto: null };
  await stores.elenchi.denaro.scrivi(paginaOf(ctx, tutte, voci, firma));
  return esito;
}

type RifiutoLinea = Readonly<{
  code: "linea.senza-denaro";
  campo: "importoCents";
  saldoCents: number;
  richiestoCents: number;
}>;

/** Money goes from a linea to another, or from what the programme gave to its linea: always with an act. */
export async function sposta(
  ctx: Contesto,
  stores: Stores,
  { causale, importoCents, da, a }: Spostamento,
  { chi, atto }: Readonly<{ chi: string; atto: string }>,
): Promise<Result<null, RifiutoLinea>> {
  const contoDa = causale === "stanziamento" ? "stanziamento" : "disponibile";
  const ids = [`${da}|${contoDa}`, `${a}|disponibile`];
  const rows = await stores.elenchi.denaro.lockSaldi(ids);
  const saldoCents = rows.find(({ id }) => id === ids[0])?.saldoCents ?? 0;
  if (contoDa === "disponibile" && saldoCents < importoCents)
    return refuse({
      ...{ code: "linea.senza-denaro", campo: "importoCents", saldoCents },
      richiestoCents: importoCents,
    });
  const id = ctx.random.uuid();
  const riga = (linea: string, conto: typeof contoDa, cents: number) => ({
    ...{ id: ctx.random.uuid(), scritturaId: id, linea, conto, importoCents: cents },
  });
  const chi_ = { servizioId: null, adesioneId: null, atto, chi };
  await stores.elenchi.denaro.scrivi({
    voci: [],
    scritture: [{ id, at: adesso(ctx), causale, ...chi_ }],
    movimenti: [riga(da, contoDa, -importoCents), riga(a, "disponibile", importoCents)],
  });
  return { ok: true, value: null };
}

export interface Spostamento {
  readonly causale: "stanziamento" | "assegnazione" | "sostituzione";
  readonly importoCents: number;
  readonly da: string;
  readonly a: string;
}

export const PROGRAMMA = "programma";
export const NUOVO = { avvisoId: null, misura: null, operatoreId: null } as const;

/** The lines of the programme and of its first notice with what the programme gave, once. */
export async function ensureStanziamento(
  ctx: Contesto,
  stores: Stores,
  importoCents: number,
): Promise<void> {
  if ((await stores.linee.get(PROGRAMMA)) !== null) return;
  await stores.linee.insert({ id: PROGRAMMA, livello: "programma", padre: null, ...NUOVO });
  for (const { id } of await stores.avvisi.all())
    await stores.linee.insert({
      ...{ id, livello: "avviso", padre: PROGRAMMA, ...NUOVO },
      avvisoId: id,
    });
  if (importoCents === 0) return;
  const firma = { chi: "Gefo", atto: "configurazione iniziale" };
  const [primo] = await stores.avvisi.all();
  if (primo === undefined) throw new Error("Nessun avviso a cui assegnare lo stanziamento");
  const dal = { causale: "stanziamento", da: PROGRAMMA, a: PROGRAMMA, importoCents } as const;
  const al = { causale: "assegnazione", da: PROGRAMMA, a: primo.id, importoCents } as const;
  for (const uno of [dal, al]) {
    const esito = await sposta(ctx, stores, uno, firma);
    if (!esito.ok) throw new Error(`Stanziamento non valido: ${importoCents}`);
  }
}
