import type { Risposta, Soggetto } from "@staffetta/contracts";
import {
  type CivilDate,
  type EventoCaso,
  type Instant,
  type RegoleGefo,
  type Result,
  type Richiesta,
  type ServizioId,
  totaleRichiestaCents,
} from "@staffetta/domain";
import { type Autore, autoreDi } from "@staffetta/nodo";
import { avvisoDel, regoleAl } from "../avvisi/regole.ts";
import { registraEvento } from "../casi/registra-evento.ts";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { liberaDenaro } from "../denaro/libro.ts";
import { serviCoda } from "../denaro/servi-coda.ts";
import type { Stores } from "../store.ts";
import { unaVolta } from "../una-volta.ts";
import type { RichiestaRow } from "./tabelle.ts";

export type Rifiuto = Readonly<{ code: string }>;
type Voce = Richiesta["voci"][number];

/** The name of each step in the history of a request. */
export const PASSI = {
  presentata: "domanda presentata",
  approvata: "domanda approvata",
  respinta: "domanda respinta",
  estratta: "entrata nel campione",
  "non-estratta": "non estratta per il controllo",
  controllata: "controllo sul posto registrato",
  ordinata: "pagamento ordinato",
  pagata: "pagamento confermato",
  insoluta: "pagamento respinto dalla banca",
  iban: "altro conto dato dall'operatore",
  recupero: "importo da restituire",
} as const;
export type NomePasso = keyof typeof PASSI;

export async function richiestaDi(stores: Stores, row: RichiestaRow): Promise<Richiesta> {
  const voci = await stores.vociRichiesta.by("richiestaId", row.id);
  const { totaleCents: _t, operatoreId, presentataAt, ordinataOn, pagataOn, ...resto } = row;
  return {
    ...{ ...resto, operatoreId: operatoreId as Richiesta["operatoreId"] },
    voci: voci.map(({ id: _i, richiestaId: _r, servizioId, ...voce }) => ({
      ...{ ...voce, servizioId: servizioId as ServizioId },
    })),
    presentataAt: presentataAt as Instant,
    ...{ ordinataOn: ordinataOn as CivilDate | null, pagataOn: pagataOn as CivilDate | null },
  };
}

const rowDi = ({ voci, ...richiesta }: Richiesta): RichiestaRow => ({
  ...{ ...richiesta, totaleCents: totaleRichiestaCents({ voci }) },
});

/** What was admitted knows which request holds it, how much a control took away, when it was paid. */
async function aggiornaRendicontazioni(
  stores: Stores,
  prima: Richiesta | null,
  dopo: Richiesta,
): Promise<void> {
  for (const voce of dopo.voci) {
    const row = await stores.rendicontazioni.get(voce.rendicontazioneId);
    if (row === null) throw new Error(`manca la rendicontazione ${voce.rendicontazioneId}`);
    const era = prima?.voci.find(({ rendicontazioneId }) => rendicontazioneId === row.id);
    const tolti = (era ?? voce).importoCents - voce.importoCents;
    await stores.rendicontazioni.put({
      ...{ ...row, decurtatoCents: row.decurtatoCents + tolti },
      richiestaId: dopo.stato === "respinta" ? null : dopo.id,
      pagataOn: voce.importoCents > 0 ? dopo.pagataOn : null,
    });
  }
}

interface Scritta {
  readonly prima: Richiesta | null;
  readonly dopo: Richiesta;
  readonly passo: NomePasso;
  readonly nota: string;
  readonly chi: Autore;
}

/** A request as it is now, its lines, the reports that it holds, and the step that made it so. */
export async function scriviRichiesta(
  ctx: Contesto,
  stores: Stores,
  { prima, dopo, passo, nota, chi }: Scritta,
): Promise<void> {
  await stores.richiestePagamento.put(rowDi(dopo));
  for (const voce of dopo.voci) {
    const id = `${dopo.id}/${voce.rendicontazioneId}`;
    await stores.vociRichiesta.put({ ...voce, id, richiestaId: dopo.id });
  }
  await aggiornaRendicontazioni(stores, prima, dopo);
  await stores.passiRichiesta.insert({
    ...{ id: ctx.random.uuid(), richiestaId: dopo.id, numero: dopo.version },
    ...{ at: adesso(ctx), passo, chiId: chi.id, chi: chi.nome, nota },
  });
}

/** The cases of a request, always in the same order: two commands never wait for each other in a ring. */
export async function lockCasi(
  stores: Stores,
  voci: readonly Pick<Voce, "adesioneId">[],
): Promise<void> {
  for (const id of [...new Set(voci.map(({ adesioneId }) => adesioneId))].sort())
    await stores.casi.lock(id);
}

/** Today's rules for a request: those of the notice of its first service. */
export async function regoleDi(
  ctx: Contesto,
  stores: Stores,
  [prima]: readonly Pick<Voce, "adesioneId">[],
): Promise<RegoleGefo> {
  const riga = prima === undefined ? null : await stores.casi.get(prima.adesioneId);
  const avviso = await avvisoDel(stores, riga?.caso.dataAdesione ?? oggi(ctx));
  return regoleAl(stores, avviso.id, oggi(ctx));
}

type EventoVoce = (prima: Voce, dopo: Voce) => EventoCaso | null;

export interface ComandoRichiesta<T> {
  readonly chiave: string;
  readonly richiestaId: string;
  /** As the page showed it; null = whoever comes looks at the state only. */
  readonly version: number | null;
  readonly passo: NomePasso;
  readonly nota?: string;
  readonly decide: (
    richiesta: Richiesta,
    stores: Stores,
  ) => Result<Richiesta, Rifiuto> | Promise<Result<Richiesta, Rifiuto>>;
  /** What happens to the case of each line; absent = nothing. */
  readonly evento?: EventoVoce;
  readonly conserva?: (stores: Stores, dopo: Richiesta) => Promise<void>;
  readonly valore: T | ((dopo: Richiesta) => T);
}

/** What a payment, its order or its return is for the case of a line; a line worth nothing has none. */
export const eventoPagamento =
  (
    ctx: Contesto,
    tipo: "pagamento-ordinato" | "pagamento-eseguito" | "pagamento-stornato",
  ): EventoVoce =>
  (_prima, { servizioId, rendicontazioneId, importoCents }) =>
    importoCents === 0
      ? null
      : { tipo, at: adesso(ctx), servizioId, rendicontazioneId, importoCents };

async function raccontaAiCasi(
  ctx: Contesto,
  stores: Stores,
  { prima, dopo, chi }: Readonly<{ prima: Richiesta; dopo: Richiesta; chi: Autore }>,
  evento: EventoVoce,
): Promise<Result<boolean, Rifiuto>> {
  let liberato = false;
  for (const voce of dopo.voci) {
    const era = prima.voci.find((una) => una.rendicontazioneId === voce.rendicontazioneId);
    const fatto = evento(era ?? voce, voce);
    if (fatto === null) continue;
    const riga = await stores.casi.get(voce.adesioneId);
    if (riga === null) throw new Error(`manca il caso ${voce.adesioneId}`);
    const scritto = await registraEvento(
      ctx,
      stores,
      { prima: riga, evento: fatto },
      { chi: chi.nome },
    );
    if (!scritto.ok) return scritto;
    liberato ||= liberaDenaro(riga.caso, fatto);
  }
  return { ok: true, value: liberato };
}

const cambiata = async (stores: Stores, { id, stato }: RichiestaRow): Promise<Rifiuto> => {
  const passi = await stores.passiRichiesta.by("richiestaId", id);
  const ultimo = passi.toSorted((a, b) => a.numero - b.numero).at(-1);
  return { code: "liquidazione.cambiata", ...{ stato, chi: ultimo?.chi ?? "" } };
};

const vede = ({ operatoreId }: RichiestaRow, soggetto: Soggetto): boolean =>
  soggetto.ruolo !== "addetto" || soggetto.operatoreId === operatoreId;

export async function findRichiesta(
  stores: Stores,
  soggetto: Soggetto,
  richiestaId: string,
): Promise<RichiestaRow | null> {
  const row = await stores.richiestePagamento.get(richiestaId);
  return row === null || !vede(row, soggetto) ? null : row;
}

const valoreDi = <T>({ valore }: ComandoRichiesta<T>, dopo: Richiesta): T =>
  typeof valore === "function" ? (valore as (dopo: Richiesta) => T)(dopo) : valore;

/** The request, held after its cases; null when it is not for this soggetto. */
async function prendi(
  stores: Stores,
  soggetto: Soggetto,
  richiestaId: string,
): Promise<RichiestaRow | null> {
  if ((await findRichiesta(stores, soggetto, richiestaId)) === null) return null;
  await lockCasi(stores, await stores.vociRichiesta.by("richiestaId", richiestaId));
  return stores.richiestePagamento.lock(richiestaId);
}

interface Applicato {
  readonly dopo: Richiesta;
  readonly liberato: boolean;
}

async function applica<T>(
  ctx: Contesto,
  stores: Stores,
  row: RichiestaRow,
  { comando, chi }: Readonly<{ comando: ComandoRichiesta<T>; chi: Autore }>,
): Promise<Result<Applicato, Rifiuto>> {
  const { version, decide, evento, nota = "" } = comando;
  if (version !== null && row.version !== version)
    return { ok: false, rifiuto: await cambiata(stores, row) };
  const prima = await richiestaDi(stores, row);
  const deciso = await decide(prima, stores);
  if (!deciso.ok) return deciso;
  const dopo = deciso.value;
  const cambio = { prima, dopo, chi };
  const raccontato = await raccontaAiCasi(ctx, stores, cambio, evento ?? (() => null));
  if (!raccontato.ok) return raccontato;
  await scriviRichiesta(ctx, stores, { ...cambio, passo: comando.passo, nota });
  await comando.conserva?.(stores, dopo);
  return { ok: true, value: { dopo, liberato: raccontato.value } };
}

/** Lock its cases, lock it, decide, write, tell the cases; once per key. What every step of a request does. */
export async function eseguiSuRichiesta<T>(
  ctx: Contesto,
  soggetto: Soggetto,
  comando: ComandoRichiesta<T>,
): Promise<Risposta<T>> {
  const { chiave, richiestaId } = comando;
  let liberato = false;
  const esito = await unaVolta<T>(ctx, chiave, async (stores) => {
    const row = await prendi(stores, soggetto, richiestaId);
    if (row === null) return ctx.problemi.rispondi({ code: "liquidazione.sconosciuta" });
    const done = await stores.chiavi.get(chiave);
    if (done !== null) return { ok: true, valore: done.risposta as T };
    const applicato = await applica(ctx, stores, row, { comando, chi: autoreDi(soggetto) });
    if (!applicato.ok) return ctx.problemi.rispondi(applicato.rifiuto);
    liberato = applicato.value.liberato;
    return { ok: true, valore: valoreDi(comando, applicato.value.dopo) };
  });
  if (esito.ok && liberato) await serviCoda(ctx);
  return esito;
}
