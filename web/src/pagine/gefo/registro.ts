import type { OperazioniGefo, Registro, RigaInRegistro, Risposta } from "@staffetta/contracts";
import { addDays, type CivilDate } from "@staffetta/domain";
import { type Compilato, errorOf, nascosto, scelta, testo, VUOTO } from "../../parti/campi.ts";
import { idDi } from "../../parti/guscio.ts";
import { durata, giorno, type Html, html, istante, NIENTE, periodo } from "../../parti/html.ts";
import { type Cella, cella, scritteDi, sullaSuaRiga } from "../../parti/righe.ts";
import { coppie, tavola } from "../../parti/tavola.ts";
import type { Richiesta } from "../../sito.ts";
import type { Sito, Vista } from "./sito.ts";

const GIORNI = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
/** Morning and afternoon. */
const RIGHE_AL_GIORNO = 2;

interface Foglio {
  readonly registro: Registro;
  readonly compilato: Compilato;
  readonly chiave: () => string;
}

function fraTanti(
  compilato: Compilato,
  { nome, etichetta, predefinito = "" }: Cella,
  tutti: Registro["sedi"],
): Html {
  const errore = errorOf(compilato, nome);
  const chosen = compilato.valori[nome] ?? predefinito;
  return html`<div class="campo"><select id="${idDi(nome)}" name="${nome}" aria-label="${etichetta}">
    ${tutti.map(({ id, nome: n }) => html`<option value="${id}" ${id === chosen ? html`selected` : ""}>${n}</option>`)}</select>
    ${errore === null ? NIENTE : html`<span class="errore">${errore}</span>`}</div>`;
}

const firmata = ({ firmaGiovaneAt, firmaProfessionistaAt }: RigaInRegistro): boolean =>
  firmaGiovaneAt !== null || firmaProfessionistaAt !== null;

const nomeDi = (tutti: Registro["sedi"], id: string): string =>
  tutti.find((uno) => uno.id === id)?.nome ?? id;

const firme = ({ firmaGiovaneAt, firmaProfessionistaAt, bloccata }: RigaInRegistro): string => {
  if (bloccata) return "rendicontata";
  const chi = [firmaGiovaneAt && "giovane", firmaProfessionistaAt && "professionista"];
  return chi.filter(Boolean).join(" e ") || "da firmare";
};

function rigaScrivibile(
  { registro, compilato }: Foglio,
  i: number,
  giornoDiRiga: CivilDate,
  riga: RigaInRegistro | undefined,
): (Html | string)[] {
  const quale = `${GIORNI[Math.floor(i / RIGHE_AL_GIORNO)]} ${giorno(giornoDiRiga)}`;
  const campo = (nome: string, parola: string, predefinito: string): Cella => ({
    ...{
      nome: `righe.${i}.${nome}`,
      etichetta: `${parola}, ${quale}, riga ${(i % 2) + 1}`,
      predefinito,
    },
  });
  const giornoErrore = errorOf(compilato, `righe.${i}.giorno`);
  return [
    html`${quale}${nascosto(`righe.${i}.giorno`, giornoDiRiga)}
      ${giornoErrore === null ? NIENTE : html`<div class="campo"><span class="errore" id="${idDi(`righe.${i}.giorno`)}">${giornoErrore}</span></div>`}`,
    cella(compilato, { ...campo("dalle", "Dalle", riga?.dalle ?? ""), tipo: "time" }),
    cella(compilato, { ...campo("alle", "Alle", riga?.alle ?? ""), tipo: "time" }),
    fraTanti(compilato, campo("sedeId", "Sede", riga?.sedeId ?? registro.sedeId), registro.sedi),
    fraTanti(
      compilato,
      campo(
        "professionistaId",
        "Professionista",
        riga?.professionistaId ?? registro.professionistaId,
      ),
      registro.professionisti,
    ),
    riga === undefined ? "" : "da firmare",
  ];
}

/** Two rows a day: those that somebody has signed are shown, the others can be written. */
function settimana(foglio: Foglio): Html {
  const { registro, chiave } = foglio;
  const righe = GIORNI.flatMap((nome, day) => {
    const oggi = addDays(registro.lunedi, day);
    const scritte = registro.righe.filter((una) => una.giorno === oggi);
    const ferme = scritte
      .filter(firmata)
      .map((una) => [
        ...[`${nome} ${giorno(oggi)}`, una.dalle, una.alle, nomeDi(registro.sedi, una.sedeId)],
        ...[nomeDi(registro.professionisti, una.professionistaId), firme(una)],
      ]);
    if (!registro.aperto) return ferme;
    const libere = scritte.filter((una) => !firmata(una));
    const vuote = Array.from({ length: RIGHE_AL_GIORNO }, (_, n) =>
      rigaScrivibile(foglio, day * RIGHE_AL_GIORNO + n, oggi, libere[n]),
    );
    return [...ferme, ...vuote];
  });
  const foglioDi = tavola(
    `Settimana del ${giorno(registro.lunedi)}`,
    ["Giorno", "Dalle", "Alle", "Sede", "Professionista", "Firme"],
    righe,
    "Nessuna ora in questa settimana.",
  );
  if (!registro.aperto) return foglioDi;
  return html`<form method="post" action="/servizi/${registro.servizioId}/registro?settimana=${registro.lunedi}" novalidate>
    ${nascosto("azione", "salvaSettimana")}${nascosto("chiave", chiave())}
    ${nascosto("lunedi", registro.lunedi)}${nascosto("impronta", registro.impronta)}
    ${foglioDi}
    <p class="sommesso">Lascia vuote le righe che non servono. Le righe firmate non si cambiano, finché non togli le firme.</p>
    <button class="bottone" type="submit">Salva la settimana</button></form>`;
}

function bottoneSettimana(
  { registro, chiave }: Foglio,
  azione: string,
  scritta: string,
  altri: Html = NIENTE,
): Html {
  const { servizioId, lunedi } = registro;
  return html`<form method="post" action="/servizi/${servizioId}/registro?settimana=${lunedi}" class="inriga">
    ${nascosto("azione", azione)}${nascosto("chiave", chiave())}
    ${nascosto("dal", lunedi)}${nascosto("al", addDays(lunedi, 6))}${altri}
    <button class="bottone piano" type="submit">${scritta}</button></form>`;
}

const firmeDellaSettimana = (foglio: Foglio): Html =>
  !foglio.registro.aperto || foglio.registro.righe.length === 0
    ? NIENTE
    : html`<h2>Firme di questa settimana</h2>
    <p>Conta solo l'ora che ha tutte e due le firme. Quando una persona firma il foglio, registralo qui.</p>
    ${bottoneSettimana(foglio, "firmaRegistro", "Il giovane ha firmato", nascosto("chi", "giovane"))}
    ${bottoneSettimana(foglio, "firmaRegistro", "Il professionista ha firmato", nascosto("chi", "professionista"))}
    ${bottoneSettimana(foglio, "riapriRegistro", "Togli le firme per correggere")}`;

function variazione({ registro, compilato, chiave }: Foglio): Html {
  const mine = compilato.valori["azione"] === "variaServizio" ? compilato : VUOTO;
  const opzioni = (tutti: Registro["sedi"]) =>
    tutti.map(({ id, nome }) => ({ valore: id, testo: nome }));
  const chi = { nome: "professionistaId", etichetta: "Professionista" };
  if (registro.stato !== "iniziato" || !registro.delCaso) return NIENTE;
  return html`<details ${mine === VUOTO ? "" : html`open`}><summary>Comunica una variazione</summary>
    <form method="post" action="/servizi/${registro.servizioId}/registro?settimana=${registro.lunedi}" novalidate>
      ${nascosto("azione", "variaServizio")}${nascosto("chiave", chiave())}
      ${testo(mine, { nome: "dal", etichetta: "Da quando", tipo: "date" })}
      ${scelta(mine, { nome: "sedeId", etichetta: "Sede", predefinito: registro.sedeId }, opzioni(registro.sedi))}
      ${scelta(mine, { ...chi, predefinito: registro.professionistaId }, opzioni(registro.professionisti))}
      ${testo(mine, { nome: "finePrevista", etichetta: "Fine prevista", tipo: "date", facoltativo: true, predefinito: registro.finePrevista ?? "" })}
      ${testo(mine, { nome: "motivo", etichetta: "Perché cambia" })}
      <button class="bottone" type="submit">Comunica la variazione</button></form></details>`;
}

function importazione({ registro, compilato, chiave }: Foglio): Html {
  if (!registro.aperto) return NIENTE;
  const errore = errorOf(compilato, "file");
  return html`<details ${errore === null ? "" : html`open`}><summary>Aggiungi ore da un file CSV</summary>
    <form method="post" enctype="multipart/form-data" action="/servizi/${registro.servizioId}/registro?settimana=${registro.lunedi}">
      ${nascosto("azione", "importaRegistro")}${nascosto("chiave", chiave())}
      <div class="campo"><label for="campo-file">File CSV</label>
        <span class="aiuto" id="campo-file-aiuto">Prima riga: giorno, dalle, alle; se servono, sede e professionista. Una riga sbagliata non ferma le altre.</span>
        <input id="campo-file" name="file" type="file" accept=".csv,text/csv" aria-describedby="campo-file-aiuto">
        ${errore === null ? NIENTE : html`<span class="errore">${errore}</span>`}</div>
      <button class="bottone" type="submit">Aggiungi le ore</button></form></details>`;
}

function corpo(foglio: Foglio): Html {
  const { registro } = foglio;
  const { servizioId, lunedi, minutiScritti, minutiFirmati, minutiRendicontati } = registro;
  const vai = (quale: CivilDate, testoDi: string): Html =>
    html`<a class="bottone piano" href="/servizi/${servizioId}/registro?settimana=${quale}">${testoDi}</a>`;
  return html`<p>${registro.delCaso ? html`<a href="/casi/${registro.adesioneId}">Torna al caso</a>` : html`<a href="/affidati">Servizi che eroghi per altri</a>`}
      · <a href="/servizi/${servizioId}/conto">${registro.delCaso ? "Prove e rendicontazioni" : "Prove del servizio"}</a></p>
    <h1>Registro: ${registro.etichetta}</h1>
    <section class="scheda">${coppie([
      ["Servizio", registro.stato],
      ["Quando", periodo(registro.dataInizio, registro.dataFine ?? registro.finePrevista)],
      ["Previste", `${registro.oreUnita} ore`],
      ["Scritte", durata(minutiScritti)],
      ["Con tutte e due le firme", durata(minutiFirmati)],
      ["Già rendicontate", durata(minutiRendicontati)],
    ])}</section>
    <p>${vai(addDays(lunedi, -7), "Settimana prima")} ${vai(addDays(lunedi, 7), "Settimana dopo")}</p>
    ${settimana(foglio)}
    ${firmeDellaSettimana(foglio)}
    ${importazione(foglio)}${variazione(foglio)}
    ${tavola(
      "Tutte le settimane",
      ["Settimana", "Ore", "Firme"],
      registro.settimane.map((una) => [
        html`<a href="/servizi/${servizioId}/registro?settimana=${una.lunedi}">${giorno(una.lunedi)}</a>`,
        ...[durata(una.minuti), una.firmate ? "complete" : "mancano firme"],
      ]),
      "Nessuna ora scritta.",
    )}
    ${tavola(
      "Inizio e variazioni comunicate",
      ["Quando", "Che cosa", "Perché", "Chi"],
      registro.variazioni.map((una) => [istante(una.at), una.testo, una.motivo, una.chi]),
      "Nessuna variazione.",
    )}`;
}

type Fatto = Promise<Risposta<string>>;
type Nodo = Richiesta<OperazioniGefo>["nodo"];

const detto = <T>(risposta: Risposta<T>, testoDi: (valore: T) => string): Risposta<string> =>
  risposta.ok ? { ok: true, valore: testoDi(risposta.valore) } : risposta;

async function salva(nodo: Nodo, input: Record<string, unknown>): Fatto {
  const scritte = scritteDi(input["righe"], "dalle", "alle");
  const salvata = await nodo.salvaSettimana({ ...input, righe: scritte.righe });
  const esito = sullaSuaRiga(salvata, "righe", scritte);
  if (!esito.ok) return esito;
  return { ok: true, valore: ["Settimana salvata.", ...esito.valore.avvisi].join(" ") };
}

const contaRighe = (n: number, una: string, molte: string): string =>
  n === 1 ? `1 riga ${una}` : `${n} righe ${molte}`;

async function importa(nodo: Nodo, input: Record<string, unknown>): Fatto {
  return detto(await nodo.importaRegistro(input), ({ scritte, righe }) => {
    const no = righe.filter(({ esito }) => esito === "rifiutata");
    const già = righe.filter(({ esito }) => esito === "gia-presente").length;
    const dette = no.slice(0, 10).map(({ riga, motivo }) => `Riga ${riga}: ${motivo}`);
    return [
      `${contaRighe(scritte, "aggiunta", "aggiunte")}; ${già} c'${già === 1 ? "era" : "erano"} già; ${contaRighe(no.length, "rifiutata", "rifiutate")}.`,
      ...dette,
    ].join(" ");
  });
}

async function esegui(nodo: Nodo, nome: string, input: Record<string, unknown>): Fatto {
  switch (nome) {
    case "salvaSettimana":
      return salva(nodo, input);
    case "importaRegistro":
      return importa(nodo, input);
    case "firmaRegistro":
      return detto(
        await nodo.firmaRegistro(input),
        ({ firmate }) => `Firme registrate: ${firmate} righe.`,
      );
    case "riapriRegistro":
      return detto(await nodo.riapriRegistro(input), () => "Firme tolte: ora puoi correggere.");
    default:
      return detto(await nodo.variaServizio(input), () => "Variazione comunicata.");
  }
}

/** The register of a service, one week at a time, without script. */
export function pagineRegistro(sito: Sito): void {
  const vista: Vista = async ({ c, nodo }, compilato) => {
    const servizioId = c.req.param("id");
    const letto = await nodo.registro({ servizioId, lunedi: c.req.query("settimana") ?? "" });
    if (!letto.ok) return letto.problema;
    const foglio = { registro: letto.valore, compilato, chiave: sito.porta.nuovaChiave };
    return { titolo: `Registro: ${letto.valore.etichetta}`, corpo: corpo(foglio) };
  };
  sito.mostra("/affidati", ["addetto"], async ({ nodo }) => {
    const letti = await nodo.serviziAffidati({});
    if (!letti.ok) return letti.problema;
    return {
      titolo: "Servizi che eroghi per altri",
      corpo: html`<h1>Servizi che eroghi per altri</h1>
        <p>Il caso e la dote sono di un altro operatore: qui scrivi le ore che fai tu.</p>
        ${tavola(
          "Servizi in corso",
          ["Giovane", "Servizio", "Operatore del caso", "Iniziato", { testo: "Ore", numero: true }],
          letti.valore.righe.map((uno) => [
            html`<a href="/servizi/${uno.servizioId}/registro">${uno.giovane}<span class="visually-hidden">: registro di ${uno.etichetta}</span></a>`,
            ...[uno.etichetta, uno.operatore, giorno(uno.dataInizio), String(uno.oreUnita)],
          ]),
          "Nessun servizio affidato da altri è in corso.",
        )}`,
    };
  });
  sito.mostra("/servizi/:id/registro", ["addetto"], vista);
  sito.invia(
    "/servizi/:id/registro",
    ["addetto"],
    async ({ c, nodo }, { azione, ...input }) => {
      const servizioId = c.req.param("id") ?? "";
      const esito = await esegui(nodo, String(azione), { ...input, servizioId });
      if (!esito.ok) return esito;
      const vai = `/servizi/${servizioId}/registro?settimana=${c.req.query("settimana") ?? ""}`;
      return { ok: true, valore: { vai, avviso: esito.valore } };
    },
    vista,
  );
}
