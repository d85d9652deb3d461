import { avvisoDel } from "../avvisi/regole.ts";
import type { CasoRow } from "../casi/tabelle.ts";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";

const CIFRE = 6;

/**
 * The next number of the notice's register of this year. Asked last, because who asks holds the register
 * until the commit; a refusal gives the number back, so the register has no gaps.
 */
export async function prossimoProtocollo(
  ctx: Contesto,
  stores: Stores,
  riga: CasoRow,
  doteId: string,
): Promise<string> {
  const { id: avvisoId } = await avvisoDel(stores, riga.caso.dataAdesione);
  const registro = `${avvisoId}/${ctx.regione}/${oggi(ctx).slice(0, 4)}`;
  const numero = await stores.elenchi.dote.prossimoNumero(registro);
  const id = `${registro}/${String(numero).padStart(CIFRE, "0")}`;
  await stores.protocolliDote.insert({ id, registro, numero, doteId });
  return id;
}
