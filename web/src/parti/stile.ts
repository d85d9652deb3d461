import { readFileSync } from "node:fs";
import type { Hono } from "hono";

const CSS = readFileSync(new URL("./stile.css", import.meta.url), "utf8");

/** The one stylesheet of ours, on every site. */
export const montaStile = (app: Hono): void => {
  app.get("/statico/staffetta.css", (c) =>
    c.body(CSS, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "max-age=300" }),
  );
};
