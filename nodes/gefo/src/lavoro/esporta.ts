import {
  type Implementazione,
  type OperazioniGefo,
  VISTE_LAVORO,
  type VistaLavoro,
} from "@staffetta/contracts";
import { MOTIVI_CHIUSURA, SEGNI_CODA, SENZA_TERMINE } from "@staffetta/domain";
import { nomeDi as autoreNome } from "@staffetta/nodo";
import { type Cella, csv, type Foglio, xlsx } from "@staffetta/platform";
import { adesso, type Contesto } from "../contesto.ts";
import type { Stores } from "../store.ts";
import { addettoDi } from "./chi.ts";
import { colleghiDi, nomiDei } from "./colleghi.ts";
import { chiusuraOggi } from "./da-chiudere.ts";
import type { VoceLista } from "./domande.ts";
import { type DopoCoda, type FiltroCoda, postoDi } from "./filtro.ts";
import { filtroDi } from "./richiesta.ts";

const PAGINA_ROWS = 1_000;
/** Above this a spreadsheet is the wrong tool, and one request would hold the node for long. */
const RIGHE_MAX = 20_000;

const COLONNE = [
  ...["Cognome", "Nome", "Da fare", "Entro", "Adesione del", "Ultimo contatto", "Fascia"],
  ...["Minore", "Sede", "Affidato a", "Segno", "Da chiudere entro", "Perché"],
];

const giorno = (text: string): string => text.split("-").reverse().join("/");

const chiusuraIn = (row: VoceLista, oggi: string): readonly Cella[] => {
  const chiusura = chiusuraOggi(row, oggi);
  return chiusura === null ? ["", ""] : [giorno(chiusura.entro), MOTIVI_CHIUSURA[chiusura.motivo]];
};

const celle = (row: VoceLista, oggi: string, nomeDi: (id: string) => string): readonly Cella[] => [
  ...[row.cognome, row.nome, VISTE_LAVORO[row.vista as VistaLavoro]],
  row.entro === SENZA_TERMINE ? "" : giorno(row.entro),
  ...[giorno(row.dataAdesione), row.ultimoContatto ?? "", row.fascia],
  row.minoreFino !== null && row.minoreFino > oggi ? "sì" : "no",
  ...[row.sede ?? "", row.assegnatario === null ? "" : nomeDi(row.assegnatario)],
  ...[row.segno === null ? "" : SEGNI_CODA[row.segno]],
  ...chiusuraIn(row, oggi),
];

/** Page after page, as a person would turn them. */
async function tutteLe(stores: Stores, filtro: FiltroCoda): Promise<readonly VoceLista[]> {
  const rows: VoceLista[] = [];
  let dopo: DopoCoda | null = null;
  while (rows.length < RIGHE_MAX) {
    const page: readonly VoceLista[] = await stores.elenchi.lavoro.pagina(
      filtro,
      dopo,
      PAGINA_ROWS,
    );
    rows.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGINA_ROWS) break;
    dopo = postoDi(last, filtro);
  }
  return rows;
}

const TIPI = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The codice fiscale is not among the columns: a list that leaves the building carries the minimum. */
export const esportaWith =
  (ctx: Contesto): Implementazione<OperazioniGefo>["esportaLavoro"] =>
  async (soggetto, { formato, ...chiesto }) => {
    const chiede = addettoDi(ctx, soggetto);
    const { operatoreId, oggi } = chiede;
    const chi = autoreNome(soggetto);
    const { rows, colleghi } = await ctx.uow.transaction(async (stores) => {
      const found = await tutteLe(stores, filtroDi(chiesto, chiede));
      const quando = { id: ctx.random.uuid(), at: adesso(ctx) };
      const filtro = { ...chiesto, formato };
      await stores.esportazioni.insert({
        ...{ ...quando, operatoreId, chi, filtro, righe: found.length },
      });
      return { rows: found, colleghi: await colleghiDi(stores, operatoreId) };
    });
    const nomeDi = nomiDei(colleghi);
    const righe = rows.map((row) => celle(row, oggi, nomeDi));
    const foglio: Foglio = { titolo: "Lista di lavoro", colonne: COLONNE, righe };
    const contenuto = formato === "csv" ? csv(foglio) : await xlsx(foglio);
    const nome = `lista-di-lavoro-${oggi}.${formato}`;
    return { ok: true, valore: { nome, tipo: TIPI[formato], contenuto } };
  };
