import { type OperazioniMinistero, SCOPI_LETTURA } from "@staffetta/contracts";
import { nomeRegione, STATI_ADESIONE } from "@staffetta/domain";
import { nascosto, scelta, VUOTO } from "../parti/campi.ts";
import { euro, giorno, type Html, html, istante, NIENTE } from "../parti/html.ts";
import { coppie, tavola } from "../parti/tavola.ts";
import type { SitoDiNodo } from "../sito.ts";
import { percorsoInParole } from "./sap-parole.ts";

type Sito = SitoDiNodo<OperazioniMinistero>;
type Nodo = Parameters<Parameters<Sito["mostra"]>[2]>[0]["nodo"];
type Valore<N extends keyof Nodo> = Extract<Awaited<ReturnType<Nodo[N]>>, { ok: true }>["valore"];
type Lettura = Valore<"sapPersona">;
type Sap = NonNullable<Lettura["sap"]>;
type Politica = Sap["politiche"][number];

const MINISTERO = ["ministero"] as const;
const CANALI = {
  soap: "servizi nazionali (SOAP)",
  modi: "flussi di Staffetta",
  nodo: "questo nodo",
} as const;

export const sceltaScopo = (valori: Parameters<typeof scelta>[0]): Html =>
  scelta(
    valori,
    { nome: "scopo", etichetta: "Perché leggi questi dati", vuota: "Scegli…" },
    Object.entries(SCOPI_LETTURA).map(([valore, testo]) => ({ valore, testo })),
  );

const conCodice = (codice: string, parole: string | null): Html | string =>
  parole === null ? codice : html`${parole} <span class="sommesso">(${codice})</span>`;

const sezione = ({ titolo, campi }: Sap["sezioni"][number]): Html => html`<details>
  <summary>${titolo}${campi.length === 0 ? ": vuota" : ""}</summary>
  ${
    campi.length === 0
      ? html`<p>Nessun dato.</p>`
      : coppie(
          campi.map(({ percorso, valore, inParole }) => [
            percorsoInParole(percorso),
            conCodice(valore, inParole),
          ]),
        )
  }</details>`;

const eventi = ({ eventi: tutti }: Politica): Html =>
  tutti.length === 0
    ? html`<p>Nessun evento: l'esito viene dalle date.</p>`
    : html`<ol class="linee">${tutti.map(
        ({ evento, inParole, data, ente, at }) =>
          html`<li><time datetime="${data}">${giorno(data)}</time><strong>${inParole ?? evento}</strong>
          mandato da ${ente ?? "questo nodo"}, arrivato il ${istante(at)}</li>`,
      )}</ol>`;

const politica = (una: Politica): Html => html`<article class="scheda">
  <h3>${una.attivita ?? "Attività sconosciuta"} <span class="sommesso">(${una.tipoAttivita})</span></h3>
  ${coppie([
    ["Esito", una.esito ?? "non si ricava"],
    ["Titolo", una.titolo ?? "—"],
    ["Progetto", conCodice(una.progetto, una.progettoInParole)],
    ["Ente promotore", una.ente],
    ["Mandata da", una.inviataDa],
    ["Proposta il", giorno(una.dataProposta)],
    ["Dal", giorno(una.dataInizio)],
    ["Al", giorno(una.dataFine)],
    ["Durata", una.durata ?? "—"],
    ["Indice di profiling", una.indiceProfiling ?? "—"],
    ["Identificativo", una.identificativo],
    ["Presa in carico", una.presaInCarico ?? "—"],
  ])}
  <h4>Eventi</h4>${eventi(una)}</article>`;

const testata = (sap: Sap): Html =>
  html`${
    sap.provvisoria
      ? html`<div class="avviso"><p>Questa SAP è provvisoria: l'ha fatta questo nodo perché la persona ha aderito senza averne una. Il primo ente che manda un inserimento ne diventa titolare.</p></div>`
      : NIENTE
  }${coppie([
    ["Identificativo", sap.id],
    ["Stato", sap.stato],
    ["Titolare", `${sap.titolare}${sap.regione === null ? "" : ` (${nomeRegione(sap.regione)})`}`],
    ["Titolari di prima", sap.exTitolari.length === 0 ? "nessuno" : sap.exTitolari.join(", ")],
    ["Versione", String(sap.versione)],
  ])}`;

function storia({ versioni }: Sap, base: string, scopo: string): Html {
  const opzioni = versioni.map(({ versione, at }) => ({
    valore: String(versione),
    testo: `${versione}, del ${istante(at)}`,
  }));
  const prima = {
    ...VUOTO,
    valori: { da: String(versioni[1]?.versione ?? 1), a: String(versioni[0]?.versione ?? 1) },
  };
  return html`${tavola(
    "Versioni",
    ["Versione", "Quando", "Che cosa", "Da chi", "Per quale strada"],
    versioni.map(({ versione, at, variazione, ente, canale }) => [
      String(versione),
      istante(at),
      variazione,
      ente ?? "Ministero",
      CANALI[canale],
    ]),
    "Nessuna versione.",
  )}
  <form method="get" action="${base}/differenze" class="inriga">${nascosto("scopo", scopo)}
    ${scelta(prima, { nome: "da", etichetta: "Confronta la versione" }, opzioni)}
    ${scelta(prima, { nome: "a", etichetta: "con la versione" }, opzioni)}
    <button class="bottone piano" type="submit">Mostra le differenze</button></form>`;
}

const did = ({ did: tutte }: Sap): Html =>
  tutte.length === 0
    ? html`<p>Nessuna DID.</p>`
    : html`<ul>${tutte.map(
        ({ stato, fonte, giorno: g }) => html`<li>DID del ${giorno(g)}: ${stato}, ${fonte}</li>`,
      )}</ul>`;

const passive = ({ passive: tutte }: Lettura): Html =>
  tavola(
    "Politiche passive",
    ["Che cosa", "Ente", "Dal", "Al", { testo: "Importo", numero: true }, "Da dove viene"],
    tutte.map(({ tipo, ente, dal, al, importoCents, fonte }) => [
      ...[tipo, ente, giorno(dal), giorno(al)],
      ...[importoCents === null ? "—" : euro(importoCents), fonte],
    ]),
    "Nessuna politica passiva è stata importata per questa persona.",
  );

const coerenza = ({ coerenza: tutte }: Lettura): Html => {
  const storte = tutte.filter(({ motivi }) => motivi.length > 0);
  return storte.length === 0
    ? NIENTE
    : html`<div class="avviso attento"><h2>Da guardare</h2><ul>${storte.map(
        ({ regione, stato, motivi }) =>
          html`<li>Adesione in ${nomeRegione(regione)}, «${STATI_ADESIONE[stato]}»: ${motivi.join("; ")}.</li>`,
      )}</ul></div>`;
};

const segnalazioni = ({ segnalazioni: tutte }: Sap): Html =>
  tutte.length === 0
    ? NIENTE
    : html`<h2 class="mt-5">Segnalazioni</h2><ul>${tutte.map(
        ({ at, testo, ente }) =>
          html`<li>${istante(at)}, da ${ente ?? "questo nodo"}: ${testo}</li>`,
      )}</ul>`;

const annulla = ({ id, attiva }: Sap, personaId: string, scopo: string): Html =>
  attiva
    ? html`<details><summary>Annulla questa SAP</summary>
      <p>La SAP annullata resta nella storia, ma non si aggiorna e non si legge più dai servizi. Il titolare riceve la notizia.</p>
      <form method="post" action="/sap/annulla">${nascosto("id", id)}${nascosto("personaId", personaId)}${nascosto("scopo", scopo)}
        <button class="bottone grave" type="submit">Annulla la SAP ${id}</button></form></details>`
    : NIENTE;

function laSap(lettura: Lettura, scopo: string): Html {
  const { personaId, sap } = lettura;
  const base = `/persone/${personaId}/sap`;
  if (sap === null) return html`<p>Questa persona non ha una SAP.</p>${passive(lettura)}`;
  return html`${testata(sap)}${coerenza(lettura)}
    <h2 class="mt-5">Sezioni</h2>${sap.sezioni.map(sezione)}
    <h2 class="mt-5">6. Politiche attive</h2>${
      sap.politiche.length === 0 ? html`<p>Nessuna.</p>` : sap.politiche.map(politica)
    }
    <h2 class="mt-5">Dichiarazioni di disponibilità (DID)</h2>${did(sap)}
    ${passive(lettura)}
    <h2 class="mt-5">Storia</h2>${storia(sap, base, scopo)}
    ${segnalazioni(sap)}
    ${annulla(sap, personaId, scopo)}`;
}

const chiediScopo = (personaId: string): Html =>
  html`<h1>Leggi la SAP</h1><p>La SAP contiene dati personali: ogni lettura resta annotata con il suo motivo.</p>
    <form method="get" action="/persone/${personaId}/sap" class="scheda">${sceltaScopo(VUOTO)}
      <button class="bottone" type="submit">Leggi</button></form>`;

function montaSap(sito: Sito): void {
  sito.mostra("/persone/:id/sap", MINISTERO, async ({ c, nodo }) => {
    const personaId = c.req.param("id") ?? "";
    const scopo = c.req.query("scopo") ?? "";
    if (scopo === "") return { titolo: "Leggi la SAP", corpo: chiediScopo(personaId) };
    const letta = await nodo.sapPersona({ personaId, scopo });
    if (!letta.ok) return letta.problema;
    return {
      titolo: "Scheda anagrafico-professionale",
      corpo: html`<p><a href="/persone/${personaId}">La persona</a></p>
        <h1>Scheda anagrafico-professionale</h1>${laSap(letta.valore, scopo)}`,
    };
  });
  sito.mostra("/persone/:id/sap/differenze", MINISTERO, async ({ c, nodo }) => {
    const personaId = c.req.param("id") ?? "";
    const { scopo = "", da = "", a = "" } = c.req.query();
    const lette = await nodo.differenzeSap({ personaId, scopo, da, a });
    if (!lette.ok) return lette.problema;
    const { parti, da: prima, a: dopo } = lette.valore;
    return {
      titolo: "Differenze fra due versioni",
      corpo: html`<p><a href="/persone/${personaId}/sap?scopo=${scopo}">La SAP</a></p>
        <h1>Che cosa è cambiato</h1>
        <p>Dalla versione ${prima.versione} (${istante(prima.at)}, ${prima.ente ?? "questo nodo"}) alla versione ${dopo.versione} (${istante(dopo.at)}, ${dopo.ente ?? "questo nodo"}).</p>
        ${
          parti.length === 0
            ? html`<p>Le due versioni dicono le stesse cose.</p>`
            : parti.map(({ titolo, differenze }) =>
                tavola(
                  titolo,
                  ["Campo", "Prima", "Dopo"],
                  differenze.map((una) => [
                    percorsoInParole(una.percorso),
                    una.prima ?? "—",
                    una.dopo ?? "—",
                  ]),
                  "",
                ),
              )
        }`,
    };
  });
  sito.invia(
    "/sap/annulla",
    MINISTERO,
    async ({ nodo }, { id, personaId, scopo }) => {
      const esito = await nodo.annullaSap({ id });
      if (!esito.ok) return esito;
      const vai = `/persone/${encodeURIComponent(String(personaId))}/sap?scopo=${encodeURIComponent(String(scopo))}`;
      return { ok: true, valore: { vai, avviso: "La SAP è annullata; il titolare lo saprà." } };
    },
    async () => ({ titolo: "SAP", corpo: html`<p><a href="/persone">Cerca una persona</a></p>` }),
  );
}

function montaSegnalazioni(sito: Sito): void {
  sito.mostra("/segnalazioni", MINISTERO, async ({ nodo }) => {
    const lette = await nodo.segnalazioniSap({});
    if (!lette.ok) return lette.problema;
    const { ignoti, altre } = lette.valore;
    return {
      titolo: "Segnalazioni",
      corpo: html`<h1>Segnalazioni dalle SAP</h1>
        <p>Quello che arriva si tiene com'è, anche quando qualcosa non torna. Qui c'è che cosa guardare.</p>
        ${tavola(
          "Codici che nessuna lista conosce",
          ["Codice", "Lista", { testo: "Volte", numero: true }, "La prima", "L'ultima"],
          ignoti.map(({ lista, nome, codice, volte, primaAt, ultimaAt }) => [
            codice,
            html`<a href="/codici/${lista}">${nome}</a>`,
            ...[String(volte), istante(primaAt), istante(ultimaAt)],
          ]),
          "Nessun codice sconosciuto.",
        )}
        ${tavola(
          "Altre segnalazioni, le più recenti",
          ["Quando", "SAP", "Da chi", "Che cosa"],
          altre.map(({ at, sapId, ente, testo }) => [
            istante(at),
            sapId,
            ente ?? "questo nodo",
            testo,
          ]),
          "Nessun'altra segnalazione.",
        )}`,
    };
  });
}

const PROVE: Readonly<Record<string, string>> = {
  W: "dal contratto",
  R: "da un messaggio",
  C: "da un programma",
  I: "da verificare (dedotto)",
  K: "da verificare (noto in generale)",
  importata: "importato",
};

function montaCodici(sito: Sito): void {
  sito.mostra("/codici", MINISTERO, async ({ nodo }) => {
    const lette = await nodo.codici({});
    if (!lette.ok) return lette.problema;
    return {
      titolo: "Codici",
      corpo: html`<h1>Liste di codici</h1>
        <p>Un codice sconosciuto che arriva si tiene e si segnala; uno che parte si ferma. Una lista vuota aspetta di essere importata: fino ad allora non giudica nessuno.</p>
        ${tavola(
          "Liste",
          [
            "Lista",
            "Nome per l'importazione",
            { testo: "Voci", numero: true },
            { testo: "Da verificare", numero: true },
          ],
          lette.valore.liste.map(({ id, nome, voci, daVerificare }) => [
            html`<a href="/codici/${id}">${nome}</a>`,
            ...[id, String(voci), String(daVerificare)],
          ]),
          "",
        )}`,
    };
  });
  sito.mostra("/codici/:lista", MINISTERO, async ({ c, nodo }) => {
    const lette = await nodo.codici({ lista: c.req.param("lista") ?? "" });
    if (!lette.ok) return lette.problema;
    const { scelta: una } = lette.valore;
    return {
      titolo: una?.nome ?? "Lista sconosciuta",
      corpo: html`<p><a href="/codici">Liste di codici</a></p><h1>${una?.nome ?? "Questa lista non c'è"}</h1>
        ${tavola(
          "Voci",
          ["Codice", "Che cosa vuol dire", "Dal", "Al", "Come lo sappiamo"],
          (una?.voci ?? []).map(({ codice, descrizione, dal, al, prova }) => [
            ...[codice, descrizione, dal === null ? "sempre" : giorno(dal)],
            ...[al === null ? "ancora valido" : giorno(al), PROVE[prova] ?? prova],
          ]),
          "Questa lista non ha ancora voci: si importa con «staffetta importa-codici».",
        )}`,
    };
  });
}

/** The desk of the Banca dati: the SAP of a person, what needs a look, the code lists. */
export function pagineSap(sito: Sito): void {
  montaSap(sito);
  montaSegnalazioni(sito);
  montaCodici(sito);
}
