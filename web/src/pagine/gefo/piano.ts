import type { Piano } from "@staffetta/contracts";
import { MOTIVI_SOSPENSIONE } from "@staffetta/domain";
import { area, type Compilato, scelta, spunta, testo } from "../../parti/campi.ts";
import { mostraProblema } from "../../parti/guscio.ts";
import { euro, giorno, type Html, html, NIENTE } from "../../parti/html.ts";
import { montaPianoScript } from "../../parti/piano-script.ts";
import { scritteDi, sullaSuaRiga } from "../../parti/righe.ts";
import { coppie } from "../../parti/tavola.ts";
import { adessoARoma, modulo, opzioni } from "./modulo.ts";
import {
  bozza,
  type DatiBozza,
  invio,
  perche,
  quanteRighe,
  righeDi,
  valoriDi,
} from "./piano-bozza.ts";
import type { Sito, Vista } from "./sito.ts";

type Nodo = Parameters<Vista>[0]["nodo"];

interface Dati extends DatiBozza {
  readonly oggi: string;
}

const DA_VERIFICARE = html`<div class="avviso attento"><p><strong>Da verificare:</strong> tariffe e massimali non sono ancora stati letti nell'avviso in vigore.</p></div>`;

/** Waiver, suspension, resumption: what may happen to a dote that is on its way. */
const vita = (d: Dati): Html => html`
  ${modulo(
    d,
    {
      ...{ azione: "sospendiDote", titolo: "Sospendi la dote", bottone: "Sospendi" },
      perche: perche(d.caso, "sospendiDote"),
    },
    (c) => html`${testo(c, { nome: "dal", etichetta: "Dal", tipo: "date", predefinito: d.oggi })}
      ${scelta(c, { nome: "motivo", etichetta: "Motivo" }, opzioni(MOTIVI_SOSPENSIONE))}`,
  )}
  ${modulo(
    d,
    {
      ...{ azione: "riprendiDote", titolo: "Riprendi la dote", bottone: "Riprendi" },
      perche: perche(d.caso, "riprendiDote"),
    },
    (c) => testo(c, { nome: "al", etichetta: "Riprende il", tipo: "date", predefinito: d.oggi }),
  )}
  ${modulo(
    d,
    {
      ...{
        azione: "rinunciaDote",
        titolo: "Rinuncia del giovane",
        bottone: "Registra la rinuncia",
      },
      ...{ grave: true, perche: perche(d.caso, "rinunciaDote") },
    },
    (c) => html`
      <p>Si paga solo ciò che è stato fatto; ciò che era solo previsto si libera.</p>
      ${testo(c, { nome: "dataRinuncia", etichetta: "Firmata il", tipo: "date", predefinito: d.oggi })}
      ${area(c, { nome: "nota", etichetta: "Motivo", facoltativo: true })}
      ${spunta(c, { nome: "perCambio", etichetta: "Continua con un altro operatore: l'adesione resta aperta" })}
      ${spunta(c, { nome: "firmaGiovane", etichetta: "Il giovane ha firmato davanti a me" })}`,
  )}`;

const dote = ({ caso }: Dati): Html =>
  caso.dote === null
    ? NIENTE
    : html`<section class="scheda"><h2>Dote ${caso.dote.protocollo}</h2>${coppie([
        ["A che punto", caso.dote.stato],
        ["Vale", euro(caso.dote.valoreCents)],
        ["I servizi iniziano entro il", giorno(caso.dote.scadeOn)],
        ["Chiusa", caso.dote.chiusura === null ? "—" : giorno(caso.dote.chiusura.on)],
      ])}</section>`;

function corpo(d: Dati): Html {
  const { caso, piano } = d;
  const [bozzaChiusa, invioChiuso] = [perche(caso, "salvaPiano"), perche(caso, "inviaDote")];
  const chiuso = bozzaChiusa === null || invioChiuso === null ? null : bozzaChiusa;
  return html`<p><a href="/lavoro">Lista di lavoro</a> · <a href="/casi/${caso.adesioneId}">Caso</a> · <a href="/casi/${caso.adesioneId}/fascicolo">Fascicolo</a></p>
    <h1>Piano e dote di ${caso.anagrafica.nome} ${caso.anagrafica.cognome}</h1>
    ${dote(d)}
    ${piano.daVerificare ? DA_VERIFICARE : NIENTE}
    ${chiuso === null ? html`${bozza(d)}${invio(d)}` : html`<p class="sommesso">Il piano non si cambia adesso. ${chiuso}</p>`}
    ${vita(d)}`;
}

const AVVISI: Readonly<Record<string, string>> = {
  salvaPiano: "Bozza salvata.",
  inviaDote:
    "Dote inviata: aspettiamo la conferma del registro nazionale, di solito pochi secondi.",
  sospendiDote: "Dote sospesa.",
  riprendiDote: "Dote ripresa.",
  rinunciaDote: "Rinuncia registrata.",
};

const IN_CODA = (numero: number): string =>
  `La dote è firmata e in coda per il denaro, con il numero ${numero}: il denaro adesso non basta per tutti. Parte da sola quando tocca a lei.`;

/** What was said to do with the lines of the address, without keeping them. */
const CONTI: ReadonlySet<string | undefined> = new Set(["calcola", "aggiungi"]);

type Valori = Readonly<Record<string, string>>;

/** What the fields show, its sums, and what is wrong on the row where it was typed. */
async function campiDi(nodo: Nodo, piano: Piano, scritti: Valori) {
  if (!Object.keys(scritti).some((nome) => nome.startsWith("righe.")))
    return { valori: { ...scritti, ...valoriDi(piano) }, rifiuto: null, calcolo: piano.calcolo };
  const scritte = scritteDi(righeDi(scritti), "misura");
  const { adesioneId } = piano;
  const fatti = await nodo.calcolaPiano({ adesioneId, righe: scritte.righe });
  const esito = sullaSuaRiga(fatti, "righe", scritte);
  return esito.ok
    ? { valori: scritti, rifiuto: null, calcolo: esito.valore }
    : { valori: scritti, rifiuto: esito.problema, calcolo: null };
}

export function paginePiano(sito: Sito): void {
  const script = montaPianoScript(sito.porta.app);
  const vista: Vista = async ({ c, nodo }, compilato) => {
    const adesioneId = c.req.param("id") ?? "";
    const [letto, caso] = [await nodo.piano({ adesioneId }), await nodo.caso({ adesioneId })];
    if (!letto.ok) return letto.problema;
    if (!caso.ok) return caso.problema;
    const piano = letto.valore;
    const chieste = c.req.query();
    const chiesti = c.req.method === "GET" && CONTI.has(chieste["azione"]);
    const campi = await campiDi(nodo, piano, chiesti ? chieste : compilato.valori);
    const { valori, rifiuto, calcolo } = campi;
    const dati: Dati = {
      ...{ caso: caso.valore, piano, script, calcolo },
      compilato: { valori, problema: compilato.problema ?? rifiuto } satisfies Compilato,
      // After a refusal who saves again has been told what is there; who has only added up has not.
      version: (chiesti ? chieste["version"] : undefined) ?? String(piano.version),
      righe: quanteRighe(valori, chiesti && chieste["azione"] === "aggiungi"),
      ...{ chiave: sito.porta.nuovaChiave(), action: `/casi/${adesioneId}/piano` },
      oggi: adessoARoma(sito.porta.adesso()).oggi,
    };
    const sotto = corpo(dati);
    const testa =
      compilato.problema === null && rifiuto !== null ? mostraProblema(rifiuto, sotto) : NIENTE;
    return { titolo: "Piano e dote", corpo: html`${testa}${sotto}` };
  };
  sito.mostra("/casi/:id/piano", ["addetto"], vista);
  sito.invia(
    "/casi/:id/piano",
    ["addetto"],
    async ({ c, nodo }, input) => {
      const adesioneId = c.req.param("id") ?? "";
      const nome = String(input["azione"]);
      const avviso = AVVISI[nome];
      const vai = `/casi/${adesioneId}/${nome === "inviaDote" ? "" : "piano"}`.replace(/\/$/, "");
      if (avviso === undefined) return { ok: true, valore: { vai } };
      const { azione: _, righe, ...resto } = input;
      // Empty rows of the plan are not services.
      const scritte = scritteDi(righe, "misura");
      const sue = nome === "salvaPiano" ? { righe: scritte.righe } : {};
      const fatto = await nodo[nome as "salvaPiano"]({ ...resto, ...sue, adesioneId });
      const esito = sullaSuaRiga(fatto, "righe", scritte);
      if (!esito.ok) return esito;
      const { numeroInCoda = null } = esito.valore as { numeroInCoda?: number | null };
      return {
        ok: true,
        valore: { vai, avviso: numeroInCoda === null ? avviso : IN_CODA(numeroInCoda) },
      };
    },
    vista,
  );
}
