import type { SchedaAdesione } from "@staffetta/contracts";
import { nomeRegione } from "@staffetta/domain";
import { giorno, type Html, html, istante, NIENTE } from "../parti/html.ts";
import { statoAdesione } from "../parti/stato.ts";

const attesa = ({ attesa }: SchedaAdesione): Html =>
  attesa === null
    ? NIENTE
    : html`<div class="avviso ${attesa.oltreTermine ? "male" : ""}">
        <h3>Che cosa succede adesso</h3>
        <p><strong>${attesa.cosa}.</strong> Tocca a: ${attesa.chi.toLowerCase()}.
        ${
          attesa.entro === null
            ? NIENTE
            : attesa.oltreTermine
              ? html`Doveva succedere entro il ${giorno(attesa.entro)}: il termine è passato. Puoi scrivere alla Regione.`
              : html`Entro il ${giorno(attesa.entro)}.`
        }</p></div>`;

const operatore = ({ operatore }: SchedaAdesione): Html =>
  operatore === null
    ? html`<p>Non hai ancora scelto l'operatore.</p>`
    : html`<p><strong>${operatore.denominazione}</strong><br>${operatore.indirizzo}, ${operatore.comune}<br>
        Telefono <a href="tel:${operatore.telefono.replaceAll(" ", "")}">${operatore.telefono}</a></p>`;

export const linea = (passi: SchedaAdesione["passi"]): Html =>
  html`<ol class="linee">${passi.map(
    ({ at, titolo, testo }) =>
      html`<li><time datetime="${at}">${istante(at)}</time><strong>${titolo}</strong>${testo}</li>`,
  )}</ol>`;

const ANNULLAMENTO: Readonly<Record<SchedaAdesione["annullamento"], Html>> = {
  nessuno: NIENTE,
  chiesto: html`<div class="avviso attento"><p>Hai chiesto di annullare. La Regione sta rispondendo: di solito basta qualche secondo, ricarica la pagina.</p></div>`,
  rifiutato: html`<div class="avviso male"><p>La Regione non ha potuto annullare: l'operatore ti aveva già preso in carico.</p></div>`,
};

/** An adesione as its giovane sees it, on either portal. `porte` are the actions of this portal. */
export const schedaGiovane = (scheda: SchedaAdesione, porte: Html): Html => html`
  <article class="scheda">
    <h2>Adesione del ${giorno(scheda.dataAdesione)} – ${nomeRegione(scheda.regione)}</h2>
    <p>${statoAdesione(scheda.stato, scheda.inConferma)}</p>
    ${ANNULLAMENTO[scheda.annullamento]}
    ${attesa(scheda)}
    <h3>Il tuo operatore</h3>
    ${operatore(scheda)}
    ${porte}
    <h3>Che cosa è successo finora</h3>
    ${linea(scheda.passi)}
  </article>`;

/** An action, or in its place the reason why it is closed. */
export const portaOMotivo = (
  azione: Readonly<{ ammessa: boolean; perche: string | null }>,
  porta: Html,
): Html => (azione.ammessa ? porta : html`<p class="sommesso minuto">${azione.perche ?? ""}</p>`);
