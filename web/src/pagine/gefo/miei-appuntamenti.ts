import type { OperazioniGefo } from "@staffetta/contracts";
import { STATI_APPUNTAMENTO } from "@staffetta/domain";
import type { z } from "zod";
import { type Compilato, nascosto, type Opzione, scelta, testo } from "../../parti/campi.ts";
import { type Html, html, NIENTE, quando } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import type { Sito, Vista } from "./sito.ts";

type Letti = z.output<OperazioniGefo["mieiAppuntamenti"]["uscita"]>;
type Mio = Letti["appuntamenti"][number];

/** One choice for place and time: an instant has no blank, what follows the first one is the site. */
const turniDi = ({ sedi }: Letti): Opzione[] =>
  sedi.flatMap(({ sede, luogo, turni }) =>
    turni.map(({ inizio }) => ({
      valore: `${inizio} ${sede}`,
      testo: sedi.length < 2 ? quando(inizio) : `${quando(inizio)}, ${luogo}`,
    })),
  );

const turnoIn = (input: Readonly<Record<string, unknown>>) => {
  const [inizio = "", ...sede] = String(input["turno"] ?? "").split(" ");
  return { inizio, sede: sede.join(" ") };
};

interface Modulo {
  readonly compilato: Compilato;
  readonly chiave: string;
  readonly turni: readonly Opzione[];
}

const NESSUN_TURNO = html`<p>Adesso non ci sono posti liberi. Chiama il tuo operatore: ti mette in attesa del primo.</p>`;

const modulo = (azione: string, id: string, { chiave }: Modulo, campi: Html, tasto: Html): Html =>
  html`<form method="post" action="/appuntamenti" novalidate>
    ${nascosto("azione", azione)}${nascosto("chiave", chiave)}${id === "" ? NIENTE : nascosto("appuntamentoId", id)}
    ${campi}${tasto}</form>`;

const sceltaTurno = ({ compilato, turni }: Modulo): Html =>
  scelta(compilato, { nome: "turno", etichetta: "Giorno e ora" }, turni);

const fissa = (letti: Letti, uno: Modulo): Html => {
  const [sede] = letti.sedi;
  return html`<h2>Scegli quando andare</h2>
    <p>${letti.operatore} ti aspetta per il primo incontro${letti.sedi.length === 1 ? `, in ${sede?.luogo ?? ""}` : ""}.</p>
    ${
      uno.turni.length === 0
        ? NESSUN_TURNO
        : modulo(
            ...(["fissa", "", uno, sceltaTurno(uno)] as const),
            html`<button class="bottone" type="submit">Prendi questo posto</button>`,
          )
    }`;
};

const cambia = ({ inizio, luogo, appuntamentoId }: Mio, adesso: string, uno: Modulo): Html => html`
  <div class="scheda"><h2>Il tuo prossimo appuntamento</h2>
    <p><strong>${quando(inizio)}</strong>, ${luogo}. Porta un documento e il codice fiscale.</p>
    <p><a href="/appuntamenti/ics/${appuntamentoId}">Mettilo nel tuo calendario</a></p></div>
  ${
    inizio <= adesso
      ? NIENTE
      : html`<details><summary>Non puoi quel giorno? Spostalo</summary>
        ${
          uno.turni.length === 0
            ? NESSUN_TURNO
            : modulo(
                ...(["sposta", appuntamentoId, uno, sceltaTurno(uno)] as const),
                html`<button class="bottone" type="submit">Sposta l'appuntamento</button>`,
              )
        }</details>
      <details><summary>Annulla l'appuntamento</summary>
        ${modulo(
          ...(["annulla", appuntamentoId, uno] as const),
          testo(uno.compilato, {
            ...{ nome: "motivo", etichetta: "Perché" },
            aiuto: "Lo legge il tuo operatore.",
          }),
          html`<button class="bottone grave" type="submit">Annulla l'appuntamento</button>`,
        )}</details>`
  }`;

const corpo = (letti: Letti, adesso: string, uno: Modulo): Html => {
  const aperto = letti.appuntamenti.find(({ stato }) => stato === "DE");
  if (aperto !== undefined) return cambia(aperto, adesso, uno);
  if (letti.puoFissare) return fissa(letti, uno);
  return letti.operatore === null
    ? html`<p>Adesso nessun operatore ti segue in questa regione. Puoi sceglierne uno su Borsa Lavoro, nella tua adesione.</p>`
    : html`<p>Adesso non serve un appuntamento: i prossimi incontri li decidi con ${letti.operatore}.</p>`;
};

/** Where the giovane sees, takes, moves and gives up his place; Borsa Lavoro leads here. */
export function pagineMieiAppuntamenti(sito: Sito): void {
  const vista: Vista = async ({ nodo }, compilato) => {
    const letti = await nodo.mieiAppuntamenti({});
    if (!letti.ok) return letti.problema;
    const turni = turniDi(letti.valore);
    const uno = { compilato, chiave: sito.porta.nuovaChiave(), turni };
    return {
      titolo: "I miei appuntamenti",
      corpo: html`<h1>I miei appuntamenti</h1>
        ${corpo(letti.valore, sito.porta.adesso(), uno)}
        ${tavola(
          "Tutti i tuoi appuntamenti",
          ["Quando", "Dove", "Stato", "Perché"],
          letti.valore.appuntamenti.map(({ inizio, luogo, stato, motivo }) => [
            ...[quando(inizio), luogo, STATI_APPUNTAMENTO[stato], motivo ?? "—"],
          ]),
          "Ancora nessuno.",
        )}`,
    };
  };
  sito.mostra("/appuntamenti", ["giovane"], vista);
  sito.invia(
    "/appuntamenti",
    ["giovane"],
    async ({ nodo }, { azione, turno, ...input }) => {
      const esito =
        azione === "annulla"
          ? await nodo.annullaDaMe(input)
          : azione === "sposta"
            ? await nodo.spostaDaMe({ ...input, ...turnoIn({ turno }) })
            : await nodo.fissaDaMe({ ...input, ...turnoIn({ turno }) });
      if (!esito.ok) return esito;
      const avviso = "Fatto. Ti abbiamo scritto, e lo vede anche il tuo operatore.";
      return { ok: true, valore: { vai: "/appuntamenti", avviso } };
    },
    vista,
  );
  sito.scarica("/appuntamenti/ics/:id", ["giovane"], ({ c, nodo }) =>
    nodo.mioAppuntamentoIcs({ appuntamentoId: c.req.param("id") }),
  );
}
