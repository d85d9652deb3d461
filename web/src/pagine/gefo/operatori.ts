import type { Risposta, SchedaOperatore } from "@staffetta/contracts";
import { type CodiceMisura, MISURE, STATI_ACCREDITAMENTO } from "@staffetta/domain";
import { type Compilato, nascosto, scelta, testo } from "../../parti/campi.ts";
import { giorno, type Html, html, istante, NIENTE, numero, periodo } from "../../parti/html.ts";
import { cella, scritteDi, sullaSuaRiga } from "../../parti/righe.ts";
import { coppie, tavola } from "../../parti/tavola.ts";
import { modulo } from "./modulo.ts";
import { daRidare } from "./operatori-fermati.ts";
import type { Sito, Vista } from "./sito.ts";

const TONO = { accreditato: "va", sospeso: "aspetta", revocato: "male" } as const;
const stato = (uno: keyof typeof STATI_ACCREDITAMENTO): Html =>
  html`<span class="stato ${TONO[uno]}">${STATI_ACCREDITAMENTO[uno]}</span>`;

type Validita = Readonly<{ dal: string; al: string }>;
const validita = ({ dal, al }: Validita): string =>
  dal === "" && al === ""
    ? "sempre"
    : dal === ""
      ? `fino al ${giorno(al)}`
      : periodo(dal, al || null);

/** What each row of a list is made of: its name in the operation, its words. */
type Colonne = readonly (readonly [nome: string, etichetta: string])[];
const DI_SEDE: Colonne = [
  ["comune", "Comune"],
  ["indirizzo", "Indirizzo"],
];
const DI_PROFESSIONISTA: Colonne = [
  ["nome", "Nome"],
  ["qualifica", "Qualifica"],
];
const GIORNI: Colonne = [
  ["dal", "Accreditato dal"],
  ["al", "Fino al"],
];
const RIGHE_VUOTE = 2;

/** A row for each that there is and some for new ones; the days are fields only where they may be changed. */
function righe(
  c: Compilato,
  titolo: string,
  lista: "sedi" | "professionisti",
  {
    colonne,
    dati,
    giorni,
  }: Readonly<{ colonne: Colonne; dati: readonly object[]; giorni: boolean }>,
): Html {
  const tutte = [...dati, ...Array.from({ length: RIGHE_VUOTE }, () => null)];
  const campo = (i: number, [nome, etichetta]: Colonne[number], riga: object | null): Html =>
    cella(c, {
      ...{ nome: `dati.${lista}.${i}.${nome}`, etichetta: `${etichetta}, riga ${i + 1}` },
      predefinito: (riga as Readonly<Record<string, string>> | null)?.[nome] ?? "",
      ...(nome === "dal" || nome === "al" ? { tipo: "date" as const } : {}),
    });
  return tavola(
    titolo,
    ["Riga", ...[...colonne, ...GIORNI].map(([, etichetta]) => etichetta)],
    tutte.map((riga, i) => [
      riga === null ? `${i + 1}, nuova` : String(i + 1),
      ...colonne.map((colonna) => campo(i, colonna, riga)),
      ...(giorni
        ? GIORNI.map((colonna) => campo(i, colonna, riga))
        : GIORNI.map(([nome]) => letto(riga as Validita | null, nome))),
    ]),
    "",
  );
}
/** A new row holds from today on. */
function letto(riga: Validita | null, nome: string): string {
  if (riga === null) return nome === "dal" ? "oggi" : "—";
  const scritto = nome === "dal" ? riga.dal : riga.al;
  return scritto === "" ? "—" : giorno(scritto);
}

type Proponibili = readonly Readonly<{ id: string; denominazione: string; comune: string }>[];

/** To whom the persons of a stopped operatore may go; asked only when somebody is to go. */
async function proponibili(
  nodo: Parameters<Vista>[0]["nodo"],
  { daRidare: persone, id }: SchedaOperatore,
): Promise<Proponibili> {
  if (persone.length === 0) return [];
  const letti = await nodo.operatori({});
  if (!letti.ok) return [];
  return letti.valore.operatori.filter((uno) => uno.stato === "accreditato" && uno.id !== id);
}

interface Modulo {
  readonly scheda: SchedaOperatore;
  readonly compilato: Compilato;
  readonly chiave: string;
  readonly oggi: string;
  /** Who looks may say from when to when a place is accredited. */
  readonly giorni: boolean;
  readonly altri: Proponibili;
}

function form(
  { scheda, compilato, chiave }: Modulo,
  quale: Readonly<{ nome: string; titolo: string; bottone: string; grave?: boolean }>,
  campi: (c: Compilato) => Html,
): Html {
  const { nome: azione, ...porta } = quale;
  const dove = { action: `/operatori/${scheda.id}`, compilato, chiave };
  return modulo(dove, { ...porta, azione, perche: null }, campi);
}

const misure = (c: Compilato, scelte: readonly CodiceMisura[]): Html => html`<fieldset>
  <legend>Misure offerte</legend>${Object.entries(MISURE).map(([codice, { etichetta }]) => {
    const nome = `misura.${codice}`;
    const tenuta =
      c.valori["azione"] === undefined
        ? scelte.includes(codice as CodiceMisura)
        : c.valori[nome] === "on";
    return html`<div class="spunta"><input type="checkbox" id="misura-${codice}" name="${nome}" value="on" ${tenuta ? html`checked` : ""}>
      <label for="misura-${codice}">${codice} ${etichetta}</label></div>`;
  })}</fieldset>`;

const modificaDati = (m: Modulo): Html => {
  const { dati, version } = m.scheda;
  return form(
    m,
    { nome: "salvaOperatore", titolo: "Cambia i dati", bottone: "Salva i dati" },
    (c) => html`${nascosto("version", c.valori["version"] ?? String(version))}
      ${testo(c, { nome: "dati.codiceFiscale", etichetta: "Codice fiscale", predefinito: dati.codiceFiscale })}
      ${testo(c, { nome: "dati.partitaIva", etichetta: "Partita IVA", predefinito: dati.partitaIva })}
      ${testo(c, { nome: "dati.firmatario", etichetta: "Chi firma per l'ente", predefinito: dati.firmatario })}
      <p>La prima sede è quella che i giovani leggono. Una riga vuota non conta. ${m.giorni ? "Fuori dai giorni scritti lì non si possono registrare ore." : "I giorni dell'accreditamento li scrive la Regione."}</p>
      ${righe(c, "Le sedi", "sedi", { colonne: DI_SEDE, dati: dati.sedi, giorni: m.giorni })}
      ${righe(c, "I professionisti", "professionisti", { colonne: DI_PROFESSIONISTA, dati: dati.professionisti, giorni: m.giorni })}
      ${misure(c, dati.misure)}`,
  );
};

const attoDi = (m: Modulo, firma: boolean): Html => {
  const { atto } = m.scheda;
  if (atto !== null)
    return html`<p>Atto di Adesione Unico firmato da ${atto.chi} il ${istante(atto.at)}. Impronta: <code>${atto.sha256.slice(0, 16)}…</code></p>`;
  return html`<div class="avviso attento"><p><strong>L'Atto di Adesione Unico non è firmato.</strong> Senza, nessuna dote può partire.</p></div>
    ${firma ? form(m, { nome: "firmaAttoAdesione", titolo: "Firma l'Atto di Adesione Unico", bottone: "Firma l'Atto" }, () => html`<p>Firmando accetti le regole dell'avviso per le misure che offri. Si firma una volta sola. Questa è una firma semplice, di prova.</p>`) : NIENTE}`;
};

const accreditamento = (m: Modulo): Html =>
  m.scheda.passi.length === 0
    ? NIENTE
    : form(
        m,
        {
          ...{ nome: "cambiaAccreditamento", titolo: "Cambia l'accreditamento" },
          ...{ bottone: "Registra il cambio", grave: true },
        },
        (c) => html`${scelta(
          c,
          { nome: "a", etichetta: "Diventa" },
          m.scheda.passi.map((uno) => ({ valore: uno, testo: STATI_ACCREDITAMENTO[uno] })),
        )}
      ${testo(c, { nome: "data", etichetta: "Data dell'atto", tipo: "date", predefinito: m.oggi })}
      ${testo(c, { nome: "atto", etichetta: "Atto" })}${testo(c, { nome: "motivo", etichetta: "Motivo" })}`,
      );

function corpo(m: Modulo, puo: Readonly<{ dati: boolean; firma: boolean; stato: boolean }>): Html {
  const { scheda } = m;
  const { dati } = scheda;
  return html`<h1>${scheda.denominazione}</h1><p>${scheda.id} ${stato(scheda.stato)}</p>
    ${coppie([
      ["Codice fiscale", dati.codiceFiscale || "—"],
      ["Partita IVA", dati.partitaIva || "—"],
      ["Firma per l'ente", dati.firmatario || "—"],
      ["Misure offerte", dati.misure.join(", ") || "—"],
    ])}
    ${attoDi(m, puo.firma)}${puo.dati ? modificaDati(m) : NIENTE}${puo.stato ? accreditamento(m) : NIENTE}
    ${daRidare(m.scheda, m)}
    ${tavola(
      "Sedi",
      ["Comune", "Indirizzo", "Accreditata"],
      dati.sedi.map(({ comune, indirizzo, ...quando }) => [comune, indirizzo, validita(quando)]),
      "Nessuna sede.",
    )}
    ${tavola(
      "Professionisti",
      ["Nome", "Qualifica", "Accreditato"],
      dati.professionisti.map(({ nome, qualifica, ...quando }) => [
        ...[nome, qualifica, validita(quando)],
      ]),
      "Nessun professionista.",
    )}
    ${tavola(
      "Storia dell'accreditamento",
      ["Data", "Da", "A", "Atto", "Motivo", "Chi"],
      scheda.storia.map(({ data, da, a, atto, motivo, chi }) => [
        ...[giorno(data), da ?? "—", a, atto, motivo, chi],
      ]),
      "Ancora nessun passo.",
    )}`;
}

const AVVISI: Readonly<Record<string, string>> = {
  salvaOperatore: "Dati salvati.",
  firmaAttoAdesione: "Atto firmato: da adesso puoi inviare doti.",
  cambiaAccreditamento: "Accreditamento cambiato. Borsa Lavoro lo sa.",
  ridaiScelta: "Scelta ridata: Borsa Lavoro la chiederà alla persona.",
  chiudiPerFermo:
    "Dote chiusa. Quando niente è più aperto la persona compare in Istruttoria, fra i cambi di operatore.",
};

/** They say whom they are about in another way. */
const SENZA_OPERATORE: ReadonlySet<string> = new Set([
  ...["firmaAttoAdesione", "ridaiScelta", "chiudiPerFermo"],
]);

const LISTE = { sedi: ["comune", "indirizzo"], professionisti: ["nome", "qualifica"] } as const;

const inputDi = (nome: string, operatoreId: string, input: Record<string, unknown>) => {
  const { azione: _, chiave, ...resto } = input;
  if (SENZA_OPERATORE.has(nome)) return { chiave, ...resto };
  if (nome !== "salvaOperatore") return { chiave, operatoreId, ...resto };
  const scelte = (resto["misura"] ?? {}) as Record<string, string>;
  const scritti = resto["dati"] as Readonly<Record<string, unknown>>;
  const dati = {
    ...scritti,
    sedi: scritteDi(scritti["sedi"], ...LISTE.sedi).righe,
    professionisti: scritteDi(scritti["professionisti"], ...LISTE.professionisti).righe,
    misure: Object.keys(scelte),
  };
  return { chiave, operatoreId, version: resto["version"], dati };
};

/** What is wrong with a row is told on the row where it was typed. */
function sulleRighe<T>(esito: Risposta<T>, input: Record<string, unknown>): Risposta<T> {
  const scritti = (input["dati"] ?? {}) as Readonly<Record<string, unknown>>;
  return (["sedi", "professionisti"] as const).reduce<Risposta<T>>(
    (uno, lista) => sullaSuaRiga(uno, `dati.${lista}`, scritteDi(scritti[lista], ...LISTE[lista])),
    esito,
  );
}

function montaScheda(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const letto = await nodo.operatore({ operatoreId: c.req.param("id") });
    if (!letto.ok) return letto.problema;
    const scheda = letto.valore;
    const oggi = sito.porta.adesso().slice(0, 10);
    const istruttoria = soggetto.ruolo === "regione" && soggetto.funzione === "istruttoria";
    const legale = soggetto.ruolo === "addetto" && soggetto.funzioni.includes("legale");
    const puo = { dati: istruttoria || legale, firma: legale, stato: istruttoria };
    const chiave = sito.porta.nuovaChiave();
    const altri = await proponibili(nodo, scheda);
    const m = { scheda, compilato, chiave, oggi, giorni: istruttoria, altri };
    return { titolo: scheda.denominazione, corpo: corpo(m, puo) };
  };
  sito.mostra("/operatori/:id", ["regione", "addetto", "revisore"], vista);
  sito.invia(
    "/operatori/:id",
    ["regione", "addetto"],
    async ({ c, nodo }, input) => {
      const id = c.req.param("id") ?? "";
      const nome = String(input["azione"]);
      const avviso = AVVISI[nome];
      if (avviso === undefined) return { ok: true, valore: { vai: `/operatori/${id}` } };
      const operazione = nodo[nome as "salvaOperatore"];
      const esito = sulleRighe(await operazione(inputDi(nome, id, input)), input);
      return esito.ok ? { ok: true, valore: { vai: `/operatori/${id}`, avviso } } : esito;
    },
    vista,
  );
}

/** The accredited operatori, and each of them. */
export function pagineOperatori(sito: Sito): void {
  sito.mostra("/operatori", ["regione", "addetto", "revisore"], async ({ nodo, soggetto }) => {
    const letti = await nodo.operatori({});
    if (!letti.ok) return letti.problema;
    const mio = soggetto.ruolo === "addetto" ? soggetto.operatoreId : null;
    return {
      titolo: "Operatori",
      corpo: html`<h1>Operatori accreditati</h1>${mio === null ? NIENTE : html`<p><a class="bottone piano" href="/operatori/${mio}">I tuoi dati</a></p>`}${tavola(
        "Operatori",
        ["Operatore", "Comune", "Stato", "Atto", { testo: "Casi aperti", numero: true }],
        letti.valore.operatori.map((uno) => [
          mio === null || mio === uno.id
            ? html`<a href="/operatori/${uno.id}">${uno.denominazione}</a>`
            : uno.denominazione,
          uno.comune,
          stato(uno.stato),
          uno.attoFirmato ? "firmato" : "da firmare",
          mio === null || mio === uno.id ? numero(uno.casiAperti) : "—",
        ]),
        "Nessun operatore.",
      )}`,
    };
  });
  montaScheda(sito);
}
