import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { apriBanco, type Banco } from "./banco.ts";
import { checkCopia } from "./barriere.ts";
import { senzaBrowser } from "./browser.ts";
import { aderisci } from "./passi.ts";
import { fino } from "./tastiera.ts";

/** The giovane and his appointment, from the regional portal, with the keyboard alone. */
let banco: Banco;
before(async () => {
  if (senzaBrowser === false) banco = await apriBanco({ regioni: ["10"] });
});
after(() => banco?.close());

const guarda = (page: Page, nome: string) => checkCopia(page, `appuntamenti-${nome}`);

test("da Borsa Lavoro con la sola tastiera: prende un posto, lo sposta, lo annulla dicendo perché", {
  skip: senzaBrowser,
}, async () => {
  const portale = banco.indirizzi["borsalavoro-10"] ?? "";
  const giovane = await banco.entra("borsalavoro-10", "Giulia Vallechiara");
  await aderisci(giovane, portale, "Officina Lavoro Navigli");
  await giovane.goto(`${portale}/adesioni`);
  const porta = giovane.getByRole("link", { name: "I miei appuntamenti" });
  const indirizzo = (await porta.getAttribute("href")) ?? "";
  assert.equal(indirizzo, `${banco.indirizzi["gefo-10"]}/appuntamenti`);
  const page = await banco.entra("gefo-10", "Giulia Vallechiara");
  for (let i = 0; i < 50; i++) {
    await page.goto(indirizzo);
    if ((await page.getByText("Scegli quando andare").count()) > 0) break;
    await page.waitForTimeout(200);
  }
  await guarda(page, "da-fissare");
  await fino(page, /^Giorno e ora/);
  await page.keyboard.press("ArrowDown");
  await fino(page, "Prendi questo posto");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Il tuo prossimo appuntamento");
  await guarda(page, "fissato");
  await fino(page, /Spostalo$/);
  await page.keyboard.press("Enter");
  await fino(page, /^Giorno e ora/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await fino(page, "Sposta l'appuntamento");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=lo hai chiesto tu");
  await fino(page, /^Annulla l'appuntamento/);
  await page.keyboard.press("Enter");
  await fino(page, /^Perché/);
  await page.keyboard.type("quel giorno ho un esame");
  await fino(page, "Annulla l'appuntamento");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Scegli quando andare");
  assert.match(await page.innerText("main"), /annullato dal giovane/);
  await guarda(page, "annullato");
});
