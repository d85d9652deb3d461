import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createApp, serve } from "./app.ts";

const PROTEZIONI = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; " +
    "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
};

const app = createApp({ nome: "prova", onFault: () => undefined, renderGuasto: () => "guasto" });
app.get("/pagina", (c) => c.html("<p>una pagina</p>"));
app.get("/altrove", (c) => c.redirect("/pagina", 303));
app.get("/propria", () => new Response("fatta da sé", { headers: { "x-mia": "sì" } }));
app.get("/rotta", () => {
  throw new Error("si è rotta");
});
app.post("/modulo", async (c) => c.text(String((await c.req.parseBody())["testo"]).slice(0, 5)));

let base: string;
let chiudi: () => Promise<void>;
before(async () => {
  const { port, close } = await serve(app, 0);
  [base, chiudi] = [`http://127.0.0.1:${port}`, close];
});
after(() => chiudi());

const CASI = [
  ["/pagina", 200],
  ["/salute", 200],
  ["/altrove", 303],
  ["/propria", 200],
  ["/nessuna", 404],
  ["/rotta", 500],
] as const;

test("whatever answers, the browser is told what protects who reads", async () => {
  for (const [path, status] of CASI) {
    const risposta = await fetch(base + path, { redirect: "manual" });
    await risposta.text();
    assert.equal(risposta.status, status, path);
    for (const [nome, valore] of Object.entries(PROTEZIONI))
      assert.equal(risposta.headers.get(nome), valore, `${path} ${nome}`);
  }
});

test("asked without a socket, a page has the same protections", async () => {
  const risposta = await app.request("/pagina");
  for (const [nome, valore] of Object.entries(PROTEZIONI))
    assert.equal(risposta.headers.get(nome), valore, nome);
});

test("a form from elsewhere is refused, and one that is too large is not read", async () => {
  const invia = (origin: string, testo: string): Promise<Response> =>
    fetch(`${base}/modulo`, {
      ...{ method: "POST", headers: { origin }, body: new URLSearchParams({ testo }) },
    });
  assert.equal((await invia("https://altrove.example", "ciao")).status, 403);
  assert.equal(await (await invia(base, "ciao a tutti")).text(), "ciao ");
  assert.equal((await invia(base, "x".repeat(17 * 1024 * 1024))).status, 413);
});
