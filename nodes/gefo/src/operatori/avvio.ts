import { accoda, borsaLavoroDi } from "@staffetta/nodo";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { OperatoreRow } from "./tabelle.ts";

const PERSONA_OPERATORI = "operatori";

/** The accredited list: what is new or changed is kept here and told to Borsa Lavoro. */
export async function ensureOperatori(
  ctx: Contesto,
  stores: Stores,
  operatori: readonly OperatoreRow[],
): Promise<void> {
  for (const operatore of operatori) {
    const known = await stores.operatori.get(operatore.id);
    if (known !== null && JSON.stringify(known) === JSON.stringify(operatore)) continue;
    await stores.operatori.put(operatore);
    const { id: operatoreId, ...resto } = operatore;
    accoda(stores.uscita, "operatore.v1", {
      destinatario: borsaLavoroDi(ctx.regione),
      persona: PERSONA_OPERATORI,
      corpo: { operatoreId: operatoreId as never, ...resto, at: adesso(ctx) },
    });
  }
}
