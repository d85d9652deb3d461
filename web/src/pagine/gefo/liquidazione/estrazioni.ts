import type { Estrazione } from "@staffetta/contracts";
import { nascosto } from "../../../parti/campi.ts";
import { type Html, html, istante, NIENTE, numero, plurale } from "../../../parti/html.ts";
import { coppie, tavola } from "../../../parti/tavola.ts";
import type { Sito, Vista } from "../sito.ts";
import { haUfficio } from "./parole.ts";

const LETTORI = ["addetto", "regione", "revisore"] as const;

/** The same draw from a terminal of anybody's. */
export const rifaiEstrazione = ({ seme, elenco, estratte }: Estrazione): string =>
  [
    `SEME=${seme}`,
    `for n in ${elenco.map(({ numero: uno }) => uno).join(" ")}; do`,
    `  printf '%s %s\\n' "$(printf '%s/%s' "$SEME" "$n" | sha256sum | cut -c1-64)" "$n"`,
    `done | LC_ALL=C sort | head -n ${estratte}`,
  ].join("\n");

const spiega = ({ regole: { quotaPercent, minimo, massimo }, domande, estratte }: Estrazione) =>
  html`<p>Si estrae il ${numero(quotaPercent)} % delle domande, arrotondato in su: almeno ${numero(minimo)} e al massimo ${numero(massimo)}. Qui ${plurale(domande, "domanda", "domande")}, ${plurale(estratte, "estratta", "estratte")}. Quota, minimo e massimo sono nelle <a href="/regole">regole dell'avviso</a>, ancora da verificare.</p>`;

const corpo = (una: Estrazione): Html => html`<p><a href="/estrazioni">Estrazioni</a></p>
  <h1>Estrazione ${una.numero}</h1>
  <section class="scheda">${coppie([
    ["Fatta", `${istante(una.at)}, da ${una.chi}`],
    ["Seme", html`<code>${una.seme}</code>`],
  ])}</section>
  <h2>Come è stata fatta</h2>${spiega(una)}
  <p>Per ogni domanda si calcola l'impronta SHA-256 di «seme/numero della domanda»; si mettono in ordine le impronte e si prendono le prime. Il seme nasce nel momento dell'estrazione e nessuno lo sceglie; una domanda entra in una estrazione sola.</p>
  <h2>Rifalla tu</h2>
  <p>Con un terminale, copiando queste righe, escono le domande estratte:</p>
  <pre tabindex="0" role="region" aria-label="Righe da copiare"><code>${rifaiEstrazione(una)}</code></pre>
  ${tavola(
    "Le domande, nell'ordine dell'estrazione",
    ["Domanda", "Impronta", "Esito"],
    una.elenco.map(({ numero: uno, impronta, estratta }) => [
      ...[uno, html`<code>${impronta}</code>`],
      estratta ? html`<strong>estratta</strong>` : "non estratta",
    ]),
    "Nessuna domanda.",
  )}`;

/** The samples: drawn by who controls, published for everybody. */
export function pagineEstrazioni(sito: Sito): void {
  const vista: Vista = async ({ nodo, soggetto }) => {
    const lette = await nodo.estrazioni({});
    if (!lette.ok) return lette.problema;
    const { righe, inAttesa } = lette.valore;
    const estrae = haUfficio(soggetto, "controllo") && inAttesa > 0;
    return {
      titolo: "Estrazioni",
      corpo: html`<h1>Estrazioni dei controlli sul posto</h1>
        <p>Ogni domanda approvata entra in un'estrazione. Il seme è pubblicato: chiunque può rifarla e trovare le stesse domande.</p>
        <p>${plurale(inAttesa, "domanda approvata aspetta", "domande approvate aspettano")} l'estrazione.</p>
        ${
          estrae
            ? html`<form method="post" action="/estrazioni">${nascosto("chiave", sito.porta.nuovaChiave())}
              <button class="bottone" type="submit">Estrai il campione</button></form>`
            : NIENTE
        }
        ${tavola(
          "Estrazioni fatte",
          [
            ...["Estrazione", "Quando", "Da chi"],
            { testo: "Domande", numero: true },
            { testo: "Estratte", numero: true },
          ],
          righe.map((una) => [
            html`<a href="/estrazioni/${una.estrazioneId}">${una.numero}</a>`,
            ...[istante(una.at), una.chi, numero(una.domande), numero(una.estratte)],
          ]),
          "Ancora nessuna.",
        )}`,
    };
  };
  sito.mostra("/estrazioni", LETTORI, vista);
  sito.invia(
    "/estrazioni",
    ["regione"],
    async ({ nodo }, { chiave }) => {
      const esito = await nodo.estraiCampione({ chiave });
      if (!esito.ok) return esito;
      const { estrazioneId, numero: quale, estratte } = esito.valore;
      const avviso = `Estrazione ${quale} fatta: ${plurale(estratte, "domanda", "domande")} da controllare.`;
      return { ok: true, valore: { vai: `/estrazioni/${estrazioneId}`, avviso } };
    },
    vista,
  );
  sito.mostra("/estrazioni/:id", LETTORI, async ({ c, nodo }) => {
    const letta = await nodo.estrazione({ estrazioneId: c.req.param("id") });
    if (!letta.ok) return letta.problema;
    return { titolo: `Estrazione ${letta.valore.numero}`, corpo: corpo(letta.valore) };
  });
}
