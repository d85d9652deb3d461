import { type OperazioniGefo, VISTE_LAVORO, type VistaLavoro } from "@staffetta/contracts";
import { MOTIVI_CHIUSURA, SEGNI_CODA } from "@staffetta/domain";
import type { z } from "zod";
import { nascosto, scelta, VUOTO } from "../../../parti/campi.ts";
import { giorno, type Html, html, NIENTE, ora } from "../../../parti/html.ts";
import { tavola } from "../../../parti/tavola.ts";
import { opzioni } from "./filtro.ts";

export type Letta = z.output<OperazioniGefo["lavoro"]["uscita"]>;
type Riga = Letta["righe"][number];

const segni = (riga: Riga): Html => html`
  ${riga.minore ? html`<span class="stato aspetta">minorenne</span>` : NIENTE}
  ${riga.segno === null ? NIENTE : html`<span class="stato">${SEGNI_CODA[riga.segno]}</span>`}
  ${riga.inMano === null ? NIENTE : html`<span class="stato aspetta">in mano a ${riga.inMano.chi} fino alle ${ora(riga.inMano.fino)}</span>`}`;

const entro = (riga: Riga): Html | string =>
  riga.entro === null
    ? "—"
    : html`${giorno(riga.entro)}${riga.oltreTermine ? html` <span class="stato male">oltre il termine</span>` : NIENTE}`;

const persona = (riga: Riga, i: number): Html => html`<span class="spunta">
  <input type="checkbox" name="adesioni.${i}" value="${riga.adesioneId}" id="scelta-${i}">
  <label for="scelta-${i}"><span class="visually-hidden">Scegli ${riga.cognome} ${riga.nome}</span></label>
  <a href="/casi/${riga.adesioneId}">${riga.cognome} ${riga.nome}</a></span>${segni(riga)}`;

/** What is to be done: the next step, or the closing that nobody does. */
const daFare = ({ daChiudere, vista }: Riga): Html | string =>
  daChiudere === null
    ? VISTE_LAVORO[vista as VistaLavoro]
    : html`Da chiudere entro il ${giorno(daChiudere.entro)}: ${MOTIVI_CHIUSURA[daChiudere.motivo]}${daChiudere.oltreTermine ? html` <span class="stato male">oltre il termine</span>` : NIENTE}`;

const NESSUN_NOME =
  "Nessuno si chiama così. Scrivi l'inizio del cognome, con sole lettere; per vedere tutti, lascia vuoto e cerca.";

const tabella = ({ righe }: Letta, nome: string): Html =>
  tavola(
    "Casi, dal più urgente",
    [
      "Persona",
      "Da fare",
      "Termine dell'avviso",
      "Ultimo contatto",
      "Chi lo segue",
      "Adesione del",
    ],
    righe.map((riga, i) => [
      ...[persona(riga, i), daFare(riga), entro(riga)],
      ...[riga.ultimoContatto ?? "mai contattato", riga.assegnatario ?? "nessuno"],
      giorno(riga.dataAdesione),
    ]),
    nome === ""
      ? "Nessun caso qui. Quando un giovane ti sceglie compare in questa lista."
      : NESSUN_NOME,
  );

interface Insieme {
  readonly chiave: string;
  readonly torna: string;
  readonly colleghi: Letta["colleghi"];
  /** Searched for; empty when everybody is shown. */
  readonly nome: string;
  readonly altre: Html;
}

const bottone = (azione: string, testo: string): Html =>
  html`<button class="bottone piano" type="submit" name="azione" value="${azione}">${testo}</button>`;

const azioni = ({ colleghi: loro, altre }: Insieme): Html => {
  const colleghi = loro.map(({ id, nome }) => ({ valore: id, testo: nome }));
  return html`<fieldset class="insieme">
  <legend>Con le persone scelte</legend>
  <div class="inriga">
    ${scelta(VUOTO, { nome: "collega", etichetta: "Affida a", aiuto: "Compare chi è entrato in Gefo almeno una volta.", vuota: "Nessuno" }, colleghi)}
    ${bottone("assegna", "Affida")}</div>
  <div class="inriga">
    ${scelta(VUOTO, { nome: "segno", etichetta: "Segna come", vuota: "Nessun segno" }, opzioni(SEGNI_CODA))}
    ${bottone("segna", "Segna")}</div>
  ${altre}</fieldset>`;
};

/** The list and what is done to the chosen: one form, hence it works without script. */
export const listaConAzioni = (letta: Letta, insieme: Insieme): Html =>
  letta.righe.length === 0
    ? tabella(letta, insieme.nome)
    : html`<form method="post" action="/lavoro/insieme" data-lista novalidate>
      ${nascosto("chiave", insieme.chiave)}${nascosto("torna", insieme.torna)}
      <p class="sommesso" data-tasti hidden>Tasti: <kbd>j</kbd> e <kbd>k</kbd> scorrono, <kbd>x</kbd> sceglie, <kbd>Invio</kbd> apre, <kbd>/</kbd> cerca.
        <button class="bottone piano" type="button" data-tutti hidden>Scegli tutti</button></p>
      ${tabella(letta, insieme.nome)}
      ${azioni(insieme)}</form>`;

/** How many open cases each colleague follows. */
export const carichi = ({ carichi }: Letta): Html =>
  tavola(
    "Quanti casi segue ognuno",
    ["Collega", { testo: "Casi aperti", numero: true }],
    carichi.map(({ chi, casi }) => [chi?.nome ?? "di nessuno", String(casi)]),
    "Nessun caso aperto.",
  );
