import type { CasoGefo, OperazioniGefo } from "@staffetta/contracts";
import { STATI_APPUNTAMENTO } from "@staffetta/domain";
import type { z } from "zod";
import { nascosto, type Opzione, scelta, testo, VUOTO } from "../../../parti/campi.ts";
import { giorno, type Html, html, NIENTE, ora, plurale, quando } from "../../../parti/html.ts";
import { tavola } from "../../../parti/tavola.ts";
import type { Aggiunte, AzioneInsieme } from "../lavoro/pagine.ts";
import type { Sito, Vista } from "../sito.ts";

type Letta = z.output<OperazioniGefo["agenda"]["uscita"]>;
type Riga = Letta["appuntamenti"][number];
type Nodo = Parameters<Vista>[0]["nodo"];

const TONI: Readonly<Record<keyof typeof STATI_APPUNTAMENTO, string>> = {
  ...{ DE: "aspetta", ER: "va", DI: "chiuso", DC: "chiuso", SP: "chiuso", NP: "male" },
};
const stato = ({ stato: uno }: Riga): Html =>
  html`<span class="stato ${TONI[uno]}">${STATI_APPUNTAMENTO[uno]}</span>`;

const presenza = (sito: Sito, riga: Riga): Html =>
  riga.stato !== "DE" || riga.inizio > sito.porta.adesso()
    ? NIENTE
    : html`<form method="post" action="/agenda/presenza" class="inriga">
      ${nascosto("chiave", sito.porta.nuovaChiave())}${nascosto("appuntamentoId", riga.appuntamentoId)}
      <button class="bottone piano" name="venuto" value="si" type="submit">È venuto<span class="visually-hidden">: ${riga.persona}</span></button>
      <button class="bottone piano" name="venuto" value="no" type="submit">Non è venuto<span class="visually-hidden">: ${riga.persona}</span></button></form>`;

const chiusura = (
  sedi: readonly Opzione[],
  compilato: Parameters<Vista>[1],
): Html => html`<details ${compilato.problema === null ? "" : html`open`}>
  <summary>Chiudi la sede per dei giorni</summary>
  <form method="post" action="/agenda/chiusure" novalidate>
    <p>Chi ha un appuntamento in quei giorni riceve una lettera con il motivo e il primo posto libero dopo.</p>
    ${scelta(compilato, { nome: "sede", etichetta: "Sede" }, sedi)}
    ${testo(compilato, { nome: "dal", etichetta: "Dal", tipo: "date" })}
    ${testo(compilato, { nome: "al", etichetta: "Al", tipo: "date" })}
    ${testo(compilato, { nome: "motivo", etichetta: "Perché", aiuto: "Lo leggono le persone." })}
    <button class="bottone" type="submit">Chiudi la sede in quei giorni</button></form></details>`;

const opzioniSedi = ({ sedi }: Letta): readonly Opzione[] =>
  sedi.map(({ sede, luogo }) => ({ valore: sede, testo: luogo }));

function montaGiorno(sito: Sito): void {
  const vista: Vista = async ({ c, nodo }, compilato) => {
    const chiesto = c.req.query("giorno");
    const letta = await nodo.agenda(chiesto ? { giorno: chiesto } : {});
    if (!letta.ok) return letta.problema;
    const { appuntamenti, inAttesa } = letta.valore;
    return {
      titolo: "Agenda",
      corpo: html`<h1>Agenda del ${giorno(letta.valore.giorno)}</h1>
        <form method="get" action="/agenda" class="inriga">
          ${testo({ ...VUOTO, valori: { giorno: letta.valore.giorno } }, { nome: "giorno", etichetta: "Giorno", tipo: "date" })}
          <button class="bottone piano" type="submit">Vai al giorno</button></form>
        ${tavola(
          "Chi viene",
          ["Ora", "Persona", "Dove", "Stato", "È venuto?"],
          appuntamenti.map((riga) => [
            `${ora(riga.inizio)}–${ora(riga.fine)}`,
            html`<a href="/casi/${riga.adesioneId}/appuntamento">${riga.persona}</a>`,
            ...[riga.luogo, stato(riga), presenza(sito, riga)],
          ]),
          "Nessun appuntamento in questo giorno.",
        )}
        ${tavola(
          "Chi aspetta un posto, dal primo",
          ["Persona", "Sede"],
          inAttesa.map(({ adesioneId, persona, sede }) => [
            html`<a href="/casi/${adesioneId}/appuntamento">${persona}</a>`,
            sede,
          ]),
          "Nessuno aspetta.",
        )}
        ${chiusura(opzioniSedi(letta.valore), compilato)}`,
    };
  };
  sito.mostra("/agenda", ["addetto"], vista);
  sito.invia(
    "/agenda/chiusure",
    ["addetto"],
    async ({ nodo }, input) => {
      const esito = await nodo.chiudiSede(input);
      if (!esito.ok) return esito;
      const avviso = `Sede chiusa. ${plurale(esito.valore.annullati, "appuntamento annullato e spiegato", "appuntamenti annullati e spiegati")}.`;
      return { ok: true, valore: { vai: "/agenda", avviso } };
    },
    vista,
  );
  sito.invia(
    "/agenda/presenza",
    ["addetto"],
    async ({ nodo }, input) => {
      const esito = await nodo.registraPresenza(input);
      return esito.ok ? { ok: true, valore: { vai: "/agenda", avviso: "Registrato." } } : esito;
    },
    vista,
  );
}

interface Posto {
  readonly letta: Letta;
  readonly turni: readonly Opzione[];
  readonly sede: string;
  readonly compilato: Parameters<Vista>[1];
  readonly chiave: string;
}

const sceltaTurno = ({ turni, compilato }: Posto, etichetta: string): Html =>
  scelta(compilato, { nome: "inizio", etichetta }, turni);

const cambia = (posto: Posto, aperto: Riga): Html => html`
  <div class="scheda"><h2>Appuntamento fissato</h2>
    <p><strong>${quando(aperto.inizio)}</strong>, ${aperto.luogo}.
    <a href="/agenda/ics/${aperto.appuntamentoId}">File per il calendario</a></p></div>
  <details><summary>Sposta</summary><form method="post" novalidate>
    ${nascosto("azione", "sposta")}${nascosto("chiave", posto.chiave)}${nascosto("appuntamentoId", aperto.appuntamentoId)}
    ${sceltaTurno(posto, "Nuovo giorno e ora")}
    ${testo(posto.compilato, { nome: "motivo", etichetta: "Perché", aiuto: "Lo legge la persona." })}
    <button class="bottone" type="submit">Sposta e scrivi alla persona</button></form></details>
  <details><summary>Annulla</summary><form method="post" novalidate>
    ${nascosto("azione", "annulla")}${nascosto("chiave", posto.chiave)}${nascosto("appuntamentoId", aperto.appuntamentoId)}
    <div class="campo"><label for="annulla-chi">Chi annulla</label><select id="annulla-chi" name="chi">
      <option value="giovane">lo chiede il giovane</option><option value="operatore">lo decide l'operatore</option></select></div>
    <div class="campo"><label for="annulla-motivo">Perché</label><input id="annulla-motivo" name="motivo" required></div>
    <button class="bottone grave" type="submit">Annulla l'appuntamento</button></form></details>`;

const fissaNuovo = (posto: Posto): Html => {
  const { letta, sede, turni, chiave } = posto;
  const sedi = opzioniSedi(letta);
  return html`${
    sedi.length < 2
      ? NIENTE
      : html`<form method="get" class="inriga">${scelta({ ...VUOTO, valori: { sede } }, { nome: "sede", etichetta: "Sede" }, sedi)}
        <button class="bottone piano" type="submit">Vedi i turni</button></form>`
  }
  ${
    turni.length === 0
      ? html`<div class="avviso attento"><p>Nessun posto libero nei giorni in cui si può fissare.</p></div>
      <form method="post">${nascosto("azione", "attesa")}${nascosto("sede", sede)}
        <button class="bottone" type="submit">Metti in attesa del primo posto</button></form>`
      : html`<form method="post" novalidate>${nascosto("azione", "fissa")}${nascosto("chiave", chiave)}${nascosto("sede", sede)}
        ${sceltaTurno(posto, "Giorno e ora")}
        <button class="bottone" type="submit">Fissa e convoca</button></form>`
  }`;
};

/** Who does not wait for the first interview is offered nothing, and the page says why. */
const fissaOSpiega = (posto: Posto, { azioni }: CasoGefo): Html => {
  const perche = azioni["fissaAppuntamento"]?.perche ?? null;
  return perche === null
    ? fissaNuovo(posto)
    : html`<div class="avviso attento"><p>Adesso non si fissa un appuntamento. ${perche}</p></div>`;
};

async function postoDi(
  sito: Sito,
  { c, nodo }: Parameters<Vista>[0],
  compilato: Parameters<Vista>[1],
) {
  const letta = await nodo.agenda({ adesioneId: c.req.param("id") });
  if (!letta.ok) return letta;
  const aperto = letta.valore.appuntamenti.find((una) => una.stato === "DE");
  const sede = c.req.query("sede") ?? aperto?.sede ?? letta.valore.sedi[0]?.sede ?? "";
  const turni = await nodo.turniLiberi({ sede });
  if (!turni.ok) return turni;
  const opzioni = turni.valore.turni.map(({ inizio, liberi }) => ({
    valore: inizio,
    testo: `${quando(inizio)} (${plurale(liberi, "posto", "posti")})`,
  }));
  const chiave = sito.porta.nuovaChiave();
  const posto: Posto = { letta: letta.valore, turni: opzioni, sede, compilato, chiave };
  return { ok: true as const, valore: { posto, aperto } };
}

const AZIONI: Readonly<
  Record<
    string,
    (
      nodo: Nodo,
      id: string,
      input: Record<string, unknown>,
    ) => ReturnType<Nodo["mettiInAttesa"] | Nodo["fissaAppuntamento"]>
  >
> = {
  fissa: (nodo, adesioneId, input) => nodo.fissaAppuntamento({ ...input, adesioneId }),
  sposta: (nodo, _id, input) => nodo.spostaAppuntamento(input),
  annulla: (nodo, _id, input) => nodo.annullaAppuntamento(input),
  attesa: (nodo, adesioneId, input) => nodo.mettiInAttesa({ ...input, adesioneId }),
};

function montaPersona(sito: Sito): void {
  const vista: Vista = async (richiesta, compilato) => {
    const { c, nodo } = richiesta;
    const adesioneId = c.req.param("id") ?? "";
    const caso = await nodo.caso({ adesioneId });
    if (!caso.ok) return caso.problema;
    const letto = await postoDi(sito, richiesta, compilato);
    if (!letto.ok) return letto.problema;
    const { posto, aperto } = letto.valore;
    const { nome, cognome } = caso.valore.anagrafica;
    return {
      titolo: `Appuntamento di ${nome} ${cognome}`,
      corpo: html`<p><a href="/casi/${adesioneId}">${nome} ${cognome}</a></p>
        <h1>Appuntamento</h1>
        ${aperto === undefined ? fissaOSpiega(posto, caso.valore) : cambia(posto, aperto)}
        ${tavola(
          "Appuntamenti di questa persona",
          ["Quando", "Dove", "Stato", "Perché"],
          posto.letta.appuntamenti.map((una) => [
            ...[quando(una.inizio), una.luogo, stato(una), una.motivo ?? "—"],
          ]),
          "Ancora nessuno.",
        )}`,
    };
  };
  sito.mostra("/casi/:id/appuntamento", ["addetto"], vista);
  sito.invia(
    "/casi/:id/appuntamento",
    ["addetto"],
    async ({ c, nodo }, { azione: nome, ...input }) => {
      const adesioneId = c.req.param("id") ?? "";
      const azione = AZIONI[String(nome)];
      const vai = `/casi/${adesioneId}/appuntamento`;
      if (azione === undefined) return { ok: true, valore: { vai } };
      const esito = await azione(nodo, adesioneId, input);
      if (!esito.ok) return esito;
      return { ok: true, valore: { vai, avviso: "Fatto: la persona riceve una lettera." } };
    },
    vista,
  );
  sito.scarica("/agenda/ics/:id", ["addetto"], ({ c, nodo }) =>
    nodo.appuntamentoIcs({ appuntamentoId: c.req.param("id") }),
  );
}

/** Who comes when, day by day and person by person. */
export function pagineAgenda(sito: Sito): void {
  montaGiorno(sito);
  montaPersona(sito);
}

/** What the list of work offers to the chosen: a slot each. */
export const convocaDallaLista: Aggiunte = {
  azioni: (sedi) => html`<div class="inriga">
    ${scelta(VUOTO, { nome: "sedeConvoca", etichetta: "Convoca a" }, sedi)}
    ${testo(VUOTO, { nome: "dal", etichetta: "Non prima del", tipo: "date", facoltativo: true })}
    <button class="bottone piano" type="submit" name="azione" value="convoca">Convoca</button></div>`,
};

export const AZIONE_CONVOCA: Readonly<Record<string, AzioneInsieme>> = {
  convoca: (nodo, insieme, { sedeConvoca: sede, dal = "" }) =>
    nodo.convocaCasi({ ...insieme, sede, dal }),
};
