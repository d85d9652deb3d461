import { readFileSync } from "node:fs";
import type { Hono } from "hono";
import { type Html, html } from "./html.ts";

/** Small modules of ours, below `script/`: a page says which it would like and works without. */
export const montaScript = (app: Hono, nome: string): Html => {
  const text = readFileSync(new URL(`./script/${nome}.js`, import.meta.url), "utf8");
  const path = `/statico/${nome}.js`;
  app.get(path, (c) =>
    c.body(text, 200, {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "max-age=300",
    }),
  );
  return html`<script type="module" src="${path}"></script>`;
};
