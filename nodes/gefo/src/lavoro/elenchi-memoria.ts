import type { MemoryTx } from "@staffetta/platform";
import type { OperatoreRow } from "../operatori/tabelle.ts";
import {
  type Carico,
  CONTA_MAX,
  type CodaOperatore,
  type ElenchiLavoro,
  OLTRE_REGIONE_MAX,
} from "./domande.ts";
import { type DopoCoda, type FiltroCoda, NESSUNO } from "./filtro.ts";
import type { CodaRow } from "./tabelle.ts";

/** The twin of `elenchi.ts`: the same questions over rows in memory. */
const perTermine = ({ entro, adesioneId }: CodaRow): string => `${entro} ${adesioneId}`;
const perChiusura = ({ chiudereEntro, adesioneId }: CodaRow): string =>
  `${chiudereEntro} ${adesioneId}`;

/** By which key the list is in order. */
const chiaveDi = (f: FiltroCoda): ((row: CodaRow) => string) => {
  if (f.ricerca !== "") return perNome;
  return f.daChiudereAl === null ? perTermine : perChiusura;
};
const perNome = ({ ricerca, adesioneId }: CodaRow): string => `${ricerca}\u0000${adesioneId}`;

const assegnata = ({ assegnatario }: CodaRow, chiesto: string): boolean =>
  chiesto === "" || (chiesto === NESSUNO ? assegnatario === null : assegnatario === chiesto);

const nelTempo = (row: CodaRow, { dal, al, minoriAl, daChiudereAl }: FiltroCoda): boolean => {
  const { minoreFino } = row;
  const entro = daChiudereAl === null ? row.entro : (row.chiudereEntro ?? "");
  return (
    (dal === null || entro >= dal) &&
    (al === null || entro <= al) &&
    (minoriAl === null || (minoreFino !== null && minoreFino > minoriAl))
  );
};

const ferma = ({ chiudereDal }: CodaRow, oggi: string): boolean =>
  chiudereDal !== null && chiudereDal <= oggi;

const alPasso = (row: CodaRow, { vista, daChiudereAl }: FiltroCoda): boolean => {
  if (daChiudereAl !== null) return ferma(row, daChiudereAl);
  return vista === "" ? row.aperto : row.vista === vista;
};

const corrisponde = (row: CodaRow, f: FiltroCoda): boolean =>
  row.operatoreId === f.operatoreId &&
  alPasso(row, f) &&
  nelTempo(row, f) &&
  (f.sede === "" || row.sede === f.sede) &&
  assegnata(row, f.assegnatario) &&
  (f.fascia === null || row.fascia === f.fascia) &&
  (f.segno === "" || row.segno === f.segno) &&
  row.ricerca.startsWith(f.ricerca);

const bySort =
  (key: (row: CodaRow) => string) =>
  (a: CodaRow, b: CodaRow): number =>
    key(a) < key(b) ? -1 : 1;

export function memoryLavoro(tx: MemoryTx): ElenchiLavoro {
  const coda = tx.table<CodaRow>("coda");
  const rows = (): CodaRow[] => [...coda.values()];
  const dopoDi = (f: FiltroCoda, dopo: DopoCoda): string => {
    if (f.ricerca === "") return `${dopo.giorno} ${dopo.id}`;
    const last = coda.get(dopo.id);
    return last === undefined ? "\u{10FFFF}" : perNome(last);
  };
  return {
    pagina: async (f, dopo, limit) => {
      const key = chiaveDi(f);
      return rows()
        .filter((row) => corrisponde(row, f))
        .filter((row) => dopo === null || key(row) > dopoDi(f, dopo))
        .sort(bySort(key))
        .slice(0, limit);
    },
    conta: async (filtri) =>
      filtri.map((f) => Math.min(CONTA_MAX, rows().filter((row) => corrisponde(row, f)).length)),
    carichi: async (operatoreId) => {
      const sums = new Map<string, Carico>();
      for (const row of rows()) {
        if (row.operatoreId !== operatoreId) continue;
        const assegnatario = row.assegnatario ?? "";
        const key = `${assegnatario}\u0000${row.vista}`;
        const casi = (sums.get(key)?.casi ?? 0) + 1;
        sums.set(key, { assegnatario, vista: row.vista, casi });
      }
      return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, carico]) => carico);
    },
    perOperatore: async (oggi) =>
      [...tx.table<OperatoreRow>("operatore").values()]
        .map(({ id }) => codaDi(id, rows(), oggi))
        .sort((a, b) =>
          `${a.primaEntro ?? "~"} ${a.operatoreId}` < `${b.primaEntro ?? "~"} ${b.operatoreId}`
            ? -1
            : 1,
        ),
    daChiudere: async ({ oggi, operatoreId, dopo, limit }) =>
      rows()
        .filter(
          (row) => ferma(row, oggi) && (operatoreId === "" || row.operatoreId === operatoreId),
        )
        .filter((row) => dopo === null || perChiusura(row) > `${dopo.giorno} ${dopo.id}`)
        .sort(bySort(perChiusura))
        .slice(0, limit),
    senzaMoto: async () => [],
    raccogli: async () => 0,
    togliFiltro: async (id) => tx.table("filtro_salvato").delete(id),
    senzaVoce: async () => [],
  };
}

function codaDi(operatoreId: string, tutte: readonly CodaRow[], oggi: string): CodaOperatore {
  const mie = tutte
    .filter((row) => row.operatoreId === operatoreId && row.aperto)
    .sort(bySort(perTermine));
  const [prima] = mie;
  const ferme = tutte.filter((row) => row.operatoreId === operatoreId && ferma(row, oggi)).length;
  const tardi = mie.filter(({ entro }) => entro < oggi).length;
  return {
    ...{ operatoreId, aperti: mie.length },
    oltreTermine: Math.min(OLTRE_REGIONE_MAX + 1, tardi),
    daChiudere: Math.min(OLTRE_REGIONE_MAX + 1, ferme),
    primaId: prima?.adesioneId ?? null,
    primaEntro: prima?.entro ?? null,
    primaVista: prima?.vista ?? null,
  };
}
