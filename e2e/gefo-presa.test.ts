import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { apriBanco, type Banco, ricaricaFinché } from "./banco.ts";
import { checkCopia } from "./barriere.ts";
import { senzaBrowser } from "./browser.ts";
import {
  apri,
  apriCaso,
  contatta,
  firmaPatto,
  inviaDote,
  profila,
  verificaIdentita,
  verificaRequisiti,
} from "./passi.ts";

/** The presa in carico of a minor, from the adesione to the waiver, as people do it. */
let banco: Banco;
before(async () => {
  if (senzaBrowser === false) banco = await apriBanco({ regioni: ["10"] });
});
after(() => banco?.close());

const OPERATORE = "Officina Lavoro Navigli";

async function aderisci(page: Page): Promise<void> {
  await page.goto(`${banco.indirizzi["borsalavoro-10"]}/aderisci`);
  await ricaricaFinché(page, OPERATORE);
  await page.getByLabel("La tua e-mail").fill("sofia@esempio.it");
  await page.getByLabel("Il tuo telefono").fill("333 1234567");
  await page.getByLabel("Operatore").selectOption({ label: `Milano – ${OPERATORE}` });
  await page.getByLabel("Ho letto come vengono usati").check();
  await page.getByRole("button", { name: "Invia l'adesione" }).click();
}

test("una minorenne: genitore, requisiti, classe, patto, dote, documenti e rinuncia", {
  skip: senzaBrowser,
}, async () => {
  const sofia = await banco.entra("borsalavoro-10", "Sofia Pianoviva");
  await aderisci(sofia);
  const gefo = await banco.entra("gefo-10", `Addetto di ${OPERATORE}`);
  await apriCaso(gefo, "Pianoviva Sofia");
  await contatta(gefo, "convocato");
  await contatta(gefo, "colloquio fatto");
  await gefo.getByRole("link", { name: "Fascicolo e patto" }).click();
  await verificaIdentita(gefo);
  await verificaRequisiti(gefo, ["scuola o percorso professionale"]);
  assert.match(await gefo.innerText("main"), /negativo/);
  await verificaRequisiti(gefo);
  await apri(gefo, "Chi decide per il minorenne");
  const form = gefo.locator("details", { hasText: "Chi decide per il minorenne" }).first();
  await form.getByLabel("Nome", { exact: true }).fill("Maria");
  await form.getByLabel("Cognome", { exact: true }).fill("Pianoviva");
  await form.getByLabel("Data di nascita").fill("1975-03-02");
  await form.getByRole("button", { name: "Registra chi decide" }).click();
  assert.match(await gefo.innerText("main"), /Manca l'altro genitore/);
  const rifiutato = gefo.locator("details[open]", { hasText: "Chi decide per il minorenne" });
  assert.equal(await rifiutato.getByLabel("Nome", { exact: true }).inputValue(), "Maria");
  await rifiutato.getByLabel("L'altro genitore", { exact: true }).selectOption("dichiarazione");
  await rifiutato.getByRole("button", { name: "Registra chi decide" }).click();
  assert.match(await gefo.innerText("main"), /Maria Pianoviva, genitore/);
  await profila(gefo);
  await checkCopia(gefo, "presa-fascicolo");
  await firmaPatto(gefo, true);

  await gefo.getByRole("link", { name: "Piano e dote" }).click();
  await gefo.getByLabel("Misura").first().selectOption("2-A");
  await gefo.getByLabel("Ore").first().fill("500");
  await gefo.getByRole("button", { name: "Ricalcola" }).click();
  assert.match(await gefo.innerText("main"), /L'avviso ammette al massimo 200/);
  await gefo.getByLabel("Ore").first().fill("40");
  await gefo.getByRole("button", { name: "Ricalcola" }).click();
  assert.match(await gefo.innerText("main"), /1\.600,00/);
  await checkCopia(gefo, "presa-piano");
  await inviaDote(gefo, "2-A");
  await ricaricaFinché(gefo, "assegnata: il denaro è impegnato");

  await sofia.reload();
  await ricaricaFinché(sofia, "La dote è tua");
  assert.match(await sofia.innerText("main"), /Classe simulata, non ministeriale/);
  await checkCopia(sofia, "presa-giovane");
  const link = await sofia.getByRole("link", { name: "Patto di servizio" }).getAttribute("href");
  const suo = await banco.entra("gefo-10", "Sofia Pianoviva");
  const pdf = await suo.context().request.get(link ?? "");
  assert.equal(pdf.headers()["content-type"], "application/pdf");
  assert.ok((await pdf.body()).subarray(0, 5).toString() === "%PDF-");
  const altra = await banco.entra("gefo-10", "Giulia Vallechiara");
  assert.equal((await altra.context().request.get(link ?? "")).status(), 404);

  await gefo.getByRole("link", { name: "Piano e dote" }).click();
  await apri(gefo, "Rinuncia del giovane");
  await gefo.getByLabel("Il giovane ha firmato davanti a me").check();
  await gefo.getByRole("button", { name: "Registra la rinuncia" }).click();
  assert.match(await gefo.innerText("main"), /Rinuncia registrata/);
  assert.match(await gefo.innerText("main"), /chiusa per rinuncia/);
  await ricaricaFinché(sofia, "Hai rinunciato alla dote");
});

test("mentre si scrive il piano, lo script dice gli stessi numeri del nodo", {
  skip: senzaBrowser,
}, async () => {
  const script = await fetch(`${banco.indirizzi["gefo-10"]}/statico/piano-regole.js`);
  assert.equal(script.headers.get("content-type"), "text/javascript; charset=utf-8");
  const testo = await script.text();
  assert.match(testo, /export function calcolaPiano/);
  assert.doesNotMatch(testo, /interface /);
});
