import type { CasoGefo, Piano } from "@staffetta/contracts";
import { errorOf, nascosto, scelta } from "../../parti/campi.ts";
import { idDi } from "../../parti/guscio.ts";
import { euro, type Html, html, istante, NIENTE } from "../../parti/html.ts";
import { coppie } from "../../parti/tavola.ts";
import type { Dove } from "./modulo.ts";

/** As many as the contract takes. */
const RIGHE_MAX = 10;

type Valori = Readonly<Record<string, string>>;
type Calcolo = Piano["calcolo"];

export interface DatiBozza extends Dove {
  readonly caso: CasoGefo;
  /** What is kept: the draft that a signature would send. */
  readonly piano: Piano;
  /** The sums of what is in the fields; null when they can't be made. */
  readonly calcolo: Calcolo | null;
  /** The draft that the fields began from: not always the one that is kept now. */
  readonly version: string;
  /** How many services the page has room for. */
  readonly righe: number;
  readonly script: Html;
}

/** What is in the fields when nothing was typed: the draft. */
export function valoriDi({ righe }: Piano): Record<string, string> {
  const valori: Record<string, string> = {};
  for (const [i, { misura, oreUnita, erogatoreId }] of righe.entries()) {
    valori[`righe.${i}.misura`] = misura;
    valori[`righe.${i}.oreUnita`] = String(oreUnita);
    valori[`righe.${i}.erogatoreId`] = erogatoreId ?? "";
  }
  return valori;
}

/** Every row of the page; those without a measure are not services. */
export const righeDi = (valori: Valori) =>
  Array.from({ length: RIGHE_MAX }, (_, i) => ({
    misura: valori[`righe.${i}.misura`] ?? "",
    oreUnita: valori[`righe.${i}.oreUnita`] ?? "",
    erogatoreId: valori[`righe.${i}.erogatoreId`] ?? "",
  }));

/** The rows that are filled and an empty one; those that were already there stay. */
export function quanteRighe(valori: Valori, unaInPiu: boolean): number {
  const piene = righeDi(valori).findLastIndex(({ misura }) => misura !== "") + 1;
  const sulla = righeDi(valori).findLastIndex((_, i) => `righe.${i}.misura` in valori) + 1;
  return Math.min(RIGHE_MAX, Math.max(piene + 1, sulla + (unaInPiu ? 1 : 0)));
}

const firmabile = (righe: ReturnType<typeof righeDi>): string =>
  JSON.stringify(
    righe
      .filter(({ misura }) => misura !== "")
      .map(({ misura, oreUnita, erogatoreId }) => [misura, Number(oreUnita), erogatoreId]),
  );

const bozzaDi = ({ piano }: DatiBozza): string => firmabile(righeDi(valoriDi(piano)));
const isCambiata = (d: DatiBozza): boolean => firmabile(righeDi(d.compilato.valori)) !== bozzaDi(d);

/** Why a door of the case is closed; null = it is open. */
export const perche = ({ azioni }: CasoGefo, nome: string): string | null =>
  azioni[nome]?.ammessa === false ? (azioni[nome]?.perche ?? "Non adesso.") : null;

const etichetta = ({ misura, etichetta: nome, unita, tariffaCents }: Piano["catalogo"][number]) =>
  `${misura} ${nome}, ${euro(tariffaCents)} ${unita === "ora" ? "l'ora" : "a risultato"}`;

/** The place of a line in the sums: lines without a measure are not counted. */
function calcolata({ calcolo, compilato: { valori } }: DatiBozza, i: number) {
  if (!valori[`righe.${i}.misura`]) return null;
  const prima = Array.from({ length: i }, (_, n) => valori[`righe.${n}.misura`]).filter(Boolean);
  return calcolo?.righe[prima.length] ?? null;
}

/** The hours, with what is wrong beside them: said by the node or, while one types, by the script. */
function ore({ compilato }: DatiBozza, i: number, problema: string | null): Html {
  const nome = `righe.${i}.oreUnita`;
  const id = idDi(nome);
  const errore = errorOf(compilato, nome) ?? problema;
  return html`<div class="campo"><label for="${id}">Ore</label>
    <span class="aiuto" id="${id}-aiuto">1 se la misura è a risultato.</span>
    <input type="number" id="${id}" name="${nome}" value="${compilato.valori[nome] ?? "1"}" required aria-describedby="${id}-aiuto ${id}-errore" ${errore === null ? "" : html`aria-invalid="true"`}>
    <span class="errore" id="${id}-errore" data-piano="problema-${String(i)}">${errore ?? ""}</span></div>`;
}

function riga(d: DatiBozza, i: number): Html {
  const { piano, compilato } = d;
  const una = calcolata(d, i);
  return html`<fieldset data-riga="${String(i)}"><legend>Servizio ${i + 1}${i === 0 ? "" : " (facoltativo)"}</legend>
    ${scelta(
      compilato,
      { nome: `righe.${i}.misura`, etichetta: "Misura", vuota: "Nessuna" },
      piano.catalogo.map((voce) => ({ valore: voce.misura, testo: etichetta(voce) })),
    )}
    ${ore(d, i, una?.problema ?? null)}
    ${scelta(
      compilato,
      { nome: `righe.${i}.erogatoreId`, etichetta: "Chi lo eroga", vuota: "Il mio operatore" },
      piano.erogatori.map(({ id, denominazione }) => ({ valore: id, testo: denominazione })),
    )}
    <p><strong data-piano="importo-${String(i)}">${una === null || una.importoCents === 0 ? "" : euro(una.importoCents)}</strong></p>
  </fieldset>`;
}

const OLTRE = "Il piano supera il massimo di ";

function somme({ calcolo, piano }: DatiBozza): Html {
  const { massimaleCents, disponibileCents, fascia } = piano;
  const cifra = (cents: number | undefined): string => (cents === undefined ? "—" : euro(cents));
  const residuo = calcolo?.residuoCents ?? 0;
  return html`<div class="scheda" role="status" aria-live="polite"><h2>Quanto vale</h2>${coppie([
    ["Valore del piano", html`<strong data-piano="valore">${cifra(calcolo?.valoreCents)}</strong>`],
    ["A processo (ore)", html`<span data-piano="processo">${cifra(calcolo?.processoCents)}</span>`],
    ["A risultato", html`<span data-piano="risultato">${cifra(calcolo?.risultatoCents)}</span>`],
    [`Massimo per la fascia ${fascia ?? "—"}`, euro(massimaleCents)],
    [
      "Resta sotto il massimo",
      html`<span data-piano="residuo">${residuo < 0 ? "niente" : cifra(calcolo?.residuoCents)}</span>`,
    ],
    ["Disponibile nell'avviso", euro(disponibileCents)],
  ])}<p class="errore" data-piano="oltre" data-inizio="${OLTRE}">${residuo < 0 ? `${OLTRE}${euro(-residuo)}.` : ""}</p></div>`;
}

/** The draft, to be written; without script the sums are asked with the lines in the address. */
export function bozza(d: DatiBozza): Html {
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
  return html`<form method="post" action="${action}" novalidate data-regole="${JSON.stringify(regole)}" data-bozza="${bozzaDi(d)}">
      ${nascosto("chiave", chiave)}${nascosto("version", d.version)}
      ${Array.from({ length: d.righe }, (_, i) => riga(d, i))}
      ${d.righe >= RIGHE_MAX ? NIENTE : html`<p><button class="bottone piano" type="submit" formmethod="get" name="azione" value="aggiungi">Aggiungi un servizio</button></p>`}
      ${somme(d)}
      <p class="azioni">${salva}
      <button class="bottone piano" type="submit" formmethod="get" name="azione" value="calcola">Ricalcola</button></p>
    </form>${d.script}`;
}

const CAMBIATA = "Hai cambiato qualcosa: salva la bozza prima di firmare.";

/** Why the draft that is kept can't be signed as it is; null = it can. */
function nonFirmabile({ calcolo, massimaleCents }: Piano): string | null {
  if (calcolo.righe.some(({ problema }) => problema !== null))
    return "Nella bozza c'è un servizio da correggere. Così non si può firmare.";
  if (calcolo.residuoCents >= 0) return null;
  return `La bozza supera il massimo, che è ${euro(massimaleCents)}: togli un servizio o riduci le ore, e salva. Così non si può firmare.`;
}

function bottoneInvio(d: DatiBozza): Html {
  const chiuso = perche(d.caso, "inviaDote") ?? nonFirmabile(d.piano);
  if (chiuso !== null) return html`<p class="sommesso">${chiuso}</p>`;
  if (isCambiata(d))
    return html`<p>${CAMBIATA} Oppure <a href="${d.action}">torna alla bozza salvata</a>.</p>`;
  return html`<p data-firma="cambiata" hidden>${CAMBIATA}</p>
      <form data-firma="intatta" method="post" action="${d.action}" novalidate>${nascosto("chiave", d.chiave)}${nascosto("version", String(d.piano.version))}
        <button class="bottone" type="submit" name="azione" value="inviaDote">Firma la DRU e invia la dote</button></form>`;
}

/** What is signed is the draft that is kept: its value, never that of the fields above. */
export function invio(d: DatiBozza): Html {
  const { version, righe, aggiornatoDa, aggiornatoAt, calcolo } = d.piano;
  if (version === 0 || righe.length === 0)
    return html`<p class="sommesso">Salva la bozza: poi il legale rappresentante la può firmare e inviare.</p>`;
  return html`<section class="scheda"><h2>Firma e invio</h2>
        <p>Bozza ${version}, salvata da ${aggiornatoDa ?? ""} il ${istante(aggiornatoAt)}: vale ${euro(calcolo.valoreCents)}. Inviandola certifichi la presa in carico: il denaro viene prenotato subito e impegnato quando arriva la conferma nazionale.</p>
        ${bottoneInvio(d)}</section>`;
}
