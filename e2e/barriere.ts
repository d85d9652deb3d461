import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";

const LARGHEZZE = [320, 1440] as const;
const FOTO = process.env["STAFFETTA_FOTO"];

/** No violation of axe and nothing beyond the edge, on a telephone and on a wide screen. */
export async function check(
  page: Page,
  nome: string,
  larghezze: readonly number[] = LARGHEZZE,
): Promise<void> {
  for (const width of larghezze) {
    await page.setViewportSize({ width, height: 900 });
    // Our pages have no frames: a second page to gather what they say would only take time. What passes is
    // not described either.
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ["violations"], selectors: false })
      .setLegacyMode(true)
      .analyze();
    const said = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
    assert.deepEqual(said, [], `${nome} a ${width} px`);
    const overflow = await page.evaluate(
      "document.documentElement.scrollWidth - window.innerWidth",
    );
    assert.ok(
      (overflow as number) <= 0,
      `${nome} a ${width} px esce dallo schermo di ${overflow} px`,
    );
    if (FOTO !== undefined) {
      mkdirSync(FOTO, { recursive: true });
      await page.screenshot({ path: join(FOTO, `${nome}-${width}.png`), fullPage: true });
    }
  }
}

const copie = new WeakMap<Browser, Promise<Page>>();

/** axe needs script: the page where a person is, opened again with it, all that is folded open. */
export async function checkCopia(page: Page, nome: string): Promise<void> {
  const browser = page.context().browser();
  if (browser === null) throw new Error("Una pagina senza browser");
  const prima = copie.get(browser);
  const nuova =
    prima ??
    browser.newContext({ locale: "it-IT", bypassCSP: true }).then((context) => context.newPage());
  copie.set(browser, nuova);
  const copia = await nuova;
  await copia.context().clearCookies();
  await copia.context().addCookies(await page.context().cookies());
  await copia.goto(page.url());
  await copia.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
  await check(copia, nome);
}
