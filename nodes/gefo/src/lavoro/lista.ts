import type { FiltroLavoro, Implementazione, OperazioniGefo } from "@staffetta/contracts";
import { addDays, inMano, type NomeRitaglio, RITAGLI, SENZA_TERMINE } from "@staffetta/domain";
import { readCursore, writeCursore } from "@staffetta/nodo";
import { calendariDi } from "../appuntamenti/fissa.ts";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { addettoDi } from "./chi.ts";
import { colleghiConMe } from "./colleghi.ts";
import { chiusuraOggi } from "./da-chiudere.ts";
import { type Carico, CONTA_MAX } from "./domande.ts";
import { type DopoCoda, type FiltroCoda, NESSUNO, postoDi } from "./filtro.ts";
import { FILTRO_VUOTO, filtroDi } from "./richiesta.ts";
import type { CodaRow } from "./tabelle.ts";

type Ops = Pick<Implementazione<OperazioniGefo>, "lavoro">;
type Chiede = ReturnType<typeof addettoDi>;

const PAGINA_ROWS = 25;
const ID = /^n\.([0-9a-f-]{36})$/;

/** A page by name is continued from a case, so that no name stands in an address. */
const leggiDopo = (text: string, { ricerca }: FiltroCoda): DopoCoda | null => {
  if (ricerca === "") return readCursore(text);
  const [, id] = ID.exec(text) ?? [];
  return id === undefined ? null : { giorno: null, id };
};

const scriviDopo = (row: CodaRow, filtro: FiltroCoda): string =>
  filtro.ricerca === "" ? writeCursore(postoDi(row, filtro)) : `n.${row.adesioneId}`;

export function rigaDi(ctx: Contesto, row: CodaRow, oggi: string) {
  const {
    operatoreId: _o,
    aperto: _a,
    ricerca: _r,
    cfDigest: _c,
    minoreFino,
    entro,
    ...resto
  } = row;
  const { mossoOn: _m, chiudereDal: _d, chiudereEntro: _e, chiudereMotivo: _t, ...visto } = resto;
  const { inManoA, inManoFino, ...mostrata } = visto;
  return {
    ...mostrata,
    entro: entro === SENZA_TERMINE ? null : entro,
    oltreTermine: row.aperto && entro < oggi,
    daChiudere: chiusuraOggi(row, oggi),
    minore: minoreFino !== null && minoreFino > oggi,
    inMano: inMano({ inManoA, inManoFino }, adesso(ctx)),
  };
}

const sumBy = (carichi: readonly Carico[], key: (carico: Carico) => string) => {
  const sums: Record<string, number> = {};
  for (const carico of carichi) sums[key(carico)] = (sums[key(carico)] ?? 0) + carico.casi;
  return sums;
};

/** The counts of the tabs are those of the colleague who was asked for, or of everybody. */
async function conteggi(
  { elenchi: { lavoro } }: Stores,
  { operatoreId, assegnatario }: FiltroCoda,
  chiede: Chiede,
) {
  const chiesta = (vista: FiltroLavoro["vista"], entroIl: FiltroLavoro["entroIl"]) =>
    filtroDi({ ...FILTRO_VUOTO, assegnatario, vista, entroIl }, chiede);
  const ritagli = Object.keys(RITAGLI) as NomeRitaglio[];
  const [carichi, [oltreTermine = 0, ...tagliati]] = await Promise.all([
    lavoro.carichi(operatoreId),
    lavoro.conta([
      chiesta("", addDays(chiede.oggi, -1)),
      ...ritagli.map((vista) => chiesta(vista, "")),
    ]),
  ]);
  const chiesto = assegnatario === NESSUNO ? "" : assegnatario;
  const miei =
    assegnatario === "" ? carichi : carichi.filter((uno) => uno.assegnatario === chiesto);
  const aperti = carichi.filter(({ vista }) => vista !== "conclusi");
  return {
    perVista: sumBy(miei, ({ vista }) => vista),
    perRitaglio: Object.fromEntries(ritagli.map((uno, i) => [uno, tagliati[i] ?? 0])),
    ...{ contaMax: CONTA_MAX, oltreTermine },
    carichi: Object.entries(sumBy(aperti, (uno) => uno.assegnatario)).map(([chi, casi]) => ({
      ...{ chi: chi === "" ? null : chi, casi },
    })),
  };
}

const filtriDi = async ({ filtri }: Stores, { operatoreId, chi }: Chiede) =>
  (await filtri.by("chi", chi))
    .filter((uno) => uno.operatoreId === operatoreId)
    .map(({ id: filtroId, nome, filtro }) => ({ filtroId, nome, filtro }))
    .sort((a, b) => (a.nome < b.nome ? -1 : 1));

/** All questions leave together: none needs the answer of another. */
export const listaWith =
  (ctx: Contesto): Ops["lavoro"] =>
  (soggetto, { dopo, ...chiesto }) =>
    ctx.uow.transaction(async (stores) => {
      const chiede = addettoDi(ctx, soggetto);
      const filtro = filtroDi(chiesto, chiede);
      const da = leggiDopo(dopo, filtro);
      const [found, contati, filtri, colleghi, calendari] = await Promise.all([
        stores.elenchi.lavoro.pagina(filtro, da, PAGINA_ROWS + 1),
        conteggi(stores, filtro, chiede),
        filtriDi(stores, chiede),
        colleghiConMe(ctx, stores, soggetto),
        calendariDi(stores, chiede.operatoreId),
      ]);
      const shown = found.slice(0, PAGINA_ROWS);
      const last = found.length > PAGINA_ROWS ? shown.at(-1) : undefined;
      const valore = {
        righe: shown.map((row) => rigaDi(ctx, row, chiede.oggi)),
        dopo: last === undefined ? null : scriviDopo(last, filtro),
        ...contati,
        ...{ filtri, colleghi },
        sedi: calendari.map(({ sede, luogo }) => ({ sede, luogo })),
      };
      return { ok: true, valore: valore as never };
    });
