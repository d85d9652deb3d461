import { SENZA_TERMINE, type VistaCaso } from "@staffetta/domain";
import type { CodaRow } from "./tabelle.ts";

/** What is asked of the list; empty = no matter. Always of one operatore. */
export interface FiltroCoda {
  readonly operatoreId: string;
  readonly vista: VistaCaso | "";
  /** Deadlines from and to, both included. */
  readonly dal: string | null;
  readonly al: string | null;
  readonly sede: string;
  /** Name of a colleague; "senza" = who has nobody. */
  readonly assegnatario: string;
  readonly fascia: number | null;
  /** Who is not yet of age on this day; null = no matter. */
  readonly minoriAl: string | null;
  readonly segno: string;
  /** Beginning of surname and name, as they are searched. */
  readonly ricerca: string;
  /** Paths to be closed on this day, whatever their step; null = no matter. */
  readonly daChiudereAl: string | null;
}

/** By which day the list is in order: of the next step, or of the closing. */
export const terminoDi = ({ daChiudereAl }: FiltroCoda): "entro" | "chiudere_entro" =>
  daChiudereAl === null ? "entro" : "chiudere_entro";

export const NESSUNO = "senza";

/** Where the page before ended: by deadline, or by name when a name is searched. */
export type DopoCoda = Readonly<{ giorno: string | null; id: string }>;

/** The place of a row in the order of its list. */
export const postoDi = (
  row: Pick<CodaRow, "adesioneId" | "entro" | "chiudereEntro">,
  filtro: FiltroCoda,
) => ({
  giorno: filtro.daChiudereAl === null ? row.entro : (row.chiudereEntro ?? SENZA_TERMINE),
  id: row.adesioneId,
});

/** The SQL of one filter: only the conditions that were asked, so that each has its own plan. */
export interface Condizioni {
  readonly nome: string;
  readonly testo: string;
  readonly valori: readonly unknown[];
}

/** The last string with this beginning comes before it; "C" order is the order of the code points. */
const dopoOgni = (prefix: string): string => `${prefix}\u{10FFFF}`;

/** The step, or any open one; a path to be closed is at no step in particular. */
function passoChiesto({ daChiudereAl, vista }: FiltroCoda): [string, string, ...unknown[]] {
  if (daChiudereAl !== null) return ["ch", "chiudere_dal <= ?::date", daChiudereAl];
  return vista === "" ? ["ap", "aperto"] : ["vi", "vista = ?", vista];
}

/** @param primo number of the first parameter, when other conditions stand before these */
export function condizioniDi(filtro: FiltroCoda, dopo: DopoCoda | null, primo = 1): Condizioni {
  const parti: [nome: string, testo: string][] = [];
  const valori: unknown[] = [];
  const chiede = (nome: string, testo: string, ...values: unknown[]): void => {
    let numbered = testo;
    for (const value of values) {
      valori.push(value);
      numbered = numbered.replace("?", `$${primo - 1 + valori.length}`);
    }
    parti.push([nome, numbered]);
  };
  chiede("op", "operatore_id = ?", filtro.operatoreId);
  const termine = terminoDi(filtro);
  chiede(...passoChiesto(filtro));
  if (filtro.dal !== null) chiede("dal", `${termine} >= ?::date`, filtro.dal);
  if (filtro.al !== null) chiede("al", `${termine} <= ?::date`, filtro.al);
  if (filtro.sede !== "") chiede("se", "sede = ?", filtro.sede);
  if (filtro.assegnatario === NESSUNO) chiede("no", "assegnatario IS NULL");
  else if (filtro.assegnatario !== "") chiede("as", "assegnatario = ?", filtro.assegnatario);
  if (filtro.fascia !== null) chiede("fa", "fascia = ?::smallint", filtro.fascia);
  if (filtro.minoriAl !== null) chiede("mi", "minore_fino > ?::date", filtro.minoriAl);
  if (filtro.segno !== "") chiede("sg", "segno = ?", filtro.segno);
  const { ricerca } = filtro;
  if (ricerca !== "") chiede("ri", "ricerca >= ? AND ricerca < ?", ricerca, dopoOgni(ricerca));
  if (dopo !== null && ricerca === "")
    chiede("dopo", `(${termine}, adesione_id) > (?::date, ?::uuid)`, dopo.giorno, dopo.id);
  if (dopo !== null && ricerca !== "")
    chiede(
      "dopo",
      "(ricerca, adesione_id) > ((SELECT ricerca FROM coda WHERE adesione_id = ?), ?::uuid)",
      dopo.id,
      dopo.id,
    );
  return {
    nome: parti.map(([nome]) => nome).join("-"),
    testo: parti.map(([, testo]) => testo).join(" AND "),
    valori,
  };
}
