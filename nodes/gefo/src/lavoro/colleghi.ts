import { isDeepStrictEqual } from "node:util";
import type { Soggetto } from "@staffetta/contracts";
import { type Contesto, oggi } from "../contesto.ts";
import type { Stores } from "../store.ts";
import type { CollegaRow } from "./tabelle.ts";

/** Who asks for the list, as the colleague to whom a case may be entrusted. */
const collegaDi = (ctx: Contesto, soggetto: Soggetto): CollegaRow | null => {
  if (soggetto.ruolo !== "addetto") return null;
  const { operatoreId, nome, funzioni } = soggetto;
  const id = chiaveDi(operatoreId, soggetto.id);
  return { id, operatoreId, nome, funzioni, vistoOn: oggi(ctx) };
};

const chiaveDi = (operatoreId: string, persona: string): string => `${operatoreId}/${persona}`;

/** A person of an operatore, by an id that no other has; the name is for whoever reads. */
export interface Collega {
  readonly id: string;
  readonly nome: string;
}

/** By name; of those who have the same one each is told with the id too. */
function personeDi(colleghi: readonly CollegaRow[]): readonly Collega[] {
  const omonimi = (nome: string): number => colleghi.filter((uno) => uno.nome === nome).length;
  return colleghi
    .map(({ id: chiave, operatoreId, nome }) => {
      const id = chiave.slice(operatoreId.length + 1);
      return { id, nome: omonimi(nome) > 1 ? `${nome} (${id})` : nome };
    })
    .sort((a, b) => (`${a.nome} ${a.id}` < `${b.nome} ${b.id}` ? -1 : 1));
}

export const colleghiDi = async (
  { colleghi }: Pick<Stores, "colleghi">,
  operatoreId: string,
): Promise<readonly Collega[]> => personeDi(await colleghi.by("operatoreId", operatoreId));

/** The name of each; who is not known is told by what is known. */
export const nomiDei = (colleghi: readonly Collega[]): ((id: string) => string) => {
  const nomi = new Map(colleghi.map(({ id, nome }) => [id, nome]));
  return (id) => nomi.get(id) ?? id;
};

/** A refusal that names a colleague says the name, not the id. */
export async function conNome<R extends Readonly<{ code: string; chi?: string }>>(
  { colleghi }: Pick<Stores, "colleghi">,
  operatoreId: string,
  rifiuto: R,
): Promise<R> {
  if (rifiuto.chi === undefined) return rifiuto;
  const noto = await colleghi.get(chiaveDi(operatoreId, rifiuto.chi));
  return noto === null ? rifiuto : { ...rifiuto, chi: noto.nome };
}

/** The colleagues with who asks among them, who is written down once a day. */
export async function colleghiConMe(
  ctx: Contesto,
  noti: readonly CollegaRow[],
  soggetto: Soggetto,
): Promise<readonly Collega[]> {
  const io = collegaDi(ctx, soggetto);
  if (io === null) return [];
  const noto = noti.find(({ id }) => id === io.id);
  if (noto !== undefined && isDeepStrictEqual(noto, io)) return personeDi(noti);
  await ctx.uow.single(({ colleghi }) => colleghi.put(io));
  return personeDi([...noti.filter(({ id }) => id !== io.id), io]);
}

const ricordati = new WeakMap<Contesto, Set<string>>();

/** Who takes a case without having opened the list is written down too; once for each process. */
export async function ricordaCollega(ctx: Contesto, soggetto: Soggetto): Promise<void> {
  const io = collegaDi(ctx, soggetto);
  const noti = ricordati.get(ctx) ?? new Set<string>();
  ricordati.set(ctx, noti);
  if (io === null || noti.has(io.id)) return;
  await ctx.uow.transaction(async ({ colleghi }) => {
    if ((await colleghi.get(io.id)) === null) await colleghi.put(io);
  });
  noti.add(io.id);
}
