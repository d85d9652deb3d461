import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { apriBanco, type Banco, ricaricaFinché } from "./banco.ts";
import { checkCopia } from "./barriere.ts";
import { senzaBrowser } from "./browser.ts";
import { aderisci, apri, prendiInCarico } from "./passi.ts";
import { fino } from "./tastiera.ts";

/** The money of a dote, from the register to the treasury, each step by whom it belongs to. */
let banco: Banco;
before(async () => {
  if (senzaBrowser === false) banco = await apriBanco({ regioni: ["10"] });
});
after(() => banco?.close());

const OPERATORE = "Officina Lavoro Navigli";
const IBAN = "IT60 X054 2811 1010 0000 0123 456";

const guarda = (page: Page, nome: string) => checkCopia(page, `conto-${nome}`);

const corpo = (page: Page): Promise<string> => page.innerText("main");
const vai = (page: Page, percorso: string) => page.goto(`${new URL(page.url()).origin}${percorso}`);

/** Giulia has a dote of two services: one paid by the hour, and a traineeship. */
async function conDueServizi(): Promise<Page> {
  const giulia = await banco.entra("borsalavoro-10", "Giulia Vallechiara");
  await giulia.goto(`${banco.indirizzi["borsalavoro-10"]}/aderisci`);
  await ricaricaFinché(giulia, OPERATORE);
  await aderisci(giulia, banco.indirizzi["borsalavoro-10"] ?? "", OPERATORE);
  const gefo = await banco.entra("gefo-10", `Addetto di ${OPERATORE}`);
  await prendiInCarico(gefo, "Vallechiara Giulia", "1-B", "5");
  await ricaricaFinché(gefo, "assegnata: il denaro è impegnato");
  for (let i = 0; i < 2; i++)
    await gefo
      .getByRole("button", { name: /Comunica l'inizio/ })
      .first()
      .click();
  return gefo;
}

async function registro(gefo: Page): Promise<void> {
  await gefo
    .getByRole("link", { name: /Registro delle ore/ })
    .first()
    .click();
  const row = ((new Date().getDay() + 6) % 7) * 2;
  await gefo.locator(`input[name="righe.${row}.dalle"]`).fill("00:10");
  await gefo.locator(`input[name="righe.${row}.alle"]`).fill("00:05");
  await gefo.getByRole("button", { name: "Salva la settimana" }).click();
  const alle = gefo.locator(`input[name="righe.${row}.alle"]`);
  assert.equal(await alle.getAttribute("aria-invalid"), "true");
  assert.equal(await alle.inputValue(), "00:05");
  await alle.fill("01:10");
  await gefo.getByRole("button", { name: "Salva la settimana" }).click();
  assert.match(await corpo(gefo), /Settimana salvata/);
  for (const chi of ["Il giovane", "Il professionista"])
    await gefo.getByRole("button", { name: `${chi} ha firmato` }).click();
  await guarda(gefo, "registro");
}

test("dal registro alla tesoreria e all'indennità: ogni passo a chi spetta, e le cifre tornano", {
  skip: senzaBrowser,
}, async () => {
  const gefo = await conDueServizi();
  const caso = gefo.url();
  await banco.dotiDiIeri("gefo-10");
  await registro(gefo);
  await gefo.goto(caso);
  await gefo.getByLabel("Com'è finito").first().selectOption("conclusa");
  await gefo
    .getByRole("button", { name: /Comunica la fine/ })
    .first()
    .click();
  await gefo.getByRole("button", { name: /Presenta la rendicontazione/ }).click();
  assert.match(await corpo(gefo), /rendicontato, in verifica/);

  const anna = await banco.entra("gefo-10", "Sportello Lombardia");
  await vai(anna, "/non-pagate");
  assert.match(await corpo(anna), /in verifica/);
  await vai(anna, "/rendicontazioni");
  await anna.getByRole("link", { name: new RegExp(OPERATORE) }).click();
  await guarda(anna, "rendicontazione");
  await anna.getByLabel(/^Taglio in euro, riga 1/).fill("-5");
  for (const una of await anna.getByRole("checkbox").all()) await una.check();
  await anna.getByRole("button", { name: /Ammetti/ }).click();
  const taglio = anna.getByLabel(/^Taglio in euro, riga 1/);
  assert.equal(await taglio.getAttribute("aria-invalid"), "true");
  assert.match(await corpo(anna), /Non può essere negativo/);
  await taglio.fill("5");
  await anna.getByLabel(/^Motivo del taglio, riga 1/).selectOption("firma-mancante");
  await anna.getByRole("button", { name: /Ammetti/ }).click();
  assert.match(await corpo(anna), /Rendicontazione verificata/);

  await chiediConLaTastiera(gefo);
  const domanda = new URL(gefo.url()).pathname;
  const ammesso = /Importo\s+(\d+,\d\d)\s€/.exec(await corpo(gefo))?.[1] ?? "";
  assert.match(ammesso, /\d/);

  await vai(anna, domanda);
  await guarda(anna, "domanda-esame");
  await anna.getByRole("button", { name: /Approva e chiedi il DURC/ }).click();
  assert.match(await corpo(anna), /Mancano dei controlli/);
  for (const una of await anna.getByRole("checkbox").all()) await una.check();
  await anna.getByRole("button", { name: /Approva e chiedi il DURC/ }).click();
  assert.match(await corpo(anna), /Domanda approvata/);
  assert.match(await corpo(anna), /simulato, non ufficiale/);

  const carla = await banco.entra("gefo-10", "Controllo Lombardia");
  await vai(carla, "/estrazioni");
  await carla.getByRole("button", { name: "Estrai il campione" }).click();
  assert.match(await corpo(carla), /1 domanda, 1 estratta/);
  await guarda(carla, "estrazione");
  await vai(carla, domanda);
  await guarda(carla, "domanda-controllo");
  await carla.getByLabel("Che cosa hai visto").fill("Visti i registri, tutto torna.");
  await carla.getByRole("button", { name: "Registra il controllo" }).click();
  assert.match(await corpo(carla), /Controllo registrato/);

  await vai(anna, domanda);
  await anna.getByRole("button", { name: /Ordina di pagare/ }).click();
  assert.match(await corpo(anna), /Qui serve un'altra persona/);
  const bruno = await banco.entra("gefo-10", "Istruttoria Lombardia");
  await vai(bruno, domanda);
  await bruno.getByRole("button", { name: /Ordina di pagare/ }).click();
  assert.match(await corpo(bruno), /Pagamento ordinato/);
  await bruno.getByLabel("Riferimento della tesoreria").fill("CRO-0001");
  await bruno.getByLabel("Importo in euro").fill(ammesso);
  await bruno.getByRole("button", { name: "Registra", exact: true }).click();
  assert.match(await corpo(bruno), /pagata/);
  await guarda(bruno, "domanda-pagata");

  await vai(gefo, "/bilancio");
  const riga = gefo.locator("tr", { hasText: OPERATORE }).first();
  const pagato = await riga.locator('td[data-colonna="Pagato"]').innerText();
  assert.equal(pagato.replace(/\s€/, ""), ammesso);
  await vai(gefo, "/non-pagate");
  assert.match(await corpo(gefo), /Niente aspetta un pagamento/);
  await gefo.goto(caso);
  await indennita(gefo, anna);
});

/** Enter, and the page that answers. */
async function invio(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

/** The account, then the request: nothing but the keyboard. */
async function chiediConLaTastiera(page: Page): Promise<void> {
  await vai(page, "/liquidazione");
  await guarda(page, "liquidazione-senza-conto");
  await fino(page, "IBAN");
  await page.keyboard.type(IBAN.replace("60", "61"));
  await invio(page);
  assert.match(await corpo(page), /una cifra è sbagliata o due sono scambiate/);
  await fino(page, "IBAN");
  await page.keyboard.type(IBAN);
  await fino(page, "Salva l'IBAN");
  await invio(page);
  assert.match(await corpo(page), /IBAN salvato/);
  await fino(page, "Presenta la domanda di pagamento");
  await invio(page);
  assert.match(await corpo(page), /Domanda LIQ-10-\d{4}-\d{6} presentata/);
}

/** The traineeship: how much she was there, the list that is sent, what she reads. */
async function indennita(gefo: Page, anna: Page): Promise<void> {
  await gefo.getByLabel("Com'è finito").selectOption("conclusa");
  await gefo.getByRole("button", { name: /Comunica la fine/ }).click();
  await gefo
    .getByRole("link", { name: /Prove e rendicontazioni/ })
    .last()
    .click();
  await guarda(gefo, "conto");
  await gefo.getByRole("link", { name: "Indennità del tirocinio" }).click();
  await gefo.getByLabel("Ore previste").fill("120");
  await gefo.getByLabel("Ore di presenza").fill("121");
  await gefo.getByRole("button", { name: "Comunica la presenza" }).click();
  const ore = gefo.getByLabel("Ore di presenza");
  assert.equal(await ore.getAttribute("aria-invalid"), "true");
  await ore.fill("100");
  await gefo.getByRole("button", { name: "Comunica la presenza" }).click();
  assert.match(await corpo(gefo), /Presenza comunicata/);
  await guarda(gefo, "indennita-servizio");
  await vai(anna, "/indennita");
  await anna.getByRole("button", { name: /1 mese da inviare/ }).click();
  await apri(anna, "Registra la risposta di chi paga");
  await anna.getByRole("button", { name: "Registra la risposta" }).click();
  assert.match(await corpo(anna), /Tutto è pagato/);
  const giulia = await banco.entra("borsalavoro-10", "Giulia Vallechiara");
  await giulia.goto(`${banco.indirizzi["borsalavoro-10"]}/adesioni`);
  await ricaricaFinché(giulia, /Pagata il/);
}
