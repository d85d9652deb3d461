import { ammette, type CasoGefo, VISTE_LAVORO } from "@staffetta/contracts";
import {
  CANALI_CONTATTO,
  ESITI_CONTATTO,
  ESITI_POLITICA,
  MISURE,
  MOTIVI_NON_PRESA,
  STATI_SERVIZIO,
} from "@staffetta/domain";
import { area, nascosto, scelta, testo, VUOTO } from "../../parti/campi.ts";
import { euro, giorno, type Html, html, istante, NIENTE, periodo } from "../../parti/html.ts";
import { statoAdesione } from "../../parti/stato.ts";
import { coppie } from "../../parti/tavola.ts";
import { azione, type Modulo } from "./caso-azione.ts";
import { pianoContatti, tabellaContatti } from "./contatti.ts";
import { adessoARoma, opzioni } from "./modulo.ts";
import type { Sito, Vista } from "./sito.ts";

const contatto = (m: Modulo): Html =>
  azione(
    m,
    { nome: "registraContatto", titolo: "Registra un contatto", bottone: "Registra il contatto" },
    (c) => html`
    ${scelta(c, { nome: "esito", etichetta: "Che cosa è successo" }, opzioni(ESITI_CONTATTO))}
    ${scelta(c, { nome: "canale", etichetta: "Come" }, opzioni(CANALI_CONTATTO))}
    ${testo(c, { nome: "giorno", etichetta: "Giorno", tipo: "date", predefinito: m.oggi })}
    ${testo(c, { nome: "ora", etichetta: "Ora", tipo: "time", predefinito: m.ora })}
    ${area(c, { nome: "nota", etichetta: "Nota", facoltativo: true })}
    ${testo(c, { nome: "prova", etichetta: "Prova", aiuto: "Una ricevuta, il numero della telefonata: che cosa dimostra il contatto.", facoltativo: true })}`,
  );

/** A dote that waits for money: its number, and the way out. */
const inCoda = (m: Modulo): Html => {
  const { coda } = m.caso;
  if (coda === null) return NIENTE;
  const { numero, davanti } = coda;
  return html`<div class="avviso attento"><p><strong>La dote è in coda per il denaro, con il numero ${numero}.</strong>
      ${davanti === 0 ? "È la prima: parte da sola appena il denaro torna." : `Prima di lei ${davanti === 1 ? "ce n'è una" : `ce ne sono ${davanti}`}. Parte da sola quando tocca a lei.`}</p></div>
    ${azione(
      m,
      { nome: "lasciaCoda", titolo: "Lascia la coda", bottone: "Lascia la coda", grave: true },
      () => html`<p>Perdi il numero ${numero} e puoi preparare un'altra dote, più piccola.</p>`,
    )}`;
};

const nonPresa = (m: Modulo): Html =>
  azione(
    m,
    {
      nome: "nonPrendereInCarico",
      titolo: "NON presa in carico",
      bottone: "Registra la NON presa in carico",
      grave: true,
    },
    (c) => html`
    <p>È un fatto che viene contato: scegli il motivo vero.</p>
    ${scelta(c, { nome: "motivo", etichetta: "Motivo" }, opzioni(MOTIVI_NON_PRESA))}
    ${area(c, { nome: "nota", etichetta: "Nota", facoltativo: true })}`,
  );

type Servizio = NonNullable<CasoGefo["dote"]>["servizi"][number];

function passoServizio({ caso, compilato, chiave, oggi }: Modulo, servizio: Servizio): Html {
  const { servizioId, stato, etichetta } = servizio;
  const mine = compilato.valori["servizioId"] === servizioId ? compilato : VUOTO;
  const form = (nome: string, bottone: string, campi: Html): Html => html`
    <form method="post" action="/casi/${caso.adesioneId}" novalidate>
      ${nascosto("azione", nome)}${nascosto("chiave", chiave)}${nascosto("servizioId", servizioId)}
      ${campi}<button class="bottone" type="submit">${bottone}<span class="visually-hidden">: ${etichetta}</span></button></form>`;
  // Ids must differ among the forms of one page: only what was refused keeps the one that errors lead to.
  const mio = mine === VUOTO ? { ...VUOTO, prefisso: `${servizioId}-` } : mine;
  const campo = (nome: string, etichettaCampo: string): Html =>
    testo(mio, { nome, etichetta: etichettaCampo, tipo: "date", predefinito: oggi });
  if (stato === "pianificato" && caso.azioni["avviaServizio"]?.ammessa)
    return form("avviaServizio", "Comunica l'inizio", campo("dataInizio", "Iniziato il"));
  if (stato === "avviato" && caso.azioni["concludiServizio"]?.ammessa)
    return form(
      "concludiServizio",
      "Comunica la fine",
      html`${campo("dataFine", "Finito il")}
      ${scelta(mio, { nome: "esito", etichetta: "Com'è finito", vuota: "Scegli" }, opzioni(ESITI_POLITICA))}`,
    );
  if (stato === "erogato" && caso.azioni["rendiconta"]?.ammessa)
    return form("rendiconta", "Presenta la rendicontazione", NIENTE);
  return NIENTE;
}

/** Where its hours are written and its money is told. */
const portaServizio = ({ servizioId, stato, misura, etichetta }: Servizio): Html => {
  if (stato === "pianificato" || stato === "non-erogato") return NIENTE;
  const di = html`<span class="visually-hidden"> di ${etichetta}</span>`;
  return html`<ul>
    ${
      MISURE[misura].unita === "ora"
        ? html`<li><a href="/servizi/${servizioId}/registro">Registro delle ore${di}</a></li>`
        : NIENTE
    }
    <li><a href="/servizi/${servizioId}/conto">Prove e rendicontazioni${di}</a></li></ul>`;
};

const unServizio = (m: Modulo, servizio: Servizio): Html => html`<section class="scheda">
  <h3>${servizio.etichetta}</h3>
  <p><span class="stato ${servizio.stato === "ammesso" ? "va" : "aspetta"}">${STATI_SERVIZIO[servizio.stato]}</span></p>
  ${coppie([
    [
      "Previsto",
      `${servizio.oreUnita} ${servizio.oreUnita === 1 ? "unità" : "ore"}, ${euro(servizio.importoCents)}`,
    ],
    ["Quando", periodo(servizio.dataInizio, servizio.dataFine)],
    ["Chiesto", servizio.rendicontatoCents === null ? "—" : euro(servizio.rendicontatoCents)],
    [
      "Ammesso",
      servizio.ammessoCents === null
        ? "—"
        : html`${euro(servizio.ammessoCents)} ${servizio.motivoTaglio ?? ""}`,
    ],
  ])}
  ${portaServizio(servizio)}
  ${passoServizio(m, servizio)}</section>`;

const doteDelCaso = (m: Modulo): Html => {
  const { dote } = m.caso;
  if (dote === null) return NIENTE;
  return html`<h2>Dote ${dote.protocollo}</h2>
    <p>${dote.stato}. Inviata il ${istante(dote.inviataAt)}, vale ${euro(dote.valoreCents)}; restano ${euro(dote.residuoCents)} da erogare.</p>
    <div class="griglia">${dote.servizi.map((uno) => unServizio(m, uno))}</div>`;
};

const PORTE_DEL_CASO = [
  ["fascicolo", "fascicolo", "Fascicolo e patto"],
  ["piano", "piano", "Piano e dote"],
] as const;

function corpo(m: Modulo): Html {
  const { caso } = m;
  const { anagrafica, recapiti } = caso;
  return html`<p><a href="/lavoro">Lista di lavoro</a></p>
    <h1>${anagrafica.nome} ${anagrafica.cognome}</h1>
    ${caso.avviso === null ? NIENTE : html`<div class="avviso attento"><p>${caso.avviso}</p></div>`}
    ${pianoContatti(m)}
    <div class="griglia larga">
      <section class="scheda"><h2>A che punto siamo</h2>${coppie([
        ["Caso", html`<span class="stato">${caso.stato}</span>`],
        ["Da fare", VISTE_LAVORO[caso.vista]],
        [
          "Termine dell'avviso",
          caso.entro === null
            ? "—"
            : html`${giorno(caso.entro)}${caso.oltreTermine ? html` <span class="stato male">oltre il termine</span>` : NIENTE}`,
        ],
        ["Adesione", statoAdesione(caso.statoAdesione)],
        [
          "Patto",
          caso.patto === null
            ? "non firmato"
            : `${giorno(caso.patto.data)}, fascia ${caso.patto.fascia}`,
        ],
        [
          "Non preso in carico",
          caso.nonPresa === null
            ? "—"
            : `${MOTIVI_NON_PRESA[caso.nonPresa.motivo]}, ${istante(caso.nonPresa.at)}`,
        ],
      ])}</section>
      <section class="scheda"><h2>La persona</h2>${coppie([
        ["Codice fiscale", anagrafica.codiceFiscale],
        ["Data di nascita", giorno(anagrafica.dataNascita)],
        [
          "Telefono",
          html`<a href="tel:${recapiti.telefono.replaceAll(" ", "")}">${recapiti.telefono}</a>`,
        ],
        ["E-mail", html`<a href="mailto:${recapiti.email}">${recapiti.email}</a>`],
        ["Adesione del", giorno(caso.dataAdesione)],
      ])}</section></div>
    <ul class="schede-viste">
      ${PORTE_DEL_CASO.filter(([operazione]) => m.apre(operazione)).map(
        ([, dove, detto]) => html`<li><a href="/casi/${caso.adesioneId}/${dove}">${detto}</a></li>`,
      )}
      <li><a href="/casi/${caso.adesioneId}/appuntamento">Appuntamento</a></li>
      <li><a href="/posta?caso=${caso.adesioneId}">Posta inviata a questa persona</a></li></ul>
    ${inCoda(m)}${contatto(m)}${nonPresa(m)}
    ${doteDelCaso(m)}
    ${tabellaContatti(m)}`;
}

const AVVISI: Readonly<Record<string, string>> = {
  registraContatto: "Contatto registrato.",
  giustificaAssenza: "Assenza giustificata: non conta. Ora convoca la persona di nuovo.",
  lasciaCoda: "Hai lasciato la coda: prepara un'altra dote.",
  nonPrendereInCarico: "Il caso è chiuso da adesso: la persona riceve la lettera con il motivo.",
  avviaServizio: "Inizio comunicato.",
  concludiServizio: "Fine comunicata: ora si può rendicontare.",
  rendiconta: "Rendicontazione presentata: la verifica la Regione.",
};

const PREAVVISO =
  "È partito il preavviso, il caso non è ancora chiuso: decidi di nuovo dopo la risposta della persona, o passato il suo termine.";

/** The same command warns or decides, as the notice wants: the case tells which it was. */
async function avvisoDi(nodo: Parameters<Vista>[0]["nodo"], nome: string, adesioneId: string) {
  if (nome !== "nonPrendereInCarico") return AVVISI[nome];
  const letto = await nodo.caso({ adesioneId });
  return letto.ok && letto.valore.nonPresa === null ? PREAVVISO : AVVISI[nome];
}

/** One case: everything that the addetto may do on it, and why not. */
export function pagineCaso(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const letto = await nodo.caso({ adesioneId: c.req.param("id") });
    if (!letto.ok) return letto.problema;
    const { oggi, ora } = adessoARoma(sito.porta.adesso());
    const caso = letto.valore;
    const modulo = {
      ...{ caso, compilato, chiave: sito.porta.nuovaChiave(), oggi, ora },
      apre: (nome: "fascicolo" | "piano") => ammette(sito.porta.operazioni[nome], soggetto),
    };
    return { titolo: `${caso.anagrafica.nome} ${caso.anagrafica.cognome}`, corpo: corpo(modulo) };
  };
  sito.mostra("/casi/:id", ["addetto"], vista);
  sito.invia(
    "/casi/:id",
    ["addetto"],
    async ({ c, nodo }, input) => {
      const adesioneId = c.req.param("id") ?? "";
      const nome = String(input["azione"]);
      if (AVVISI[nome] === undefined) return { ok: true, valore: { vai: `/casi/${adesioneId}` } };
      const operazione = nodo[nome as "registraContatto"];
      const suServizio = input["servizioId"] !== undefined;
      const { azione: _, ...resto } = input;
      const esito = await operazione(suServizio ? resto : { ...resto, adesioneId });
      if (!esito.ok) return esito;
      const avviso = (await avvisoDi(nodo, nome, adesioneId)) ?? "Fatto.";
      return { ok: true, valore: { vai: `/casi/${adesioneId}`, avviso } };
    },
    vista,
  );
}
