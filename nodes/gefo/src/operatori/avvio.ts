import { accoda, borsaLavoroDi } from "@staffetta/nodo";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { accreditaEsempio } from "./ente.ts";
import type { OperatoreRow } from "./tabelle.ts";

const PERSONA_OPERATORI = "operatori";

/** Keeps an operatore and tells Borsa Lavoro, which offers it to the giovani or stops doing so. */
export async function saveOperatore(
  ctx: Contesto,
  stores: Stores,
  operatore: OperatoreRow,
): Promise<boolean> {
  const known = await stores.operatori.get(operatore.id);
  if (known !== null && JSON.stringify(known) === JSON.stringify(operatore)) return false;
  await stores.operatori.put(operatore);
  const { id: operatoreId, ...resto } = operatore;
  accoda(stores.uscita, "operatore.v1", {
    destinatario: borsaLavoroDi(ctx.regione),
    persona: PERSONA_OPERATORI,
    corpo: { operatoreId: operatoreId as never, ...resto, at: adesso(ctx) },
  });
  return true;
}

/** The examples of development; what the Region has decided about one of them stays. */
export async function ensureOperatori(
  ctx: Contesto,
  stores: Stores,
  operatori: readonly OperatoreRow[],
): Promise<void> {
  for (const operatore of operatori) {
    const ente = await stores.enti.get(operatore.id);
    const attivo = ente === null ? operatore.attivo : ente.stato === "accreditato";
    await saveOperatore(ctx, stores, { ...operatore, attivo });
    if (ente === null) await accreditaEsempio(ctx, stores, operatore);
  }
}
