import type { OperazioniGefo, Persona, Soggetto } from "@staffetta/contracts";
import { type CodiceRegione, nomeRegione } from "@staffetta/domain";
import { pagineFlussi } from "./pagine/flussi.ts";
import { AZIONE_CONVOCA, convocaDallaLista, pagineAgenda } from "./pagine/gefo/agenda/pagine.ts";
import { pagineAiuto } from "./pagine/gefo/aiuto.ts";
import { pagineAvvisi } from "./pagine/gefo/avvisi.ts";
import { pagineCaso } from "./pagine/gefo/caso.ts";
import { pagineConto } from "./pagine/gefo/conto.ts";
import { pagineDenaro } from "./pagine/gefo/denaro.ts";
import { pagineFascicolo } from "./pagine/gefo/fascicolo.ts";
import { pagineIndennita } from "./pagine/gefo/indennita.ts";
import { pagineIstruttoria } from "./pagine/gefo/istruttoria.ts";
import { AZIONE_CHIUDI, campiChiusura, pagineChiusura } from "./pagine/gefo/lavoro/chiusura.ts";
import { type Aggiunte, pagineLavoro } from "./pagine/gefo/lavoro/pagine.ts";
import { pagineLiquidazione } from "./pagine/gefo/liquidazione/pagine.ts";
import { pagineMieLetture } from "./pagine/gefo/mie-letture.ts";
import { pagineMieiAppuntamenti } from "./pagine/gefo/miei-appuntamenti.ts";
import { pagineOperatori } from "./pagine/gefo/operatori.ts";
import { paginePiano } from "./pagine/gefo/piano.ts";
import { paginePosta } from "./pagine/gefo/posta.ts";
import { pagineRegistro } from "./pagine/gefo/registro.ts";
import { pagineRegole } from "./pagine/gefo/regole.ts";
import { pagineRendicontazione } from "./pagine/gefo/rendicontazione.ts";
import type { Voce } from "./parti/guscio.ts";
import { type Html, html } from "./parti/html.ts";
import { inizioRegione } from "./parti/porte.ts";
import { addetto, GIOVANI, revisore, sportello, ufficio, unaFunzione } from "./persone.ts";
import { type Porta, SitoDiNodo } from "./sito.ts";

const INIZIO: Html = html`<h1>Gefo, la piattaforma degli operatori</h1>
  <p class="lead">Ogni mattina: chi chiamare, entro quando, e che cosa manca per ogni caso. Nessun dato si scrive due volte.</p>
  <p><a class="bottone" href="/lavoro">Vai alla lista di lavoro</a></p>`;

/** What each door is for; who may not open one does not find it here either. */
const PORTE: Readonly<Record<string, string>> = {
  "/istruttoria": "Doti, decadenze e cambi di operatore che aspettano una decisione.",
  "/rendicontazioni": "Che cosa aspetta la tua verifica, dal più vecchio.",
  "/liquidazione": "Le domande di pagamento, i controlli a campione, gli ordini.",
  "/non-pagate": "Ogni giustificativo non pagato, e da quanto.",
  "/code": "Le liste di tutti gli operatori: chi fa aspettare di più.",
  "/da-chiudere":
    "I giovani in carico a cui nessuno lavora più: di chi sono, perché, entro quando.",
  "/bilancio": "Il denaro dell'avviso, euro per euro.",
  "/avvisi": "Aprirli, chiuderli, cambiarne le regole: prima si guarda, poi si salva.",
  "/operatori": "Gli accreditati: dati, atti, sospensioni.",
  "/flussi": "I messaggi con Borsa Lavoro.",
};

const INIZIO_REVISORE: Html = html`<h1>Gefo, per chi controlla i conti</h1>
  <p class="lead">Puoi leggere, non cambiare. Ogni pagina che apri resta scritta con il tuo nome.</p>`;

const INIZIO_GIOVANE: Html = html`<h1>Gefo, i tuoi appuntamenti e i tuoi documenti</h1>
  <p class="lead">Qui scegli quando incontrare il tuo operatore e leggi i documenti che hai firmato. A che punto è il tuo percorso lo vedi su Borsa Lavoro, nella tua adesione.</p>
  <p><a class="bottone" href="/appuntamenti">Vai ai tuoi appuntamenti</a></p>`;

function inizioDi(voci: readonly Voce[], soggetto: Soggetto): Html {
  const { ruolo } = soggetto;
  if (ruolo === "giovane") return INIZIO_GIOVANE;
  if (ruolo === "regione") return inizioRegione("Gefo, lato Regione", voci, PORTE, soggetto);
  return ruolo === "revisore" ? INIZIO_REVISORE : INIZIO;
}

/** What is done to the chosen depends on what the list shows: to be called, or to be closed. */
const AGGIUNTE_LISTA: Aggiunte = {
  azioni: (sedi, chiesto) =>
    chiesto.vista === "da-chiudere" ? campiChiusura() : convocaDallaLista.azioni(sedi, chiesto),
};

const ADDETTI_MAX = 12;
const FUNZIONI = ["sportello", "legale", "erogatore"] as const;

export function montaGefo(
  porta: Porta<OperazioniGefo>,
  regione: CodiceRegione,
  operatori: readonly Readonly<{ id: string; denominazione: string; comune: string }>[],
): void {
  const sito = new SitoDiNodo(porta, {
    nome: `Gefo ${nomeRegione(regione)}`,
    sottotitolo: "Piattaforma degli operatori accreditati",
    sviluppo: porta.sviluppo,
    accesso: true,
    inizio: porta.indirizzi["inizio"] ?? "/",
    voci: [
      { href: "/", testo: "Inizio", ruoli: ["anonimo", "giovane", "regione", "revisore"] },
      { href: "/appuntamenti", testo: "I miei appuntamenti", ruoli: ["giovane"] },
      { href: "/letture", testo: "Chi ha letto i miei dati", ruoli: ["giovane"] },
      { href: "/lavoro", testo: "Lista di lavoro", ruoli: ["addetto"] },
      { href: "/agenda", testo: "Agenda", ruoli: ["addetto"] },
      {
        href: "/affidati",
        testo: "Affidati",
        ruoli: ["addetto"],
        funzioni: ["sportello", "erogatore"],
      },
      { href: "/posta", testo: "Posta", ruoli: ["addetto"] },
      {
        href: "/istruttoria",
        testo: "Istruttoria",
        ruoli: ["regione", "revisore"],
        funzioni: ["istruttoria", "controllo"],
      },
      {
        href: "/rendicontazioni",
        testo: "Rendicontazioni",
        ruoli: ["regione"],
        funzioni: ["istruttoria"],
      },
      {
        href: "/liquidazione",
        testo: "Liquidazione",
        ruoli: ["addetto", "regione", "revisore"],
        funzioni: ["istruttoria", "controllo"],
      },
      {
        href: "/non-pagate",
        testo: "Non pagato",
        ruoli: ["regione"],
        funzioni: ["monitoraggio"],
      },
      { href: "/code", testo: "Liste", ruoli: ["regione"] },
      {
        href: "/da-chiudere",
        testo: "Da chiudere",
        ruoli: ["regione", "revisore"],
        funzioni: ["istruttoria", "controllo"],
      },
      { href: "/bilancio", testo: "Bilancio", ruoli: ["regione", "addetto", "revisore"] },
      { href: "/avvisi", testo: "Avvisi", ruoli: ["regione", "addetto", "revisore"] },
      { href: "/operatori", testo: "Operatori", ruoli: ["regione", "addetto", "revisore"] },
      { href: "/flussi", testo: "Flussi", ruoli: ["regione"] },
      { href: "/aiuto", testo: "Aiuto", ruoli: ["addetto", "regione", "revisore"] },
    ],
  });
  const persone: readonly Persona[] = [
    sportello(regione, "Verifica le rendicontazioni e guarda il denaro."),
    ufficio(regione, "istruttoria"),
    ufficio(regione, "controllo"),
    ufficio(regione, "monitoraggio"),
    revisore(regione),
    ...GIOVANI,
    ...operatori.slice(0, ADDETTI_MAX).map(addetto),
    ...operatori.slice(0, 1).flatMap((uno) => FUNZIONI.map((una) => unaFunzione(uno, una))),
  ];
  sito.mostra(
    "/",
    ["anonimo", "giovane", "addetto", "regione", "revisore"],
    async ({ soggetto }) => ({
      titolo: "Inizio",
      corpo: inizioDi(sito.sito.voci, soggetto),
    }),
  );
  sito.accesso(persone);
  pagineLavoro(sito, AGGIUNTE_LISTA, { ...AZIONE_CONVOCA, ...AZIONE_CHIUDI });
  pagineChiusura(sito);
  pagineAgenda(sito);
  pagineMieiAppuntamenti(sito);
  pagineMieLetture(sito);
  paginePosta(sito);
  pagineCaso(sito);
  pagineRegistro(sito);
  pagineConto(sito);
  pagineFascicolo(sito);
  paginePiano(sito);
  pagineIstruttoria(sito);
  pagineRendicontazione(sito);
  pagineLiquidazione(sito);
  pagineIndennita(sito);
  pagineDenaro(sito);
  pagineOperatori(sito);
  pagineAvvisi(sito);
  pagineRegole(sito);
  pagineFlussi(sito, "regione");
  pagineAiuto(sito);
}
