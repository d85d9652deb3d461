import type { Bilancio } from "@staffetta/contracts";
import { type Linea, MISURE, type OperatoreId } from "@staffetta/domain";
import { csv } from "@staffetta/platform";
import { inEuro } from "../csv.ts";
import { nomiOf } from "../operatori/nomi.ts";
import type { Stores } from "../store.ts";
import type { SommaVoci } from "./elenchi.ts";
import type { SaldoRow } from "./tabelle.ts";

type LineaInBilancio = Bilancio["linee"][number];
type Conti = Pick<
  LineaInBilancio,
  "disponibile" | "prenotato" | "impegnato" | "rendicontato" | "ammesso" | "pagato" | "recuperato"
>;
const ZERO: Conti = {
  ...{ disponibile: 0, prenotato: 0, impegnato: 0, rendicontato: 0 },
  ...{ ammesso: 0, pagato: 0, recuperato: 0 },
};
const CONTI = Object.keys(ZERO) as (keyof Conti)[];

const somma = (a: Conti, b: Conti): Conti =>
  Object.fromEntries(CONTI.map((conto) => [conto, a[conto] + b[conto]])) as unknown as Conti;

/** Each line with what is below it; the children come after their parent. */
export function conSottolinee(
  linee: readonly Linea[],
  saldi: readonly SaldoRow[],
  titolo: (linea: Linea) => string,
): readonly LineaInBilancio[] {
  const propri = new Map<string, Conti>();
  for (const { linea, conto, saldoCents } of saldi)
    if (conto !== "stanziamento")
      propri.set(linea, { ...(propri.get(linea) ?? ZERO), [conto]: saldoCents });
  const visita = (linea: Linea): readonly LineaInBilancio[] => {
    const figlie = linee.filter(({ padre }) => padre === linea.id);
    const sotto = figlie.map(visita);
    const mio = propri.get(linea.id) ?? ZERO;
    const tutto = sotto.flatMap(([prima]) => prima ?? []).reduce<Conti>(somma, mio);
    const { id, livello, padre } = linea;
    const nelSotto = sotto.flatMap(([prima]) => prima ?? []);
    const assegnato =
      CONTI.reduce((cents, conto) => cents + mio[conto], 0) +
      nelSotto.reduce((cents, una) => cents + una.assegnato, 0);
    const qui = { id, livello, padre, titolo: titolo(linea), assegnato };
    return [{ ...qui, ...tutto, disponibile: mio.disponibile }, ...sotto.flat()];
  };
  return linee.filter(({ padre }) => padre === null).flatMap(visita);
}

const conNome = (nomi: ReadonlyMap<string, string>, una: SommaVoci) => ({
  ...una,
  operatore: nomi.get(una.operatoreId) ?? una.operatoreId,
});

/** @param soloDi an operatore, who sees no line and no money but its own; null = the Region */
export async function bilancioDi(stores: Stores, soloDi: OperatoreId | null): Promise<Bilancio> {
  const { denaro } = stores.elenchi;
  const nomi = await nomiOf(stores);
  const avvisi = new Map((await stores.avvisi.all()).map(({ id, titolo }) => [id, titolo]));
  const titolo = ({ livello, avvisoId, misura, operatoreId }: Linea): string => {
    if (livello === "programma") return "Programma";
    if (livello === "avviso") return avvisi.get(avvisoId ?? "") ?? String(avvisoId);
    if (livello === "misura") return misura === null ? "" : `${misura} ${MISURE[misura].etichetta}`;
    return nomi.get(operatoreId ?? "") ?? String(operatoreId);
  };
  const tutte = conSottolinee(await stores.linee.all(), await stores.saldi.all(), titolo);
  const mia = ({ id }: { id: string }) => soloDi === null || id.endsWith(`/${soloDi}`);
  const somme = (await denaro.sommeVoci()).filter(
    ({ operatoreId }) => soloDi === null || operatoreId === soloDi,
  );
  const doti = await denaro.countDoti();
  const contate = soloDi === null ? Object.values(doti) : [doti[soloDi] ?? 0];
  const code = (await stores.codaDenaro.by("stato", "in-coda")).map(
    ({ adesioneId, valoreCents }) => ({
      adesioneId,
      valoreCents,
    }),
  );
  const mie: typeof code = [];
  for (const una of code)
    if (soloDi === null || (await stores.casi.get(una.adesioneId))?.operatoreId === soloDi)
      mie.push(una);
  return {
    linee: tutte.filter(mia),
    somme: somme.map((una) => conNome(nomi, una)),
    doti: contate.reduce((sum, n) => sum + n, 0),
    coda: { doti: mie.length, valoreCents: mie.reduce((sum, una) => sum + una.valoreCents, 0) },
  };
}

const COLONNE = [
  ...(["operatoreId", "operatore", "misura", "fascia", "parte", "servizi"] as const),
  ...(["previsto", "prenotato", "impegnato", "rendicontato"] as const),
  ...(["ammesso", "pagato", "recuperato"] as const),
] as const;
const DENARO: ReadonlySet<string> = new Set(COLONNE.slice(6));

/** Semicolons and decimal commas: what an Italian sheet opens by itself. */
export const csvDi = ({ somme }: Bilancio): Uint8Array =>
  csv({
    ...{ titolo: "Bilancio", colonne: COLONNE },
    righe: somme.map((una) =>
      COLONNE.map((colonna) => (DENARO.has(colonna) ? inEuro(Number(una[colonna])) : una[colonna])),
    ),
  });
