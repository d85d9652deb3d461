import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { ricaricaFinché } from "./banco.ts";

/** What an addetto does at Gefo, step by step, as the journeys need it. */

/** An adesione from a portal; on the national one Lombardia is chosen. */
export async function aderisci(page: Page, base: string, operatore?: string): Promise<void> {
  await page.goto(`${base}/aderisci`);
  const regione = page.getByLabel("Regione");
  if ((await regione.count()) > 0) await regione.selectOption({ label: "Lombardia" });
  await page.getByLabel("La tua e-mail").fill("giovane@esempio.it");
  await page.getByLabel("Il tuo telefono").fill("333 1234567");
  if (operatore !== undefined)
    await page.getByLabel("Operatore").selectOption({ label: `Milano – ${operatore}` });
  await page.getByLabel("Ho letto come vengono usati").check();
  await page.getByRole("button", { name: "Invia l'adesione" }).click();
}

export async function apri(page: Page, titolo: string): Promise<void> {
  const porta = page
    .locator("details", { has: page.locator("summary", { hasText: titolo }) })
    .first();
  if ((await porta.getAttribute("open")) === null) await porta.locator("summary").click();
}

const porta = (page: Page, titolo: string) =>
  page.locator("details", { has: page.locator("summary", { hasText: titolo }) }).first();

/** Opens the case of a person from the work list. */
export async function apriCaso(gefo: Page, persona: string): Promise<void> {
  await gefo.goto(`${new URL(gefo.url()).origin}/lavoro`);
  await ricaricaFinché(gefo, persona);
  await gefo.getByRole("link", { name: persona }).click();
}

export async function contatta(gefo: Page, esito: string): Promise<void> {
  await apri(gefo, "Registra un contatto");
  await gefo.getByLabel("Che cosa è successo").selectOption({ label: esito });
  await gefo.getByRole("button", { name: "Registra il contatto" }).click();
  assert.match(await gefo.innerText("main"), /Contatto registrato/);
}

export async function verificaIdentita(gefo: Page): Promise<void> {
  await apri(gefo, "Documento d'identità");
  const form = porta(gefo, "Documento d'identità");
  await form.getByLabel("Scade il").fill(`${new Date().getFullYear() + 5}-01-01`);
  await form.getByRole("button", { name: "Registra il documento" }).click();
  assert.match(await gefo.innerText("main"), /Documento registrato/);
}

/** `attivita` = labels of what the giovane is doing. */
export async function verificaRequisiti(
  gefo: Page,
  attivita: readonly string[] = [],
): Promise<void> {
  await apri(gefo, "Verifica dei requisiti");
  const form = porta(gefo, "Verifica dei requisiti");
  for (const una of attivita) await form.getByLabel(una).check();
  await form.getByLabel("dichiarazione del giovane").check();
  await form.getByRole("button", { name: "Registra la verifica" }).click();
  assert.match(await gefo.innerText("main"), /Verifica registrata/);
}

export async function profila(gefo: Page): Promise<void> {
  await apri(gefo, "Profilazione");
  const form = porta(gefo, "Profilazione");
  await form.getByLabel("Titolo di studio").selectOption({ label: "diploma" });
  await form.getByLabel("Un anno fa").selectOption({ label: "cercavo lavoro" });
  await form.getByLabel("Presenza in Italia").selectOption({ label: "nato in Italia" });
  await form.getByLabel("Provincia di domicilio").fill("mi");
  await form.getByRole("button", { name: "Chiedi la classe" }).click();
  assert.match(await gefo.innerText("main"), /simulata, non ministeriale/);
}

export async function firmaPatto(gefo: Page, minorenne = false): Promise<void> {
  await apri(gefo, "Patto di servizio");
  const form = porta(gefo, "Patto di servizio");
  await form.getByLabel("Il giovane ha firmato").check();
  if (minorenne) await form.getByLabel("Ha firmato anche chi decide").check();
  await form.getByRole("button", { name: "Firma il patto" }).click();
  assert.match(await gefo.innerText("main"), /Patto firmato/);
}

/** Draft, then signature and sending by the legal representative. */
export async function inviaDote(gefo: Page, ...misure: readonly string[]): Promise<void> {
  for (const [i, misura] of misure.entries()) {
    // The page has one empty service more than those that are filled.
    if (i > 0) await gefo.getByRole("button", { name: "Aggiungi un servizio" }).click();
    await gefo.getByLabel("Misura").nth(i).selectOption(misura);
  }
  await gefo.getByRole("button", { name: "Salva la bozza" }).click();
  assert.match(await gefo.innerText("main"), /Bozza salvata/);
  await gefo.getByRole("button", { name: "Firma la DRU e invia la dote" }).click();
  assert.match(await gefo.innerText("main"), /Dote inviata/);
}

/** The addetto calls, meets, checks, profiles, signs, sends the dote. */
export async function prendiInCarico(
  gefo: Page,
  persona: string,
  ...misure: readonly string[]
): Promise<void> {
  await apriCaso(gefo, persona);
  await contatta(gefo, "convocato");
  await contatta(gefo, "colloquio fatto");
  await gefo.getByRole("link", { name: "Fascicolo e patto" }).click();
  await verificaIdentita(gefo);
  await verificaRequisiti(gefo);
  await profila(gefo);
  await firmaPatto(gefo);
  await gefo.getByRole("link", { name: "Piano e dote" }).click();
  await inviaDote(gefo, ...(misure.length === 0 ? ["5"] : misure));
}
