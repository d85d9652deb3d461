import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Html, html } from "../../parti/html.ts";
import type { Sito } from "./sito.ts";

/** The manual of the operatori, as it is in the repository: one text for who reads it here and for who reads it there. */
const FOLDER = join(import.meta.dirname, "../../../../docs/manuali");
const IMMAGINE = /^!\[([^\]]*)\]\(immagini\/([a-z-]+\.png)\)$/;
const VOCE = /^(?:- |\d+\. )/;
const PEZZI = /(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/;

/** Bold, and links; those to other chapters stay words: here there is only this one. */
const riga = (testo: string): Html =>
  html`${testo
    .split(PEZZI)
    .map((pezzo) =>
      pezzo.startsWith("**")
        ? html`<strong>${pezzo.slice(2, -2)}</strong>`
        : pezzo.startsWith("[")
          ? pezzo.slice(1, pezzo.indexOf("]"))
          : pezzo,
    )}`;

function blocco(testo: string): Html {
  const immagine = IMMAGINE.exec(testo);
  if (immagine !== null)
    return html`<p class="figura"><img src="/aiuto/immagini/${immagine[2]}" alt="${immagine[1]}" loading="lazy"></p>`;
  if (testo.startsWith("# ")) return html`<h1>${testo.slice(2)}</h1>`;
  if (testo.startsWith("## ")) return html`<h2>${testo.slice(3)}</h2>`;
  if (!VOCE.test(testo)) return html`<p>${riga(testo)}</p>`;
  const voci = testo.split("\n").map((una) => html`<li>${riga(una.replace(VOCE, ""))}</li>`);
  return testo.startsWith("- ") ? html`<ul>${voci}</ul>` : html`<ol>${voci}</ol>`;
}

/** What the manual uses of Markdown, and no more: headings, paragraphs, lists, pictures. */
const inPagina = (testo: string): Html =>
  html`${testo
    .split(/\n{2,}/)
    .map((uno) => uno.trim())
    .filter(Boolean)
    .map(blocco)}`;

export function pagineAiuto(sito: Sito): void {
  const corpo = inPagina(readFileSync(join(FOLDER, "operatore.md"), "utf8"));
  sito.mostra("/aiuto", ["anonimo", "giovane", "addetto", "regione", "revisore"], async () => ({
    ...{ titolo: "Manuale dell'operatore", corpo },
  }));
  sito.porta.app.get("/aiuto/immagini/:nome{[a-z-]+\\.png}", (c) => {
    const path = join(FOLDER, "immagini", c.req.param("nome"));
    if (!existsSync(path)) return c.notFound();
    const bytes = readFileSync(path);
    const testate = { "content-type": "image/png", "cache-control": "max-age=3600" };
    return c.body(new Uint8Array(bytes), 200, testate);
  });
}
