import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type CivilDate, componiCodiceFiscale } from "@staffetta/domain";
import type { Page } from "playwright-core";
import { apriBanco, type Banco, ricaricaFinché } from "./banco.ts";
import { checkCopia } from "./barriere.ts";
import { senzaBrowser } from "./browser.ts";
import { aderisci, prendiInCarico } from "./passi.ts";

let banco: Banco;
before(async () => {
  if (senzaBrowser === false) banco = await apriBanco({ regioni: ["10", "13"] });
});
after(() => banco?.close());

const OPERATORE = "Officina Lavoro Navigli";

/** One hour of today, signed by both. */
async function compilaRegistro(gefo: Page): Promise<void> {
  const caso = gefo.url();
  await gefo.getByRole("link", { name: /Registro delle ore/ }).click();
  const weekday = (new Date().getDay() + 6) % 7;
  await gefo.locator(`input[name="righe.${weekday * 2}.dalle"]`).fill("00:00");
  await gefo.locator(`input[name="righe.${weekday * 2}.alle"]`).fill("01:00");
  await gefo.getByRole("button", { name: "Salva la settimana" }).click();
  assert.match(await gefo.innerText("main"), /Settimana salvata/);
  for (const chi of ["Il giovane", "Il professionista"])
    await gefo.getByRole("button", { name: `${chi} ha firmato` }).click();
  assert.match(await gefo.innerText("main"), /giovane e professionista/);
  await gefo.goto(caso);
}

test("dal portale regionale alle cifre del Ministero: l'adesione di Giulia fa tutta la strada", {
  skip: senzaBrowser,
}, async () => {
  const giulia = await banco.entra("borsalavoro-10", "Giulia Vallechiara");
  await ricaricaFinché(giulia, "Borsa Lavoro");
  await giulia.goto(`${banco.indirizzi["borsalavoro-10"]}/aderisci`);
  await ricaricaFinché(giulia, OPERATORE);
  await aderisci(giulia, banco.indirizzi["borsalavoro-10"] ?? "", OPERATORE);
  assert.match(await giulia.innerText("main"), /la tua adesione è registrata/);
  assert.match(await giulia.innerText("main"), /Chiamarti per il primo colloquio/);

  const gefo = await banco.entra("gefo-10", `Addetto di ${OPERATORE}`);
  await prendiInCarico(gefo, "Vallechiara Giulia", "1-B");
  await giulia.reload();
  await ricaricaFinché(giulia, "Presa in carico confermata");
  assert.match(await giulia.innerText("main"), /simulata, non ministeriale/);
  await ricaricaFinché(giulia, "La dote è tua");
  await ricaricaFinché(gefo, "assegnata: il denaro è impegnato");

  await gefo.getByRole("button", { name: /Comunica l'inizio/ }).click();
  await banco.dotiDiIeri("gefo-10");
  await compilaRegistro(gefo);
  await gefo.getByLabel("Com'è finito").selectOption("conclusa");
  await gefo.getByRole("button", { name: /Comunica la fine/ }).click();
  await gefo.getByRole("button", { name: /Presenta la rendicontazione/ }).click();
  assert.match(await gefo.innerText("main"), /rendicontato, in verifica/);

  const verifica = await banco.entra("gefo-10", "Sportello Lombardia");
  await verifica.goto(`${banco.indirizzi["gefo-10"]}/rendicontazioni`);
  await verifica.getByRole("link", { name: new RegExp(OPERATORE) }).click();
  for (const una of await verifica.getByRole("checkbox").all()) await una.check();
  await verifica.getByRole("button", { name: /Ammetti/ }).click();
  assert.match(await verifica.innerText("main"), /Rendicontazione verificata/);
  await giulia.reload();
  await ricaricaFinché(giulia, "Hai finito il percorso");

  const sportello = await banco.entra("borsalavoro-10", "Sportello Lombardia");
  await sportello.goto(`${banco.indirizzi["borsalavoro-10"]}/cifre`);
  await sportello.getByRole("button", { name: /Invia al Ministero/ }).click();
  assert.match(await sportello.innerText("main"), /in viaggio verso il Ministero/);

  const chiunque = await (await banco.browser.newContext({ javaScriptEnabled: false })).newPage();
  await chiunque.goto(`${banco.indirizzi["ministero"]}/`);
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Rome" }).format(new Date());
  await chiunque.goto(`${banco.indirizzi["ministero"]}/?giorno=${today}&regione=10`);
  await ricaricaFinché(chiunque, /coincidono con i fatti ricevuti/);
  const presi = chiunque.locator("section.scheda", { hasText: "Presi in carico" }).first();
  assert.equal(await presi.locator(".cifra").innerText(), "1");
  const politiche = chiunque.locator("section.scheda", { hasText: "Politiche attive avviate" });
  assert.equal(await politiche.first().locator(".cifra").innerText(), "1");
});

test("un annullamento chiesto sul portale nazionale lo decide la Regione", {
  skip: senzaBrowser,
}, async () => {
  const matteo = await banco.entra("cliclavoro", "Matteo Roccaverde");
  await aderisci(matteo, banco.indirizzi["cliclavoro"] ?? "");
  const regionale = await banco.entra("borsalavoro-10", "Matteo Roccaverde");
  await regionale.goto(`${banco.indirizzi["borsalavoro-10"]}/adesioni`);
  await ricaricaFinché(regionale, "Adesione registrata");
  await matteo.getByRole("button", { name: /Chiedi di annullare/ }).click();
  await ricaricaFinché(matteo, "Adesione annullata");
  await regionale.reload();
  await ricaricaFinché(regionale, "Hai annullato l'adesione");
});

test("al Ministero la SAP di Giulia ha il patto e la misura, versione dopo versione, senza barriere", {
  skip: senzaBrowser,
}, async () => {
  const dataNascita = "2004-05-14" as CivilDate;
  const codiceFiscale = componiCodiceFiscale({
    ...{ nome: "Giulia", cognome: "Vallechiara", sesso: "F", dataNascita, luogo: "Z999" },
  });
  const ufficio = await banco.entra("ministero", "Monitoraggio nazionale");
  await ufficio.goto(`${banco.indirizzi["ministero"]}/persone`);
  await ufficio.getByLabel("Codice fiscale").fill(codiceFiscale);
  await ufficio.getByRole("button", { name: "Cerca" }).click();
  assert.match(await ufficio.innerText("main"), /Scegli perché leggi questi dati/);
  await ufficio.getByLabel("Perché leggi questi dati").selectOption("controllo");
  await ufficio.getByRole("button", { name: "Cerca" }).click();
  assert.ok(!ufficio.url().includes(codiceFiscale));
  await ufficio.getByRole("link", { name: "Leggi la sua SAP" }).click();
  await ricaricaFinché(ufficio, "conclusa");
  const detto = await ufficio.innerText("main");
  for (const parola of [
    "patto di attivazione",
    "colloquio di orientamento",
    "Garanzia Giovani",
    "provvisoria",
  ])
    assert.match(detto, new RegExp(parola));
  await ufficio.getByRole("button", { name: "Mostra le differenze" }).click();
  assert.match(await ufficio.innerText("main"), /6\. Politiche attive/);

  const differenze = ufficio.url();
  for (const [nome, indirizzo] of [
    ["sap-differenze", differenze],
    ["sap", differenze.replace("/differenze", "")],
    ["sap-scopo", `${differenze.split("/sap")[0]}/sap`],
  ] as const) {
    await ufficio.goto(indirizzo);
    await checkCopia(ufficio, `ministero-${nome}`);
  }
});

test("due regioni prendono in carico la stessa persona: vale la prima, l'altra lo viene a sapere", {
  skip: senzaBrowser,
}, async () => {
  const operatori = { "10": OPERATORE, "13": "Mole Lavoro Giovani" } as const;
  for (const [regione, operatore] of Object.entries(operatori)) {
    const amina = await banco.entra(`borsalavoro-${regione}`, "Amina Fontelunga");
    await amina.goto(`${banco.indirizzi[`borsalavoro-${regione}`]}/aderisci`);
    await ricaricaFinché(amina, operatore);
    await aderisciA(amina, regione, operatore);
  }
  const [primo, secondo] = [
    await banco.entra("gefo-10", `Addetto di ${operatori["10"]}`),
    await banco.entra("gefo-13", `Addetto di ${operatori["13"]}`),
  ];
  await prendiInCarico(primo, "Fontelunga Amina");
  const piemonte = await banco.entra("borsalavoro-13", "Amina Fontelunga");
  await piemonte.goto(`${banco.indirizzi["borsalavoro-13"]}/adesioni`);
  await ricaricaFinché(piemonte, "Ti segue un'altra regione");
  await secondo.goto(`${banco.indirizzi["gefo-13"]}/lavoro?vista=conclusi`);
  await ricaricaFinché(secondo, "Fontelunga Amina");
});

async function aderisciA(page: Page, regione: string, operatore: string): Promise<void> {
  const comune = regione === "10" ? "Milano" : "Torino";
  await page.getByLabel("La tua e-mail").fill("amina@esempio.it");
  await page.getByLabel("Il tuo telefono").fill("333 7654321");
  await page.getByLabel("Operatore").selectOption({ label: `${comune} – ${operatore}` });
  await page.getByLabel("Ho letto come vengono usati").check();
  await page.getByRole("button", { name: "Invia l'adesione" }).click();
}

test("chi ha trent'anni legge perché non può aderire; un campo sbagliato lo dice al suo posto", {
  skip: senzaBrowser,
}, async () => {
  const pietro = await banco.entra("borsalavoro-10", "Pietro Montefreddo");
  await pietro.goto(`${banco.indirizzi["borsalavoro-10"]}/aderisci`);
  await pietro.getByLabel("La tua e-mail").fill("non-una-mail");
  await pietro.getByLabel("Il tuo telefono").fill("333 1234567");
  await pietro.getByRole("button", { name: "Invia l'adesione" }).click();
  const email = pietro.getByLabel("La tua e-mail");
  assert.equal(await email.getAttribute("aria-invalid"), "true");
  assert.equal(await email.inputValue(), "non-una-mail");
  assert.match(await pietro.innerText("main"), /Scrivi un indirizzo e-mail valido/);
  assert.match(await pietro.innerText("main"), /confermare di aver letto l'informativa/);
  await email.fill("pietro@esempio.it");
  await pietro.getByLabel("Ho letto come vengono usati").check();
  await pietro.getByRole("button", { name: "Invia l'adesione" }).click();
  assert.match(await pietro.innerText("main"), /fino al giorno prima dei 30 anni/);
});
