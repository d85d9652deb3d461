import type { OperazioniMinistero } from "@staffetta/contracts";
import { MISURE, nomeRegione, STATI_ADESIONE } from "@staffetta/domain";
import { cartaIdentita, cinqueCifre } from "./pagine/cifre.ts";
import { pagineFlussi } from "./pagine/flussi.ts";
import { pagineSap, sceltaScopo } from "./pagine/sap.ts";
import { pagineScambi } from "./pagine/scambi.ts";
import { scelta, testo, VUOTO } from "./parti/campi.ts";
import { giorno, type Html, html, istante, numero, plurale } from "./parti/html.ts";
import { statoAdesione } from "./parti/stato.ts";
import { coppie, tavola } from "./parti/tavola.ts";
import { MONITORAGGIO } from "./persone.ts";
import { type Porta, SitoDiNodo } from "./sito.ts";

type Sito = SitoDiNodo<OperazioniMinistero>;
type Vista = Parameters<Sito["mostra"]>[2];
const TUTTI = ["anonimo", "giovane", "addetto", "regione", "ministero"] as const;

type Regione = Extract<
  Awaited<ReturnType<Parameters<Vista>[0]["nodo"]["cifre"]>>,
  { ok: true }
>["valore"]["regioni"][number];

/** The region's figures against what this node has counted by itself from the facts. */
function riscontro({ snapshot, riscontro }: Regione): Html {
  if (snapshot === null) return html``;
  const { presiInCarico, politicheAttivate } = snapshot.cifre;
  const same =
    presiInCarico.persone === riscontro.presiInCarico &&
    politicheAttivate.politiche === riscontro.politiche;
  return html`<div class="avviso ${same ? "bene" : "attento"}"><p>${
    same
      ? "Riscontro: le cifre della Regione coincidono con i fatti ricevuti uno per uno."
      : html`Riscontro: dai fatti ricevuti uno per uno risultano oggi ${plurale(riscontro.presiInCarico, "preso in carico", "presi in carico")} e ${plurale(riscontro.politiche, "politica", "politiche")}. Una differenza può venire da fatti noti dopo la chiusura delle cifre.`
  }</p></div>`;
}

const unaRegione = (una: Regione): Html => html`<section>
  <h2 class="mt-5">${una.nome}</h2>
  ${
    una.snapshot === null
      ? html`<div class="avviso attento"><p>Le cifre di questo giorno non sono ancora arrivate dalla Regione.</p></div>`
      : html`${cinqueCifre(una.snapshot.cifre)}${riscontro(una)}
        <details><summary>Da dove vengono le cifre di ${una.nome}</summary>${cartaIdentita(una.snapshot)}
        <p>Ricevute il ${istante(una.ricevutoAt)}; ${plurale(una.edizioni, "edizione", "edizioni")} di questo giorno.</p></details>
        <p><a href="/storico/${una.regione}">La serie di ${una.nome}, giorno per giorno</a></p>`
  }</section>`;

function montaCifre(sito: Sito): void {
  sito.mostra("/", TUTTI, async ({ c, nodo }) => {
    const { giorno: asked = "", regione = "" } = c.req.query();
    const lette = await nodo.cifre({ giorno: asked, regione });
    if (!lette.ok) return lette.problema;
    const { giorno: shown, giorni, regioni } = lette.valore;
    const filtro = { ...VUOTO, valori: { giorno: shown ?? "" } };
    return {
      titolo: "Le cinque cifre",
      corpo: html`<h1>Garanzia Giovani: le cinque cifre</h1>
        <p>Ogni notte ogni Regione manda le sue cifre, chiuse e con la loro impronta. Non si correggono: se cambia qualcosa arriva una nuova edizione, e la vecchia resta.</p>
        ${
          shown === null
            ? html`<div class="avviso"><p>Non è ancora arrivata nessuna cifra. La prima arriva dopo la mezzanotte, o quando una Regione la manda a mano.</p></div>`
            : html`<form method="get" class="inriga">${scelta(
                filtro,
                { nome: "giorno", etichetta: "Fino al giorno" },
                giorni.map((uno) => ({ valore: uno, testo: giorno(uno) })),
              )}<button class="bottone piano" type="submit">Mostra</button></form>
              ${regioni.map(unaRegione)}`
        }`,
    };
  });
  sito.mostra("/storico/:regione", TUTTI, async ({ c, nodo }) => {
    const regione = c.req.param("regione") ?? "";
    const letto = await nodo.storico({ regione });
    if (!letto.ok) return letto.problema;
    const colonne = [
      "Adesioni",
      "Convocati",
      "Presi in carico",
      "NON presi in carico",
      "Politiche",
    ];
    return {
      titolo: `Serie di ${nomeRegione(regione)}`,
      corpo: html`<p><a href="/">Le cinque cifre</a></p><h1>Serie di ${nomeRegione(regione)}</h1>
        ${tavola(
          "Un giorno per riga, ultima edizione",
          [
            "Giorno",
            ...colonne.map((una) => ({ testo: una, numero: true })),
            { testo: "Edizione", numero: true },
          ],
          letto.valore.serie.map(({ giorno: g, edizione, cifre }) => [
            giorno(g),
            numero(cifre.adesioniCanaleRegionale.adesioni),
            numero(cifre.giovaniContattati.convocati),
            numero(cifre.presiInCarico.persone),
            numero(cifre.nonPresiInCarico.totale),
            numero(cifre.politicheAttivate.politiche),
            String(edizione),
          ]),
          "Ancora nessuna cifra da questa regione.",
        )}`,
    };
  });
}

type Persona = Extract<
  Awaited<ReturnType<Parameters<Vista>[0]["nodo"]["persona"]>>,
  { ok: true }
>["valore"];

const unaAdesione = (una: Persona["adesioni"][number]): Html => html`<article class="scheda">
  <h2>${nomeRegione(una.regione)}, adesione del ${giorno(una.dataAdesione)}</h2>
  <p>${statoAdesione(una.stato)}</p>
  <h3>Stati</h3><ol class="linee">${una.stati
    .toReversed()
    .map(
      ({ stato, at, motivo }) =>
        html`<li><time datetime="${at}">${istante(at)}</time><strong>${STATI_ADESIONE[stato]}</strong>${motivo ?? ""}</li>`,
    )}</ol>
  <h3>Prese in carico</h3>${
    una.prese.length === 0
      ? html`<p>Nessuna.</p>`
      : una.prese.map(({ at, dataPatto, fascia, operatoreId }) =>
          coppie([
            ["Dote inviata", istante(at)],
            ["Patto firmato", giorno(dataPatto)],
            ["Fascia", String(fascia)],
            ["Operatore", operatoreId],
          ]),
        )
  }
  <h3>Politiche attive</h3>${
    una.politiche.length === 0
      ? html`<p>Nessuna.</p>`
      : html`<ul>${una.politiche.map(
          ({ misura, dataInizio, dataFine, esito }) =>
            html`<li>${MISURE[misura as "5"]?.etichetta ?? misura}: dal ${giorno(dataInizio)}${dataFine === null ? ", in corso" : ` al ${giorno(dataFine)}, ${(esito ?? "").replaceAll("-", " ")}`}</li>`,
        )}</ul>`
  }</article>`;

function montaPersone(sito: Sito): void {
  const cerca: Vista = async (_r, compilato) => ({
    titolo: "Persone",
    corpo: html`<h1>Cerca una persona</h1>
      <p>Ogni ricerca e ogni lettura restano annotate con il loro motivo.</p>
      <form method="post" action="/persone" class="scheda">
        ${testo(compilato, { nome: "codiceFiscale", etichetta: "Codice fiscale" })}
        ${sceltaScopo(compilato)}
        <button class="bottone" type="submit">Cerca</button></form>`,
  });
  sito.mostra("/persone", ["ministero"], cerca);
  sito.invia(
    "/persone",
    ["ministero"],
    async ({ nodo }, input) => {
      const esito = await nodo.trovaPersona(input);
      if (!esito.ok) return esito;
      const { personaId } = esito.valore;
      return personaId === null
        ? {
            ok: true,
            valore: { vai: "/persone", avviso: "Nessuna persona con questo codice fiscale." },
          }
        : { ok: true, valore: { vai: `/persone/${personaId}?scopo=${String(input["scopo"])}` } };
    },
    cerca,
  );
  sito.mostra("/persone/:id", ["ministero"], async ({ c, nodo }) => {
    const personaId = c.req.param("id") ?? "";
    const scopo = c.req.query("scopo");
    const letta = await nodo.persona({ personaId, scopo });
    if (!letta.ok) return letta.problema;
    const perche = scopo === undefined ? "" : `?scopo=${encodeURIComponent(scopo)}`;
    const { sesso, dataNascita, adesioni } = letta.valore;
    return {
      titolo: "Scheda della persona",
      corpo: html`<p><a href="/persone">Cerca una persona</a></p><h1>Scheda della persona</h1>
        <p>${sesso === "F" ? "Nata" : "Nato"} il ${giorno(dataNascita)}. I nostri flussi non portano al Ministero nome e recapiti.</p>
        <p><a class="bottone piano" href="/persone/${personaId}/sap${perche}">Leggi la sua SAP</a></p>
        ${adesioni.map(unaAdesione)}`,
    };
  });
}

export function montaMinistero(porta: Porta<OperazioniMinistero>): void {
  const sito = new SitoDiNodo(porta, {
    nome: "Monitoraggio nazionale",
    sottotitolo: "Banca dati delle politiche attive e passive",
    sviluppo: porta.sviluppo,
    accesso: true,
    inizio: porta.indirizzi["inizio"] ?? "/",
    voci: [
      { href: "/", testo: "Le cinque cifre", ruoli: TUTTI },
      { href: "/persone", testo: "Persone", ruoli: ["ministero"] },
      { href: "/segnalazioni", testo: "Segnalazioni", ruoli: ["ministero"] },
      { href: "/codici", testo: "Codici", ruoli: ["ministero"] },
      { href: "/flussi", testo: "Flussi", ruoli: ["ministero"] },
      { href: "/scambi", testo: "Scambi", ruoli: ["ministero"] },
    ],
  });
  sito.accesso([MONITORAGGIO]);
  montaCifre(sito);
  montaPersone(sito);
  pagineSap(sito);
  pagineFlussi(sito, "ministero");
  pagineScambi(sito, "ministero");
}
