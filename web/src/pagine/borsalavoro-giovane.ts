import {
  type Cliente,
  nonCe,
  type OperatoreInElenco,
  type OperazioniBorsaLavoro,
  type Problema,
  type SchedaAdesione,
} from "@staffetta/contracts";
import { type Compilato, nascosto, scelta, testo, VUOTO } from "../parti/campi.ts";
import { type Html, html, istante, NIENTE } from "../parti/html.ts";
import { tavola } from "../parti/tavola.ts";
import type { SitoDiNodo } from "../sito.ts";
import { identita, informativa, recapiti } from "./modulo-adesione.ts";
import { percorsoGiovane } from "./percorso-giovane.ts";
import { portaOMotivo, schedaGiovane } from "./scheda-giovane.ts";

const comeOpzione = ({ id, denominazione, comune, attesaMedianaDays }: OperatoreInElenco) => ({
  valore: id,
  testo:
    attesaMedianaDays === null
      ? `${comune} – ${denominazione}`
      : `${comune} – ${denominazione} (chiama in circa ${Math.round(attesaMedianaDays)} giorni)`,
});

/** The slots belong to the operatore, hence to Gefo: the giovane goes there with the same sign-in. */
const appuntamenti = ({ operatore, stato }: SchedaAdesione, gefo: string): Html =>
  operatore === null || stato !== "A" || gefo === ""
    ? NIENTE
    : html`<a class="bottone piano" href="${gefo}/appuntamenti">I miei appuntamenti</a>`;

const porteDi = (scheda: SchedaAdesione, gefo: string): Html => html`<div class="azioni">
  ${appuntamenti(scheda, gefo)}
  ${portaOMotivo(
    scheda.puoScegliereOperatore,
    html`<a class="bottone" href="/adesioni/${scheda.adesioneId}/operatore">${
      scheda.operatore === null ? "Scegli l'operatore" : "Cambia operatore"
    }</a>`,
  )}
  ${portaOMotivo(
    scheda.puoAnnullare,
    html`<a href="/adesioni/${scheda.adesioneId}/annulla">Annulla l'adesione</a>`,
  )}</div>`;

/** The regional portal as a giovane uses it. */
export function pagineGiovane(sito: SitoDiNodo<OperazioniBorsaLavoro>): void {
  montaAdesione(sito);
  montaMie(sito);
  montaOperatore(sito);
}

function montaAdesione(sito: SitoDiNodo<OperazioniBorsaLavoro>): void {
  const modulo: Parameters<typeof sito.mostra>[2] = async ({ soggetto, nodo }, compilato) => {
    const elenco = await nodo.operatori({});
    if (!elenco.ok) return elenco.problema;
    return {
      titolo: "Aderisci",
      corpo: html`<h1>Aderisci a Garanzia Giovani</h1>
        <p>Bastano due minuti. Dopo l'invio vedi subito che cosa succede e chi deve fare il prossimo passo.</p>
        ${identita(soggetto)}
        <form method="post" action="/aderisci" class="scheda" novalidate>
          <h2>Come ti troviamo</h2>
          ${recapiti(compilato)}
          <h2>Chi ti seguirà</h2>
          ${scelta(
            compilato,
            {
              ...{ nome: "operatoreId", etichetta: "Operatore", vuota: "Scelgo più tardi" },
              aiuto:
                "È l'ente che ti chiama, ti ascolta e ti propone le attività. Puoi cambiarlo finché non ti ha preso in carico.",
            },
            elenco.valore.operatori.map(comeOpzione),
          )}
          ${informativa(compilato)}
          <button class="bottone" type="submit">Invia l'adesione</button>
        </form>`,
    };
  };
  sito.mostra("/aderisci", ["giovane"], modulo);
  sito.invia(
    "/aderisci",
    ["giovane"],
    async ({ nodo }, input) => {
      const operatoreId = input["operatoreId"] === "" ? null : input["operatoreId"];
      const esito = await nodo.aderisci({ ...input, operatoreId });
      if (!esito.ok) return esito;
      const avviso = "Fatto: la tua adesione è registrata. Qui sotto vedi che cosa succede adesso.";
      return { ok: true, valore: { vai: "/adesioni", avviso } };
    },
    modulo,
  );
}

const moduloRecapiti = (
  compilato: Compilato,
  { email, telefono }: Readonly<{ email: string; telefono: string }>,
): Html => {
  const noti = { "recapiti.email": email, "recapiti.telefono": telefono };
  const valori = { ...noti, ...compilato.valori };
  return html`<details ${compilato.problema === null ? "" : html`open`}><summary>I miei recapiti</summary>
    <form method="post" action="/adesioni/recapiti" novalidate>
      ${recapiti({ ...compilato, valori })}
      <button class="bottone" type="submit">Salva i recapiti</button></form></details>`;
};

/** Operatori and the Region's desk read at Gefo: the list of who did is there, with the same sign-in. */
const lettureAltrove = (
  adesioni: readonly SchedaAdesione[],
  indirizzi: Readonly<Record<string, string>>,
): Html => {
  const gefo = indirizzi[`gefo-${adesioni[0]?.regione ?? ""}`] ?? "";
  return gefo === ""
    ? NIENTE
    : html`<p>Il tuo operatore e la Regione leggono i tuoi dati su Gefo: <a href="${gefo}/letture">vedi chi li ha letti lì</a>.</p>`;
};

function montaMie(sito: SitoDiNodo<OperazioniBorsaLavoro>): void {
  const mie: Parameters<typeof sito.mostra>[2] = async ({ nodo }, compilato) => {
    const lette = await nodo.mieAdesioni({});
    if (!lette.ok) return lette.problema;
    const { adesioni, letture, recapiti: noti } = lette.valore;
    const aperture = letture.map(({ at, chi, scopo }) => [istante(at), chi, scopo]);
    return {
      titolo: "Le mie adesioni",
      corpo: html`<h1>Le mie adesioni</h1>
        ${
          adesioni.length === 0
            ? html`<div class="scheda"><p>Non hai ancora un'adesione in questa regione.</p>
                <a class="bottone" href="/aderisci">Aderisci</a></div>`
            : adesioni.map((scheda) => {
                const gefo = sito.porta.indirizzi[`gefo-${scheda.regione}`] ?? "";
                const percorso = percorsoGiovane(scheda, gefo);
                return schedaGiovane(scheda, html`${porteDi(scheda, gefo)}${percorso}`);
              })
        }
        ${tavola("Chi ha aperto la tua scheda", ["Quando", "Chi", "Perché"], aperture, "Finora nessuno ha aperto la tua scheda.")}
        ${lettureAltrove(adesioni, sito.porta.indirizzi)}
        ${noti === null ? NIENTE : moduloRecapiti(compilato, noti)}`,
    };
  };
  sito.mostra("/adesioni", ["giovane"], mie);
  sito.invia(
    "/adesioni/recapiti",
    ["giovane"],
    async ({ nodo }, input) => {
      const esito = await nodo.aggiornaRecapiti(input);
      const avviso = "Recapiti aggiornati: lo sanno anche l'operatore e il portale nazionale.";
      return esito.ok ? { ok: true, valore: { vai: "/adesioni", avviso } } : esito;
    },
    mie,
  );

  const conferma: Parameters<typeof sito.mostra>[2] = async ({ c, nodo }) =>
    (await nonMia(nodo, c.req.param("id"))) ?? {
      titolo: "Annulla l'adesione",
      corpo: html`<h1>Vuoi annullare l'adesione?</h1>
      <p>L'operatore non ti chiamerà più. Potrai fare una nuova adesione quando vuoi.</p>
      <div class="azioni">
        <form method="post" action="/adesioni/${c.req.param("id") ?? ""}/annulla">
          <button class="bottone grave" type="submit">Sì, annulla l'adesione</button></form>
        <a href="/adesioni">No, torna indietro</a></div>`,
    };
  sito.mostra("/adesioni/:id/annulla", ["giovane"], conferma);
  sito.invia(
    "/adesioni/:id/annulla",
    ["giovane"],
    async ({ c, nodo }) => {
      const esito = await nodo.annulla({ adesioneId: c.req.param("id") });
      return esito.ok
        ? { ok: true, valore: { vai: "/adesioni", avviso: "La tua adesione è annullata." } }
        : esito;
    },
    conferma,
  );
}

/** The problem of who follows the link of an adesione that is not theirs, or of nobody. */
async function nonMia(
  nodo: Cliente<OperazioniBorsaLavoro>,
  id: string | undefined,
): Promise<Problema | null> {
  const mie = await nodo.mieAdesioni({});
  if (!mie.ok) return mie.problema;
  const mia = mie.valore.adesioni.some(({ adesioneId }) => adesioneId === id);
  return mia ? null : nonCe("Questa adesione");
}

function montaOperatore(sito: SitoDiNodo<OperazioniBorsaLavoro>): void {
  const elenco: Parameters<typeof sito.mostra>[2] = async ({ c, nodo }) => {
    const altrui = await nonMia(nodo, c.req.param("id"));
    if (altrui !== null) return altrui;
    const cerca = c.req.query("cerca") ?? "";
    const trovati = await nodo.operatori({ cerca });
    if (!trovati.ok) return trovati.problema;
    const id = c.req.param("id") ?? "";
    return {
      titolo: "Scegli l'operatore",
      corpo: html`<h1>Scegli l'operatore</h1>
        <p>L'operatore ti chiama per il primo colloquio e poi ti segue. Scegline uno comodo da raggiungere.</p>
        <form method="get" class="inriga" role="search">
          ${testo({ ...VUOTO, valori: { cerca } }, { nome: "cerca", etichetta: "Cerca per comune o per nome", tipo: "search", facoltativo: true })}
          <button class="bottone piano" type="submit">Cerca</button></form>
        ${
          trovati.valore.operatori.length === 0
            ? html`<p>Nessun operatore con queste parole. <a href="/adesioni/${id}/operatore">Vedi tutti</a></p>`
            : html`<div class="griglia">${trovati.valore.operatori.map((uno) => cartaOperatore(id, uno))}</div>`
        }`,
    };
  };
  sito.mostra("/adesioni/:id/operatore", ["giovane"], elenco);
  sito.invia(
    "/adesioni/:id/operatore",
    ["giovane"],
    async ({ c, nodo }, { operatoreId }) => {
      const esito = await nodo.scegliOperatore({ adesioneId: c.req.param("id"), operatoreId });
      const avviso = "Operatore scelto: ora tocca a lui chiamarti.";
      return esito.ok ? { ok: true, valore: { vai: "/adesioni", avviso } } : esito;
    },
    elenco,
  );
}

const cartaOperatore = (
  adesioneId: string,
  { id, denominazione, comune, indirizzo, telefono, attesaMedianaDays }: OperatoreInElenco,
): Html => html`<section class="scheda">
  <h2>${denominazione}</h2>
  <p>${indirizzo}, ${comune}<br>Telefono ${telefono}</p>
  ${
    attesaMedianaDays === null
      ? NIENTE
      : html`<p class="sommesso">Di solito chiama in ${Math.round(attesaMedianaDays)} giorni.</p>`
  }
  <form method="post" action="/adesioni/${adesioneId}/operatore">${nascosto("operatoreId", id)}
    <button class="bottone" type="submit">Scegli ${denominazione}</button></form>
</section>`;
