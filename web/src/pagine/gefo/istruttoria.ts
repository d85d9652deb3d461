import { giorno, type Html, html } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import type { Sito, Vista } from "./sito.ts";

type Riga = Readonly<{
  adesioneId: string;
  persona: string;
  operatore: string;
  protocollo: string;
  dal: string;
  dettaglio: string;
  decidibile: boolean;
}>;

const elenco = (titolo: string, quando: string, righe: readonly Riga[], vuota: string): Html =>
  tavola(
    titolo,
    ["Persona", quando, "Operatore", "Dote", "Che cosa c'è"],
    righe.map((riga) => [
      html`<a href="/casi/${riga.adesioneId}/fascicolo">${riga.persona}</a>`,
      giorno(riga.dal),
      riga.operatore,
      riga.protocollo || "—",
      riga.dettaglio,
    ]),
    vuota,
  );

/** They are answered on the page of their operatore. */
const fermatiDi = (righe: readonly (Riga & Readonly<{ operatoreId: string }>)[]): Html =>
  tavola(
    "Giovani di operatori fermati",
    ["Persona", "Operatore", "Che cosa fare"],
    righe.map(({ persona, operatore, operatoreId, dettaglio }) => [
      ...[persona, html`<a href="/operatori/${operatoreId}">${operatore}</a>`, dettaglio],
    ]),
    "Nessuno aspetta un operatore fermato.",
  );

/** The Region's desk: what waits for a decision, oldest first. */
export function pagineIstruttoria(sito: Sito): void {
  const vista: Vista = async ({ nodo }) => {
    const letta = await nodo.istruttoria({});
    if (!letta.ok) return letta.problema;
    const { verifiche, decadenze, classi, cambi, fermati, nonConvocati } = letta.valore;
    return {
      titolo: "Istruttoria",
      corpo: html`<h1>Istruttoria</h1>
        <p>Che cosa aspetta una decisione, dal più vecchio. Si decide nel fascicolo.</p>
        ${elenco("Giovani che nessuno ha convocato in tempo", "Termine dell'avviso", nonConvocati, "Tutti convocati in tempo.")}
        ${elenco("Doti in verifica", "Inviata il", verifiche, "Nessuna dote in verifica.")}
        ${elenco("Decadenze", "Risposta entro", decadenze, "Nessuna decadenza da decidere.")}
        ${elenco("Classi da confermare", "Proposta il", classi, "Nessuna classe da confermare.")}
        ${fermatiDi(fermati)}
        ${elenco("Cambi di operatore", "Rinuncia del", cambi, "Nessuno aspetta un altro operatore.")}`,
    };
  };
  sito.mostra("/istruttoria", ["regione", "revisore"], vista);
}
