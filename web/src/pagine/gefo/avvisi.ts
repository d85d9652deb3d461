import {
  type AnteprimaAvviso,
  centsDi,
  type OperazioniGefo,
  type Problema,
} from "@staffetta/contracts";
import { MISURE } from "@staffetta/domain";
import type { z } from "zod";
import { type Compilato, nascosto, scelta, testo } from "../../parti/campi.ts";
import { mostraProblema } from "../../parti/guscio.ts";
import { euro, giorno, type Html, html, istante, NIENTE, plurale } from "../../parti/html.ts";
import { coppie, tavola } from "../../parti/tavola.ts";
import { haUfficio } from "./liquidazione/parole.ts";
import type { Sito, Vista } from "./sito.ts";

type Avviso = z.output<OperazioniGefo["avvisi"]["uscita"]>["avvisi"][number];
const RUOLI = ["regione", "addetto", "revisore"] as const;

const stato = ({ dal, al }: Avviso, oggi: string): Html => {
  if (dal > oggi) return html`<span class="stato aspetta">comincia il ${giorno(dal)}</span>`;
  if (al !== null && al < oggi) return html`<span class="stato chiuso">finito</span>`;
  return html`<span class="stato va">aperto</span>`;
};

const elenco = (avvisi: readonly Avviso[], oggi: string): Html =>
  tavola(
    "Gli avvisi, dal più recente",
    ["Avviso", "Codice", "Stato", "Dal", "Al"],
    avvisi.map((uno) => [
      html`<a href="/avvisi/${uno.id}">${uno.titolo}</a>`,
      uno.id,
      stato(uno, oggi),
      giorno(uno.dal),
      uno.al === null ? "senza fine" : giorno(uno.al),
    ]),
    "Nessun avviso.",
  );

const importi = (c: Compilato): Html =>
  html`${Object.entries(MISURE).map(([misura, { etichetta }]) =>
    testo(c, {
      ...{ nome: `linee.${misura}`, etichetta: `${misura} ${etichetta}`, facoltativo: true },
    }),
  )}`;

function nuovo(avvisi: readonly Avviso[], c: Compilato, chiave: string, oggi: string): Html {
  const modelli = avvisi.map(({ id, titolo }) => ({ valore: id, testo: titolo }));
  return html`<details ${c.problema === null ? "" : html`open`}><summary>Apri un avviso nuovo</summary>
    <p>Le regole si copiano da un altro avviso: poi si cambiano una per una, con le loro date. Dal primo giorno chi aderisce è sotto l'avviso nuovo; chi ha aderito prima resta sotto il suo.</p>
    <form method="post" action="/avvisi" novalidate>${nascosto("chiave", chiave)}
      ${testo(c, { nome: "id", etichetta: "Codice", aiuto: "Corto, per i protocolli: GG-2015." })}
      ${testo(c, { nome: "titolo", etichetta: "Titolo" })}
      ${testo(c, { nome: "dal", etichetta: "Primo giorno", tipo: "date", predefinito: oggi })}
      ${testo(c, { nome: "al", etichetta: "Ultimo giorno", tipo: "date", facoltativo: true, aiuto: "Vuoto: senza fine, si chiude dopo." })}
      ${scelta(c, { nome: "regoleDi", etichetta: "Con le regole di" }, modelli)}
      ${testo(c, { nome: "importoCents", etichetta: "Denaro per tutte le misure, in euro", aiuto: "Viene dal programma. Per esempio 50.000,00." })}
      <details><summary>Denaro riservato a una misura</summary>
        <p>In euro, oltre a quello per tutte. Una misura che ha la sua linea spende solo quella.</p>${importi(c)}</details>
      ${testo(c, { nome: "atto", etichetta: "Atto", aiuto: "Per esempio D.d.u.o. 9619/2014." })}
      ${testo(c, { nome: "motivo", etichetta: "Motivo" })}
      <button class="bottone" type="submit">Apri l'avviso</button></form></details>`;
}

const nuovoInput = (input: Readonly<Record<string, unknown>>) => {
  const { linee, importoCents, ...resto } = input;
  const scritte = Object.entries((linee ?? {}) as Record<string, string>);
  return {
    ...resto,
    importoCents: centsDi(importoCents === "" ? "0" : importoCents),
    linee: scritte
      .filter(([, euro_]) => euro_.trim() !== "")
      .map(([misura, euro_]) => ({ misura, importoCents: centsDi(euro_) })),
  };
};

function montaElenco(sito: Sito): void {
  const vista: Vista = async ({ nodo, soggetto }, compilato) => {
    const letti = await nodo.avvisi({});
    if (!letti.ok) return letti.problema;
    const { avvisi } = letti.valore;
    const oggi = sito.porta.adesso().slice(0, 10);
    const chiave = sito.porta.nuovaChiave();
    return {
      titolo: "Avvisi",
      corpo: html`<h1>Avvisi</h1>
        <p>Un avviso dice chi può aderire, con quali regole e con quanto denaro.</p>
        ${elenco(avvisi, oggi)}
        ${haUfficio(soggetto, "istruttoria") ? nuovo(avvisi, compilato, chiave, oggi) : NIENTE}`,
    };
  };
  sito.mostra("/avvisi", RUOLI, vista);
  sito.invia(
    "/avvisi",
    ["regione"],
    async ({ nodo }, input) => {
      const esito = await nodo.creaAvviso(nuovoInput(input));
      if (!esito.ok) return esito;
      const vai = `/avvisi/${esito.valore.avvisoId}`;
      return { ok: true, valore: { vai, avviso: "Avviso aperto: guarda le sue regole." } };
    },
    vista,
  );
}

const anteprima = (prova: AnteprimaAvviso, al: string, salva: Html): Html => html`
  <section class="scheda"><h2>Se l'avviso finisce il ${giorno(al)}</h2>
    <ul>
      <li>${plurale(prova.casi, "caso aperto va avanti", "casi aperti vanno avanti")} con le regole di adesso: ${plurale(prova.senzaDote, "dote è ancora da inviare", "doti sono ancora da inviare")}, ${plurale(prova.inCoda, "aspetta denaro", "aspettano denaro")}.</li>
      <li>Nell'avviso restano ${euro(prova.disponibileCents)} che nessuno ha ancora preso: servono a questi casi, o si spostano.</li>
      <li>${
        prova.dopo === null
          ? html`<strong>Chi aderisce dal giorno dopo non trova nessun avviso aperto</strong>: può essere incontrato, ma la sua dote non può partire.`
          : html`Chi aderisce dal giorno dopo è sotto «${prova.dopo}».`
      }</li>
    </ul>${salva}</section>`;

interface Chiusura {
  readonly avviso: Avviso;
  readonly valori: Readonly<Record<string, string>>;
  readonly compilato: Compilato;
  readonly chiave: string;
}

const quando = ({ avviso, valori }: Chiusura, problema: Problema | null): Html => html`
  <h2>${avviso.al === null ? "Chiudi l'avviso" : "Cambia l'ultimo giorno"}</h2>
  <p>Prima guardi che cosa succede; poi, se va bene, salvi.</p>
  <form method="get" action="/avvisi/${avviso.id}">
    ${testo({ valori, problema }, { nome: "al", etichetta: "Ultimo giorno", tipo: "date" })}
    <button class="bottone piano" type="submit">Guarda che cosa succede</button></form>`;

const salva = ({ avviso, valori, compilato, chiave }: Chiusura): Html => html`
  <form method="post" action="/avvisi/${avviso.id}" novalidate>
    ${nascosto("chiave", chiave)}${nascosto("al", valori["al"] ?? "")}
    ${nascosto("atti", valori["atti"] ?? String(avviso.atti.length))}
    ${testo(compilato, { nome: "atto", etichetta: "Atto" })}
    ${testo(compilato, { nome: "motivo", etichetta: "Motivo" })}
    <button class="bottone grave" type="submit">Fissa l'ultimo giorno</button></form>`;

const storia = ({ atti }: Avviso): Html =>
  tavola(
    "Gli atti",
    ["Quando", "Che cosa", "Atto", "Motivo", "Chi"],
    atti.map(({ at, tipo, al, atto, motivo, chi }) => [
      istante(at),
      tipo === "apertura" ? "aperto" : `finisce il ${giorno(al)}`,
      ...[atto, motivo, chi],
    ]),
    "Nessun atto: è l'avviso con cui Gefo è partito.",
  );

function montaUno(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const letti = await nodo.avvisi({});
    if (!letti.ok) return letti.problema;
    const avviso = letti.valore.avvisi.find(({ id }) => id === c.req.param("id"));
    if (avviso === undefined) return SCONOSCIUTO;
    const valori = { ...c.req.query(), ...compilato.valori };
    const oggi = sito.porta.adesso().slice(0, 10);
    const m = { avviso, valori, compilato, chiave: sito.porta.nuovaChiave() };
    const chiusura = { avvisoId: avviso.id, atti: avviso.atti.length, al: valori["al"] };
    const puo = haUfficio(soggetto, "istruttoria") && (avviso.al === null || avviso.al >= oggi);
    const prova = puo && valori["al"] ? await nodo.anteprimaChiusura(chiusura) : null;
    const problema = prova === null || prova.ok ? null : prova.problema;
    const chiesto = puo ? quando(m, problema) : NIENTE;
    return {
      titolo: avviso.titolo,
      corpo: html`<p><a href="/avvisi">Avvisi</a></p><h1>${avviso.titolo}</h1>
        <section class="scheda">${coppie([
          ["Codice", avviso.id],
          ["Stato", stato(avviso, oggi)],
          ["Primo giorno", giorno(avviso.dal)],
          ["Ultimo giorno", avviso.al === null ? "senza fine" : giorno(avviso.al)],
        ])}</section>
        <p><a class="bottone piano" href="/regole?avvisoId=${avviso.id}">Le regole</a>
          <a class="bottone piano" href="/bilancio">Il denaro</a></p>
        ${problema === null ? NIENTE : mostraProblema(problema, chiesto)}${chiesto}
        ${prova?.ok ? anteprima(prova.valore, chiusura.al ?? "", salva(m)) : NIENTE}
        ${storia(avviso)}`,
    };
  };
  sito.mostra("/avvisi/:id", RUOLI, vista);
  sito.invia(
    "/avvisi/:id",
    ["regione"],
    async ({ c, nodo }, input) => {
      const avvisoId = c.req.param("id") ?? "";
      const esito = await nodo.chiudiAvviso({ ...input, avvisoId });
      const avviso = "Ultimo giorno fissato.";
      return esito.ok ? { ok: true, valore: { vai: `/avvisi/${avvisoId}`, avviso } } : esito;
    },
    vista,
  );
}

const SCONOSCIUTO = {
  ...{ type: "urn:staffetta:avviso.sconosciuto", title: "Questo avviso non c'è", status: 404 },
  detail: "Nessun avviso ha questo codice.",
  rimedio: "Torna all'elenco degli avvisi.",
};

/** The notices: which there are, how one opens, when it ends. */
export function pagineAvvisi(sito: Sito): void {
  montaElenco(sito);
  montaUno(sito);
}
