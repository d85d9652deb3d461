import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import type { Hono } from "hono";
import type { Html } from "./html.ts";
import { montaScript } from "./script.ts";

/** The editor of the plan, and the very rules of the domain without their types: one arithmetic for both. */
export function montaPianoScript(app: Hono): Html {
  const domain = import.meta.resolve("@staffetta/domain");
  const regole = stripTypeScriptTypes(readFileSync(new URL("./dote/piano.ts", domain), "utf8"));
  app.get("/statico/piano-regole.js", (c) =>
    c.body(regole, 200, {
      ...{ "content-type": "text/javascript; charset=utf-8", "cache-control": "max-age=300" },
    }),
  );
  return montaScript(app, "piano-editor");
}
