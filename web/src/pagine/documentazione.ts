import { API, type Operazioni, type Rotta } from "@staffetta/contracts";
import { type Html, html } from "../parti/html.ts";
import type { SitoDiNodo } from "../sito.ts";

const ancora = (id: string): string => `op-${id}`;

const rotta = ({
  id,
  sommario,
  descrizione,
  metodo,
  percorso,
  differibile,
  modulo,
}: Rotta): Html => html`
  <section class="scheda" id="${ancora(id)}"><h3>${sommario}</h3>
    <p><code>${metodo} /api/v1${percorso}</code></p><p>${descrizione}</p>
    ${modulo ? html`<p>Si manda come modulo con file.</p>` : ""}
    ${differibile ? html`<p>Può richiedere tempo: con <code>X-ReplyTo</code> risponde subito 202 e manda la risposta dopo.</p>` : ""}
  </section>`;

/** The API in words, for people; machines read the two documents. */
export function paginaDocumentazione<Ops extends Operazioni>(sito: SitoDiNodo<Ops>): void {
  const found = API.find(({ operazioni }) => operazioni === (sito.porta.operazioni as Operazioni));
  if (found === undefined) return;
  const { descrizione, rotte } = found;
  const tutti = ["anonimo", "giovane", "addetto", "regione", "revisore", "ministero"] as const;
  sito.mostra("/documentazione", tutti, async () => ({
    titolo: "Documentazione dell'API",
    corpo: html`<h1>API di ${descrizione.titolo}</h1><p class="lead">${descrizione.descrizione}</p>
      <p>Per le macchine: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>, <a href="/api/v1/openapi-3.0.json">OpenAPI 3.0</a>,
      <a href="/cooperazione/v1/asyncapi.json">AsyncAPI dei flussi</a>, <a href="/api/v1/status">stato</a>.</p>
      <h2>Come presentarsi</h2>
      <p>Un altro sistema si presenta con un voucher PDND (ID_AUTH_REST, anche legato a una chiave con DPoP) o con un token
      della chiave scambiata. Può firmare il contenuto (INTEGRITY_REST) e dire quale persona chiede (AUDIT_REST).</p>
      <h2>Operazioni</h2>
      <ul>${rotte.map(({ id, sommario }) => html`<li><a href="#${ancora(id)}">${sommario}</a></li>`)}</ul>
      ${rotte.map(rotta)}`,
  }));
}
