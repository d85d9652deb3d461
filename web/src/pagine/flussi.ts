import type { operazioniFlussi, QuadroFlussi, Ruolo, Soggetto } from "@staffetta/contracts";
import { nascosto } from "../parti/campi.ts";
import { type Html, html, istante, NIENTE, nomeNodo, numero } from "../parti/html.ts";
import { perche, sePuo } from "../parti/permesso.ts";
import { tavola } from "../parti/tavola.ts";
import type { SitoDiNodo } from "../sito.ts";
import { pagineCollegamento } from "./collegamento.ts";
import { paginaDocumentazione } from "./documentazione.ts";

type Ops = ReturnType<typeof operazioniFlussi>;

const tempo = (seconds: number | null): string => {
  if (seconds === null) return "fermo";
  if (seconds < 1) return "vuoto";
  return seconds < 90 ? `${Math.ceil(seconds)} secondi` : `${Math.ceil(seconds / 60)} minuti`;
};

const partner = ({ partner }: QuadroFlussi, ops: Ops, soggetto: Soggetto): Html =>
  html`<div class="griglia">${partner.map(
    ({ nome, circuito, inPausa, prossimoTentativoAt, etaSeconds }) => html`<section class="scheda">
    <h2>${nomeNodo(nome)} <span class="sommesso minuto">${nome}</span></h2>
    <p><span class="stato ${inPausa ? "aspetta" : circuito === "chiuso" ? "va" : "male"}">${
      inPausa ? "in pausa" : circuito === "chiuso" ? "collegato" : "non risponde"
    }</span></p>
    <p>Per consegnare tutto: <strong>${tempo(etaSeconds)}</strong>.
    ${prossimoTentativoAt === null ? NIENTE : html`Prossimo tentativo: ${istante(prossimoTentativoAt)}.`}</p>
    ${sePuo(
      ops.pausaPartner,
      soggetto,
      () => html`<form method="post" action="/flussi/pausa">${nascosto("partner", nome)}${nascosto("inPausa", String(!inPausa))}
      <button class="bottone piano" type="submit">${inPausa ? "Riprendi" : "Metti in pausa"} ${nome}</button></form>`,
    )}
  </section>`,
  )}</div>`;

const corsie = (quadro: QuadroFlussi, verso: "uscita" | "entrata"): Html =>
  tavola(
    verso === "uscita" ? "Messaggi in partenza, per corsia" : "Messaggi in arrivo, per corsia",
    [
      ...["Flusso", "Corsia"],
      { testo: verso === "uscita" ? "Da consegnare" : "Fermi", numero: true },
      { testo: "Ultimo numero", numero: true },
      ...["Il più vecchio", verso === "uscita" ? "Ultima ricevuta" : "Ultimo arrivo", "Stato"],
      "Impronta della storia",
    ],
    quadro.corsie
      .filter((una) => una.verso === verso)
      .map((una) => [
        una.partner,
        String(una.corsia),
        numero(una.arretrato),
        numero(una.ultimoProgressivo),
        istante(una.piuVecchioAt),
        istante(una.ultimaRicevutaAt),
        una.stato,
        html`<code class="minuto">${una.testa.slice(0, 12)}</code>`,
      ]),
    "Ancora nessun messaggio.",
  );

const rifiuti = ({ rifiuti }: QuadroFlussi): Html =>
  tavola(
    "Messaggi rifiutati",
    ["Quando", "Messaggio", "Perché", "A chi tocca", "Che cosa fare"],
    rifiuti.map(({ at, tipo, verso, partner, causa, aChiTocca, prossimoPasso }) => [
      ...[istante(at), `${tipo} ${verso === "uscita" ? "verso" : "da"} ${partner}`],
      ...[causa, aChiTocca, prossimoPasso],
    ]),
    "Nessun messaggio è stato rifiutato.",
  );

/** Only where a partner speaks the national wire. */
const nonPortati = ({ nonPortati }: QuadroFlussi): Html =>
  nonPortati.length === 0
    ? NIENTE
    : html`<p>Con un partner sul filo nazionale alcuni messaggi non hanno parole: non sono errori, e nessuno deve fare niente. Se quel partner ne ha bisogno, si concorda il legame nativo.</p>
      ${tavola(
        "Non portati dal filo nazionale",
        ["Messaggio", { testo: "Quanti", numero: true }, "L'ultimo"],
        nonPortati.map(({ partner, tipo, quanti, ultimoAt }) => [
          ...[`${tipo} verso ${partner}`, numero(quanti), istante(ultimoAt)],
        ]),
        "",
      )}`;

const fermi = ({ fermi }: QuadroFlussi, ops: Ops, soggetto: Soggetto): Html =>
  tavola(
    "Messaggi fermi",
    ["Da quando", "Messaggio", "Stato", "Causa", "Azione"],
    fermi.map(({ id, at, tipo, partner, stato, tentativi, errore, prossimoTentativoAt }) => [
      istante(at),
      `${tipo} da ${partner}`,
      `${stato}, ${tentativi} tentativi`,
      errore === "" ? "aspetta dietro un altro della stessa persona" : errore,
      stato === "in coda"
        ? "—"
        : html`${sePuo(
            ops.riprovaMessaggio,
            soggetto,
            () => html`<form method="post" action="/flussi/riprova">${nascosto("id", id)}
            <button class="bottone piano" type="submit">Riprova ${tipo}</button></form>`,
          )}
            ${prossimoTentativoAt === null ? NIENTE : html`<span class="minuto">o da solo: ${istante(prossimoTentativoAt)}</span>`}`,
    ]),
    "Nessun messaggio è fermo.",
  );

const allarmi = ({ allarmi }: QuadroFlussi): Html =>
  tavola(
    "Allarmi alla porta",
    ["Quando", "Partner", "Che cosa", "Dettaglio"],
    allarmi.map(({ at, partner, codice, dettaglio }) => [
      ...[istante(at), partner, codice],
      html`<span class="minuto">${dettaglio}</span>`,
    ]),
    "Nessuna richiesta è stata respinta.",
  );

/** The flows monitor, the same on each node, for the role that answers for it. */
export function pagineFlussi<O extends Ops>(sito: SitoDiNodo<O>, ruolo: Ruolo): void {
  const same = sito as unknown as SitoDiNodo<Ops>;
  const ops = same.porta.operazioni;
  const quadro: Parameters<typeof same.mostra>[2] = async ({ nodo, soggetto }) => {
    const letto = await nodo.flussi({});
    if (!letto.ok) return letto.problema;
    return {
      titolo: "Flussi",
      corpo: html`<h1>Flussi</h1>
        <p>Ogni messaggio ha un numero senza salti e una ricevuta firmata. Qui si vede che cosa è partito, che cosa aspetta e perché.
        Aggiornato il ${istante(letto.valore.at)}. <a href="/collegamento">Collegamenti: prova la strada verso un partner</a></p>
        ${perche(ops.pausaPartner, soggetto)}
        ${partner(letto.valore, ops, soggetto)}${fermi(letto.valore, ops, soggetto)}${rifiuti(letto.valore)}${nonPortati(letto.valore)}
        ${corsie(letto.valore, "uscita")}${corsie(letto.valore, "entrata")}${allarmi(letto.valore)}`,
    };
  };
  same.mostra("/flussi", [ruolo], quadro);
  same.invia(
    "/flussi/riprova",
    [ruolo],
    async ({ nodo }, input) => {
      const esito = await nodo.riprovaMessaggio(input);
      const avviso = "Il messaggio è di nuovo in lavorazione.";
      return esito.ok ? { ok: true, valore: { vai: "/flussi", avviso } } : esito;
    },
    quadro,
  );
  same.invia(
    "/flussi/pausa",
    [ruolo],
    async ({ nodo }, input) => {
      const esito = await nodo.pausaPartner(input);
      return esito.ok ? { ok: true, valore: { vai: "/flussi", avviso: "Fatto." } } : esito;
    },
    quadro,
  );
  pagineCollegamento(sito, ruolo);
  paginaDocumentazione(sito);
}
