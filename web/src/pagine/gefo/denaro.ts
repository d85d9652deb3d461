import { euro, type Html, html, numero } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import type { Sito } from "./sito.ts";

/** The money of the notice. */
export function pagineDenaro(sito: Sito): void {
  sito.mostra("/bilancio", ["regione"], async ({ nodo }) => {
    const letto = await nodo.bilancio({});
    if (!letto.ok) return letto.problema;
    const {
      assegnatoCents,
      prenotatoCents,
      impegnatoCents,
      ammessoCents,
      disponibileCents,
      perOperatore,
    } = letto.valore;
    const voce = (titolo: string, cents: number, testo: string): Html =>
      html`<section class="scheda"><h2>${titolo}</h2><span class="cifra">${euro(cents)}</span><p class="unita">${testo}</p></section>`;
    return {
      titolo: "Bilancio",
      corpo: html`<h1>Il denaro dell'avviso</h1>
        <div class="griglia">
          ${voce("Assegnato", assegnatoCents, "quanto il programma ha dato")}
          ${voce("Disponibile", disponibileCents, "si può ancora promettere")}
          ${voce("Prenotato", prenotatoCents, "doti inviate, non ancora confermate")}
          ${voce("Impegnato", impegnatoCents, "doti confermate, da verificare")}
          ${voce("Ammesso", ammessoCents, "verificato")}</div>
        ${tavola(
          "Per operatore",
          [
            "Operatore",
            { testo: "Doti", numero: true },
            { testo: "Impegnato", numero: true },
            { testo: "Ammesso", numero: true },
          ],
          perOperatore.map((una) => [
            una.operatore,
            numero(una.doti),
            euro(una.impegnatoCents),
            euro(una.ammessoCents),
          ]),
          "Ancora nessuna dote.",
        )}`,
    };
  });
}
