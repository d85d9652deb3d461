import { type Html, html } from "./html.ts";

export interface Barra {
  readonly nome: string;
  readonly valore: number;
  /** As it is read: "1.200,00 €". */
  readonly testo: string;
}

/** The bar alone is a drawing: its name and its figure are text beside it, at every size of the screen. */
const larghezza = (valore: number, massimo: number): number =>
  massimo === 0 ? 0 : Math.max(valore === 0 ? 0 : 0.5, (valore / massimo) * 100);

/** Horizontal bars in SVG; the same numbers stand as text, and as a table on the page that shows them. */
export function barre(titolo: string, righe: readonly Barra[]): Html {
  const massimo = Math.max(0, ...righe.map(({ valore }) => valore));
  return html`<figure class="barre"><figcaption>${titolo}</figcaption><ul>${righe.map(
    ({ nome, valore, testo }) => html`<li><span class="nome">${nome}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="fondo" width="100" height="8"></rect>
        <rect class="valore" width="${larghezza(valore, massimo)}" height="8"></rect></svg>
      <span class="n">${testo}</span></li>`,
  )}</ul></figure>`;
}
