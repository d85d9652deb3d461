import type { OperazioniGefo } from "@staffetta/contracts";
import { ESITI_POLITICA, MOTIVI_CHIUSURA } from "@staffetta/domain";
import type { z } from "zod";
import { nascosto, scelta, testo, VUOTO } from "../../../parti/campi.ts";
import { giorno, type Html, html, NIENTE, numero, plurale } from "../../../parti/html.ts";
import { paginaDopo, tavola } from "../../../parti/tavola.ts";
import type { Sito, Vista } from "../sito.ts";
import { opzioni } from "./filtro.ts";
import type { AzioneInsieme } from "./pagine.ts";

type Letti = z.output<OperazioniGefo["percorsiDaChiudere"]["uscita"]>;

/** How a path is closed from a list: the same fields for the operatore and for the Region. */
export const campiChiusura = (): Html => html`<div class="inriga">
  ${scelta(VUOTO, { nome: "esitoChiusura", etichetta: "Chiudi il percorso: com'è finito", vuota: "Scegli", aiuto: "La Regione lascia libero il giovane. Ciò che è stato fatto si rendiconta come sempre." }, opzioni(ESITI_POLITICA))}
  ${testo(VUOTO, { nome: "dataFine", etichetta: "Finito il", tipo: "date", facoltativo: true, aiuto: "Se non lo scrivi vale l'ultimo giorno della dote, o oggi." })}
  <button class="bottone piano" type="submit" name="azione" value="chiudi">Chiudi i percorsi</button></div>`;

const chiudi: AzioneInsieme = (nodo, insieme, { esitoChiusura: esito, dataFine = "" }) =>
  nodo.chiudiPercorsi({ ...insieme, esito, dataFine });

export const AZIONE_CHIUDI: Readonly<Record<string, AzioneInsieme>> = { chiudi };

const tabella = ({ righe }: Letti, spunte: boolean): Html =>
  tavola(
    "Percorsi da chiudere, dal più urgente",
    ["Persona", "Operatore", "Perché", "Dal", "Entro"],
    righe.map((riga, i) => [
      html`<span class="spunta">${
        spunte
          ? html`<input type="checkbox" name="adesioni.${i}" value="${riga.adesioneId}" id="scelta-${i}">
        <label for="scelta-${i}"><span class="visually-hidden">Scegli ${riga.persona}</span></label>`
          : NIENTE
      } <a href="/casi/${riga.adesioneId}/fascicolo">${riga.persona}</a></span>`,
      ...[riga.operatore, MOTIVI_CHIUSURA[riga.motivo], giorno(riga.dal)],
      html`${giorno(riga.entro)}${riga.oltreTermine ? html` <span class="stato male">oltre il termine</span>` : NIENTE}`,
    ]),
    "Nessun percorso da chiudere.",
  );

/** The Region sees the paths that nobody closes, of every operatore, and its desk may close them. */
export function pagineChiusura(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }) => {
    const operatoreId = c.req.query("operatore") ?? "";
    const letti = await nodo.percorsiDaChiudere({ operatoreId, dopo: c.req.query("dopo") ?? "" });
    if (!letti.ok) return letti.problema;
    const { valore } = letti;
    const base = operatoreId === "" ? "/da-chiudere" : `/da-chiudere?operatore=${operatoreId}`;
    const puo = soggetto.ruolo === "regione" && soggetto.funzione === "istruttoria";
    return {
      titolo: "Da chiudere",
      corpo: html`<h1>Percorsi da chiudere</h1>
        <p>Giovani in carico a cui nessuno lavora più: finché il percorso resta aperto nessun altro li può seguire.</p>
        ${operatoreId === "" ? NIENTE : html`<p><a href="/da-chiudere">Di tutti gli operatori</a></p>`}
        ${
          puo && valore.righe.length > 0
            ? html`<form method="post" action="/da-chiudere" novalidate>
          ${nascosto("chiave", sito.porta.nuovaChiave())}${tabella(valore, true)}
          <fieldset class="insieme"><legend>Con le persone scelte</legend>${campiChiusura()}</fieldset></form>`
            : tabella(valore, false)
        }
        ${paginaDopo(base, valore.dopo)}`,
    };
  };
  sito.mostra("/da-chiudere", ["regione", "revisore"], vista);
  sito.invia(
    "/da-chiudere",
    ["regione"],
    async ({ nodo }, input) => {
      const scelte = Array.isArray(input["adesioni"]) ? input["adesioni"] : [];
      const adesioni = scelte.filter((una) => una !== undefined);
      const esito = await chiudi(nodo, { chiave: input["chiave"], adesioni }, input);
      if (!esito.ok) return esito;
      const { fatti, righe } = (esito as unknown as { valore: Esiti }).valore;
      const no = righe.filter(({ fatto }) => !fatto);
      const perche = no.map(({ persona, detto }) => ` ${persona}: ${detto}`).join("");
      const avviso = `${plurale(fatti, "percorso chiuso", "percorsi chiusi")} su ${numero(righe.length)}.${perche}`;
      return { ok: true, valore: { vai: "/da-chiudere", avviso } };
    },
    vista,
  );
}

type Esiti = z.output<OperazioniGefo["chiudiPercorsi"]["uscita"]>;
