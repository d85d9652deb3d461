import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { apriBanco, ricaricaFinché } from "./banco.ts";
import {
  aderisci,
  apriCaso,
  contatta,
  firmaPatto,
  profila,
  verificaIdentita,
  verificaRequisiti,
} from "./passi.ts";

/**
 * The pictures of the manual for operators: the journey of one giovane, done in a real browser on a new
 * federation. A step that is no longer there stops the run, so a picture never shows what is not true.
 */

const OPERATORE = "Officina Lavoro Navigli";
const GIOVANI = ["Giulia Vallechiara", "Matteo Roccaverde", "Amina Fontelunga"] as const;
const WIDTH = 1024;
const HEIGHT_MAX = 860;

/** The part of the page that matters, as wide as a small screen and no longer than one. */
async function scatta(page: Page, file: string): Promise<void> {
  await page.setViewportSize({ width: WIDTH, height: HEIGHT_MAX });
  await page.evaluate("window.scrollTo(0, 0)");
  const main = await page.locator("main").boundingBox();
  if (main === null) throw new Error(`Niente da fotografare in ${page.url()}`);
  const clip = { ...main, height: Math.min(main.height, HEIGHT_MAX) };
  await page.screenshot({ path: file, clip, fullPage: true });
}

export async function fotografa(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const fatte: string[] = [];
  const banco = await apriBanco({ regioni: ["10"] });
  const foto = async (page: Page, nome: string): Promise<void> => {
    await scatta(page, join(folder, `${nome}.png`));
    fatte.push(`${nome}.png`);
  };
  try {
    for (const chi of GIOVANI) {
      const giovane = await banco.entra("borsalavoro-10", chi);
      await giovane.goto(`${banco.indirizzi["borsalavoro-10"]}/aderisci`);
      await ricaricaFinché(giovane, OPERATORE);
      await aderisci(giovane, banco.indirizzi["borsalavoro-10"] ?? "", OPERATORE);
    }
    const gefo = await banco.entra("gefo-10", `Addetto di ${OPERATORE}`);
    await primaDelPatto(gefo, foto);
    await laDote(gefo, foto);
  } finally {
    await banco.close();
  }
  return fatte;
}

type Foto = (page: Page, nome: string) => Promise<void>;

async function primaDelPatto(gefo: Page, foto: Foto): Promise<void> {
  await apriCaso(gefo, "Fontelunga Amina");
  await gefo.getByRole("link", { name: "Appuntamento", exact: true }).click();
  await foto(gefo, "appuntamento");
  await gefo.getByRole("button", { name: "Fissa e convoca" }).click();
  await gefo.goto(`${new URL(gefo.url()).origin}/posta`);
  await gefo
    .getByRole("link", { name: /Fontelunga/ })
    .first()
    .click();
  await foto(gefo, "lettera");
  await gefo.goto(`${new URL(gefo.url()).origin}/lavoro`);
  await foto(gefo, "lista");
  await apriCaso(gefo, "Vallechiara Giulia");
  await foto(gefo, "caso");
  await contatta(gefo, "convocato");
  await contatta(gefo, "colloquio fatto");
  await gefo.getByRole("link", { name: "Fascicolo e patto" }).click();
  await foto(gefo, "fascicolo");
  await verificaIdentita(gefo);
  await verificaRequisiti(gefo);
  await profila(gefo);
  await firmaPatto(gefo);
}

async function laDote(gefo: Page, foto: Foto): Promise<void> {
  await gefo.getByRole("link", { name: "Piano e dote" }).click();
  await gefo.getByLabel("Misura").first().selectOption("1-C");
  await gefo.getByLabel("Ore").first().fill("8");
  await gefo.getByRole("button", { name: "Ricalcola" }).click();
  await foto(gefo, "piano");
  await gefo.getByRole("button", { name: "Salva la bozza" }).click();
  await gefo.getByRole("button", { name: "Firma la DRU e invia la dote" }).click();
  await ricaricaFinché(gefo, "assegnata: il denaro è impegnato");
  await foto(gefo, "dote");
  await gefo
    .getByRole("button", { name: /^Comunica l'inizio/ })
    .first()
    .click();
  await gefo
    .getByRole("link", { name: /^Registro delle ore/ })
    .first()
    .click();
  await foto(gefo, "registro");
  await gefo.getByRole("link", { name: "Torna al caso" }).click();
  await gefo.getByLabel("Com'è finito").first().selectOption("conclusa");
  await gefo
    .getByRole("button", { name: /^Comunica la fine/ })
    .first()
    .click();
  await gefo
    .getByRole("link", { name: /^Prove e rendicontazioni/ })
    .first()
    .click();
  await foto(gefo, "conto");
  await gefo.goto(`${new URL(gefo.url()).origin}/liquidazione`);
  await foto(gefo, "liquidazione");
}
