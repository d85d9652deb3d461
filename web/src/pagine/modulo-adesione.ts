import type { Soggetto } from "@staffetta/contracts";
import { type Compilato, spunta, testo } from "../parti/campi.ts";
import { giorno, type Html, html } from "../parti/html.ts";
import { coppie } from "../parti/tavola.ts";

/** Who you are comes from the identity provider; only what it does not know is asked. */
export function identita(soggetto: Soggetto): Html {
  if (soggetto.ruolo !== "giovane") return html``;
  const { nome, cognome, codiceFiscale, dataNascita } = soggetto.identita;
  return html`<section class="scheda"><h2>Chi sei</h2>
    ${coppie([
      ["Nome e cognome", `${nome} ${cognome}`],
      ["Nato o nata il", giorno(dataNascita)],
      ["Codice fiscale", codiceFiscale],
    ])}
    <p class="sommesso">Questi dati arrivano dal tuo accesso: non serve scriverli.</p></section>`;
}

export const recapiti = (compilato: Compilato): Html => html`
  ${testo(compilato, {
    ...{ nome: "recapiti.email", etichetta: "La tua e-mail", tipo: "email", autocompleta: "email" },
    aiuto: "Per avvisarti quando qualcosa cambia.",
  })}
  ${testo(compilato, {
    ...{
      nome: "recapiti.telefono",
      etichetta: "Il tuo telefono",
      tipo: "tel",
      autocompleta: "tel",
    },
    aiuto: "L'operatore ti chiamerà a questo numero.",
  })}`;

export const informativa = (compilato: Compilato): Html => html`
  <details><summary>Come usiamo i tuoi dati</summary>
    <p>I tuoi dati servono solo per Garanzia Giovani. Passano alla Regione, all'operatore che scegli e al
    Ministero: a ciascuno arriva solo quello che gli serve. Nella tua pagina vedi chi ha aperto la tua scheda, quando e perché.</p>
  </details>
  ${spunta(compilato, {
    ...{ nome: "informativaLetta", etichetta: "Ho letto come vengono usati i miei dati" },
  })}`;
