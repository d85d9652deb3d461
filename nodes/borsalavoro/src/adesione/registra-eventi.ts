import { type EventoAdesione, evolve } from "@staffetta/domain";
import { adesso, type Contesto } from "../contesto.ts";
import type { AdesioneRow, EventoRow, GiovaneRow, Stores } from "../store.ts";
import { notifica } from "./notifica.ts";

function eventoRow(
  ctx: Contesto,
  prima: AdesioneRow | null,
  dopo: AdesioneRow,
  evento: EventoAdesione,
): EventoRow {
  return {
    id: `${dopo.id}/${dopo.version}`,
    adesioneId: dopo.id,
    version: dopo.version,
    tipo: evento.tipo,
    da: prima?.stato ?? null,
    a: dopo.stato,
    motivo: motivoDi(evento),
    at: evento.at,
    notoAt: adesso(ctx),
  };
}

const motivoDi = (evento: EventoAdesione): string | null =>
  evento.tipo === "stato-cambiato" || evento.tipo === "operatore-rinunciato" ? evento.motivo : null;

const isRettifica = (evento: EventoAdesione | undefined): boolean =>
  evento?.tipo === "stato-cambiato" && evento.rettifica;

/**
 * Writes what `decide` has decided: the row, its history, the facts that are counted and the messages
 * to the others, all in the caller's transaction. The only place where an adesione changes.
 */
export async function registraEventi(
  ctx: Contesto,
  stores: Stores,
  giovane: GiovaneRow,
  storia: Readonly<{ prima: AdesioneRow | null; eventi: readonly EventoAdesione[] }>,
): Promise<AdesioneRow | null> {
  let current = storia.prima;
  for (const [i, evento] of storia.eventi.entries()) {
    const prima = current;
    // Another operatore has not called yet.
    const cambia = evento.tipo === "operatore-scelto" || evento.tipo === "operatore-rinunciato";
    const contattato = cambia ? false : (prima?.contattato ?? false);
    const dopo: AdesioneRow = { ...evolve(prima, evento), contattato };
    if (prima === null) await stores.adesioni.insert(dopo);
    else await stores.adesioni.put(dopo);
    await stores.eventi.insert(eventoRow(ctx, prima, dopo, evento));
    const dopoRettifica = isRettifica(storia.eventi[i - 1]);
    await notifica(ctx, stores, { giovane, prima, dopo, dopoRettifica }, evento);
    current = dopo;
  }
  return current;
}

/** An adesione with its person, the adesione held until the transaction ends. */
export async function lockAdesione(
  stores: Stores,
  id: string,
): Promise<Readonly<{ adesione: AdesioneRow; giovane: GiovaneRow }> | null> {
  const adesione = await stores.adesioni.lock(id);
  if (adesione === null) return null;
  const giovane = await stores.giovani.get(adesione.giovaneId);
  if (giovane === null) throw new Error(`L'adesione ${id} non ha la persona`);
  return { adesione, giovane };
}
