import type { Soggetto } from "@staffetta/contracts";
import type { OperatoreId } from "@staffetta/domain";
import { type Contesto, oggi } from "../contesto.ts";

/** The person at the desk of an operatore, by the id of who has signed in; the role has been checked at the door. */
export function addettoDi(
  ctx: Contesto,
  soggetto: Soggetto,
): Readonly<{ operatoreId: OperatoreId; chi: string; oggi: ReturnType<typeof oggi> }> {
  if (soggetto.ruolo !== "addetto") throw new Error("Serve un addetto");
  return { operatoreId: soggetto.operatoreId, chi: soggetto.id, oggi: oggi(ctx) };
}
