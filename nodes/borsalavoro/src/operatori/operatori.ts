import type { OperatoreInElenco } from "@staffetta/contracts";
import { daysBetween, type FattoContato } from "@staffetta/domain";
import { type Contesto, oggi } from "../contesto.ts";
import type { OperatoreRow, Stores } from "../store.ts";

export const toElenco = ({ attivo: _, ...row }: OperatoreRow): OperatoreInElenco =>
  row as OperatoreInElenco;

/** Words of the search in any order, in name or town; accents and case don't matter. */
export function cercaOperatori(rows: readonly OperatoreRow[], cerca: string): OperatoreInElenco[] {
  const plain = (text: string): string =>
    text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const words = plain(cerca).split(/\s+/).filter(Boolean);
  return rows
    .filter(({ attivo }) => attivo)
    .filter((row) => {
      const text = plain(`${row.denominazione} ${row.comune}`);
      return words.every((word) => text.includes(word));
    })
    .sort(
      (a, b) => a.comune.localeCompare(b.comune) || a.denominazione.localeCompare(b.denominazione),
    )
    .map(toElenco);
}

const FINESTRA_DAYS = 60;
/** Fewer cases say nothing and would point at a person. */
const CASI_MIN = 5;

/** Days from the choice to the first contact, by operatore, for choices of the last sixty days. */
export function attesePerOperatore(
  fatti: readonly FattoContato[],
  oggi: string,
): ReadonlyMap<string, readonly number[]> {
  const scelte = new Map<string, { operatoreId: string; giorno: string }>();
  const attese = new Map<string, number[]>();
  for (const { adesioneId, giorno, fatto } of fatti) {
    if (fatto.tipo === "operatore")
      scelte.set(adesioneId, { operatoreId: fatto.operatoreId, giorno });
    const scelta = scelte.get(adesioneId);
    if (fatto.tipo !== "contatto" || scelta === undefined) continue;
    scelte.delete(adesioneId);
    if (daysBetween(scelta.giorno as never, oggi as never) > FINESTRA_DAYS) continue;
    const days = Math.max(0, daysBetween(scelta.giorno as never, giorno));
    attese.set(scelta.operatoreId, [...(attese.get(scelta.operatoreId) ?? []), days]);
  }
  return attese;
}

export function mediana(values: readonly number[]): number | null {
  if (values.length < CASI_MIN) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}

/** Nightly: what the giovane reads beside each operatore when choosing. */
export async function refreshAttese(ctx: Contesto, stores: Stores): Promise<void> {
  const fatti = await stores.fatti.all();
  const byTime = fatti.toSorted((a, b) => (a.notoAt < b.notoAt ? -1 : 1));
  const attese = attesePerOperatore(byTime, oggi(ctx));
  for (const operatore of await stores.operatori.all())
    await stores.operatori.put({
      ...operatore,
      attesaMedianaDays: mediana(attese.get(operatore.id) ?? []),
    });
}
