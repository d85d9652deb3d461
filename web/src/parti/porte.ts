import { ammette, type Soggetto } from "@staffetta/contracts";
import type { Voce } from "./guscio.ts";
import { type Html, html } from "./html.ts";

/** The first page of the Region: each door with what it is for, and only the doors that open. */
export const inizioRegione = (
  titolo: string,
  voci: readonly Voce[],
  porte: Readonly<Record<string, string>>,
  soggetto: Soggetto,
): Html => html`<h1>${titolo}</h1>
  <div class="griglia">${voci
    .filter((voce) => voce.href in porte && ammette(voce, soggetto))
    .map(
      ({ href, testo }) =>
        html`<section class="scheda"><h2><a href="${href}">${testo}</a></h2><p>${porte[href] ?? ""}</p></section>`,
    )}</div>`;
