import { type Ammessi, ammette, type Problema, type Soggetto } from "@staffetta/contracts";
import { type Html, html, NIENTE } from "./html.ts";

/** A door of a site, and who may see it. */
export interface Voce extends Ammessi {
  readonly href: string;
  readonly testo: string;
}

/** What all pages of one site share. */
export interface Sito {
  readonly nome: string;
  readonly sottotitolo: string;
  readonly voci: readonly Voce[];
  readonly sviluppo: boolean;
  /** False where there is nothing to sign in to. */
  readonly accesso: boolean;
  /** The landing page. */
  readonly inizio: string;
}

export interface Momento {
  readonly soggetto: Soggetto;
  readonly percorso: string;
  readonly avviso: string | null;
}

const isHere = (href: string, percorso: string): boolean =>
  href === "/" ? percorso === "/" : percorso === href || percorso.startsWith(`${href}/`);

const navigazione = ({ voci }: Sito, { soggetto, percorso }: Momento): Html => {
  const mie = voci.filter((voce) => ammette(voce, soggetto));
  return html`<nav class="voci" aria-label="Sezioni del sito"><div class="container"><ul>
    ${mie.map(
      ({ href, testo }) =>
        html`<li><a href="${href}" ${isHere(href, percorso) ? html`aria-current="page"` : ""}>${testo}</a></li>`,
    )}
  </ul></div></nav>`;
};

const chi = ({ accesso }: Sito, soggetto: Soggetto): Html =>
  !accesso
    ? NIENTE
    : soggetto.ruolo === "anonimo"
      ? html`<a href="/accedi">Accedi</a>`
      : html`<span>${soggetto.nome}</span>
      <form method="post" action="/esci"><button type="submit">Esci</button></form>`;

/** The whole page around its content. */
export function pagina(sito: Sito, momento: Momento, titolo: string, corpo: Html): Html {
  return html`<!doctype html>
<html lang="it">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${titolo} – ${sito.nome}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/statico/bootstrap-italia/css/bootstrap-italia.min.css">
  <link rel="stylesheet" href="/statico/staffetta.css">
</head>
<body>
  <a class="salta" href="#contenuto">Vai al contenuto</a>
  <header>
    <div class="testata"><div class="container riga">
      <a class="marchio" href="/">${sito.nome}<span class="sotto">${sito.sottotitolo}</span></a>
      <div class="chi">${chi(sito, momento.soggetto)}</div>
    </div></div>
    ${navigazione(sito, momento)}
    ${
      sito.sviluppo
        ? html`<div class="sviluppo"><div class="container">Ambiente di prova: le persone e i dati sono inventati.</div></div>`
        : NIENTE
    }
  </header>
  <main id="contenuto"><div class="container">
    ${momento.avviso === null ? NIENTE : html`<div class="avviso bene" role="status"><p>${momento.avviso}</p></div>`}
    ${corpo}
  </div></main>
  <footer class="piede"><div class="container">
    <p>Staffetta porta la tua adesione a Garanzia Giovani da un ufficio all'altro, e ti dice sempre a che punto è.
    <a href="${sito.inizio}">Come funziona</a></p>
  </div></footer>
</body>
</html>`;
}

/** A refusal, as people read it: what happened, why, what to do; each field named with a link to it. */
export const mostraProblema = (problema: Problema): Html => html`
  <div class="avviso male" role="alert">
    <h2>${problema.title}</h2>
    <p>${problema.detail}</p>
    ${
      problema.errori === undefined
        ? NIENTE
        : html`<ul>${problema.errori.map(
            ({ campo, messaggio }) => html`<li><a href="#${idDi(campo)}">${messaggio}</a></li>`,
          )}</ul>`
    }
    ${problema.rimedio === undefined ? NIENTE : html`<p><strong>Che cosa fare:</strong> ${problema.rimedio}</p>`}
  </div>`;

export const idDi = (campo: string): string => `campo-${campo.replaceAll(/[^a-zA-Z0-9]/g, "-")}`;
