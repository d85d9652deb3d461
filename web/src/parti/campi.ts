import type { Problema } from "@staffetta/contracts";
import { idDi } from "./guscio.ts";
import { type Html, html, NIENTE } from "./html.ts";

/** What was typed and what was wrong with it: a form that comes back keeps both. */
export interface Compilato {
  readonly valori: Readonly<Record<string, string>>;
  readonly problema: Problema | null;
  /** Of the ids, where two forms of one page have a field of the same name. */
  readonly prefisso?: string;
}
export const VUOTO: Compilato = { valori: {}, problema: null };

export interface Campo {
  readonly nome: string;
  readonly etichetta: string | Html;
  readonly aiuto?: string;
  readonly facoltativo?: boolean;
}

/** What is wrong with a field, if anything. */
export const errorOf = ({ problema }: Compilato, nome: string): string | null =>
  problema?.errori?.find(({ campo }) => campo === nome)?.messaggio ?? null;

/** Inside a fieldset: what is wrong with the choice as a whole, where the summary at the top leads. */
export function gruppo(
  compilato: Compilato,
  { nome, etichetta }: Pick<Campo, "nome" | "etichetta">,
  dentro: Html,
): Html {
  const errore = errorOf(compilato, nome);
  const id = idDi(nome);
  return html`<fieldset id="${id}" ${errore === null ? "" : html`aria-describedby="${id}-errore"`}><legend>${etichetta}</legend>
    ${errore === null ? NIENTE : html`<span class="errore" id="${id}-errore">${errore}</span>`}${dentro}</fieldset>`;
}

const idIn = ({ prefisso = "" }: Compilato, nome: string): string => idDi(prefisso + nome);

function cornice(
  compilato: Compilato,
  { nome, etichetta, aiuto, facoltativo }: Campo,
  input: Html,
) {
  const id = idIn(compilato, nome);
  const errore = errorOf(compilato, nome);
  return html`<div class="campo">
    <label for="${id}">${etichetta}${facoltativo ? " (facoltativo)" : ""}</label>
    ${aiuto === undefined ? NIENTE : html`<span class="aiuto" id="${id}-aiuto">${aiuto}</span>`}
    ${input}
    ${errore === null ? NIENTE : html`<span class="errore" id="${id}-errore">${errore}</span>`}
  </div>`;
}

function attributes(compilato: Compilato, { nome, aiuto }: Campo): Html {
  const id = idIn(compilato, nome);
  const errore = errorOf(compilato, nome);
  const described = [aiuto && `${id}-aiuto`, errore && `${id}-errore`].filter(Boolean).join(" ");
  return html`id="${id}" name="${nome}"
    ${described === "" ? "" : html`aria-describedby="${described}"`}
    ${errore === null ? "" : html`aria-invalid="true"`}`;
}

export interface CampoTesto extends Campo {
  readonly tipo?: "text" | "email" | "tel" | "date" | "time" | "number" | "search";
  readonly predefinito?: string;
  readonly autocompleta?: string;
  /** Id of a datalist with what is usually typed here. */
  readonly elenco?: string;
  /** Access key. */
  readonly tasto?: string;
}

export function testo(compilato: Compilato, campo: CampoTesto): Html {
  const { tipo = "text", predefinito = "", autocompleta, elenco, tasto } = campo;
  const valore = compilato.valori[campo.nome] ?? predefinito;
  return cornice(
    compilato,
    campo,
    html`<input type="${tipo}" value="${valore}" ${attributes(compilato, campo)}
      ${autocompleta === undefined ? "" : html`autocomplete="${autocompleta}"`}
      ${elenco === undefined ? "" : html`list="${elenco}"`}
      ${tasto === undefined ? "" : html`accesskey="${tasto}"`}
      ${campo.facoltativo ? "" : html`required`}>`,
  );
}

export function area(compilato: Compilato, campo: Campo): Html {
  const valore = compilato.valori[campo.nome] ?? "";
  return cornice(
    compilato,
    campo,
    html`<textarea rows="3" ${attributes(compilato, campo)}>${valore}</textarea>`,
  );
}

export interface Opzione {
  readonly valore: string;
  readonly testo: string;
}

export function scelta(
  compilato: Compilato,
  campo: Campo & { readonly vuota?: string; readonly predefinito?: string },
  opzioni: readonly Opzione[],
): Html {
  const chosen = compilato.valori[campo.nome] ?? campo.predefinito ?? "";
  return cornice(
    compilato,
    campo,
    html`<select ${attributes(compilato, campo)}>
      ${campo.vuota === undefined ? NIENTE : html`<option value="">${campo.vuota}</option>`}
      ${opzioni.map(
        ({ valore, testo }) =>
          html`<option value="${valore}" ${valore === chosen ? html`selected` : ""}>${testo}</option>`,
      )}
    </select>`,
  );
}

export function spunta(compilato: Compilato, campo: Campo): Html {
  const errore = errorOf(compilato, campo.nome);
  return html`<div class="campo"><div class="spunta">
    <input type="checkbox" value="on" ${attributes(compilato, campo)}
      ${compilato.valori[campo.nome] === "on" ? html`checked` : ""}>
    <label for="${idIn(compilato, campo.nome)}">${campo.etichetta}</label></div>
    ${errore === null ? NIENTE : html`<span class="errore" id="${idIn(compilato, campo.nome)}-errore">${errore}</span>`}
  </div>`;
}

export const nascosto = (nome: string, valore: string): Html =>
  html`<input type="hidden" name="${nome}" value="${valore}">`;

const UNSAFE: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
/** Places of a list: a name typed by hand must not make a list of a billion holes. */
const POSTO = /^\d{1,3}$/;

/** Where the next key is written; null where the name does not agree with those before it. */
function dentro(here: unknown, key: string): Record<string, unknown> | null {
  if (typeof here !== "object" || here === null) return null;
  return Array.isArray(here) && !POSTO.test(key) ? null : (here as Record<string, unknown>);
}

function scrivi(root: Record<string, unknown>, path: readonly string[], valore: string): void {
  let here: unknown = root;
  for (const [i, key] of path.entries()) {
    const posto = dentro(here, key);
    if (posto === null) return;
    const next = path[i + 1];
    posto[key] ??= next === undefined ? valore : POSTO.test(next) ? [] : {};
    here = posto[key];
  }
}

const isNome = (path: readonly string[]): boolean =>
  !path.some((key) => UNSAFE.has(key) || (/^\d+$/.test(key) && !POSTO.test(key)));

/** "recapiti.email" and "servizi.0.misura" become the object that the operation expects. */
export function inOggetto(valori: Readonly<Record<string, string>>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [nome, valore] of Object.entries(valori)) {
    const path = nome.split(".");
    if (isNome(path)) scrivi(root, path, valore);
  }
  return root;
}
