import type { OperazioniBorsaLavoro } from "@staffetta/contracts";
import { type CodiceRegione, nomeRegione } from "@staffetta/domain";
import { pagineGiovane } from "./pagine/borsalavoro-giovane.ts";
import { pagineNotifiche } from "./pagine/borsalavoro-notifiche.ts";
import { pagineSapRegione } from "./pagine/borsalavoro-sap.ts";
import { pagineSportello } from "./pagine/borsalavoro-sportello.ts";
import { pagineFlussi } from "./pagine/flussi.ts";
import { pagineScambi } from "./pagine/scambi.ts";
import { type Html, html } from "./parti/html.ts";
import { GIOVANI, sportello } from "./persone.ts";
import { type Porta, SitoDiNodo } from "./sito.ts";

const INIZIO: Html = html`
  <h1>Garanzia Giovani: il lavoro, la formazione, la tua prima occasione</h1>
  <p class="lead">Hai fra 15 e 29 anni e adesso non studi e non lavori? Iscriviti, scegli chi ti segue e ricevi una proposta.</p>
  <div class="azioni"><a class="bottone" href="/aderisci">Aderisci</a><a class="bottone piano" href="/adesioni">Guarda a che punto è la tua adesione</a></div>
  <h2 class="mt-5">Come funziona</h2>
  <ol class="catena">
    <li><strong>Aderisci</strong><br>Due minuti, con i dati del tuo accesso.</li>
    <li><strong>Scegli l'operatore</strong><br>L'ente che ti segue, vicino a te.</li>
    <li><strong>Vieni chiamato</strong><br>Entro 60 giorni, per un colloquio.</li>
    <li><strong>Firmi il patto</strong><br>Insieme decidete che cosa fare.</li>
    <li><strong>Cominci</strong><br>Un corso, un tirocinio, un lavoro.</li>
  </ol>
  <p>In ogni momento la tua pagina dice che cosa è successo, che cosa viene dopo, chi deve muoversi ed entro quando.</p>`;

const DESK: Html = html`<h1>Sportello della Regione</h1>
  <div class="griglia">
    <section class="scheda"><h2><a href="/registro">Registro</a></h2><p>Tutte le adesioni, con la loro storia.</p></section>
    <section class="scheda"><h2><a href="/compiti">Compiti</a></h2><p>Che cosa non ha funzionato e come sistemarlo.</p></section>
    <section class="scheda"><h2><a href="/cifre">Cifre</a></h2><p>Le cinque cifre del giorno per il Ministero.</p></section>
    <section class="scheda"><h2><a href="/flussi">Flussi</a></h2><p>I messaggi da e verso gli altri sistemi.</p></section>
    <section class="scheda"><h2><a href="/notifiche-fallite">Notifiche da sistemare</a></h2><p>Che cosa ha detto il Ministero e qui non si è potuto fare.</p></section>
    <section class="scheda"><h2><a href="/adesioni-in-attesa">Adesioni in attesa</a></h2><p>Chi è arrivato con un codice fiscale provvisorio.</p></section>
  </div>`;

export function montaBorsaLavoro(
  porta: Porta<OperazioniBorsaLavoro>,
  regione: CodiceRegione,
): void {
  const sito = new SitoDiNodo(porta, {
    nome: `Borsa Lavoro ${nomeRegione(regione)}`,
    sottotitolo: "Portale regionale di Garanzia Giovani",
    sviluppo: porta.sviluppo,
    accesso: true,
    inizio: porta.indirizzi["inizio"] ?? "/",
    voci: [
      { href: "/", testo: "Inizio", ruoli: ["anonimo", "giovane", "regione"] },
      { href: "/aderisci", testo: "Aderisci", ruoli: ["anonimo", "giovane"] },
      { href: "/adesioni", testo: "Le mie adesioni", ruoli: ["anonimo", "giovane"] },
      { href: "/registro", testo: "Registro", ruoli: ["regione"] },
      { href: "/compiti", testo: "Compiti", ruoli: ["regione"] },
      { href: "/cifre", testo: "Cifre", ruoli: ["regione"] },
      { href: "/flussi", testo: "Flussi", ruoli: ["regione"] },
      { href: "/scambi", testo: "Scambi", ruoli: ["regione"] },
    ],
  });
  sito.mostra("/", ["anonimo", "giovane", "regione"], async ({ soggetto }) => ({
    titolo: "Inizio",
    corpo: soggetto.ruolo === "regione" ? DESK : INIZIO,
  }));
  sito.accesso([
    ...GIOVANI,
    sportello(regione, "L'ufficio della Regione: registro, compiti, cifre e flussi."),
  ]);
  pagineGiovane(sito);
  pagineSportello(sito);
  pagineFlussi(sito, "regione");
  pagineScambi(sito, "regione");
  pagineNotifiche(sito);
  pagineSapRegione(sito);
}
