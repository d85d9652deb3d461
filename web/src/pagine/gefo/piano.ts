import type { CasoGefo, Piano } from "@staffetta/contracts";
import { MOTIVI_SOSPENSIONE } from "@staffetta/domain";
import { area, type Compilato, nascosto, scelta, spunta, testo } from "../../parti/campi.ts";
import { euro, giorno, type Html, html, istante, NIENTE } from "../../parti/html.ts";
import { montaPianoScript } from "../../parti/piano-script.ts";
import { scritteDi, sullaSuaRiga } from "../../parti/righe.ts";
import { coppie } from "../../parti/tavola.ts";
import { adessoARoma, type Dove, modulo, opzioni } from "./modulo.ts";
import type { Sito, Vista } from "./sito.ts";

const RIGHE = 5;

interface Dati extends Dove {
  readonly caso: CasoGefo;
  readonly piano: Piano;
  readonly oggi: string;
  readonly script: Html;
}

/** What is in the fields: what was typed, or the draft. */
function valoriDi(piano: Piano): Record<string, string> {
  const valori: Record<string, string> = {};
  for (const [i, { misura, oreUnita, erogatoreId }] of piano.righe.entries()) {
    valori[`righe.${i}.misura`] = misura;
    valori[`righe.${i}.oreUnita`] = String(oreUnita);
    valori[`righe.${i}.erogatoreId`] = erogatoreId ?? "";
  }
  return valori;
}

const etichetta = ({ misura, etichetta: nome, unita, tariffaCents }: Piano["catalogo"][number]) =>
  `${misura} ${nome}, ${euro(tariffaCents)} ${unita === "ora" ? "l'ora" : "a risultato"}`;

/** The place of a line in the sums: lines without a measure are not counted. */
function calcolata({ calcolo }: Piano, valori: Readonly<Record<string, string>>, i: number) {
  if (!valori[`righe.${i}.misura`]) return null;
  const prima = Array.from({ length: i }, (_, n) => valori[`righe.${n}.misura`]).filter(Boolean);
  return calcolo.righe[prima.length] ?? null;
}

function riga({ piano, compilato }: Dati, i: number): Html {
  const una = calcolata(piano, compilato.valori, i);
  return html`<fieldset data-riga="${String(i)}"><legend>Servizio ${i + 1}${i === 0 ? "" : " (facoltativo)"}</legend>
    ${scelta(
      compilato,
      { nome: `righe.${i}.misura`, etichetta: "Misura", vuota: "Nessuna" },
      piano.catalogo.map((voce) => ({ valore: voce.misura, testo: etichetta(voce) })),
    )}
    ${testo(compilato, { nome: `righe.${i}.oreUnita`, etichetta: "Ore", tipo: "number", predefinito: "1", aiuto: "1 se la misura è a risultato." })}
    ${scelta(
      compilato,
      { nome: `righe.${i}.erogatoreId`, etichetta: "Chi lo eroga", vuota: "Il mio operatore" },
      piano.erogatori.map(({ id, denominazione }) => ({ valore: id, testo: denominazione })),
    )}
    <p><strong data-piano="importo-${String(i)}">${una === null ? "" : euro(una.importoCents)}</strong>
      <span class="errore" data-piano="problema-${String(i)}">${una?.problema ?? ""}</span></p>
  </fieldset>`;
}

const somme = ({ calcolo, massimaleCents, disponibileCents, fascia }: Piano): Html =>
  html`<div class="scheda" role="status" aria-live="polite"><h2>Quanto vale</h2>${coppie([
    ["Valore del piano", html`<strong data-piano="valore">${euro(calcolo.valoreCents)}</strong>`],
    ["A processo (ore)", html`<span data-piano="processo">${euro(calcolo.processoCents)}</span>`],
    ["A risultato", html`<span data-piano="risultato">${euro(calcolo.risultatoCents)}</span>`],
    [`Massimo per la fascia ${fascia ?? "—"}`, euro(massimaleCents)],
    [
      "Resta sotto il massimo",
      html`<span data-piano="residuo">${euro(calcolo.residuoCents)}</span>`,
    ],
    ["Disponibile nell'avviso", euro(disponibileCents)],
  ])}</div>`;

const DA_VERIFICARE = html`<div class="avviso attento"><p><strong>Da verificare:</strong> tariffe e massimali non sono ancora stati letti nell'avviso in vigore.</p></div>`;

function bozza(d: Dati): Html {
  const { piano, chiave, action } = d;
  const chiuso = perche(d.caso, "salvaPiano");
  const salva =
    chiuso === null
      ? html`<button class="bottone" type="submit" name="azione" value="salvaPiano">Salva la bozza</button>`
      : html`<span class="sommesso">Puoi fare i conti, non salvare. ${chiuso}</span>`;
  const regole = {
    misure: Object.fromEntries(piano.catalogo.map((voce) => [voce.misura, voce])),
    massimaleCents: piano.massimaleCents,
  };
  return html`<form method="post" action="${action}" novalidate data-regole="${JSON.stringify(regole)}">
      ${nascosto("chiave", chiave)}${nascosto("version", String(piano.version))}
      ${Array.from({ length: RIGHE }, (_, i) => riga(d, i))}
      ${somme(piano)}
      <p class="azioni">${salva}
      <button class="bottone piano" type="submit" formmethod="get" name="azione" value="calcola">Ricalcola</button></p>
    </form>${d.script}`;
}

function bottoneInvio(d: Dati): Html {
  const chiuso = perche(d.caso, "inviaDote");
  if (chiuso !== null) return html`<p class="sommesso">${chiuso}</p>`;
  return html`<form method="post" action="${d.action}" novalidate>${nascosto("chiave", d.chiave)}${nascosto("version", String(d.piano.version))}
        <button class="bottone" type="submit" name="azione" value="inviaDote">Firma la DRU e invia la dote</button></form>`;
}

/** Without script the sums are asked with the lines in the address: they say nothing about anybody. */
const invio = (d: Dati): Html =>
  d.piano.version === 0 || d.piano.righe.length === 0
    ? html`<p class="sommesso">Salva la bozza: poi il legale rappresentante la può firmare e inviare.</p>`
    : html`<section class="scheda"><h2>Firma e invio</h2>
        <p>Bozza ${d.piano.version}, salvata da ${d.piano.aggiornatoDa ?? ""} il ${istante(d.piano.aggiornatoAt)}: vale ${euro(d.piano.calcolo.valoreCents)}. Inviandola certifichi la presa in carico: il denaro viene prenotato subito e impegnato quando arriva la conferma nazionale.</p>
        ${bottoneInvio(d)}</section>`;

const perche = ({ azioni }: CasoGefo, nome: string): string | null =>
  azioni[nome]?.ammessa === false ? (azioni[nome]?.perche ?? "Non adesso.") : null;

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

const righeDi = (valori: Readonly<Record<string, string>>) =>
  Array.from({ length: RIGHE }, (_, i) => ({
    ...{ misura: valori[`righe.${i}.misura`] ?? "", oreUnita: valori[`righe.${i}.oreUnita`] ?? "" },
    erogatoreId: valori[`righe.${i}.erogatoreId`] ?? "",
  })).filter(({ misura }) => misura !== "");

export function paginePiano(sito: Sito): void {
  const script = montaPianoScript(sito.porta.app);
  const vista: Vista = async ({ c, nodo }, compilato) => {
    const adesioneId = c.req.param("id");
    const [letto, caso] = [await nodo.piano({ adesioneId }), await nodo.caso({ adesioneId })];
    if (!letto.ok) return letto.problema;
    if (!caso.ok) return caso.problema;
    const chieste = c.req.query();
    const scritti = chieste["azione"] === "calcola" ? chieste : compilato.valori;
    const ha = Object.keys(scritti).some((nome) => nome.startsWith("righe."));
    const valori = ha ? scritti : { ...scritti, ...valoriDi(letto.valore) };
    const calcolo = ha ? await nodo.calcolaPiano({ adesioneId, righe: righeDi(valori) }) : null;
    const piano = calcolo?.ok ? { ...letto.valore, calcolo: calcolo.valore } : letto.valore;
    const problema = calcolo?.ok === false ? calcolo.problema : compilato.problema;
    const dati: Dati = {
      ...{ caso: caso.valore, piano, compilato: { valori, problema } satisfies Compilato },
      ...{ chiave: sito.porta.nuovaChiave(), action: `/casi/${adesioneId}/piano` },
      ...{ oggi: adessoARoma(sito.porta.adesso()).oggi, script },
    };
    return { titolo: "Piano e dote", corpo: corpo(dati) };
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
      return esito.ok ? { ok: true, valore: { vai, avviso } } : esito;
    },
    vista,
  );
}
