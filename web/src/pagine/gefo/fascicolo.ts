import type { CasoGefo, Fascicolo, Soggetto } from "@staffetta/contracts";
import { giorno, type Html, html, istante, NIENTE } from "../../parti/html.ts";
import { coppie, tavola } from "../../parti/tavola.ts";
import { type Modulo, moduliFascicolo } from "./fascicolo-moduli.ts";
import { adessoARoma } from "./modulo.ts";
import type { Sito, Vista } from "./sito.ts";

const NOMI_ESITO: Readonly<Record<Fascicolo["profilazioni"][number]["esito"], string>> = {
  risposta: "risposta del servizio",
  deroga: "deroga della Regione",
  proposta: "proposta, da confermare",
  guasto: "il servizio non ha risposto",
};

const esito = (valore: "positivo" | "negativo"): Html =>
  html`<span class="stato ${valore === "positivo" ? "va" : "male"}">${valore}</span>`;

const SIMULATA = html`<div class="avviso attento"><p><strong>Profilazione simulata, non ministeriale.</strong> In questo ambiente di prova la classe la calcola un servizio finto, con pesi inventati: non vale per nessun atto vero.</p></div>`;

function classe({ profilazioni }: Fascicolo): Html {
  const valida = profilazioni.find((una) => una.valida);
  return html`<section class="scheda"><h2>Profilazione</h2>
    ${
      valida === undefined
        ? html`<p>Nessuna classe valida.</p>`
        : html`<p><span class="cifra">${String(valida.classe)}</span> <span class="unita">classe su 4, dal ${giorno(valida.validoDal)}</span></p>
          <p class="minuto">Metodo: ${valida.metodo}</p>`
    }
    ${profilazioni.some(({ simulata }) => simulata) ? SIMULATA : NIENTE}</section>`;
}

function requisiti({ requisiti: [ultima], validitaDays }: Fascicolo): Html {
  return html`<section class="scheda"><h2>Requisiti</h2>
    ${
      ultima === undefined
        ? html`<p>Mai verificati.</p>`
        : html`<p>${esito(ultima.esito)} il ${giorno(ultima.on)}</p>`
    }
    <p class="minuto">Una verifica vale ${validitaDays} giorni: si rifà prima del patto e di ogni servizio.</p></section>`;
}

const identita = ({ identita: vista }: Fascicolo): Html =>
  html`<section class="scheda"><h2>Identità</h2>${
    vista === null
      ? html`<p>Nessuno ha ancora visto un documento.</p>`
      : html`<p>${vista.documento}, visto il ${giorno(vista.on)}, scade il ${giorno(vista.scadeOn)}</p>`
  }</section>`;

const STATI_TUTELA = {
  attiva: "decide per il minorenne",
  avvisata: "fra poco il giovane diventa maggiorenne",
  cessata: "il giovane è maggiorenne e deve confermare",
  confermata: "il giovane, maggiorenne, ha confermato",
} as const;

const tutela = ({ tutela: una, minorenne }: Fascicolo): Html =>
  una === null && !minorenne
    ? NIENTE
    : html`<section class="scheda"><h2>Chi decide per lui</h2>${
        una === null
          ? html`<p>È minorenne: manca chi decide con lui.</p>`
          : coppie([
              ["Chi", `${una.chi}, ${una.relazione}`],
              ["Altro genitore", una.secondo ?? "non serve"],
              ["Maggiorenne dal", giorno(una.maggiorenneOn)],
              ["A che punto", STATI_TUTELA[una.stato]],
            ])
      }</section>`;

const preavviso = ({ preavviso: uno }: Fascicolo): Html =>
  uno === null
    ? NIENTE
    : html`<div class="avviso attento"><h2>Preavviso ${uno.tipo === "decadenza" ? "di decadenza" : "di NON presa in carico"}</h2>
      <p>${uno.motivo}. ${uno.nota}</p>
      <p>Il giovane può rispondere fino al <strong>${giorno(uno.entro)}</strong>.</p>
      ${uno.controdeduzioni === null ? html`<p>Nessuna risposta finora.</p>` : html`<p>Ha risposto il ${istante(uno.controdeduzioni.at)}: «${uno.controdeduzioni.testo}»</p>`}</div>`;

const elenchi = (f: Fascicolo): Html => html`
  ${tavola(
    "Documenti",
    ["Documento", "Fatto il", "Firme", "Impronta"],
    f.documenti.map(({ documentoId, titolo, at, firme, sha256 }) => [
      html`<a href="/documenti/${documentoId}">${titolo} (PDF)</a>`,
      istante(at),
      firme.map(({ chi, qualita }) => `${chi}, ${qualita}`).join("; "),
      html`<code>${sha256.slice(0, 12)}…</code>`,
    ]),
    "Ancora nessun documento firmato.",
  )}
  ${tavola(
    "Verifiche dei requisiti",
    ["Giorno", "Esito", "Attività", "Prove"],
    f.requisiti.map(({ on, esito: uno, attivita, prove }) => [
      giorno(on),
      esito(uno),
      attivita.join(", ") || "nessuna",
      prove.join(", "),
    ]),
    "Nessuna verifica.",
  )}
  ${tavola(
    "Profilazioni",
    ["Quando", "Classe", "Che cosa è", "Dati dichiarati", "Metodo", "Chi l'ha chiesta"],
    f.profilazioni.map(({ at, classe: una, esito: come, valida, input, metodo, chi }) => [
      istante(at),
      una === null ? "—" : `${una}${valida ? " (valida)" : ""}`,
      NOMI_ESITO[come],
      input.map(([nome, valore]) => `${nome}: ${valore}`).join("; "),
      metodo,
      chi,
    ]),
    "Nessuna richiesta.",
  )}
  ${tavola(
    "Che cosa è successo",
    ["Quando", "Che cosa", "Chi"],
    f.storia.map(({ at, titolo, chi }) => [istante(at), titolo, chi]),
    "Ancora niente.",
  )}
  ${
    f.daVerificare.length === 0
      ? NIENTE
      : html`<p class="minuto">Alcune regole usate qui non sono ancora state lette nell'avviso in vigore: <a href="/regole">quali</a>.</p>`
  }`;

const AVVISI: Readonly<Record<string, string>> = {
  verificaIdentita: "Documento registrato.",
  verificaRequisiti: "Verifica registrata.",
  registraTutela: "Registrato chi decide per il minorenne.",
  confermaMaggiorenne: "Conferma registrata.",
  cambiaResidenza: "Provincia registrata: la classe va chiesta di nuovo.",
  profila: "Il servizio ha risposto: la classe è nel fascicolo.",
  firmaPatto: "Patto firmato: ora si può preparare la dote.",
  registraControdeduzioni: "Risposta registrata.",
  archiviaPreavviso: "Preavviso archiviato.",
  proponiClasse: "Classe proposta: la conferma un'altra persona.",
  confermaClasse: "Classe confermata.",
  avviaDecadenza: "Preavviso inviato: il giovane può rispondere.",
  decidiDecadenza: "Decadenza registrata.",
  ammettiDote: "Dote ammessa.",
  nonAmmettereDote: "Dote non ammessa: il denaro è liberato.",
  revocaDote: "Dote revocata.",
  assegnaOperatore: "Affidato al nuovo operatore.",
};

interface Letto {
  readonly fascicolo: Fascicolo;
  /** Only who works on the case reads it whole. */
  readonly caso: CasoGefo | null;
}

const corpo = (m: Modulo, { fascicolo: f, caso }: Letto, soggetto: Soggetto): Html => html`
  ${
    caso === null
      ? html`<p><a href="/istruttoria">Istruttoria</a></p><h1>Fascicolo</h1>`
      : html`<p><a href="/lavoro">Lista di lavoro</a> · <a href="/casi/${f.adesioneId}">Caso</a> · <a href="/casi/${f.adesioneId}/piano">Piano e dote</a></p>
        <h1>Fascicolo di ${caso.anagrafica.nome} ${caso.anagrafica.cognome}</h1>`
  }
  ${preavviso(f)}
  <div class="griglia larga">${identita(f)}${requisiti(f)}${classe(f)}${tutela(f)}</div>
  ${
    f.mancaAlPatto === null || caso === null
      ? NIENTE
      : html`<div class="avviso"><h2>Che cosa manca al patto</h2><p>${f.mancaAlPatto}</p></div>`
  }
  ${moduliFascicolo(m, f, caso, soggetto)}
  ${elenchi(f)}`;

/** The individual folder: checks, profiling, papers, history; and the forms that fill it. */
export function pagineFascicolo(sito: Sito): void {
  const ruoli = ["addetto", "regione", "revisore"] as const;
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const adesioneId = c.req.param("id");
    const letto = await nodo.fascicolo({ adesioneId });
    if (!letto.ok) return letto.problema;
    const addetto = soggetto.ruolo === "addetto";
    const caso = addetto ? await nodo.caso({ adesioneId }) : null;
    if (caso !== null && !caso.ok) return caso.problema;
    const modulo: Modulo = {
      ...{ compilato, chiave: sito.porta.nuovaChiave(), action: `/casi/${adesioneId}/fascicolo` },
      ...adessoARoma(sito.porta.adesso()),
    };
    const dati = { fascicolo: letto.valore, caso: caso?.valore ?? null };
    return { titolo: "Fascicolo", corpo: corpo(modulo, dati, soggetto) };
  };
  sito.scarica("/documenti/:id", ["giovane", ...ruoli], ({ c, nodo }) =>
    nodo.documento({ documentoId: c.req.param("id") }),
  );
  sito.mostra("/casi/:id/fascicolo", ruoli, vista);
  sito.invia(
    "/casi/:id/fascicolo",
    ["addetto", "regione"],
    async ({ c, nodo }, { azione, ...input }) => {
      const adesioneId = c.req.param("id") ?? "";
      const avviso = AVVISI[String(azione)];
      const vai = `/casi/${adesioneId}/fascicolo`;
      if (avviso === undefined) return { ok: true, valore: { vai } };
      const esito = await nodo[azione as "profila"]({ ...input, adesioneId });
      return esito.ok ? { ok: true, valore: { vai, avviso } } : esito;
    },
    vista,
  );
}
