import type { Problema, Risposta } from "@staffetta/contracts";
import { type Compilato, errorOf, type Opzione } from "./campi.ts";
import { idDi } from "./guscio.ts";
import { type Html, html, NIENTE } from "./html.ts";

/** A field inside a row of a table: its label is read, the heading of the column is seen. */
export interface Cella {
  readonly nome: string;
  readonly etichetta: string;
  /** The field of the operation, where it is called otherwise: what is wrong is told with that name. */
  readonly campo?: string;
  readonly predefinito?: string;
  readonly tipo?: "decimal" | "time" | "date";
}

export function cella(
  compilato: Compilato,
  { nome, etichetta, campo = nome, predefinito = "", tipo }: Cella,
): Html {
  const id = idDi(campo);
  const errore = errorOf(compilato, campo);
  return html`<div class="campo"><input id="${id}" name="${nome}" aria-label="${etichetta}" ${tipo === "time" || tipo === "date" ? html`type="${tipo}"` : ""} ${tipo === "decimal" ? html`inputmode="decimal"` : ""} value="${compilato.valori[nome] ?? predefinito}" ${errore === null ? "" : html`aria-invalid="true" aria-describedby="${id}-errore"`}>
    ${errore === null ? NIENTE : html`<span class="errore" id="${id}-errore">${errore}</span>`}</div>`;
}

/** The same for a choice: nothing is chosen until somebody chooses. */
export function cellaScelta(
  compilato: Compilato,
  { nome, etichetta }: Pick<Cella, "nome" | "etichetta">,
  opzioni: readonly Opzione[],
): Html {
  const id = idDi(nome);
  const errore = errorOf(compilato, nome);
  const scelto = compilato.valori[nome] ?? "";
  return html`<div class="campo"><select id="${id}" name="${nome}" aria-label="${etichetta}" ${errore === null ? "" : html`aria-invalid="true" aria-describedby="${id}-errore"`}><option value="">Scegli</option>${opzioni.map(
    ({ valore, testo }) =>
      html`<option value="${valore}" ${valore === scelto ? html`selected` : ""}>${testo}</option>`,
  )}</select>
    ${errore === null ? NIENTE : html`<span class="errore" id="${id}-errore">${errore}</span>`}</div>`;
}

type Riga = Readonly<Record<string, string>>;

/** Rows where something was typed, and where each stood: what is left blank is not sent. */
export interface Scritte {
  readonly righe: readonly Riga[];
  readonly indici: readonly number[];
}

/** @param campi a row where all of these are blank is not a row */
export function scritteDi(tutte: unknown, ...campi: readonly string[]): Scritte {
  const scritte = Object.entries((tutte ?? []) as readonly Riga[]).filter(([, riga]) =>
    campi.some((campo) => (riga[campo] ?? "").trim() !== ""),
  );
  return { righe: scritte.map(([, riga]) => riga), indici: scritte.map(([i]) => Number(i)) };
}

const riporta = (problema: Problema, lista: string, indici: readonly number[]): Problema => ({
  ...problema,
  ...(problema.errori && {
    errori: problema.errori.map(({ campo, messaggio }) => {
      if (!campo.startsWith(`${lista}.`)) return { campo, messaggio };
      const [i = "", ...resto] = campo.slice(lista.length + 1).split(".");
      return { campo: [lista, indici[Number(i)] ?? i, ...resto].join("."), messaggio };
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
