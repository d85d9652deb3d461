import { html, istante } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import type { Sito } from "./sito.ts";

/** Who has read the record of the giovane at the operatore's and at the Region's desk; Borsa Lavoro leads here. */
export function pagineMieLetture(sito: Sito): void {
  sito.mostra("/letture", ["giovane"], async ({ nodo }) => {
    const lette = await nodo.mieLetture({});
    if (!lette.ok) return lette.problema;
    return {
      titolo: "Chi ha letto i miei dati",
      corpo: html`<h1>Chi ha letto i miei dati</h1>
        <p>Qui trovi chi ha aperto le tue informazioni su Gefo: il tuo operatore, la Regione, chi controlla. Se qualcosa non ti torna scrivi alla Regione: deve risponderti.</p>
        ${tavola(
          "Le ultime letture, dalla più recente",
          ["Quando", "Chi", "Per chi lavora", "Che cosa ha letto"],
          lette.valore.letture.map(({ at, chi, ente, cosa }) => [
            ...[istante(at), chi, ente ?? "—", cosa ?? "la tua scheda"],
          ]),
          "Finora nessuno ha letto i tuoi dati qui.",
        )}`,
    };
  });
}
