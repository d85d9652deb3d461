import type { Page } from "playwright-core";

/** What Tab cannot reach, and what it reaches without showing that it did. */
export interface GiroDiTab {
  readonly maiRaggiunti: readonly string[];
  readonly senzaFuoco: readonly string[];
}

/** Marks what must be reached; after each Tab writes down where it has arrived, and whether that can be seen. */
const PREPARA = `(() => {
  for (const uno of document.querySelectorAll("details")) uno.open = true;
  const gruppi = new Set();
  const attesi = [];
  for (const uno of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (uno.type === "hidden" || uno.disabled || uno.getClientRects().length === 0) continue;
    if (uno.type === "radio") {
      if (gruppi.has(uno.name)) continue;
      gruppi.add(uno.name);
    }
    uno.dataset.tab = String(attesi.length);
    attesi.push((uno.labels?.[0] ?? uno).innerText?.trim() || uno.name || uno.outerHTML.slice(0, 80));
  }
  window.giro = { visti: {}, finito: false };
  document.addEventListener("keyup", () => {
    const qui = document.activeElement;
    if (qui === null || qui === document.body || window.giro.finito) {
      window.giro.finito = true;
      return;
    }
    const stile = getComputedStyle(qui);
    const contorno = stile.outlineStyle !== "none" && parseFloat(stile.outlineWidth) >= 2;
    const { top, bottom, left, right } = qui.getBoundingClientRect();
    const dentro = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const quale = qui.dataset.tab ?? "altro";
    window.giro.visti[quale] = window.giro.visti[quale] || (contorno && dentro);
  });
  document.activeElement?.blur();
  window.scrollTo(0, 0);
  return attesi;
})()`;

/** Parts of a date field are one stop more each. */
const PASSI_PER_CAMPO = 4;
const INSIEME = 20;

interface Visto {
  readonly visti: Readonly<Record<string, boolean>>;
  readonly finito: boolean;
}

/** The whole page with Tab alone, every disclosure open. */
export async function giraConTab(page: Page): Promise<GiroDiTab> {
  const attesi = (await page.evaluate(PREPARA)) as string[];
  const passi = attesi.length * PASSI_PER_CAMPO + INSIEME;
  let visto: Visto = { visti: {}, finito: false };
  for (let i = 0; i < passi && !visto.finito; i += INSIEME) {
    for (let j = 0; j < INSIEME; j++) await page.keyboard.press("Tab");
    visto = (await page.evaluate("window.giro")) as Visto;
  }
  const nomi = attesi.map((nome, i) => ({ nome, visto: visto.visti[String(i)] }));
  return {
    maiRaggiunti: nomi.filter((uno) => uno.visto === undefined).map(({ nome }) => nome),
    senzaFuoco: nomi.filter((uno) => uno.visto === false).map(({ nome }) => nome),
  };
}

const TAB_MAX = 80;
const FUOCO = `(() => {
  const here = document.activeElement;
  const label = here?.getAttribute("aria-label") ?? here?.labels?.[0]?.innerText;
  return (label ?? here?.innerText ?? "").trim().replaceAll(/\\s+/g, " ");
})()`;

/** Tab until the wanted thing has the focus: what cannot be reached so is not there for everybody. */
export async function fino(page: Page, nome: string | RegExp): Promise<void> {
  const is = (text: string): boolean =>
    typeof nome === "string" ? text === nome : nome.test(text);
  for (let i = 0; i < TAB_MAX; i++) {
    await page.keyboard.press("Tab");
    if (is(String(await page.evaluate(FUOCO)))) return;
  }
  throw new Error(`Con il tasto Tab non si arriva a «${nome}» in ${page.url()}`);
}
