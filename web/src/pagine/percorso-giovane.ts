import type { PercorsoGiovane, SchedaRegionale } from "@staffetta/contracts";
import { nascosto } from "../parti/campi.ts";
import { euro, giorno, type Html, html, istante, meseEsteso, NIENTE } from "../parti/html.ts";
import { coppie } from "../parti/tavola.ts";

/** Class, dote, notices and papers, in the words of the person they concern. */

const SIMULATA = html`<div class="avviso attento"><p><strong>Classe simulata, non ministeriale.</strong> Questo è un ambiente di prova: i pesi sono inventati e la classe non vale.</p></div>`;

const classe = ({ classe: una }: PercorsoGiovane): Html =>
  una === null
    ? NIENTE
    : html`<h3>Quanto aiuto ti spetta</h3>
      <p><strong>Classe ${una.classe} su 4.</strong> ${una.spiegazione}</p>
      ${una.simulata ? SIMULATA : NIENTE}
      <details><summary>Da quali dati viene la tua classe</summary>
        ${coppie(una.input.map(([nome, valore]) => [nome, valore] as const))}
        <p class="minuto">Metodo: ${una.metodo}. Vale dal ${giorno(una.validoDal)}.</p>
        <p>${una.contestare}</p></details>`;

const dote = ({ dote: una }: PercorsoGiovane): Html =>
  una === null
    ? NIENTE
    : html`<h3>La tua dote</h3><p>${una.parole}</p>
      <p class="minuto">Numero ${una.protocollo}, vale ${euro(una.valoreCents)}. Le attività iniziano entro il ${giorno(una.scadeOn)}.</p>`;

const preavviso = ({ preavviso: uno }: PercorsoGiovane): Html =>
  uno === null
    ? NIENTE
    : html`<div class="avviso male"><h3>${uno.tipo === "decadenza" ? "Potresti perdere la dote" : "L'operatore pensa di non poterti prendere in carico"}</h3>
      <p>Motivo: ${uno.motivo}. Prima che si decida puoi rispondere: scrivi o vai dal tuo operatore <strong>entro il ${giorno(uno.entro)}</strong>.</p></div>`;

const indennita = ({ indennita: mesi }: PercorsoGiovane): Html =>
  mesi.length === 0
    ? NIENTE
    : html`<h3>La tua indennità di tirocinio</h3><ul>${mesi.map(
        ({ mese, parole, importoCents }) =>
          html`<li><strong>${meseEsteso(mese)}</strong>${importoCents > 0 ? html`, ${euro(importoCents)}` : NIENTE}: ${parole}</li>`,
      )}</ul>`;

const documenti = ({ documenti: tutti }: PercorsoGiovane, gefo: string): Html =>
  tutti.length === 0
    ? NIENTE
    : html`<h3>I tuoi documenti</h3><ul>${tutti.map(
        ({ documentoId, titolo, at }) =>
          html`<li>${gefo === "" ? titolo : html`<a href="${gefo}/documenti/${documentoId}">${titolo} (PDF)</a>`}, ${istante(at)}</li>`,
      )}</ul>`;

/** One press to accept; the list is always there. */
const proposta = ({ proposta: uno }: PercorsoGiovane, adesioneId: string): Html =>
  uno === null
    ? NIENTE
    : html`<div class="avviso attento"><h3>La Regione ti propone un operatore</h3>
      <p>Il tuo operatore è stato fermato. Puoi andare da <strong>${uno.denominazione}</strong>, ${uno.indirizzo}, ${uno.comune}, telefono ${uno.telefono}; oppure ne scegli un altro.</p>
      <form method="post" action="/adesioni/${adesioneId}/operatore">${nascosto("operatoreId", uno.id)}
        <button class="bottone" type="submit">Scegli ${uno.denominazione}</button></form></div>`;

export const percorsoGiovane = (
  { percorso, adesioneId }: Pick<SchedaRegionale, "percorso" | "adesioneId">,
  gefo: string,
): Html =>
  percorso === null
    ? NIENTE
    : html`${proposta(percorso, adesioneId)}${preavviso(percorso)}${classe(percorso)}${dote(percorso)}${indennita(percorso)}${documenti(percorso, gefo)}`;
