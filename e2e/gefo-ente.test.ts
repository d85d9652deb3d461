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
      for (const details of await page.locator("details").all())
        await details.evaluate("(one) => { one.open = true; }");
      await check(page, `ente-${chi}${percorso}`.replaceAll(/[^a-zA-Z0-9]+/g, "-"));
    }
    await context.close();
  });

test("la Regione prova una cifra, la salva, apre una linea, sospende un operatore; senza script", {
  skip: senzaBrowser,
}, async () => {
  const page = await banco.entra("gefo-10", "Sportello Lombardia");
  const base = banco.indirizzi["gefo-10"];
  await page.goto(`${base}/regole`);
  await page.getByText("Prova a cambiare le cifre").click();
  await page.getByLabel("Termini, giorni per il patto").fill("20");
  await page.getByRole("button", { name: "Guarda che cosa cambia" }).click();
  await page.getByText("Che cosa cambierebbe").waitFor();
  await page.getByRole("button", { name: "Salva la nuova versione" }).click();
  assert.match(await page.innerText("main"), /Scrivi l'atto/);
  await page.getByLabel("Atto").fill("D.d.s. 7/2026");
  await page.getByLabel("Motivo").fill("meno attesa");
  await page.getByRole("button", { name: "Salva la nuova versione" }).click();
  await page.getByText("Versione salvata").waitFor();

  await page.goto(`${base}/bilancio`);
  await page.getByText("Apri una linea: una misura").click();
  const linea = page.locator("form", { has: page.getByRole("button", { name: "Apri la linea" }) });
  await linea.getByLabel("Importo in euro").fill("1200,50");
  await linea.getByLabel("Atto").fill("D.d.s. 8/2026");
  await linea.getByRole("button", { name: "Apri la linea" }).click();
  await page.getByText("Linea aperta.").waitFor();
  assert.match(await page.innerText("main"), /1\.200,50/);

  await page.goto(`${base}/operatori/OP-0002`);
  await page.getByText("Cambia l'accreditamento").click();
  const cambia = page.locator("form", {
    has: page.getByRole("button", { name: "Registra il cambio" }),
  });
  await cambia.getByLabel("Atto", { exact: true }).fill("D.d.s. 9/2026");
  await cambia.getByLabel("Motivo").fill("verifica in sede");
  await cambia.getByRole("button", { name: "Registra il cambio" }).click();
  await page.getByText("Accreditamento cambiato").waitFor();
  assert.match(await page.innerText("main"), /sospeso/);
});
