import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

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
    // Our pages have no frames: a second page to gather what they say would only take time.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
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
