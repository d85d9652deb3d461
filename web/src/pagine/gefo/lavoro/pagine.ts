import {
  ammette,
  type OperazioniGefo,
  type Problema,
  VISTE_LAVORO,
  type VistaLavoro,
} from "@staffetta/contracts";
import { sembraCodiceFiscale } from "@staffetta/domain";
import type { z } from "zod";
import { nascosto, type Opzione, testo, VUOTO } from "../../../parti/campi.ts";
import { giorno, type Html, html, numero, plurale } from "../../../parti/html.ts";
import { montaScript } from "../../../parti/script.ts";
import { paginaDopo, tavola } from "../../../parti/tavola.ts";
import type { Sito, Vista } from "../sito.ts";
import { type Chiesto, chiestoIn, indirizzo, moduloFiltri, schede } from "./filtro.ts";
import { carichi, type Letta, listaConAzioni } from "./lista.ts";

const cerca = (
  nome: string,
): Html => html`<form method="post" action="/lavoro/cerca" class="inriga" role="search" data-cerca>
  ${testo({ ...VUOTO, valori: { cerca: nome } }, { nome: "cerca", etichetta: "Cognome e nome, o codice fiscale", tipo: "search", facoltativo: true, tasto: "c" })}
  <button class="bottone piano" type="submit">Cerca</button></form>`;

const filtriSalvati = (chiesto: Chiesto, { filtri }: Letta): Html => html`<details>
  <summary>I miei filtri (${filtri.length})</summary>
  ${
    filtri.length === 0
      ? html`<p>Nessuno. Scegli che cosa vedere, poi dagli un nome.</p>`
      : html`<ul>${filtri.map(
          ({ filtroId, nome, filtro }) => html`<li class="inriga">
        <a href="${indirizzo("/lavoro", chiestoIn(filtro as Record<string, string>))}">${nome}</a>
        <form method="post" action="/lavoro/filtri/elimina">${nascosto("filtroId", filtroId)}
          <button class="bottone piano" type="submit">Togli<span class="visually-hidden"> il filtro ${nome}</span></button></form></li>`,
        )}</ul>`
  }
  <form method="post" action="/lavoro/filtri" class="inriga">
    ${Object.entries(chiesto).map(([campo, valore]) => nascosto(`filtro.${campo}`, valore))}
    ${testo(VUOTO, { nome: "nome", etichetta: "Conserva ciò che vedi adesso con il nome" })}
    <button class="bottone piano" type="submit">Conserva</button></form></details>`;

const esporta = (chiesto: Chiesto): Html => html`<p>Porta via la lista:
  <a href="${indirizzo("/lavoro/lista.csv", chiesto)}">CSV</a>,
  <a href="${indirizzo("/lavoro/lista.xlsx", chiesto)}">Excel</a>.
  <span class="sommesso">Resta scritto chi l'ha presa.</span></p>`;

const ritardo = ({ oltreTermine }: Letta): Html =>
  oltreTermine === 0
    ? html`<p>Nessun caso è oltre il termine.</p>`
    : html`<div class="avviso male"><p><strong>${plurale(oltreTermine, "persona aspetta", "persone aspettano")} oltre il termine.</strong> ${oltreTermine === 1 ? "È la prima" : "Sono le prime"} della lista.</p></div>`;

/** What other slices put on this page. */
export interface Aggiunte {
  readonly azioni: (sedi: readonly Opzione[], chiesto: Chiesto) => Html;
}

function montaLista(sito: Sito, { azioni }: Aggiunte): void {
  const script = montaScript(sito.porta.app, "lavoro");
  sito.mostra("/lavoro", ["addetto"], async ({ c, nodo }) => {
    const chiesto = chiestoIn(c.req.query());
    const letto = await nodo.lavoro({ ...chiesto, dopo: c.req.query("dopo") ?? "" });
    if (!letto.ok) return letto.problema;
    const letta = letto.valore;
    const sedi = letta.sedi.map(({ sede, luogo }) => ({ valore: sede, testo: luogo }));
    const persone = letta.carichi.flatMap(({ chi }) => chi ?? []);
    const torna = indirizzo("/lavoro", chiesto);
    const chiave = sito.porta.nuovaChiave();
    const insieme = {
      ...{ chiave, torna, colleghi: letta.colleghi, altre: azioni(sedi, chiesto) },
      nome: chiesto.nome ?? "",
    };
    return {
      titolo: "Lista di lavoro",
      corpo: html`<h1>Chi chiamare oggi</h1>
        ${ritardo(letta)}
        ${cerca(chiesto.nome ?? "")}
        ${schede(chiesto, letta)}
        ${moduloFiltri(chiesto, { persone, sedi })}
        ${filtriSalvati(chiesto, letta)}
        ${listaConAzioni(letta, insieme)}
        ${paginaDopo(torna, letta.dopo)}
        ${esporta(chiesto)}
        ${carichi(letta)}
        ${script}`,
    };
  });
  for (const formato of ["csv", "xlsx"] as const)
    sito.scarica(`/lavoro/lista.${formato}`, ["addetto"], ({ c, nodo }) =>
      nodo.esportaLavoro({ ...chiestoIn(c.req.query()), formato }),
    );
}

/** One field for both: what looks like a codice fiscale is posted on and never stands in an address. */
function montaCerca(sito: Sito): void {
  const vuota: Vista = async (_r, compilato) => ({
    titolo: "Cerca",
    corpo: html`<h1>Cerca una persona</h1>${cerca(compilato.valori["cerca"] ?? "")}<p><a href="/lavoro">Lista di lavoro</a></p>`,
  });
  sito.invia(
    "/lavoro/cerca",
    ["addetto"],
    async ({ nodo }, { cerca: chiesto }) => {
      const testo = String(chiesto ?? "").trim();
      if (!sembraCodiceFiscale(testo)) {
        const vai = testo === "" ? "/lavoro" : indirizzo("/lavoro", { nome: testo.slice(0, 60) });
        return { ok: true, valore: { vai } };
      }
      const trovato = await nodo.cercaPersona({ codiceFiscale: testo.replaceAll(/\s/g, "") });
      if (!trovato.ok) return trovato;
      return { ok: true, valore: { vai: `/casi/${trovato.valore.adesioneId}` } };
    },
    vuota,
  );
}

const tornaDi = (input: Readonly<Record<string, unknown>>): string => {
  const torna = String(input["torna"] ?? "");
  return /^\/lavoro(\?[\w\-=&%.+*]*)?$/.test(torna) ? torna : "/lavoro";
};

const SENZA_AZIONE: Problema = {
  ...{ type: "urn:staffetta:azione-sconosciuta", title: "Quale azione?", status: 400 },
  detail: "Nessuna azione è stata scelta.",
  rimedio: "Torna alla lista, scegli le persone e premi il bottone dell'azione.",
};

export type AzioneInsieme = (
  nodo: Parameters<Vista>[0]["nodo"],
  insieme: Readonly<{ chiave: unknown; adesioni: unknown }>,
  input: Readonly<Record<string, unknown>>,
) => Promise<Readonly<{ ok: true }> | Readonly<{ ok: false; problema: Problema }>>;

const AZIONI: Readonly<Record<string, AzioneInsieme>> = {
  assegna: (nodo, insieme, { collega = "" }) => nodo.assegnaCasi({ ...insieme, collega }),
  segna: (nodo, insieme, { segno = "" }) => nodo.segnaCasi({ ...insieme, segno }),
};

function montaInsieme(sito: Sito, altre: Readonly<Record<string, AzioneInsieme>>): void {
  const tutte = { ...AZIONI, ...altre };
  const ritorno: Vista = async () => ({
    titolo: "Lista di lavoro",
    corpo: html`<h1>Niente è stato fatto</h1><p><a href="/lavoro">Torna alla lista di lavoro</a></p>`,
  });
  sito.invia(
    "/lavoro/insieme",
    ["addetto"],
    async ({ nodo }, input) => {
      const azione = tutte[String(input["azione"])];
      if (azione === undefined) return { ok: false, problema: SENZA_AZIONE };
      const scelte = Array.isArray(input["adesioni"]) ? input["adesioni"] : [];
      const adesioni = scelte.filter((una) => una !== undefined);
      const chiave = input["chiave"];
      const esito = await azione(nodo, { chiave, adesioni }, input);
      if (!esito.ok) return esito;
      const query = new URLSearchParams({ chiave: String(chiave), torna: tornaDi(input) });
      return { ok: true, valore: { vai: `/lavoro/esito?${query}` } };
    },
    ritorno,
  );
  sito.mostra("/lavoro/esito", ["addetto"], async ({ c, nodo }) => {
    const letto = await nodo.esitoInsieme({ chiave: c.req.query("chiave") });
    if (!letto.ok) return letto.problema;
    const { fatti, righe } = letto.valore;
    return {
      titolo: "Fatto",
      corpo: html`<h1>Fatto per ${plurale(fatti, "persona", "persone")} su ${numero(righe.length)}</h1>
        ${tavola(
          "Uno per uno",
          ["Persona", "Esito", "Che cosa"],
          righe.map(({ adesioneId, persona, fatto, detto }) => [
            html`<a href="/casi/${adesioneId}">${persona}</a>`,
            html`<span class="stato ${fatto ? "va" : "male"}">${fatto ? "fatto" : "non fatto"}</span>`,
            detto,
          ]),
          "Niente da mostrare.",
        )}
        <p><a class="bottone" href="${tornaDi(c.req.query())}">Torna alla lista</a></p>`,
    };
  });
}

function montaFiltri(sito: Sito): void {
  const ritorno: Vista = async () => ({
    titolo: "Filtro",
    corpo: html`<h1>Il filtro non è stato conservato</h1><p><a href="/lavoro">Torna alla lista di lavoro</a></p>`,
  });
  sito.invia(
    "/lavoro/filtri",
    ["addetto"],
    async ({ nodo }, { nome, filtro = {} }) => {
      const esito = await nodo.salvaFiltro({ nome, filtro });
      if (!esito.ok) return esito;
      const vai = indirizzo("/lavoro", chiestoIn(filtro as Record<string, string>));
      return { ok: true, valore: { vai, avviso: "Filtro conservato." } };
    },
    ritorno,
  );
  sito.invia(
    "/lavoro/filtri/elimina",
    ["addetto"],
    async ({ nodo }, { filtroId }) => {
      const esito = await nodo.eliminaFiltro({ filtroId });
      return esito.ok ? { ok: true, valore: { vai: "/lavoro", avviso: "Filtro tolto." } } : esito;
    },
    ritorno,
  );
}

type Operatori = z.output<OperazioniGefo["codeOperatori"]["uscita"]>["operatori"];

const tabellaCode = (operatori: Operatori, vede: boolean): Html =>
  tavola(
    "Per operatore, da chi fa aspettare di più",
    [
      ...["Operatore", "Il più vecchio", "Termine dell'avviso"],
      { testo: "Oltre il termine", numero: true },
      { testo: "Da chiudere", numero: true },
      { testo: "Casi aperti", numero: true },
    ],
    operatori.map(({ operatoreId, denominazione, prima, oltreTermine, daChiudere, aperti }) => [
      ...[denominazione, prima ? VISTE_LAVORO[prima.vista as VistaLavoro] : "—"],
      prima === null ? "—" : giorno(prima.entro),
      numero(oltreTermine),
      daChiudere === 0 || !vede
        ? numero(daChiudere)
        : html`<a href="/da-chiudere?operatore=${operatoreId}">${numero(daChiudere)}<span class="visually-hidden"> percorsi da chiudere di ${denominazione}</span></a>`,
      numero(aperti),
    ]),
    "Nessun operatore.",
  );

/** Hundreds of rows, the same for all who have shared one answer: written once for all of them. */
function unaVolta(scrivi: typeof tabellaCode): typeof tabellaCode {
  const scritte = new WeakMap<Operatori, Map<boolean, Html>>();
  return (operatori, vede) => {
    const sue = scritte.get(operatori) ?? new Map<boolean, Html>();
    scritte.set(operatori, sue);
    const tabella = sue.get(vede) ?? scrivi(operatori, vede);
    sue.set(vede, tabella);
    return tabella;
  };
}

/** The desk of the Region: every list, and the case that waits for longest as its headline. */
function montaCode(sito: Sito): void {
  const tabella = unaVolta(tabellaCode);
  sito.mostra("/code", ["regione"], async ({ nodo, soggetto }) => {
    const lette = await nodo.codeOperatori({});
    if (!lette.ok) return lette.problema;
    const { operatori } = lette.valore;
    const vede = ammette(sito.porta.operazioni.percorsiDaChiudere, soggetto);
    const [peggio] = operatori.filter(({ prima }) => (prima?.ritardoDays ?? 0) > 0);
    return {
      titolo: "Liste degli operatori",
      corpo: html`<h1>Liste degli operatori</h1>
        ${
          peggio?.prima
            ? html`<div class="avviso male"><p><strong>Chi aspetta di più è oltre il termine da ${plurale(peggio.prima.ritardoDays, "giorno", "giorni")}</strong>: ${VISTE_LAVORO[peggio.prima.vista as VistaLavoro].toLowerCase()}, presso ${peggio.denominazione}.</p></div>`
            : html`<div class="avviso bene"><p>Nessuno aspetta oltre il termine.</p></div>`
        }
        ${tabella(operatori, vede)}`,
    };
  });
}

/** The list that opens the day of the addetto; `aggiunte` and `altre` come from the other slices. */
export function pagineLavoro(
  sito: Sito,
  aggiunte: Aggiunte,
  altre: Readonly<Record<string, AzioneInsieme>>,
): void {
  montaLista(sito, aggiunte);
  montaCerca(sito);
  montaInsieme(sito, altre);
  montaFiltri(sito);
  montaCode(sito);
}
