import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { apriBanco, type Banco } from "./banco.ts";
import { check } from "./barriere.ts";
import { senzaBrowser } from "./browser.ts";
import { giraConTab } from "./tastiera.ts";

/**
 * Every page of Gefo that a person can reach by links, role by role: nobody finds a barrier, nothing goes
 * beyond the edge at 320 px (a screen of 1280 enlarged to 400 %), Tab reaches every control and shows where
 * it is, every form can be sent without script. A page added tomorrow is found by its link.
 */
let banco: Banco;
before(async () => {
  if (senzaBrowser === false) banco = await apriBanco({ regioni: ["10"], demo: true });
});
after(() => banco?.close());

/** Stands for whichever operatore of the demo has come as far as the services. */
const ADDETTO = "un addetto che ha servizi in corso";
const CHI = [
  ADDETTO,
  "Sportello Lombardia",
  "Erogatore di Officina Lavoro Navigli",
  "Controllo Lombardia",
  "Monitoraggio Lombardia",
  "Revisore Lombardia",
  "Giulia Vallechiara",
] as const;

/** Saved, or read by machines. */
const FILE =
  /\.(csv|xlsx|ics|js|json|yaml)$|^\/(api|documenti|allegati|agenda\/ics|appuntamenti\/ics|statico)\/|\/csv$/;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}|OP-\d{4}/g;
/** The same at every node, and looked at there. */
const ALTROVE = /^\/(documentazione|collegamento|flussi)/;
/** Of pages that differ with the step of a case, more than one is looked at. */
const DIVERSE = /^\/(casi|servizi|rendicontazioni)\//;
const DIVERSE_MAX = 2;
const formaDi = (percorso: string): string => percorso.split("?")[0]?.replaceAll(ID, ":id") ?? "";

/** The narrow one last: with it the keyboard is tried. The wide one costs as much again: in CI, or for photographs. */
const STRETTA = 320;
const LARGA = process.env["CI"] === "true" || process.env["STAFFETTA_FOTO"] !== undefined;
const TUTTE = LARGA ? [1440, STRETTA] : [STRETTA];

const LINK = `[...document.querySelectorAll("a[href]")]
  .filter((a) => a.origin === location.origin && !a.getAttribute("href").startsWith("#"))
  .map((a) => a.pathname + a.search)`;
const SENZA_BOTTONE = `[...document.querySelectorAll("form")]
  .filter((form) => form.querySelector("button[type=submit], button:not([type])") === null)
  .map((form) => form.outerHTML.slice(0, 120))`;
/** Of what a page is made, whatever is written in it: the same bones have the same barriers. */
const OSSA = `[...new Set([...document.body.querySelectorAll("*")].map((uno) =>
  [uno.tagName, ...[...uno.attributes].map(({ name, value }) =>
    name === "class" || name === "type" || name === "role" ? name + value : name).sort()].join(" ")))].sort().join()`;
const APRI_TUTTO = "document.querySelectorAll('details').forEach((d) => { d.open = true; })";

const nuovoContesto = () =>
  banco.browser.newContext({ locale: "it-IT", bypassCSP: true, reducedMotion: "reduce" });

async function entra(persona: string): Promise<Page> {
  const senza = await banco.entra("gefo-10", persona);
  const context = await nuovoContesto();
  await context.addCookies(await senza.context().cookies());
  await senza.context().close();
  return context.newPage();
}

/** With the keyboard once for each shape of page, by whoever meets it first. */
const provate = new Set<string>();
const ossa = new Set<string>();
const trovate = new Set<string>();

async function guarda(page: Page, nome: string, forma: string): Promise<void> {
  const nuova = !provate.has(forma);
  trovate.add(forma);
  await page.evaluate(APRI_TUTTO);
  const sue = String(await page.evaluate(OSSA));
  if (ossa.has(sue)) return;
  ossa.add(sue);
  const foto = `gefo-${nome}`.replaceAll(/[^a-zA-Z0-9]+/g, "-");
  await check(page, foto, nuova ? TUTTE : [STRETTA]);
  assert.deepEqual(await page.evaluate(SENZA_BOTTONE), [], `moduli di ${nome}`);
  if (!nuova) return;
  provate.add(forma);
  const { maiRaggiunti, senzaFuoco } = await giraConTab(page);
  assert.deepEqual(maiRaggiunti, [], `con Tab non si arriva, in ${nome}`);
  assert.deepEqual(senzaFuoco, [], `non si vede dove si è, in ${nome}`);
}

const CASO = /\/casi\/[0-9a-f-]{36}(?=")/g;
/** Steps that only some cases have reached, and the pages of which are no others'. */
const PASSI = ["servizi-in-corso", "da-rendicontare"];

const OPERATORI = Array.from({ length: 12 }, (_, i) => `OP-${String(i + 1).padStart(4, "0")}`);

/** The first operatore that has cases so far, asked without a browser: it is quicker. */
async function chiHaServizi(): Promise<Readonly<{ cookie: string; casi: readonly string[] }>> {
  const base = banco.indirizzi["gefo-10"] ?? "";
  for (const chiave of OPERATORI) {
    const body = new URLSearchParams({ chiave });
    const come = { method: "POST", body, redirect: "manual", headers: { origin: base } } as const;
    const accesso = await fetch(`${base}/accedi`, come);
    const cookie = (accesso.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const casi: string[] = [];
    for (const passo of PASSI) {
      const lista = await fetch(`${base}/lavoro?vista=${passo}`, { headers: { cookie } });
      casi.push(...((await lista.text()).match(CASO) ?? []).slice(0, 1));
    }
    if (casi.length > 0) return { cookie, casi };
  }
  throw new Error("Nessun operatore della demo ha servizi");
}

/** @returns a page of this person, and the cases to begin with. */
async function comincia(chi: string): Promise<Readonly<{ page: Page; casi: readonly string[] }>> {
  if (chi !== ADDETTO) return { page: await entra(chi), casi: [] };
  const { cookie, casi } = await chiHaServizi();
  const [name = "", value = ""] = cookie.split("=");
  const context = await nuovoContesto();
  await context.addCookies([{ name, value, url: banco.indirizzi["gefo-10"] ?? "" }]);
  return { page: await context.newPage(), casi };
}

/** What is still to be seen: each address once, each shape a few times. */
function createGiro(partenze: readonly string[]) {
  const coda = [...partenze];
  const note = new Set(coda);
  const viste = new Map<string, number>();
  const bastano = (forma: string): boolean =>
    (viste.get(forma) ?? 0) >= (DIVERSE.test(forma) ? DIVERSE_MAX : 1);
  return {
    viste,
    aggiungi: (percorsi: readonly string[]): void => {
      for (const uno of percorsi) {
        if (note.has(uno) || ALTROVE.test(uno) || FILE.test(uno.split("?")[0] ?? "")) continue;
        note.add(uno);
        coda.push(uno);
      }
    },
    prossimo: (): string | undefined => {
      for (let uno = coda.shift(); uno !== undefined; uno = coda.shift()) {
        const forma = formaDi(uno);
        if (bastano(forma)) continue;
        viste.set(forma, (viste.get(forma) ?? 0) + 1);
        return uno;
      }
      return undefined;
    },
  };
}

async function cammina(chi: string): Promise<readonly string[]> {
  const { page, casi } = await comincia(chi);
  const errori: string[] = [];
  page.on("pageerror", ({ message }) => errori.push(message));
  page.on("response", (una) => {
    if (una.status() >= 400) errori.push(`${una.status()} ${una.url()}`);
  });
  const giro = createGiro([...casi, "/"]);
  for (let uno = giro.prossimo(); uno !== undefined; uno = giro.prossimo()) {
    const answer = await page.goto(`${banco.indirizzi["gefo-10"]}${uno}`);
    assert.equal(answer?.status(), 200, `${chi}: ${uno}`);
    giro.aggiungi((await page.evaluate(LINK)) as string[]);
    await guarda(page, `${chi} ${formaDi(uno)}`, formaDi(uno));
  }
  assert.deepEqual(errori, []);
  await page.context().close();
  return [...giro.viste.keys()];
}

for (const chi of CHI)
  test(`ogni pagina di Gefo per ${chi}: nessuna barriera, a 400 %, con la sola tastiera`, {
    skip: senzaBrowser,
  }, async (t) => {
    t.diagnostic((await cammina(chi)).join(" "));
  });

test("le pagine di ogni passo sono state trovate", { skip: senzaBrowser }, () => {
  const attese = ["lavoro", "casi/:id", "casi/:id/fascicolo", "casi/:id/piano", "agenda", "posta"];
  const altre = ["servizi/:id/registro", "servizi/:id/conto", "rendicontazioni/:id", "bilancio"];
  const regione = ["istruttoria", "code", "regole", "operatori/:id", "aiuto"];
  for (const una of [...attese, ...altre, ...regione]) assert.ok(trovate.has(`/${una}`), una);
});

test("la Regione guarda che cosa succede, chiude un avviso e ne apre un altro, senza script", {
  skip: senzaBrowser,
}, async () => {
  const page = await banco.entra("gefo-10", "Sportello Lombardia");
  const base = banco.indirizzi["gefo-10"] ?? "";
  await page.goto(`${base}/avvisi`);
  await page.getByRole("link", { name: "Avviso Garanzia Giovani 2014" }).click();
  const fra = (days: number): string =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("Ultimo giorno").fill(fra(30));
  await page.getByRole("button", { name: "Guarda che cosa succede" }).click();
  assert.match(await page.innerText("main"), /casi aperti vanno avanti/);
  assert.match(await page.innerText("main"), /non trova nessun avviso aperto/);
  await page.getByRole("button", { name: "Fissa l'ultimo giorno" }).click();
  assert.match(await page.innerText("main"), /Scrivi l'atto/);
  await page.getByLabel("Atto", { exact: true }).fill("D.d.u.o. 1/2026");
  await page.getByLabel("Motivo").fill("fine del periodo");
  await page.getByRole("button", { name: "Fissa l'ultimo giorno" }).click();
  assert.match(await page.innerText("main"), /Ultimo giorno fissato/);
  await page.goto(`${base}/avvisi`);
  await page.getByText("Apri un avviso nuovo").click();
  await page.getByLabel("Codice").fill("GG-SECONDO");
  await page.getByLabel("Titolo").fill("Avviso secondo");
  await page.getByLabel("Primo giorno").fill(fra(31));
  await page.getByLabel("Denaro per tutte le misure, in euro").fill("-1");
  await page.getByLabel("Atto", { exact: false }).first().fill("D.d.u.o. 2/2026");
  await page.getByLabel("Motivo").fill("periodo nuovo");
  await page.getByRole("button", { name: "Apri l'avviso" }).click();
  assert.match(await page.innerText("main"), /Non può essere negativo|Scrivi un importo in euro/);
  assert.equal(await page.getByLabel("Codice").inputValue(), "GG-SECONDO");
  await page.getByLabel("Denaro per tutte le misure, in euro").fill("0");
  await page.getByRole("button", { name: "Apri l'avviso" }).click();
  assert.match(await page.innerText("main"), /Avviso aperto/);
  await page.getByRole("link", { name: "Le regole" }).click();
  assert.match(await page.innerText("main"), /Regole copiate da GG-2014/);
  await page.context().close();
});
