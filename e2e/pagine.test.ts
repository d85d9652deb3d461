import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { BrowserContext } from "playwright-core";
import { apriBanco, type Banco } from "./banco.ts";
import { check } from "./barriere.ts";
import { senzaBrowser } from "./browser.ts";

let banco: Banco;
before(async () => {
  if (senzaBrowser === false) banco = await apriBanco({ regioni: ["10"], demo: true });
});
after(() => banco?.close());

interface Visita {
  readonly nodo: string;
  /** Null: nobody has signed in. */
  readonly persona: string | null;
  readonly percorsi: readonly string[];
  /** The page behind the first link whose address begins so, found on the last path. */
  readonly dentro?: string;
  /** Then the page behind the link with this text. */
  readonly poi?: string;
}

const VISITE: readonly Visita[] = [
  { nodo: "inizio", persona: null, percorsi: ["/"] },
  { nodo: "cliclavoro", persona: null, percorsi: ["/", "/accedi"] },
  { nodo: "cliclavoro", persona: "Giulia Vallechiara", percorsi: ["/aderisci", "/adesioni"] },
  {
    nodo: "cliclavoro",
    persona: "Monitoraggio nazionale",
    percorsi: ["/registro", "/flussi", "/scambi", "/collegamento", "/documentazione"],
  },
  { nodo: "borsalavoro-10", persona: null, percorsi: ["/", "/accedi"] },
  {
    ...{ nodo: "borsalavoro-10", persona: "Giulia Vallechiara" },
    percorsi: ["/adesioni", "/aderisci"],
  },
  {
    ...{ nodo: "borsalavoro-10", persona: "Sportello Lombardia" },
    percorsi: [
      "/",
      "/compiti",
      "/cifre",
      "/flussi",
      "/collegamento/voucher",
      "/scambi",
      "/notifiche-fallite",
      "/adesioni-in-attesa",
      "/registro",
    ],
    ...{ dentro: "/registro/", poi: "Dati per la SAP" },
  },
  { nodo: "ministero", persona: null, percorsi: ["/", "/storico/10", "/accedi"] },
  {
    ...{ nodo: "ministero", persona: "Monitoraggio nazionale" },
    percorsi: [
      "/persone",
      "/flussi",
      "/scambi",
      "/segnalazioni",
      "/codici",
      "/codici/tipo-attivita",
    ],
  },
];

const APRI_TUTTO = `for (const one of document.querySelectorAll("details")) one.open = true;`;

/** The session of a person without script, opened again with script: axe runs inside the page. */
async function entra({ nodo, persona }: Visita): Promise<BrowserContext> {
  const context = await banco.browser.newContext({ locale: "it-IT", bypassCSP: true });
  if (persona === null) return context;
  const page = await banco.entra(nodo, persona);
  await context.addCookies(await page.context().cookies());
  await page.context().close();
  return context;
}

for (const visita of VISITE) {
  const chi = visita.persona ?? "chiunque";
  test(`${visita.nodo} per ${chi}: nessuna barriera, a 320 e a 1440 px`, {
    skip: senzaBrowser,
  }, async () => {
    const context = await entra(visita);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    for (const percorso of visita.percorsi) {
      const answer = await page.goto(`${banco.indirizzi[visita.nodo]}${percorso}`);
      assert.equal(answer?.status(), 200, percorso);
      await check(page, `${visita.nodo}-${chi}${percorso}`.replaceAll(/[^a-zA-Z0-9]+/g, "-"));
    }
    if (visita.dentro !== undefined) {
      await page.locator(`table a[href^="${visita.dentro}"]`).first().click();
      await page.evaluate(APRI_TUTTO);
      await check(
        page,
        `${visita.nodo}-${chi}${visita.dentro}uno`.replaceAll(/[^a-zA-Z0-9]+/g, "-"),
      );
    }
    if (visita.poi !== undefined) {
      await page.getByRole("link", { name: visita.poi }).click();
      await check(page, `${visita.nodo}-${chi}-${visita.poi}`.replaceAll(/[^a-zA-Z0-9]+/g, "-"));
    }
    assert.deepEqual(errors, []);
    await context.close();
  });
}

test("ogni porta è chiusa a chi non ha il profilo, e lo dice", { skip: senzaBrowser }, async () => {
  const chiuse = [
    ["borsalavoro-10", "/registro"],
    ["borsalavoro-10", "/flussi"],
    ["gefo-10", "/lavoro"],
    ["gefo-10", "/bilancio"],
    ["cliclavoro", "/registro"],
    ["ministero", "/persone"],
    ["ministero", "/segnalazioni"],
    ["ministero", "/persone/00000000-0000-7000-8000-000000000000/sap"],
  ] as const;
  for (const [nodo, percorso] of chiuse) {
    const answer = await fetch(`${banco.indirizzi[nodo]}${percorso}`, { redirect: "manual" });
    assert.equal(answer.status, 303, `${nodo}${percorso}`);
    assert.match(answer.headers.get("location") ?? "", /^\/accedi/);
  }
  const giulia = await banco.entra("borsalavoro-10", "Giulia Vallechiara");
  const answer = await giulia.goto(`${banco.indirizzi["borsalavoro-10"]}/registro`);
  assert.equal(answer?.status(), 403);
  assert.match(await giulia.innerText("main"), /non è per il tuo profilo/);
});
