import type { OperazioniBorsaLavoro } from "@staffetta/contracts";
import { nascosto, scelta, testo, VUOTO } from "../parti/campi.ts";
import { giorno, html, istante, NIENTE, plurale } from "../parti/html.ts";
import { perche, sePuo } from "../parti/permesso.ts";
import type { SitoDiNodo } from "../sito.ts";

type Sito = SitoDiNodo<OperazioniBorsaLavoro>;
type Vista = Parameters<Sito["mostra"]>[2];

/** What the Ministry wants to know of a person, and who is still to be known. */
export function pagineSapRegione(sito: Sito): void {
  montaDati(sito);
  montaInAttesa(sito);
}

type Dati = Extract<
  Awaited<ReturnType<Parameters<Vista>[0]["nodo"]["datiSap"]>>,
  { ok: true }
>["valore"];

const notiDi = ({ dati, comuneNascita }: Dati): Readonly<Record<string, string>> => ({
  "dati.cittadinanza": dati?.cittadinanza ?? "",
  "dati.comuneNascita": comuneNascita,
  "dati.domicilio.comune": dati?.domicilio.comune ?? "",
  "dati.domicilio.cap": dati?.domicilio.cap ?? "",
  "dati.domicilio.indirizzo": dati?.domicilio.indirizzo ?? "",
});

function montaDati(sito: Sito): void {
  const { completaDatiSap } = sito.porta.operazioni;
  const pagina: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const adesioneId = c.req.param("id") ?? "";
    const letti = await nodo.datiSap({ adesioneId });
    if (!letti.ok) return letti.problema;
    const { nome, mancano, sap } = letti.valore;
    const pieno = { ...compilato, valori: { ...notiDi(letti.valore), ...compilato.valori } };
    return {
      titolo: `Dati per la SAP di ${nome}`,
      corpo: html`<p><a href="/registro/${adesioneId}">${nome}</a></p>
        <h1>Dati per la SAP</h1>
        <p>La SAP è la scheda che il Ministero tiene di ogni persona. Quando non c'è ancora, la prima la mandiamo noi, e deve essere completa.</p>
        <section class="scheda"><h2>A che punto siamo</h2>
          ${
            sap === null
              ? html`<p>Non sappiamo ancora se il Ministero ha una SAP: si chiede alla presa in carico.</p>`
              : html`<p>SAP <strong>${sap.identificativo}</strong>: ${sap.fonte}, ${istante(sap.at)}.</p>`
          }
          ${
            mancano.length === 0
              ? html`<p>Per la prima SAP c'è tutto.</p>`
              : html`<p>Per la prima SAP mancano:</p><ul>${mancano.map((cosa) => html`<li>${cosa}</li>`)}</ul>
                <p>Nome e recapiti si scrivono nella <a href="/registro/${adesioneId}">scheda della persona</a>.</p>`
          }</section>
        ${perche(completaDatiSap, soggetto)}
        ${sePuo(
          completaDatiSap,
          soggetto,
          () => html`<form method="post" action="/registro/${adesioneId}/sap" class="scheda" novalidate>
          <h2>Dove abita, da dove viene</h2>
          ${testo(pieno, { nome: "dati.domicilio.indirizzo", etichetta: "Via e numero del domicilio", autocompleta: "off" })}
          ${testo(pieno, { nome: "dati.domicilio.cap", etichetta: "CAP", autocompleta: "off" })}
          ${testo(pieno, { nome: "dati.domicilio.comune", etichetta: "Codice del comune dove abita", aiuto: "Il codice catastale: una lettera e tre cifre, per esempio L219 per Torino." })}
          ${testo(pieno, { nome: "dati.comuneNascita", etichetta: "Codice del comune o dello Stato di nascita", aiuto: "È nel codice fiscale, prima dell'ultima lettera: di solito è già scritto." })}
          ${testo(pieno, { nome: "dati.cittadinanza", etichetta: "Codice della cittadinanza", aiuto: "Tre cifre: 000 per l'Italia." })}
          <button class="bottone" type="submit">Salva i dati</button>
        </form>`,
        )}`,
    };
  };
  sito.mostra("/registro/:id/sap", ["regione"], pagina);
  sito.invia(
    "/registro/:id/sap",
    ["regione"],
    async ({ c, nodo }, input) => {
      const adesioneId = c.req.param("id") ?? "";
      const esito = await nodo.completaDatiSap({ ...input, adesioneId });
      if (!esito.ok) return esito;
      const { ripartiti } = esito.valore;
      const avviso =
        ripartiti === 0 ? "Dati salvati." : "Dati salvati: quello che era fermo è ripartito.";
      return { ok: true, valore: { vai: `/registro/${adesioneId}/sap`, avviso } };
    },
    pagina,
  );
}

const ATTESA = "/adesioni-in-attesa";
const SESSI = [
  { valore: "F", testo: "Femmina" },
  { valore: "M", testo: "Maschio" },
];

function montaInAttesa(sito: Sito): void {
  const { completaAdesione } = sito.porta.operazioni;
  const pagina: Vista = async ({ nodo, soggetto }, compilato) => {
    const lette = await nodo.adesioniInAttesa({});
    if (!lette.ok) return lette.problema;
    const { righe } = lette.valore;
    return {
      titolo: "Adesioni in attesa",
      corpo: html`<h1>Adesioni in attesa</h1>
        <p>Arrivano dal portale nazionale con un codice fiscale provvisorio, che non dice la data di nascita. ${plurale(righe.length, "adesione aspetta", "adesioni aspettano")} che qualcuno scriva chi è la persona.</p>
        ${perche(completaAdesione, soggetto)}
        ${righe.map(({ id, at, codiceFiscale, dataAdesione }) => {
          const prefisso = `${id}-`;
          const isMia = compilato.valori["id"] === id;
          // What is wrong is reached from the top of the page by the plain id.
          const mia = isMia ? compilato : { ...VUOTO, prefisso };
          return html`<article class="scheda"><h2>${codiceFiscale}</h2>
            <p>Adesione del ${giorno(dataAdesione)}, arrivata ${istante(at)}.</p>
            ${sePuo(
              completaAdesione,
              soggetto,
              () => html`<details ${isMia ? html`open` : NIENTE}><summary>Completa i dati<span class="visually-hidden"> di ${codiceFiscale}</span></summary>
            <form method="post" action="${ATTESA}/completa" novalidate>${nascosto("id", id)}
              ${testo(mia, { nome: "nome", etichetta: "Nome" })}
              ${testo(mia, { nome: "cognome", etichetta: "Cognome" })}
              ${testo(mia, { nome: "dataNascita", etichetta: "Data di nascita", tipo: "date" })}
              ${scelta(mia, { nome: "sesso", etichetta: "Sesso", vuota: "Scegli" }, SESSI)}
              <button class="bottone" type="submit">Metti nel registro</button></form></details>
            <details><summary>Scarta<span class="visually-hidden"> l'adesione di ${codiceFiscale}</span></summary>
            <form method="post" action="${ATTESA}/scarta" novalidate>${nascosto("id", id)}
              ${testo({ ...VUOTO, prefisso }, { nome: "motivo", etichetta: "Motivo" })}
              <button class="bottone grave" type="submit">Scarta l'adesione</button></form></details>`,
            )}
          </article>`;
        })}`,
    };
  };
  sito.mostra(ATTESA, ["regione"], pagina);
  sito.invia(
    `${ATTESA}/completa`,
    ["regione"],
    async ({ nodo }, input) => {
      const esito = await nodo.completaAdesione(input);
      if (!esito.ok) return esito;
      const avviso = "L'adesione è nel registro. Completa anche i recapiti.";
      return { ok: true, valore: { vai: `/registro/${esito.valore.adesioneId}`, avviso } };
    },
    pagina,
  );
  sito.invia(
    `${ATTESA}/scarta`,
    ["regione"],
    async ({ nodo }, input) => {
      const esito = await nodo.scartaAdesione(input);
      return esito.ok ? { ok: true, valore: { vai: ATTESA, avviso: "Scartata." } } : esito;
    },
    pagina,
  );
}
