import type { Problema, Risposta } from "@staffetta/contracts";
import { type Compilato, errorOf } from "./campi.ts";
import { idDi } from "./guscio.ts";
import { type Html, html, NIENTE } from "./html.ts";

/** A field inside a row of a table: its label is read, the heading of the column is seen. */
export interface Cella {
  readonly nome: string;
  readonly etichetta: string;
  /** The field of the operation, where it is called otherwise: what is wrong is told with that name. */
  readonly campo?: string;
  readonly numero?: boolean;
}

export function cella(
  compilato: Compilato,
  { nome, etichetta, campo = nome, numero }: Cella,
): Html {
  const id = idDi(campo);
  const errore = errorOf(compilato, campo);
  return html`<div class="campo"><input id="${id}" name="${nome}" aria-label="${etichetta}" ${numero ? html`inputmode="decimal"` : ""} value="${compilato.valori[nome] ?? ""}" ${errore === null ? "" : html`aria-invalid="true" aria-describedby="${id}-errore"`}>
    ${errore === null ? NIENTE : html`<span class="errore" id="${id}-errore">${errore}</span>`}</div>`;
}

type Riga = Readonly<Record<string, string>>;

/** Rows where something was typed, and where each stood: what is left blank is not sent. */
export interface Scritte {
  readonly righe: readonly Riga[];
  readonly indici: readonly number[];
}

export function scritteDi(tutte: unknown, campo: string): Scritte {
  const righe = Object.values((tutte ?? []) as readonly Riga[]);
  const indici = righe.flatMap((riga, i) => ((riga[campo] ?? "").trim() === "" ? [] : [i]));
  return { righe: indici.map((i) => righe[i] ?? {}), indici };
}

const riporta = (problema: Problema, lista: string, indici: readonly number[]): Problema => ({
  ...problema,
  ...(problema.errori && {
    errori: problema.errori.map(({ campo, messaggio }) => {
      const [prima = "", i = "", ...resto] = campo.split(".");
      const riga = prima === lista ? (indici[Number(i)] ?? i) : i;
      return { campo: [prima, ...(i === "" ? [] : [riga]), ...resto].join("."), messaggio };
    }),
  }),
});

/** What is wrong with a row that was sent is wrong with the row of the page where it was typed. */
export const sullaSuaRiga = <T>(
  esito: Risposta<T>,
  lista: string,
  { indici }: Scritte,
): Risposta<T> =>
  esito.ok ? esito : { ok: false, problema: riporta(esito.problema, lista, indici) };
