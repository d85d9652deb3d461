import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChiavi } from "@staffetta/nodo";
import { type Cluster, openDatabase, startCluster } from "@staffetta/platform";
import { caricaDemo } from "@staffetta/sandbox";
import { type Browser, chromium, type Page } from "playwright-core";
import { ambienteDi, databaseDi, indirizzoDi, processi } from "../tools/start/piano.ts";
import { scegliPorte } from "../tools/start/porte.ts";
import { createSorvegliante } from "../tools/start/sorvegliante.ts";
import { findBrowser } from "./browser.ts";

/** A whole federation of real processes on a real server, and a real browser in front of it. */
export interface Banco {
  readonly indirizzi: Readonly<Record<string, string>>;
  readonly browser: Browser;
  /** A page of a person who has signed in at this node, without script. */
  entra(nodo: string, persona: string): Promise<Page>;
  /** The doti of this node were sent yesterday: today has hours that may be written. */
  dotiDiIeri(nodo: string): Promise<void>;
  close(): Promise<void>;
}

const PORTE_LIBERE = Object.fromEntries(
  ["INIZIO", "CLICLAVORO", "BORSALAVORO", "GEFO", "MINISTERO", "BORSALAVORO_13", "GEFO_13"].map(
    (nome) => [`STAFFETTA_PORTA_${nome}`, "0"],
  ),
);

async function openCluster(folder: string): Promise<Cluster> {
  return startCluster({ folder: join(folder, "postgres"), durable: false });
}

export interface OpzioniBanco {
  readonly regioni: readonly string[];
  /** Begins with the small population that `npm start` loads. */
  readonly demo?: boolean;
}

export async function apriBanco({ regioni, demo = false }: OpzioniBanco): Promise<Banco> {
  const folder = mkdtempSync(join(tmpdir(), "staffetta-e2e-"));
  // The server may run as another user, who must be able to pass through.
  chmodSync(folder, 0o711);
  const chiavi = join(folder, "chiavi");
  const tutti = await scegliPorte(processi(regioni, PORTE_LIBERE));
  const cluster = await openCluster(folder);
  for (const { nome } of tutti) {
    ensureChiavi(chiavi, nome);
    await cluster.ensureDatabase(databaseDi(nome));
  }
  const urlDi = (nodo: string): string => cluster.url(databaseDi(nodo));
  if (demo) await caricaDemo({ urlDi, chiavi, regioni, onProgress: () => undefined });
  const sorvegliante = createSorvegliante(
    tutti,
    (processo) => ({
      ...ambienteDi(processo, tutti, urlDi(processo.nome)),
      STAFFETTA_CHIAVI: chiavi,
    }),
    () => undefined,
  );
  await sorvegliante.avvia();
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error("Nessun browser: sudo apt-get install chromium");
  const browser = await chromium.launch({
    executablePath,
    // Dates in the fields as people here write them, where the browser's languages are installed.
    env: { ...process.env, LANGUAGE: "it" },
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  const indirizzi = Object.fromEntries(tutti.map((uno) => [uno.nome, indirizzoDi(uno)]));
  return {
    indirizzi,
    browser,
    entra: async (nodo, persona) => {
      const context = await browser.newContext({ javaScriptEnabled: false, locale: "it-IT" });
      const page = await context.newPage();
      await page.goto(`${indirizzi[nodo]}/accedi`);
      await page.getByRole("button", { name: `Entra come ${persona}`, exact: true }).click();
      return page;
    },
    dotiDiIeri: async (nodo) => {
      const database = openDatabase({ url: urlDi(nodo), poolMax: 1 });
      try {
        await database.sql.query(
          "banco-ieri",
          `UPDATE caso SET caso = jsonb_set(caso, '{dote,inviataAt}', to_jsonb(
             to_char(now() AT TIME ZONE 'UTC' - interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
           WHERE jsonb_typeof(caso->'dote') = 'object'`,
        );
      } finally {
        await database.close();
      }
    },
    close: async () => {
      await browser.close();
      await sorvegliante.ferma();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const RELOAD_MS = 250;

/** What another node says arrives by itself: reload until it does. */
export async function ricaricaFinché(
  page: Page,
  testo: string | RegExp,
  withinMs = 15_000,
): Promise<void> {
  const until = performance.now() + withinMs;
  while ((await page.getByText(testo).count()) === 0) {
    if (performance.now() > until)
      throw new Error(`Non compare «${testo}» su ${page.url()}:\n${await page.innerText("main")}`);
    await page.waitForTimeout(RELOAD_MS);
    await page.reload();
  }
}
