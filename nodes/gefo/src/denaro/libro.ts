import {
  CONTI,
  type Conto,
  type EventoCaso,
  type Result,
  registra,
  SALDI_VUOTI,
  type Saldi,
  type Scrittura,
  scrittura,
  scrittureDi,
} from "@staffetta/domain";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

type Rifiuto = Extract<ReturnType<typeof registra>, { ok: false }>["rifiuto"];

/** All the conti, held in one order: two doti sent at once can't both take the last euro. */
export async function lockSaldi(stores: Stores): Promise<Saldi> {
  const saldi = { ...SALDI_VUOTI };
  for (const conto of Object.keys(CONTI).sort() as Conto[])
    saldi[conto] = (await stores.conti.lock(conto))?.saldoCents ?? 0;
  return saldi;
}

async function write(
  ctx: Contesto,
  stores: Stores,
  { causale, righe }: Scrittura,
  chi: Readonly<{ adesioneId: string | null; operatoreId: string | null }>,
): Promise<void> {
  for (const { conto, importoCents } of righe) {
    const id = ctx.random.uuid();
    await stores.movimenti.insert({ id, at: adesso(ctx), causale, conto, importoCents, ...chi });
  }
}

async function saveSaldi(stores: Stores, prima: Saldi, dopo: Saldi): Promise<void> {
  for (const conto of Object.keys(CONTI) as Conto[])
    if (prima[conto] !== dopo[conto]) await stores.conti.put({ conto, saldoCents: dopo[conto] });
}

/** What an evento does to the money; a refusal leaves everything as it was. */
export async function contabilizza(
  ctx: Contesto,
  stores: Stores,
  prima: CasoRow | null,
  evento: EventoCaso,
): Promise<Result<null, Rifiuto>> {
  const scritture = scrittureDi(prima?.caso ?? null, evento);
  if (scritture.length === 0) return { ok: true, value: null };
  const saldi = await lockSaldi(stores);
  let dopo = saldi;
  for (const una of scritture) {
    const esito = registra(dopo, una);
    if (!esito.ok) return esito;
    dopo = esito.value;
  }
  await saveSaldi(stores, saldi, dopo);
  const { adesioneId = null, operatoreId = null } = prima ?? {};
  for (const una of scritture) await write(ctx, stores, una, { adesioneId, operatoreId });
  return { ok: true, value: null };
}

/** The money of the notice, once. */
export async function ensureStanziamento(
  ctx: Contesto,
  stores: Stores,
  importoCents: number,
): Promise<void> {
  if ((await stores.conti.get("stanziamento")) !== null) return;
  for (const conto of Object.keys(CONTI) as Conto[])
    await stores.conti.put({ conto, saldoCents: 0 });
  const una = scrittura("stanziamento", { stanziamento: -importoCents, disponibile: importoCents });
  const dopo = registra(SALDI_VUOTI, una);
  if (!dopo.ok) throw new Error(`Stanziamento non valido: ${importoCents}`);
  await saveSaldi(stores, SALDI_VUOTI, dopo.value);
  await write(ctx, stores, una, { adesioneId: null, operatoreId: null });
}
