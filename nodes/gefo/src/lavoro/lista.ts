import type { Implementazione, OperazioniGefo } from "@staffetta/contracts";
import {
  altriOrdini,
  type Instant,
  inMano,
  type NomeRitaglio,
  RITAGLI,
  SENZA_TERMINE,
} from "@staffetta/domain";
import { readCursore, writeCursore } from "@staffetta/nodo";
import { calendariDi } from "../appuntamenti/fissa.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { addettoDi } from "./chi.ts";
import { colleghiConMe, nomiDei } from "./colleghi.ts";
import { chiusuraOggi } from "./da-chiudere.ts";
import {
  type Carico,
  CONTA_MAX,
  type Contorno,
  type ElenchiLavoro,
  type VoceLista,
} from "./domande.ts";
import { type DopoCoda, type FiltroCoda, NESSUNO, postoDi } from "./filtro.ts";
import { FILTRO_VUOTO, filtroDi } from "./richiesta.ts";

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

const scriviDopo = (row: VoceLista, filtro: FiltroCoda): string =>
  filtro.ricerca === "" ? writeCursore(postoDi(row, filtro)) : `n.${row.adesioneId}`;

type Quando = Readonly<{ adesso: Instant; oggi: string }>;

function rigaDi(row: VoceLista, { adesso, oggi }: Quando, nomeDi: (id: string) => string) {
  const { chiudereDal: _d, chiudereEntro: _e, chiudereMotivo: _m, ...visto } = row;
  const { minoreFino, entro, inManoA, inManoFino, assegnatario, ...mostrata } = visto;
  const mano = inMano({ inManoA, inManoFino }, adesso);
  return {
    ...mostrata,
    entro: entro === SENZA_TERMINE ? null : entro,
    oltreTermine: row.vista !== "conclusi" && entro < oggi,
    daChiudere: chiusuraOggi(row, oggi),
    minore: minoreFino !== null && minoreFino > oggi,
    assegnatario: assegnatario && nomeDi(assegnatario),
    inMano: mano && { ...mano, chi: nomeDi(mano.chi) },
  };
}

const sumBy = (carichi: readonly Carico[], key: (carico: Carico) => string) => {
  const sums: Record<string, number> = {};
  for (const carico of carichi) sums[key(carico)] = (sums[key(carico)] ?? 0) + carico.casi;
  return sums;
};

/** The views that depend on today; a counter knows the paths to be closed, the others are counted. */
const ritagliDi = ({ assegnatario }: FiltroCoda, chiede: Chiede) =>
  (Object.keys(RITAGLI) as NomeRitaglio[]).map((nome) => ({
    nome,
    filtro: filtroDi({ ...FILTRO_VUOTO, assegnatario, vista: nome }, chiede),
    contato: nome === "da-chiudere",
  }));
type Ritagli = ReturnType<typeof ritagliDi>;

/** The counts of the tabs are those of the colleague who was asked for, or of everybody. */
function conteggi(
  { carichi, contati }: Pick<Contorno, "carichi" | "contati">,
  ritagli: Ritagli,
  { assegnatario, nomeDi }: Readonly<{ assegnatario: string; nomeDi: (id: string) => string }>,
) {
  const chiesto = assegnatario === NESSUNO ? "" : assegnatario;
  const miei =
    assegnatario === "" ? carichi : carichi.filter((uno) => uno.assegnatario === chiesto);
  const aperti = carichi.filter(({ vista }) => vista !== "conclusi");
  const somma = (cosa: "oltre" | "ferme"): number => miei.reduce((sum, uno) => sum + uno[cosa], 0);
  const altri = [...contati];
  return {
    perVista: sumBy(miei, ({ vista }) => vista),
    perRitaglio: Object.fromEntries(
      ritagli.map(({ nome, contato }) => {
        const casi = contato ? somma("ferme") : (altri.shift() ?? 0);
        return [nome, { casi, almeno: !contato && casi >= CONTA_MAX }];
      }),
    ),
    oltreTermine: somma("oltre"),
    carichi: Object.entries(sumBy(aperti, (uno) => uno.assegnatario)).map(([chi, casi]) => ({
      ...{ chi: chi === "" ? null : { id: chi, nome: nomeDi(chi) }, casi },
    })),
  };
}

const filtriDi = ({ filtri }: Contorno) =>
  filtri
    .map(({ id: filtroId, nome, filtro }) => ({ filtroId, nome, filtro }))
    .sort((a, b) => (a.nome < b.nome ? -1 : 1));

/** Who writes the name before the surname finds the person too, a question later. */
async function paginaDi(
  lavoro: ElenchiLavoro,
  filtro: FiltroCoda,
  da: DopoCoda | null,
): Promise<readonly VoceLista[]> {
  for (const ricerca of [filtro.ricerca, ...altriOrdini(filtro.ricerca)]) {
    const trovati = await lavoro.pagina({ ...filtro, ricerca }, da, PAGINA_ROWS + 1);
    if (trovati.length > 0) return trovati;
  }
  return [];
}

/** All questions leave together: none needs the answer of another. */
export const listaWith =
  (ctx: Contesto): Ops["lavoro"] =>
  async (soggetto, { dopo, ...chiesto }) => {
    const chiede = addettoDi(ctx, soggetto);
    const filtro = filtroDi(chiesto, chiede);
    const da = leggiDopo(dopo, filtro);
    const ritagli = ritagliDi(filtro, chiede);
    const daContare = ritagli.filter(({ contato }) => !contato).map((uno) => uno.filtro);
    const [found, contorno, calendari] = await ctx.uow.read(({ elenchi }) =>
      Promise.all([
        paginaDi(elenchi.lavoro, filtro, da),
        elenchi.lavoro.contorno(chiede, daContare),
        calendariDi(elenchi, chiede.operatoreId),
      ]),
    );
    const shown = found.slice(0, PAGINA_ROWS);
    const last = found.length > PAGINA_ROWS ? shown.at(-1) : undefined;
    const quando = { adesso: adesso(ctx), oggi: chiede.oggi };
    const colleghi = await colleghiConMe(ctx, contorno.colleghi, soggetto);
    const nomeDi = nomiDei(colleghi);
    const valore = {
      righe: shown.map((row) => rigaDi(row, quando, nomeDi)),
      dopo: last === undefined ? null : scriviDopo(last, filtro),
      ...conteggi(contorno, ritagli, { assegnatario: filtro.assegnatario, nomeDi }),
      filtri: filtriDi(contorno),
      colleghi,
      sedi: calendari.map(({ sede, luogo }) => ({ sede, luogo })),
    };
    return { ok: true, valore: valore as never };
  };
