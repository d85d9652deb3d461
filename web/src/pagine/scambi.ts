import type { operazioniScambi, Ruolo, ScambioInElenco } from "@staffetta/contracts";
import { type Html, html, istante, NIENTE, numero } from "../parti/html.ts";
import { coppie, paginaDopo, tavola } from "../parti/tavola.ts";
import type { SitoDiNodo } from "../sito.ts";

type Ops = ReturnType<typeof operazioniScambi>;

const versoDi = ({ verso, controparte }: ScambioInElenco): string => {
  const chi = controparte === "" ? "chi non ha un nome" : controparte;
  return verso === "entrata" ? `ricevuto da ${chi}` : `mandato a ${chi}`;
};
const esitoDi = ({ esito, codici }: ScambioInElenco): Html =>
  html`<span class="stato ${esito === "OK" ? "va" : "male"}">${esito}</span> ${codici.join(", ")}`;

/** The form that asks why: the exchange names a person, and who it concerns can see who has read it. */
const apri = ({ id, operazione }: ScambioInElenco): Html =>
  html`<a href="/scambi/scambio?id=${id}">Apri ${operazione === "" ? "lo scambio" : operazione}</a>`;

const elenco = (righe: readonly ScambioInElenco[]): Html =>
  tavola(
    "Scambi, dal più recente",
    [
      "Quando",
      "Operazione",
      "Regione",
      "Con chi",
      "Esito",
      { testo: "Byte", numero: true },
      "Contenuto",
    ],
    righe.map((uno) => [
      ...[
        istante(uno.at),
        uno.operazione === "" ? "non riconosciuta" : uno.operazione,
        uno.regione,
      ],
      ...[versoDi(uno), esitoDi(uno), numero(uno.richiestaBytes), apri(uno)],
    ]),
    "Ancora nessuno scambio.",
  );

const scelta = (nome: string, etichetta: string, scelto: string, valori: readonly string[]): Html =>
  html`<div class="campo"><label for="${nome}">${etichetta}</label><select id="${nome}" name="${nome}">
    <option value="">tutti</option>${valori.map(
      (uno) =>
        html`<option value="${uno}" ${uno === scelto ? html`selected` : NIENTE}>${uno}</option>`,
    )}</select></div>`;

const chiedeScopo = (id: string): Html =>
  html`<form method="get" action="/scambi/scambio" class="scheda">
    <input type="hidden" name="id" value="${id}">
    <div class="campo"><label for="scopo">Perché lo apri?</label>
      <p id="scopo-aiuto" class="minuto">Lo scambio parla di una persona: la lettura resta scritta con il tuo nome e questo motivo.</p>
      <input id="scopo" name="scopo" required minlength="3" maxlength="120" aria-describedby="scopo-aiuto"></div>
    <button class="bottone" type="submit">Apri lo scambio</button></form>`;

const contenuto = (
  titolo: string,
  { impaginata, grezza }: Readonly<{ impaginata: string; grezza: string }>,
): Html =>
  html`<section class="scheda"><h2>${titolo}</h2>
    <pre class="minuto" tabindex="0" role="region" aria-label="${titolo}, leggibile">${impaginata}</pre>
    <details><summary>I byte come sono passati</summary><pre class="minuto" tabindex="0" role="region" aria-label="${titolo}, byte">${grezza}</pre></details></section>`;

/** The national SOAP exchanges, for the role that answers for them. */
export function pagineScambi<O extends Ops>(sito: SitoDiNodo<O>, ruolo: Ruolo): void {
  const same = sito as unknown as SitoDiNodo<Ops>;
  same.mostra("/scambi", [ruolo], async ({ c, nodo }) => {
    const { operazione = "", esito = "", verso = "", dopo = "" } = c.req.query();
    const letto = await nodo.scambi({ operazione, esito, verso, dopo });
    if (!letto.ok) return letto.problema;
    const base = `/scambi?operazione=${encodeURIComponent(operazione)}&esito=${encodeURIComponent(esito)}&verso=${verso}`;
    return {
      titolo: "Scambi SOAP",
      corpo: html`<h1>Scambi SOAP</h1>
        <p>Ogni messaggio dei servizi nazionali, con la sua risposta, conservato com'è passato. <a href="/flussi">Torna ai flussi</a>.</p>
        <form method="get" action="/scambi" class="filtri">
          ${scelta("esito", "Esito", esito, ["OK", "KO", "X001", "FAULT"])}
          ${scelta("verso", "Verso", verso, ["entrata", "uscita"])}
          <button class="bottone piano" type="submit">Filtra</button></form>
        ${elenco(letto.valore.righe)}${paginaDopo(base, letto.valore.dopo)}`,
    };
  });
  same.mostra("/scambi/scambio", [ruolo], async ({ c, nodo }) => {
    const { id = "", scopo = "" } = c.req.query();
    if (scopo.trim() === "")
      return {
        titolo: "Apri uno scambio",
        corpo: html`<h1>Apri uno scambio</h1>${chiedeScopo(id)}`,
      };
    const letto = await nodo.apriScambio({ id, scopo });
    if (!letto.ok) return letto.problema;
    const { scambio, richiesta, risposta, letture } = letto.valore;
    return {
      titolo: "Scambio SOAP",
      corpo: html`<h1>${scambio.operazione === "" ? "Scambio non riconosciuto" : scambio.operazione}</h1>
        ${coppie([
          ["Quando", istante(scambio.at)],
          ["Verso", versoDi(scambio)],
          ["Esito", html`${esitoDi(scambio)}, HTTP ${scambio.stato}`],
          ["Durata", `${numero(scambio.durataMs)} millisecondi`],
        ])}
        ${contenuto("Richiesta", richiesta)}${contenuto("Risposta", risposta)}
        ${tavola(
          "Chi lo ha letto",
          ["Quando", "Chi", "Perché"],
          letture.map((una) => [istante(una.at), una.chi, una.scopo]),
          "Nessuno.",
        )}
        <p><a href="/scambi">Torna agli scambi</a></p>`,
    };
  });
}
