import { html, numero } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import type { Sito } from "./sito.ts";

/** The accredited operatori. */
export function pagineOperatori(sito: Sito): void {
  sito.mostra("/operatori", ["regione", "addetto"], async ({ nodo }) => {
    const letti = await nodo.operatori({});
    if (!letti.ok) return letti.problema;
    return {
      titolo: "Operatori",
      corpo: html`<h1>Operatori accreditati</h1>${tavola(
        "Operatori",
        ["Operatore", "Comune", { testo: "Casi aperti", numero: true }],
        letti.valore.operatori.map((uno) => [
          uno.denominazione,
          uno.comune,
          numero(uno.casiAperti),
        ]),
        "Nessun operatore.",
      )}`,
    };
  });
}
