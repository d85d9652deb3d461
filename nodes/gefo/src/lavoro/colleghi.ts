import type { Soggetto } from "@staffetta/contracts";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { CollegaRow } from "./tabelle.ts";

/** Who opens the list is one of those to whom a case may be entrusted: written down once a day. */
export async function segnaCollega(
  ctx: Contesto,
  { colleghi }: Pick<Stores, "colleghi">,
  soggetto: Soggetto,
): Promise<void> {
  if (soggetto.ruolo !== "addetto") return;
  const { operatoreId, nome, funzioni } = soggetto;
  const chi: CollegaRow = {
    ...{ id: `${operatoreId}/${soggetto.id}`, operatoreId, nome, funzioni },
    vistoOn: oggi(ctx),
  };
  const noto = await colleghi.get(chi.id);
  if (noto !== null && JSON.stringify(noto) === JSON.stringify(chi)) return;
  await colleghi.put(chi);
}

/** By name; two persons may have the same one. */
export async function colleghiDi(
  { colleghi }: Pick<Stores, "colleghi">,
  operatoreId: string,
): Promise<readonly string[]> {
  const tutti = await colleghi.by("operatoreId", operatoreId);
  return [...new Set(tutti.map(({ nome }) => nome))].sort();
}
