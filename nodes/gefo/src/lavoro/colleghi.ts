import { isDeepStrictEqual } from "node:util";
import type { Soggetto } from "@staffetta/contracts";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { CollegaRow } from "./tabelle.ts";

/** Who asks for the list, as the colleague to whom a case may be entrusted. */
const collegaDi = (ctx: Contesto, soggetto: Soggetto): CollegaRow | null => {
  if (soggetto.ruolo !== "addetto") return null;
  const { operatoreId, nome, funzioni } = soggetto;
  const id = `${operatoreId}/${soggetto.id}`;
  return { id, operatoreId, nome, funzioni, vistoOn: oggi(ctx) };
};

/** By name; two persons may have the same one. */
const nomiDi = (colleghi: readonly CollegaRow[]): readonly string[] =>
  [...new Set(colleghi.map(({ nome }) => nome))].sort();

export const colleghiDi = async (
  { colleghi }: Pick<Stores, "colleghi">,
  operatoreId: string,
): Promise<readonly string[]> => nomiDi(await colleghi.by("operatoreId", operatoreId));

/** The colleagues with who asks among them, who is written down once a day. */
export async function colleghiConMe(
  ctx: Contesto,
  noti: readonly CollegaRow[],
  soggetto: Soggetto,
): Promise<readonly string[]> {
  const io = collegaDi(ctx, soggetto);
  if (io === null) return [];
  const noto = noti.find(({ id }) => id === io.id);
  if (noto !== undefined && isDeepStrictEqual(noto, io)) return nomiDi(noti);
  await ctx.uow.single(({ colleghi }) => colleghi.put(io));
  return nomiDi([...noti.filter(({ id }) => id !== io.id), io]);
}
