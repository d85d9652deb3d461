import type { OperazioniCliclavoro, SchedaAdesione } from "@staffetta/contracts";
import { nomeRegione, STATI_ADESIONE, type StatoAdesione } from "@staffetta/domain";
import { pagineFlussi } from "./pagine/flussi.ts";
import { identita, informativa, recapiti } from "./pagine/modulo-adesione.ts";
import { pagineScambi } from "./pagine/scambi.ts";
import { portaOMotivo, schedaGiovane } from "./pagine/scheda-giovane.ts";
import { scelta, VUOTO } from "./parti/campi.ts";
import { giorno, type Html, html, istante, numero } from "./parti/html.ts";
import { statoAdesione } from "./parti/stato.ts";
import { paginaDopo, tavola } from "./parti/tavola.ts";
import { GIOVANI, MONITORAGGIO } from "./persone.ts";
import { type Porta, SitoDiNodo } from "./sito.ts";

type Sito = SitoDiNodo<OperazioniCliclavoro>;
type Vista = Parameters<Sito["mostra"]>[2];

const INIZIO: Html = html`<h1>Garanzia Giovani in tutta Italia</h1>
  <p class="lead">Scegli la regione in cui vuoi lavorare o formarti, anche se non ci abiti. Noi passiamo la tua adesione alla Regione, e ti diciamo a che punto è.</p>
  <div class="azioni"><a class="bottone" href="/aderisci">Aderisci</a><a class="bottone piano" href="/adesioni">Le mie adesioni</a></div>
  <div class="scheda mt-5"><h2>Puoi aderire a più regioni</h2>
  <p>Vale la prima che ti prende in carico: le altre adesioni si chiudono da sole, e la tua pagina te lo dice.</p></div>`;

const porteDi =
  (regioni: ReadonlyMap<string, string>) =>
  (scheda: SchedaAdesione): Html => {
    const portale = regioni.get(scheda.regione);
    return html`<div class="azioni">
    ${portale === undefined || scheda.stato !== "A" ? html`` : html`<a class="bottone" href="${portale}/adesioni">Scegli l'operatore sul portale della Regione</a>`}
    ${portaOMotivo(
      scheda.puoAnnullare,
      html`<form method="post" action="/adesioni/${scheda.adesioneId}/annulla"><button class="bottone piano" type="submit">Chiedi di annullare l'adesione in ${nomeRegione(scheda.regione)}</button></form>`,
    )}</div>`;
  };

function montaGiovane(sito: Sito): void {
  const modulo: Vista = async ({ soggetto, nodo }, compilato) => {
    const elenco = await nodo.regioni({});
    if (!elenco.ok) return elenco.problema;
    const opzioni = elenco.valore.regioni.map(({ codice, nome }) => ({
      valore: codice,
      testo: nome,
    }));
    return {
      titolo: "Aderisci",
      corpo: html`<h1>Aderisci a Garanzia Giovani</h1>${identita(soggetto)}
        <form method="post" action="/aderisci" class="scheda" novalidate>
          <h2>Dove vuoi andare</h2>
          ${scelta(compilato, { nome: "regione", etichetta: "Regione", vuota: "Scegli una regione", aiuto: "Può essere diversa da quella in cui abiti." }, opzioni)}
          <h2>Come ti troviamo</h2>
          ${recapiti(compilato)}${informativa(compilato)}
          <button class="bottone" type="submit">Invia l'adesione</button></form>`,
    };
  };
  sito.mostra("/aderisci", ["giovane"], modulo);
  sito.invia(
    "/aderisci",
    ["giovane"],
    async ({ nodo }, input) => {
      const esito = await nodo.aderisci(input);
      const avviso = "Fatto: la tua adesione è registrata e sta andando alla Regione.";
      return esito.ok ? { ok: true, valore: { vai: "/adesioni", avviso } } : esito;
    },
    modulo,
  );
  const mie: Vista = async ({ nodo }) => {
    const lette = await nodo.mieAdesioni({});
    const elenco = await nodo.regioni({});
    if (!lette.ok) return lette.problema;
    if (!elenco.ok) return elenco.problema;
    const portali = new Map<string, string>(
      elenco.valore.regioni.map(({ codice, portale }) => [codice, portale]),
    );
    const { adesioni } = lette.valore;
    return {
      titolo: "Le mie adesioni",
      corpo: html`<h1>Le mie adesioni</h1>
        ${
          adesioni.length === 0
            ? html`<div class="scheda"><p>Non hai ancora un'adesione.</p><a class="bottone" href="/aderisci">Aderisci</a></div>`
            : adesioni.map((scheda) => schedaGiovane(scheda, porteDi(portali)(scheda)))
        }`,
    };
  };
  sito.mostra("/adesioni", ["giovane"], mie);
  sito.invia(
    "/adesioni/:id/annulla",
    ["giovane"],
    async ({ c, nodo }) => {
      const esito = await nodo.chiediAnnullamento({ adesioneId: c.req.param("id") });
      const avviso = "Richiesta inviata: la Regione decide e risponde.";
      return esito.ok ? { ok: true, valore: { vai: "/adesioni", avviso } } : esito;
    },
    mie,
  );
}

function montaRegistro(sito: Sito): void {
  sito.mostra("/registro", ["ministero"], async ({ c, nodo }) => {
    const { regione = "", stato = "", dopo = "" } = c.req.query();
    const letto = await nodo.registroNazionale({ regione, stato, dopo });
    const elenco = await nodo.regioni({});
    if (!letto.ok) return letto.problema;
    if (!elenco.ok) return elenco.problema;
    const filtro = { ...VUOTO, valori: { regione, stato } };
    const regioni = elenco.valore.regioni.map(({ codice, nome }) => ({
      valore: codice,
      testo: nome,
    }));
    const stati = Object.entries(STATI_ADESIONE).map(([valore, testo]) => ({ valore, testo }));
    return {
      titolo: "Registro nazionale",
      corpo: html`<h1>Registro nazionale delle adesioni</h1>
        <form method="get" class="inriga">
          ${scelta(filtro, { nome: "regione", etichetta: "Regione", vuota: "Tutte" }, regioni)}
          ${scelta(filtro, { nome: "stato", etichetta: "Stato", vuota: "Tutti" }, stati)}
          <button class="bottone piano" type="submit">Filtra</button></form>
        ${tavola(
          "Quante, per regione e stato",
          ["Regione", "Stato", { testo: "Adesioni", numero: true }],
          letto.valore.perRegioneStato.map((una) => [
            ...[
              nomeRegione(una.regione),
              STATI_ADESIONE[una.stato as StatoAdesione],
              numero(una.adesioni),
            ],
          ]),
          "Ancora nessuna adesione.",
        )}
        ${tavola(
          "Adesioni, dalla più recente",
          ["Del", "Regione", "Canale", "Stato", "Dal"],
          letto.valore.righe.map((riga) => [
            ...[giorno(riga.dataAdesione), nomeRegione(riga.regione), riga.canale],
            ...[statoAdesione(riga.stato), istante(riga.statoAt)],
          ]),
          "Nessuna adesione con questi filtri.",
        )}
        ${paginaDopo(`/registro?regione=${regione}&stato=${stato}`, letto.valore.dopo)}`,
    };
  });
}

export function montaCliclavoro(porta: Porta<OperazioniCliclavoro>): void {
  const sito = new SitoDiNodo(porta, {
    nome: "Cliclavoro",
    sottotitolo: "Portale nazionale di Garanzia Giovani",
    sviluppo: porta.sviluppo,
    accesso: true,
    inizio: porta.indirizzi["inizio"] ?? "/",
    voci: [
      { href: "/", testo: "Inizio", ruoli: ["anonimo", "giovane", "ministero"] },
      { href: "/aderisci", testo: "Aderisci", ruoli: ["anonimo", "giovane"] },
      { href: "/adesioni", testo: "Le mie adesioni", ruoli: ["anonimo", "giovane"] },
      { href: "/registro", testo: "Registro", ruoli: ["ministero"] },
      { href: "/flussi", testo: "Flussi", ruoli: ["ministero"] },
      { href: "/scambi", testo: "Scambi", ruoli: ["ministero"] },
    ],
  });
  sito.mostra("/", ["anonimo", "giovane", "ministero"], async () => ({
    titolo: "Inizio",
    corpo: INIZIO,
  }));
  sito.accesso([...GIOVANI, MONITORAGGIO]);
  montaGiovane(sito);
  montaRegistro(sito);
  pagineFlussi(sito, "ministero");
  pagineScambi(sito, "ministero");
}
