import type { Ammessi, OperazioniBorsaLavoro } from "@staffetta/contracts";
import { type CodiceRegione, nomeRegione } from "@staffetta/domain";
import { pagineGiovane } from "./pagine/borsalavoro-giovane.ts";
import { pagineNotifiche } from "./pagine/borsalavoro-notifiche.ts";
import { pagineSapRegione } from "./pagine/borsalavoro-sap.ts";
import { pagineSportello } from "./pagine/borsalavoro-sportello.ts";
import { pagineFlussi } from "./pagine/flussi.ts";
import { pagineScambi } from "./pagine/scambi.ts";
import type { Voce } from "./parti/guscio.ts";
import { type Html, html } from "./parti/html.ts";
import { inizioRegione } from "./parti/porte.ts";
import { GIOVANI, sportello, ufficio } from "./persone.ts";
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

const PORTE: Readonly<Record<string, string>> = {
  "/registro": "Tutte le adesioni, con la loro storia.",
  "/compiti": "Che cosa non ha funzionato e come sistemarlo.",
  "/cifre": "Le cinque cifre del giorno per il Ministero.",
  "/flussi": "I messaggi da e verso gli altri sistemi.",
  "/notifiche-fallite": "Che cosa ha detto il Ministero e qui non si è potuto fare.",
  "/adesioni-in-attesa": "Chi è arrivato con un codice fiscale provvisorio.",
};
const LEGGE_PERSONE: Ammessi = { ruoli: ["regione"], funzioni: ["istruttoria", "controllo"] };
const VOCI: readonly Voce[] = [
  { href: "/", testo: "Inizio", ruoli: ["anonimo", "giovane", "regione"] },
  { href: "/aderisci", testo: "Aderisci", ruoli: ["anonimo", "giovane"] },
  { href: "/adesioni", testo: "Le mie adesioni", ruoli: ["anonimo", "giovane"] },
  { href: "/registro", testo: "Registro", ...LEGGE_PERSONE },
  { href: "/compiti", testo: "Compiti", ...LEGGE_PERSONE },
  { href: "/cifre", testo: "Cifre", ruoli: ["regione"] },
  { href: "/flussi", testo: "Flussi", ruoli: ["regione"] },
  { href: "/scambi", testo: "Scambi", ...LEGGE_PERSONE },
];
/** Doors of the desk that the menu has no room for. */
const ALTRE: readonly Voce[] = [
  { href: "/notifiche-fallite", testo: "Notifiche da sistemare", ...LEGGE_PERSONE },
  { href: "/adesioni-in-attesa", testo: "Adesioni in attesa", ...LEGGE_PERSONE },
];

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
    voci: VOCI,
  });
  sito.mostra("/", ["anonimo", "giovane", "regione"], async ({ soggetto }) => ({
    titolo: "Inizio",
    corpo:
      soggetto.ruolo === "regione"
        ? inizioRegione("Sportello della Regione", [...VOCI, ...ALTRE], PORTE, soggetto)
        : INIZIO,
  }));
  sito.accesso([
    ...GIOVANI,
    sportello(regione, "L'ufficio della Regione: registro, compiti, cifre e flussi."),
    ufficio(regione, "controllo"),
    ufficio(regione, "monitoraggio"),
  ]);
  pagineGiovane(sito);
  pagineSportello(sito);
  pagineFlussi(sito, "regione");
  pagineScambi(sito, "regione");
  pagineNotifiche(sito);
  pagineSapRegione(sito);
}
