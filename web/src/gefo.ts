import {
  type OperazioniGefo,
  type Persona,
  VISTE_LAVORO,
  type VistaLavoro,
} from "@staffetta/contracts";
import { type CodiceRegione, MISURE, nomeRegione } from "@staffetta/domain";
import { pagineFlussi } from "./pagine/flussi.ts";
import { pagineCaso } from "./pagine/gefo-caso.ts";
import { type Compilato, nascosto, testo, VUOTO } from "./parti/campi.ts";
import { euro, giorno, type Html, html, istante, NIENTE, numero, plurale } from "./parti/html.ts";
import { paginaDopo, tavola } from "./parti/tavola.ts";
import { addetto, sportello } from "./persone.ts";
import { type Porta, SitoDiNodo } from "./sito.ts";

type Sito = SitoDiNodo<OperazioniGefo>;
type Vista = Parameters<Sito["mostra"]>[2];

function montaLavoro(sito: Sito): void {
  sito.mostra("/lavoro", ["addetto"], async ({ c, nodo }) => {
    const { vista = "", cognome = "", dopo = "" } = c.req.query();
    const letto = await nodo.lavoro({ vista, cognome, dopo });
    if (!letto.ok) return letto.problema;
    const { righe, perVista, oltreTermine } = letto.valore;
    const filtro = { ...VUOTO, valori: { cognome } };
    return {
      titolo: "Lista di lavoro",
      corpo: html`<h1>Chi chiamare oggi</h1>
        ${
          oltreTermine === 0
            ? html`<p>Nessun caso è oltre il termine.</p>`
            : html`<div class="avviso male"><p><strong>${plurale(oltreTermine, "persona aspetta", "persone aspettano")} oltre il termine.</strong> Sono le prime della lista.</p></div>`
        }
        <ul class="schede-viste">
          <li><a href="/lavoro" ${vista === "" ? html`aria-current="true"` : ""}>Tutti</a></li>
          ${Object.entries(VISTE_LAVORO)
            .filter(([una]) => perVista[una] !== undefined)
            .map(
              ([una, nome]) =>
                html`<li><a href="/lavoro?vista=${una}" ${una === vista ? html`aria-current="true"` : ""}>${nome}: ${numero(perVista[una] ?? 0)}</a></li>`,
            )}
        </ul>
        <form method="get" class="inriga" role="search">${nascosto("vista", vista)}
          ${testo(filtro, { nome: "cognome", etichetta: "Cognome, dall'inizio", tipo: "search", facoltativo: true })}
          <button class="bottone piano" type="submit">Cerca</button></form>
        ${tavola(
          "Casi, dal più urgente",
          ["Persona", "Da fare", "Entro", "Ultimo contatto", "Adesione del"],
          righe.map((riga) => [
            html`<a href="/casi/${riga.adesioneId}">${riga.cognome} ${riga.nome}</a>`,
            VISTE_LAVORO[riga.vista as VistaLavoro],
            riga.entro === null
              ? "—"
              : html`${giorno(riga.entro)}${riga.oltreTermine ? html` <span class="stato male">oltre il termine</span>` : NIENTE}`,
            riga.ultimoContatto ?? "mai contattato",
            giorno(riga.dataAdesione),
          ]),
          "Nessun caso qui. Quando un giovane ti sceglie compare in questa lista.",
        )}
        ${paginaDopo(`/lavoro?vista=${vista}&cognome=${encodeURIComponent(cognome)}`, letto.valore.dopo)}`,
    };
  });
}

const verifica = (
  sito: Sito,
  compilato: Compilato,
  { servizioId, operatore }: Readonly<{ servizioId: string; operatore: string }>,
): Html => {
  const mine = compilato.valori["servizioId"] === servizioId ? compilato.valori : {};
  return html`<form method="post" action="/rendicontazioni" novalidate>
    ${nascosto("servizioId", servizioId)}${nascosto("chiave", sito.porta.nuovaChiave())}
    <div class="campo"><label for="taglio-${servizioId}">Taglio in euro</label>
      <input id="taglio-${servizioId}" name="taglioEuro" inputmode="decimal" value="${mine["taglioEuro"] ?? "0"}"></div>
    <div class="campo"><label for="motivo-${servizioId}">Motivo del taglio</label>
      <input id="motivo-${servizioId}" name="motivoTaglio" value="${mine["motivoTaglio"] ?? ""}"></div>
    <button class="bottone" type="submit">Ammetti<span class="visually-hidden"> la rendicontazione di ${operatore}</span></button></form>`;
};

/** "12,50" → 1250; what is not an amount stays text, and the contract says so. */
const centsOf = (text: unknown): unknown => {
  const found = /^\s*(\d{1,7})(?:[.,](\d{1,2}))?\s*$/.exec(String(text ?? "0"));
  if (found === null) return text;
  return Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
};

function montaRegione(sito: Sito): void {
  const rendicontazioni: Vista = async ({ nodo }, compilato) => {
    const lette = await nodo.rendicontazioni({});
    if (!lette.ok) return lette.problema;
    const { righe } = lette.valore;
    return {
      titolo: "Rendicontazioni",
      corpo: html`<h1>Rendicontazioni da verificare</h1>
        <p>${plurale(righe.length, "rendicontazione aspetta", "rendicontazioni aspettano")}; la prima è la più vecchia. Un operatore pagato tardi è un servizio in meno.</p>
        ${tavola(
          "Da verificare",
          [
            "Operatore",
            "Misura",
            "Presentata",
            { testo: "Attesa in giorni", numero: true },
            { testo: "Ore", numero: true },
            { testo: "Chiesto", numero: true },
            "Verifica",
          ],
          righe.map((riga) => [
            ...[riga.operatore, MISURE[riga.misura].etichetta, istante(riga.presentataAt)],
            ...[String(riga.attesaDays), numero(riga.oreErogate), euro(riga.richiestoCents)],
            verifica(sito, compilato, riga),
          ]),
          "Niente da verificare.",
        )}`,
    };
  };
  sito.mostra("/rendicontazioni", ["regione"], rendicontazioni);
  sito.invia(
    "/rendicontazioni",
    ["regione"],
    async ({ nodo }, { taglioEuro, ...input }) => {
      const esito = await nodo.verificaRendicontazione({
        ...input,
        taglioCents: centsOf(taglioEuro),
      });
      const avviso = "Rendicontazione verificata.";
      return esito.ok ? { ok: true, valore: { vai: "/rendicontazioni", avviso } } : esito;
    },
    rendicontazioni,
  );
  sito.mostra("/bilancio", ["regione"], async ({ nodo }) => {
    const letto = await nodo.bilancio({});
    if (!letto.ok) return letto.problema;
    const {
      assegnatoCents,
      prenotatoCents,
      impegnatoCents,
      ammessoCents,
      disponibileCents,
      perOperatore,
    } = letto.valore;
    const voce = (titolo: string, cents: number, testo: string): Html =>
      html`<section class="scheda"><h2>${titolo}</h2><span class="cifra">${euro(cents)}</span><p class="unita">${testo}</p></section>`;
    return {
      titolo: "Bilancio",
      corpo: html`<h1>Il denaro dell'avviso</h1>
        <div class="griglia">
          ${voce("Assegnato", assegnatoCents, "quanto il programma ha dato")}
          ${voce("Disponibile", disponibileCents, "si può ancora promettere")}
          ${voce("Prenotato", prenotatoCents, "doti inviate, non ancora confermate")}
          ${voce("Impegnato", impegnatoCents, "doti confermate, da verificare")}
          ${voce("Ammesso", ammessoCents, "verificato")}</div>
        ${tavola(
          "Per operatore",
          [
            "Operatore",
            { testo: "Doti", numero: true },
            { testo: "Impegnato", numero: true },
            { testo: "Ammesso", numero: true },
          ],
          perOperatore.map((una) => [
            una.operatore,
            numero(una.doti),
            euro(una.impegnatoCents),
            euro(una.ammessoCents),
          ]),
          "Ancora nessuna dote.",
        )}`,
    };
  });
  sito.mostra("/operatori", ["regione", "addetto"], async ({ nodo }) => {
    const letti = await nodo.operatori({});
    if (!letti.ok) return letti.problema;
    return {
      titolo: "Operatori",
      corpo: html`<h1>Operatori accreditati</h1>${tavola(
        "Operatori",
        ["Operatore", "Comune", { testo: "Casi aperti", numero: true }],
        letti.valore.operatori.map((uno) => [
          uno.denominazione,
          uno.comune,
          numero(uno.casiAperti),
        ]),
        "Nessun operatore.",
      )}`,
    };
  });
}

const INIZIO: Html = html`<h1>Gefo, la piattaforma degli operatori</h1>
  <p class="lead">Ogni mattina: chi chiamare, entro quando, e che cosa manca per ogni caso. Nessun dato si scrive due volte.</p>
  <p><a class="bottone" href="/lavoro">Vai alla lista di lavoro</a></p>`;
const INIZIO_REGIONE: Html = html`<h1>Gefo, lato Regione</h1><div class="griglia">
  <section class="scheda"><h2><a href="/rendicontazioni">Rendicontazioni</a></h2><p>Che cosa aspetta la tua verifica, dal più vecchio.</p></section>
  <section class="scheda"><h2><a href="/bilancio">Bilancio</a></h2><p>Il denaro dell'avviso, euro per euro.</p></section>
  <section class="scheda"><h2><a href="/flussi">Flussi</a></h2><p>I messaggi con Borsa Lavoro.</p></section></div>`;

const ADDETTI_MAX = 12;

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
      { href: "/", testo: "Inizio", ruoli: ["anonimo", "regione"] },
      { href: "/lavoro", testo: "Lista di lavoro", ruoli: ["addetto"] },
      { href: "/rendicontazioni", testo: "Rendicontazioni", ruoli: ["regione"] },
      { href: "/bilancio", testo: "Bilancio", ruoli: ["regione"] },
      { href: "/operatori", testo: "Operatori", ruoli: ["regione", "addetto"] },
      { href: "/flussi", testo: "Flussi", ruoli: ["regione"] },
    ],
  });
  const persone: readonly Persona[] = [
    sportello(regione, "Verifica le rendicontazioni e guarda il denaro."),
    ...operatori.slice(0, ADDETTI_MAX).map(addetto),
  ];
  sito.mostra("/", ["anonimo", "addetto", "regione"], async ({ soggetto }) => ({
    titolo: "Inizio",
    corpo: soggetto.ruolo === "regione" ? INIZIO_REGIONE : INIZIO,
  }));
  sito.accesso(persone);
  montaLavoro(sito);
  pagineCaso(sito);
  montaRegione(sito);
  pagineFlussi(sito, "regione");
}
