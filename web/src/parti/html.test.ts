import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { html, NIENTE } from "./html.ts";

test("ciò che non è fatto da un modello è testo: nessun carattere suo apre un elemento o chiude un attributo", () => {
  fc.assert(
    fc.property(fc.string(), (testo) => {
      const fatto = html`<p title="${testo}">${testo}</p>`.toString();
      assert.match(fatto, /^<p title="[^"<>]*">[^<>]*<\/p>$/);
    }),
  );
  assert.equal(
    html`<b>${'<script>alert("x")</script>'}</b>`.toString(),
    "<b>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</b>",
  );
});

test("un pezzo dentro un altro resta com'è, una lista è una cosa dopo l'altra, l'assente è niente", () => {
  const voci = ["pane & sale", html`<i>acqua</i>`, 3];
  assert.equal(
    html`<ul>${voci.map((voce) => html`<li>${voce}</li>`)}</ul>${null}${undefined}${NIENTE}${false}`.toString(),
    "<ul><li>pane &amp; sale</li><li><i>acqua</i></li><li>3</li></ul>",
  );
});
