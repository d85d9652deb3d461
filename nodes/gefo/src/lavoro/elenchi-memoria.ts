import type { MemoryTx } from "@staffetta/platform";
import type { OperatoreRow } from "../operatori/tabelle.ts";
import {
  type Carico,
  CONTA_MAX,
  type CodaOperatore,
  type ElenchiLavoro,
  type VoceLista,
} from "./domande.ts";
import { type DopoCoda, type FiltroCoda, NESSUNO } from "./filtro.ts";
import type { CodaRow, CollegaRow, FiltroSalvatoRow } from "./tabelle.ts";

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

/** What the list shows of a row, and no more. */
function voceDi(row: CodaRow): VoceLista {
  const { operatoreId: _o, aperto: _a, ricerca: _r, cfDigest: _c, mossoOn: _m, ...voce } = row;
  return voce;
}

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
        .slice(0, limit)
        .map(voceDi);
    },
    contorno: async ({ operatoreId, chi, oggi }, conta) => ({
      carichi: carichiDi(rows(), operatoreId, oggi),
      contati: conta.map((f) =>
        Math.min(CONTA_MAX, rows().filter((row) => corrisponde(row, f)).length),
      ),
      filtri: [...tx.table<FiltroSalvatoRow>("filtro_salvato").values()].filter(
        (uno) => uno.chi === chi && uno.operatoreId === operatoreId,
      ),
      colleghi: [...tx.table<CollegaRow>("collega").values()].filter(
        (uno) => uno.operatoreId === operatoreId,
      ),
    }),
    carichi: async (operatoreId, oggi) => carichiDi(rows(), operatoreId, oggi),
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
    cambiaMano: async (prima, { inManoA, inManoFino }) => {
      const row = coda.get(prima.adesioneId);
      if (row?.inManoA !== prima.inManoA || row.inManoFino !== prima.inManoFino) return false;
      if (row.operatoreId !== prima.operatoreId) return false;
      coda.set(row.adesioneId, { ...row, inManoA, inManoFino });
      return true;
    },
    // Nothing is counted before it is asked.
    raccogli: async () => 0,
    avanzaGiorno: async () => undefined,
    togliFiltro: async (id) => tx.table("filtro_salvato").delete(id),
    senzaVoce: async () => [],
  };
}

function carichiDi(rows: readonly CodaRow[], operatoreId: string, oggi: string): Carico[] {
  const sums = new Map<string, Carico>();
  for (const row of rows) {
    if (row.operatoreId !== operatoreId) continue;
    const [assegnatario, vista] = [row.assegnatario ?? "", row.vista];
    const key = `${assegnatario}\u0000${vista}`;
    const prima = sums.get(key) ?? { casi: 0, oltre: 0, ferme: 0 };
    sums.set(key, {
      ...{ assegnatario, vista, casi: prima.casi + 1 },
      oltre: prima.oltre + Number(row.aperto && row.entro < oggi),
      ferme: prima.ferme + Number(ferma(row, oggi)),
    });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, carico]) => carico);
}

function codaDi(operatoreId: string, tutte: readonly CodaRow[], oggi: string): CodaOperatore {
  const mie = tutte
    .filter((row) => row.operatoreId === operatoreId && row.aperto)
    .sort(bySort(perTermine));
  const [prima] = mie;
  const ferme = tutte.filter((row) => row.operatoreId === operatoreId && ferma(row, oggi)).length;
  return {
    ...{ operatoreId, aperti: mie.length, daChiudere: ferme },
    oltreTermine: mie.filter(({ entro }) => entro < oggi).length,
    primaId: prima?.adesioneId ?? null,
    primaEntro: prima?.entro ?? null,
    primaVista: prima?.vista ?? null,
  };
}
