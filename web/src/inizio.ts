import { nomeRegione } from "@staffetta/domain";
import type { Hono } from "hono";
import { pagina, type Sito } from "./parti/guscio.ts";
import { type Html, html } from "./parti/html.ts";
import { montaStile } from "./parti/stile.ts";

interface Porta {
  readonly titolo: string;
  readonly testo: string;
  readonly nodo: string;
}

const porte = (indirizzi: Readonly<Record<string, string>>): readonly Porta[] =>
  Object.keys(indirizzi).flatMap((nodo): Porta[] => {
    const regione = nomeRegione(nodo.slice(-2));
    if (nodo === "cliclavoro")
      return [
        {
          nodo,
          titolo: "Cliclavoro, portale nazionale",
          testo: "Per i giovani che scelgono la regione, e per il registro nazionale.",
        },
      ];
    if (nodo === "ministero")
      return [
        {
          nodo,
          titolo: "Ministero, monitoraggio nazionale",
          testo: "Le cinque cifre di ogni giorno, aperte a tutti.",
        },
      ];
    if (nodo.startsWith("borsalavoro"))
      return [
        {
          nodo,
          titolo: `Borsa Lavoro ${regione}`,
          testo: "Il portale regionale: i giovani aderiscono, lo sportello tiene il registro.",
        },
      ];
    if (nodo.startsWith("gefo"))
      return [
        {
          nodo,
          titolo: `Gefo ${regione}`,
          testo: "Per gli operatori: chi chiamare, patto, dote, servizi, rendicontazione.",
        },
      ];
    return [];
  });

const corpo = (indirizzi: Readonly<Record<string, string>>): Html => html`
  <h1>Una staffetta di quattro uffici, una sola adesione</h1>
  <p class="lead">Un giovane si iscrive a Garanzia Giovani una volta sola. La sua adesione passa di mano in mano senza perdersi,
  e le cifre che tornano indietro si possono controllare una per una.</p>
  <ol class="catena">
    <li><strong>Il giovane aderisce</strong><br>sul portale della Regione o su quello nazionale.</li>
    <li><strong>Sceglie l'operatore</strong><br>che lo chiama, lo incontra e firma con lui il patto.</li>
    <li><strong>Parte la dote</strong><br>e con lei la presa in carico, confermata dal registro nazionale.</li>
    <li><strong>Cominciano le attività</strong><br>corsi, tirocini, lavoro: rendicontati e verificati.</li>
    <li><strong>Le cifre arrivano al Ministero</strong><br>ogni notte, complete, con la loro impronta.</li>
  </ol>
  <h2 class="mt-5">Entra</h2>
  <div class="griglia">${porte(indirizzi).map(
    ({ nodo, titolo, testo }) =>
      html`<section class="scheda"><h3><a href="${indirizzi[nodo] ?? "/"}">${titolo}</a></h3><p>${testo}</p></section>`,
  )}</div>
  <div class="scheda"><h2>Un giro di prova</h2>
    <ol>
      <li>Su Borsa Lavoro entra come Giulia e aderisci, scegliendo un operatore.</li>
      <li>Su Gefo entra come addetto di quell'operatore: convoca Giulia, registra il colloquio, il patto e la dote.</li>
      <li>Torna da Giulia: la presa in carico è confermata. Comunica l'inizio di un servizio.</li>
      <li>Sullo sportello di Borsa Lavoro invia le cifre di oggi; sul Ministero le vedi arrivare.</li>
    </ol></div>`;

/** The page from which everything is reached. */
export function montaInizio(
  app: Hono,
  {
    sviluppo,
    indirizzi,
  }: Readonly<{ sviluppo: boolean; indirizzi: Readonly<Record<string, string>> }>,
): void {
  const sito: Sito = {
    ...{
      nome: "Staffetta",
      sottotitolo: "Garanzia Giovani, da un ufficio all'altro senza perdersi",
    },
    ...{ voci: [{ href: "/", testo: "Inizio", ruoli: ["anonimo"] }], sviluppo },
    ...{ inizio: "/", accesso: false },
  };
  montaStile(app);
  app.get("/", (c) => {
    const momento = { soggetto: { ruolo: "anonimo" }, percorso: "/", avviso: null } as const;
    return c.html(String(pagina(sito, momento, "Inizio", corpo(indirizzi))));
  });
}
