import { type Html, html, NIENTE } from "./html.ts";

export interface Colonna {
  readonly testo: string;
  /** Right-aligned figures. */
  readonly numero?: boolean;
}

/** A table; on a small screen each row becomes a card, every cell with the name of its column. */
export function tavola(
  titolo: string,
  colonne: readonly (string | Colonna)[],
  righe: readonly (readonly (Html | string | number)[])[],
  vuota: string,
): Html {
  if (righe.length === 0) return html`<div class="scheda"><h2>${titolo}</h2><p>${vuota}</p></div>`;
  const cols = colonne.map((una) => (typeof una === "string" ? { testo: una } : una));
  const cls = (i: number) => (cols[i]?.numero ? html`class="n"` : "");
  return html`<div class="tavola" role="region" aria-label="${titolo}" tabindex="0"><table>
    <caption>${titolo}</caption>
    <thead><tr>${cols.map(({ testo }, i) => html`<th scope="col" ${cls(i)}>${testo}</th>`)}</tr></thead>
    <tbody>${righe.map(
      (celle) =>
        html`<tr>${celle.map((cella, i) =>
          i === 0
            ? html`<th scope="row">${cella}</th>`
            : html`<td ${cls(i)} data-colonna="${cols[i]?.testo ?? ""}">${cella}</td>`,
        )}</tr>`,
    )}</tbody>
  </table></div>`;
}

export const coppie = (voci: readonly (readonly [string, Html | string])[], classe = ""): Html =>
  html`<dl class="coppie ${classe}">${voci.map(([dt, dd]) => html`<dt>${dt}</dt><dd>${dd}</dd>`)}</dl>`;

export const paginaDopo = (base: string, dopo: string | null): Html =>
  dopo === null
    ? NIENTE
    : html`<p><a class="bottone piano" href="${base}${base.includes("?") ? "&" : "?"}dopo=${encodeURIComponent(dopo)}">Pagina successiva</a></p>`;
