import type { AnteprimaRegole, Problema, RegoleInVista } from "@staffetta/contracts";
import { type Compilato, nascosto, testo, VUOTO } from "../../parti/campi.ts";
import { mostraProblema } from "../../parti/guscio.ts";
import {
  euro,
  giorno,
  type Html,
  html,
  istante,
  NIENTE,
  numero,
  plurale,
} from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import { ARGOMENTI, nomeDi } from "./regole-parole.ts";
import type { Sito, Vista } from "./sito.ts";

const isDenaro = (percorso: string): boolean => percorso.includes("Cents");
const leggibile = (percorso: string, valore: number): string =>
  isDenaro(percorso) ? euro(valore) : numero(valore);
/** Dots would make the field an object. */
const campoDi = (percorso: string): string => `c:${percorso.replaceAll(".", ":")}`;

/** What is wrong with a figure is wrong with the field where it was typed. */
const suiCampi = ({ errori = [], ...resto }: Problema): Problema => ({
  ...resto,
  errori: errori.map(({ campo, messaggio }) => ({
    campo: campo.startsWith("cifre.") ? campoDi(campo.slice("cifre.".length)) : campo,
    messaggio,
  })),
});

const DUBBIO = html`<span class="stato aspetta">da verificare</span>`;

const argomentoDi = (percorso: string): string => {
  const [primo = ""] = percorso.split(".");
  return ARGOMENTI[primo] ?? primo;
};
type Cifre = RegoleInVista["cifre"];

const perArgomento = (cifre: Cifre): readonly (readonly [string, Cifre])[] => [
  ...Map.groupBy(cifre, ({ percorso }) => argomentoDi(percorso)),
];

const tabelle = ({ cifre }: RegoleInVista): Html =>
  html`${perArgomento(cifre).map(
    ([argomento, sue], i) =>
      html`<details ${i === 0 ? html`open` : ""}><summary>${argomento} (${sue.length})</summary>${tabella(argomento, sue)}</details>`,
  )}`;

const tabella = (argomento: string, cifre: Cifre): Html =>
  tavola(
    `${argomento}: le cifre in vigore`,
    ["Regola", { testo: "Valore", numero: true }, "Fonte"],
    cifre.map(({ percorso, valore, daVerificare }) => [
      nomeDi(percorso),
      leggibile(percorso, valore),
      daVerificare
        ? html`${DUBBIO} pacchetto di riferimento, non ancora letta nell'avviso`
        : "pacchetto di riferimento",
    ]),
    "Nessuna cifra.",
  );

const modulo = (
  { cifre, avvisoId }: RegoleInVista,
  query: Readonly<Record<string, string>>,
  oggi: string,
  problema: Problema | null,
) => {
  const c: Compilato = { ...VUOTO, valori: query, problema };
  return html`<details ${query["prova"] === undefined ? "" : html`open`}><summary>Prova a cambiare le cifre</summary>
    <p>Prima guardi che cosa cambierebbe; poi, se va bene, salvi. Gli importi sono in centesimi.</p>
    <form method="get" action="/regole">${nascosto("prova", "1")}${nascosto("avvisoId", avvisoId)}
      ${testo(c, { nome: "validaDal", etichetta: "Valgono dal", tipo: "date", predefinito: oggi })}
      ${perArgomento(cifre).map(
        ([argomento, sue]) =>
          html`<details><summary>${argomento}</summary>${sue.map(({ percorso, valore }) =>
            testo(c, {
              ...{ nome: campoDi(percorso), etichetta: nomeDi(percorso), tipo: "number" },
              predefinito: String(valore),
            }),
          )}</details>`,
      )}
      <button class="bottone" type="submit">Guarda che cosa cambia</button></form></details>`;
};

const segno = (cents: number): string => `${cents > 0 ? "+" : ""}${euro(cents)}`;

function esitoProva(prova: AnteprimaRegole, salva: Html): Html {
  return html`<section class="scheda"><h2>Che cosa cambierebbe</h2>
    <ul>
      <li>${plurale(prova.casi, "caso aperto", "casi aperti")}: ${plurale(prova.scadenzeSpostate, "scadenza si sposta", "scadenze si spostano")}, ${plurale(prova.nuoviRitardi, "caso diventa in ritardo", "casi diventano in ritardo")}.</li>
      <li>${plurale(prova.dotiFerme, "dote già inviata tiene", "doti già inviate tengono")} le sue regole. Rifatte con le cifre nuove costerebbero ${segno(prova.differenzaCents)}; ${numero(prova.oltreIMassimali)} supererebbero un massimale.</li>
    </ul>
    ${tavola(
      "Le cifre che cambiano",
      ["Regola", { testo: "Prima", numero: true }, { testo: "Dopo", numero: true }],
      prova.cambiano.map(({ percorso, prima, dopo }) => [
        `${argomentoDi(percorso)}: ${nomeDi(percorso)}`,
        leggibile(percorso, prima),
        leggibile(percorso, dopo),
      ]),
      "Nessuna.",
    )}${salva}</section>`;
}

const cifreDi = (query: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([nome]) => nome.startsWith("c:"))
      .map(([nome, valore]) => [nome.slice(2).replaceAll(":", "."), String(valore)]),
  );

const versioni = ({ versioni: tutte }: RegoleInVista): Html =>
  tavola(
    "Le versioni",
    ["Numero", "Vale dal", "Atto", "Motivo", "Salvata"],
    tutte.map(({ numero: n, validaDal, atto, motivo, at, chi }) => [
      ...[String(n), giorno(validaDal), atto, motivo, `${istante(at)}, ${chi}`],
    ]),
    "Nessuna versione.",
  );

/** The rules of a notice: read by everybody, tried and changed by the desk. */
export function pagineRegole(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const avvisi = await nodo.avvisi({});
    if (!avvisi.ok) return avvisi.problema;
    const typed = { ...c.req.query(), ...compilato.valori };
    const avvisoId = typed["avvisoId"] ?? avvisi.valore.avvisi[0]?.id ?? "";
    const lette = await nodo.regole({ avvisoId });
    if (!lette.ok) return lette.problema;
    const regole = lette.valore;
    const oggi = sito.porta.adesso().slice(0, 10);
    const puo = soggetto.ruolo === "regione" && soggetto.funzione === "istruttoria";
    const cambio = {
      ...{ avvisoId, numero: regole.numero, validaDal: typed["validaDal"] ?? oggi },
      cifre: cifreDi(typed),
    };
    const prova = puo && typed["prova"] !== undefined ? await nodo.anteprimaRegole(cambio) : null;
    const salva = html`<form method="post" action="/regole" novalidate>
      ${nascosto("prova", "1")}${nascosto("chiave", sito.porta.nuovaChiave())}${nascosto("avvisoId", avvisoId)}
      ${nascosto("numero", String(regole.numero))}${nascosto("validaDal", cambio.validaDal)}
      ${Object.entries(typed).map(([nome, valore]) => (nome.startsWith("c:") ? nascosto(nome, valore) : NIENTE))}
      ${testo(compilato, { nome: "atto", etichetta: "Atto" })}${testo(compilato, { nome: "motivo", etichetta: "Motivo" })}
      <button class="bottone" type="submit">Salva la nuova versione</button></form>`;
    const problema = prova === null || prova.ok ? null : suiCampi(prova.problema);
    const prove = puo ? modulo(regole, typed, oggi, problema) : NIENTE;
    return {
      titolo: "Regole",
      corpo: html`<p><a href="/avvisi/${avvisoId}">L'avviso</a></p><h1>${regole.titolo}: le regole</h1>
        <p>Le cifre segnate ${DUBBIO} non sono ancora state lette nell'avviso: valgono come prova.</p>
        ${problema === null ? NIENTE : mostraProblema(problema, prove)}
        ${prova?.ok ? esitoProva(prova.valore, salva) : NIENTE}
        ${prove}${tabelle(regole)}${versioni(regole)}`,
    };
  };
  sito.mostra("/regole", ["regione", "addetto", "revisore"], vista);
  sito.invia(
    "/regole",
    ["regione"],
    async ({ nodo }, input) => {
      const { chiave, avvisoId, numero: n, validaDal, atto, motivo } = input;
      const cambio = { chiave, avvisoId, numero: n, validaDal, atto, motivo };
      const esito = await nodo.salvaRegole({ ...cambio, cifre: cifreDi(input) });
      const avviso = "Versione salvata: vale dal giorno che hai scelto.";
      return esito.ok
        ? { ok: true, valore: { vai: `/regole?avvisoId=${String(avvisoId)}`, avviso } }
        : esito;
    },
    vista,
  );
}
