import {
  type Ammessi,
  ammette,
  type Errore,
  type Problema,
  type Soggetto,
} from "@staffetta/contracts";
import { Html, html, NIENTE } from "./html.ts";

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

/** Longer than this a label is a sentence: the message stands by itself. */
const NOME_CHARS_MAX = 60;

/** As the page calls the field: its label, its legend, or what is read of a cell of a table. */
function nomeDi(id: string, pagina: string): string {
  const found =
    new RegExp(`<label for="${id}">(.*?)</label>`, "s").exec(pagina) ??
    new RegExp(`<fieldset id="${id}"[^>]*><legend>(.*?)</legend>`, "s").exec(pagina) ??
    new RegExp(`<input id="${id}"[^>]* aria-label="([^"]*)"`).exec(pagina);
  const nome = (found?.[1] ?? "").replaceAll(/<[^>]*>/g, "").trim();
  return nome.length > NOME_CHARS_MAX ? "" : nome;
}

/** Where a field stands on the page: itself, or the nearest thing around it. */
function postoDi(campo: string, pagina: string): string | null {
  if (campo === "") return null;
  const id = idDi(campo);
  return pagina.includes(`id="${id}"`)
    ? id
    : postoDi(campo.slice(0, Math.max(0, campo.lastIndexOf("."))), pagina);
}

function portaDi({ campo, messaggio }: Errore, pagina: string): Html {
  const id = postoDi(campo, pagina);
  if (id === null) return html`<li>${messaggio}</li>`;
  const nome = nomeDi(id, pagina);
  // Taken from the page, where it has been escaped already.
  return html`<li><a href="#${id}">${nome === "" ? NIENTE : new Html(`${nome}: `)}${messaggio}</a></li>`;
}

/**
 * A refusal, as people read it: what happened, why, what to do; each field once, with a link to it.
 * @param corpo the page below, where the fields are
 */
export function mostraProblema(problema: Problema, corpo: Html = NIENTE): Html {
  const { title, detail, rimedio, errori = [] } = problema;
  const primi = [...Map.groupBy(errori, ({ campo }) => campo).values()].flatMap(
    ([uno]) => uno ?? [],
  );
  const giaDetto = primi.some(({ messaggio }) => messaggio === detail);
  const pagina = String(corpo);
  return html`
  <div class="avviso male" role="alert">
    <h2>${title}</h2>
    ${giaDetto ? NIENTE : html`<p>${detail}</p>`}
    ${primi.length === 0 ? NIENTE : html`<ul>${primi.map((uno) => portaDi(uno, pagina))}</ul>`}
    ${rimedio === undefined ? NIENTE : html`<p><strong>Che cosa fare:</strong> ${rimedio}</p>`}
  </div>`;
}

export const idDi = (campo: string): string => `campo-${campo.replaceAll(/[^a-zA-Z0-9]/g, "-")}`;
