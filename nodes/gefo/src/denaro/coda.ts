import { type EventoCaso, regoleCaso } from "@staffetta/domain";
import { avvisoDel } from "../avvisi/regole.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";

/** The next number, for a dote that found no money. The notice is held: numbers have no gap. */
export async function accoda(
  ctx: Contesto,
  stores: Stores,
  { caso }: CasoRow,
  evento: EventoCaso,
): Promise<Readonly<{ evento: EventoCaso; numero: number }>> {
  if (evento.tipo !== "dote-inviata") throw new Error(`${evento.tipo} non va in coda`);
  const { id: avvisoId } = await avvisoDel(stores, caso.dataAdesione);
  const avviso = await stores.avvisi.lock(avvisoId);
  if (avviso === null) throw new Error(`manca l'avviso ${avvisoId}`);
  const numero = avviso.ultimoInCoda + 1;
  await stores.avvisi.put({ ...avviso, ultimoInCoda: numero });
  const { dote } = evento;
  await stores.codaDenaro.insert({
    ...{ doteId: dote.id, adesioneId: caso.adesioneId, avvisoId, numero },
    ...{ valoreCents: dote.valoreCents, stato: "in-coda", at: adesso(ctx) },
  });
  return { evento: regoleCaso.accodaDote(dote, numero, adesso(ctx)), numero };
}

/** A case that stops waiting gives its number up, whatever the reason. */
export async function chiudiCoda(
  stores: Stores,
  prima: CasoRow | null,
  evento: EventoCaso,
): Promise<void> {
  const { dote } = prima?.caso ?? {};
  if (prima?.caso.stato !== "in-coda" || !dote) return;
  const riga = await stores.codaDenaro.lock(dote.id);
  if (riga === null) throw new Error(`la dote ${dote.id} è in coda senza un numero`);
  const stato = evento.tipo === "dote-inviata" ? "servita" : "lasciata";
  if (evento.tipo !== "stato-aggiornato") await stores.codaDenaro.put({ ...riga, stato });
}

/** Where a dote stands in the queue; null when it does not wait. */
export async function postoInCoda(
  stores: Stores,
  { caso }: CasoRow,
): Promise<Readonly<{ numero: number; davanti: number }> | null> {
  if (caso.stato !== "in-coda" || caso.dote === null) return null;
  const riga = await stores.codaDenaro.get(caso.dote.id);
  if (riga === null) return null;
  const { avvisoId, numero } = riga;
  return { numero, davanti: await stores.elenchi.denaro.countPrima(avvisoId, numero) };
}
