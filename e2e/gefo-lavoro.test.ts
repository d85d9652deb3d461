import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { apriBanco, type Banco, ricaricaFinché } from "./banco.ts";
import { senzaBrowser } from "./browser.ts";
import { aderisci } from "./passi.ts";
import { fino } from "./tastiera.ts";

/** The day of an addetto, with the keyboard alone. */
let banco: Banco;
before(async () => {
  if (senzaBrowser === false) banco = await apriBanco({ regioni: ["10"], demo: true });
});
after(() => banco?.close());

test("con la sola tastiera: sceglie due persone, le affida, le convoca, legge la lettera", {
  skip: senzaBrowser,
}, async () => {
  for (const chi of ["Giulia Vallechiara", "Matteo Roccaverde"]) {
    const giovane = await banco.entra("borsalavoro-10", chi);
    await aderisci(giovane, banco.indirizzi["borsalavoro-10"] ?? "", "Officina Lavoro Navigli");
  }
  const base = banco.indirizzi["gefo-10"] ?? "";
  const collega = await banco.entra("gefo-10", "Sportello di Officina Lavoro Navigli");
  await collega.goto(`${base}/lavoro`);
  const page = await banco.entra("gefo-10", "Addetto di Officina Lavoro Navigli");
  await page.goto(`${base}/lavoro?vista=da-convocare`);
  for (const cognome of ["Vallechiara", "Roccaverde"]) await ricaricaFinché(page, cognome);
  const quante = await page.locator("[data-lista] tbody tr").count();
  assert.ok(quante >= 2, await page.innerText("main"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  for (let i = 0; i < 2; i++) {
    await fino(page, /^Scegli /);
    await page.keyboard.press("Space");
  }
  await fino(page, /^Affida a/);
  await page.keyboard.type("Sport");
  await fino(page, "Affida");
  await page.keyboard.press("Enter");
  await page.waitForURL(/esito/);
  assert.match(await page.innerText("main"), /Affidato a Sportello di Officina/);
  await page.goto(`${base}/lavoro?vista=da-convocare`);
  await fino(page, /^Scegli /);
  await page.keyboard.press("Space");
  await fino(page, "Convoca");
  await page.keyboard.press("Enter");
  await page.waitForURL(/esito/);
  assert.match(await page.innerText("main"), /Convocato .* alle \d\d:\d\d/);
  await page.goto(`${base}/posta`);
  await fino(page, /^Convocazione a /);
  await page.keyboard.press("Enter");
  await page.waitForURL(/posta\//);
  assert.match(await page.innerText("main"), /ti aspettiamo per il primo colloquio/);
});

test("il codice fiscale si cerca e non compare nell'indirizzo; un nome si cerca senza accenti", {
  skip: senzaBrowser,
}, async () => {
  const page = await banco.entra("gefo-10", "Addetto di Officina Lavoro Navigli");
  const base = banco.indirizzi["gefo-10"] ?? "";
  await page.goto(`${base}/lavoro`);
  await page.locator("[data-lista] tbody th a").first().click();
  const codice = (
    await page
      .getByText(/^[A-Z]{6}\d{2}[A-Z]\d{2}/)
      .first()
      .innerText()
  ).trim();
  await page.goto(`${base}/lavoro`);
  await page.getByLabel(/Cognome e nome/).fill(codice.toLowerCase());
  await page.keyboard.press("Enter");
  await page.waitForURL(/casi\//);
  assert.ok(!page.url().toUpperCase().includes(codice));
  await page.goto(`${base}/lavoro`);
  await page.getByLabel(/Cognome e nome/).fill("ZZZZ9999ZZZZZZZZ");
  await page.keyboard.press("Enter");
  assert.match(await page.innerText("main"), /codice fiscale/i);
});

test("con il modulo facoltativo j, k e x scorrono e scelgono", { skip: senzaBrowser }, async () => {
  const page = await banco.entra("gefo-10", "Addetto di Officina Lavoro Navigli");
  const context = await banco.browser.newContext({ locale: "it-IT" });
  await context.addCookies(await page.context().cookies());
  const viva = await context.newPage();
  await viva.goto(`${banco.indirizzi["gefo-10"]}/lavoro`);
  await viva.getByText("Tasti:").waitFor();
  await viva.keyboard.press("j");
  await viva.keyboard.press("x");
  assert.equal(await viva.locator("tbody input:checked").count(), 1);
  await viva.keyboard.press("Enter");
  await viva.waitForURL(/casi\//);
  await context.close();
});
