import type { Result } from "@staffetta/domain";
import type { UnitOfWork } from "@staffetta/platform";
import type { Stores } from "../store.ts";
import type { CodaRow } from "./tabelle.ts";

/**
 * Takes a case in hand or lets it go: read, decided, and written only if the hands are still those that
 * were read; otherwise from the beginning. Nobody waits for anybody, and each journey is one statement.
 * @returns null when the case is not of this operatore
 */
export async function cambiaMano<Rifiuto>(
  uow: UnitOfWork<Stores>,
  { operatoreId, adesioneId }: Pick<CodaRow, "operatoreId" | "adesioneId">,
  decide: (row: CodaRow) => Result<CodaRow, Rifiuto>,
): Promise<Result<CodaRow, Rifiuto> | null> {
  for (;;) {
    const row = await uow.read(({ coda }) => coda.get(adesioneId));
    if (row?.operatoreId !== operatoreId) return null;
    const deciso = decide(row);
    if (!deciso.ok) return deciso;
    const { value } = deciso;
    if (await uow.single(({ elenchi: { lavoro } }) => lavoro.cambiaMano(row, value))) return deciso;
  }
}
