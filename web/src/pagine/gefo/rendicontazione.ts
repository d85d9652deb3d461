import { centsDi } from "@staffetta/contracts";
import { MISURE } from "@staffetta/domain";
import { type Compilato, nascosto } from "../../parti/campi.ts";
import { euro, type Html, html, istante, numero, plurale } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import type { Sito, Vista } from "./sito.ts";

const verifica = (
  sito: Sito,
  compilato: Compilato,
  { servizioId, operatore }: Readonly<{ servizioId: string; operatore: string }>,
): Html => {
  const mine = compilato.valori["servizioId"] === servizioId ? compilato.valori : {};
  return html`<form method="post" action="/rendicontazioni" novalidate>
    ${nascosto("servizioId", servizioId)}${nascosto("chiave", sito.porta.nuovaChiave())}
    <div class="campo"><label for="taglio-${servizioId}">Taglio in euro</label>
      <input id="taglio-${servizioId}" name="taglioEuro" inputmode="decimal" value="${mine["taglioEuro"] ?? "0"}"></div>
    <div class="campo"><label for="motivo-${servizioId}">Motivo del taglio</label>
      <input id="motivo-${servizioId}" name="motivoTaglio" value="${mine["motivoTaglio"] ?? ""}"></div>
    <button class="bottone" type="submit">Ammetti<span class="visually-hidden"> la rendicontazione di ${operatore}</span></button></form>`;
};

/** What waits for the verification of the Region. */
export function pagineRendicontazione(sito: Sito): void {
  const rendicontazioni: Vista = async ({ nodo }, compilato) => {
    const lette = await nodo.rendicontazioni({});
    if (!lette.ok) return lette.problema;
    const { righe } = lette.valore;
    return {
      titolo: "Rendicontazioni",
      corpo: html`<h1>Rendicontazioni da verificare</h1>
        <p>${plurale(righe.length, "rendicontazione aspetta", "rendicontazioni aspettano")}; la prima è la più vecchia. Un operatore pagato tardi è un servizio in meno.</p>
        ${tavola(
          "Da verificare",
          [
            "Operatore",
            "Misura",
            "Presentata",
            { testo: "Attesa in giorni", numero: true },
            { testo: "Ore", numero: true },
            { testo: "Chiesto", numero: true },
            "Verifica",
          ],
          righe.map((riga) => [
            ...[riga.operatore, MISURE[riga.misura].etichetta, istante(riga.presentataAt)],
            ...[String(riga.attesaDays), numero(riga.oreErogate), euro(riga.richiestoCents)],
            verifica(sito, compilato, riga),
          ]),
          "Niente da verificare.",
        )}`,
    };
  };
  sito.mostra("/rendicontazioni", ["regione"], rendicontazioni);
  sito.invia(
    "/rendicontazioni",
    ["regione"],
    async ({ nodo }, { taglioEuro, ...input }) => {
      const esito = await nodo.verificaRendicontazione({
        ...input,
        taglioCents: centsDi(taglioEuro),
      });
      const avviso = "Rendicontazione verificata.";
      return esito.ok ? { ok: true, valore: { vai: "/rendicontazioni", avviso } } : esito;
    },
    rendicontazioni,
  );
}
