import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { apriBanco, type Banco } from "./banco.ts";
import { check } from "./barriere.ts";
import { senzaBrowser } from "./browser.ts";

/** The Region looks after money, rules and operatori; an operatore after its own. */
let banco: Banco;
before(async () => {
  if (senzaBrowser === false) banco = await apriBanco({ regioni: ["10"], demo: true });
});
after(() => banco?.close());

const CHI = ["Sportello Lombardia", "Addetto di Officina Lavoro Navigli"] as const;

for (const chi of CHI)
  test(`bilancio, regole e operatori per ${chi}: nessuna barriera, a 320 e a 1440 px`, {
    skip: senzaBrowser,
  }, async () => {
    const senza = await banco.entra("gefo-10", chi);
    const context = await banco.browser.newContext({ locale: "it-IT", bypassCSP: true });
    await context.addCookies(await senza.context().cookies());
    await senza.context().close();
    const page = await context.newPage();
    for (const percorso of ["/bilancio", "/regole", "/operatori", "/operatori/OP-0001"]) {
      const answer = await page.goto(`${banco.indirizzi["gefo-10"]}${percorso}`);
      assert.equal(answer?.status(), 200, percorso);
      await page.evaluate(
        "document.querySelectorAll('details').forEach((uno) => { uno.open = true; })",
      );
      await check(page, `ente-${chi}${percorso}`.replaceAll(/[^a-zA-Z0-9]+/g, "-"));
    }
    await context.close();
  });
