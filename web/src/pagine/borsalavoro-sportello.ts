import type { OperazioniBorsaLavoro, StatoAdesioneV1 } from "@staffetta/contracts";
import { STATI_ADESIONE, type StatoAdesione } from "@staffetta/domain";
import { nascosto, scelta, testo, VUOTO } from "../parti/campi.ts";
import { giorno, type Html, html, istante, NIENTE, numero, plurale } from "../parti/html.ts";
import { perche, sePuo } from "../parti/permesso.ts";
import { statoAdesione } from "../parti/stato.ts";
import { coppie, paginaDopo, tavola } from "../parti/tavola.ts";
import type { SitoDiNodo } from "../sito.ts";
import { cartaIdentita, cinqueCifre } from "./cifre.ts";
import { linea } from "./scheda-giovane.ts";

type Sito = SitoDiNodo<OperazioniBorsaLavoro>;
type Vista = Parameters<Sito["mostra"]>[2];

/** The desk of the region. */
export function pagineSportello(sito: Sito): void {
  montaRegistro(sito);
  montaScheda(sito);
  montaCompiti(sito);
  montaCifre(sito);
}

const OPZIONI_STATO = Object.entries(STATI_ADESIONE).map(([valore, testo]) => ({
  valore,
  testo: `${valore} – ${testo}`,
}));

function montaRegistro(sito: Sito): void {
  const registro: Vista = async ({ c, nodo }, compilato) => {
    const { stato = "", cognome = "", dopo = "" } = c.req.query();
    const letto = await nodo.registro({ stato, cognome, dopo });
    if (!letto.ok) return letto.problema;
    const { righe, perStato } = letto.valore;
    const filtro = { ...VUOTO, valori: { stato, cognome } };
    return {
      titolo: "Registro",
      corpo: html`<h1>Registro delle adesioni</h1>
        <ul class="schede-viste">
          <li><a href="/registro" ${stato === "" ? html`aria-current="true"` : ""}>Tutte</a></li>
          ${Object.entries(perStato).map(
            ([una, quante]) =>
              html`<li><a href="/registro?stato=${una}" ${una === stato ? html`aria-current="true"` : ""}>${STATI_ADESIONE[una as StatoAdesione]}: ${numero(quante)}</a></li>`,
          )}
        </ul>
        <form method="get" class="inriga" role="search">
          ${testo(filtro, { nome: "cognome", etichetta: "Cognome, dall'inizio", tipo: "search", facoltativo: true })}
          ${scelta(filtro, { nome: "stato", etichetta: "Stato", vuota: "Tutti" }, OPZIONI_STATO)}
          <button class="bottone piano" type="submit">Filtra</button></form>
        <details ${compilato.problema === null ? "" : html`open`}><summary>Cerca per codice fiscale</summary>
          <p>La ricerca viene annotata, e la persona la vede nella sua pagina.</p>
          <form method="post" action="/registro/trova">
            ${testo(compilato, { nome: "codiceFiscale", etichetta: "Codice fiscale" })}
            ${testo(compilato, { nome: "scopo", etichetta: "Perché lo cerchi", aiuto: "Per esempio: chiamata allo sportello." })}
            <button class="bottone" type="submit">Cerca</button></form></details>
        ${tavola(
          "Adesioni, dalla più recente",
          [
            "Persona",
            "Del",
            "Canale",
            "Stato",
            "Operatore",
            { testo: "Attesa in giorni", numero: true },
          ],
          righe.map((riga) => [
            html`<a href="/registro/${riga.adesioneId}">${riga.cognome} ${riga.nome}</a>`,
            giorno(riga.dataAdesione),
            riga.canale,
            statoAdesione(riga.stato, riga.inConferma),
            riga.operatore ?? "non scelto",
            riga.attesaDays === null ? "—" : String(riga.attesaDays),
          ]),
          "Nessuna adesione con questi filtri.",
        )}
        ${paginaDopo(`/registro?stato=${stato}&cognome=${encodeURIComponent(cognome)}`, letto.valore.dopo)}`,
    };
  };
  sito.mostra("/registro", ["regione"], registro);
  sito.invia(
    "/registro/trova",
    ["regione"],
    async ({ nodo }, input) => {
      const esito = await nodo.trovaPersona(input);
      if (!esito.ok) return esito;
      const [prima] = esito.valore.adesioni.toReversed();
      return prima === undefined
        ? {
            ok: true,
            valore: { vai: "/registro", avviso: "Nessuna adesione per questo codice fiscale." },
          }
        : { ok: true, valore: { vai: `/registro/${prima}` } };
    },
    registro,
  );
}

const CHIUSURE: readonly StatoAdesioneV1["a"][] = ["C", "U", "X", "R", "F"];
const APERTI = "APT";

const azioniScheda = (
  adesioneId: string,
  stato: StatoAdesione,
  compilato: Parameters<Vista>[1],
): Html => {
  const aperta = APERTI.includes(stato);
  const azione = aperta ? "chiudi" : "ripristina";
  return html`<details ${compilato.problema === null ? "" : html`open`}>
    <summary>${aperta ? "Chiudi d'ufficio" : "Riapri l'adesione"}</summary>
    <form method="post" action="/registro/${adesioneId}/${azione}">
      ${
        aperta
          ? scelta(
              compilato,
              { nome: "stato", etichetta: "Come si chiude" },
              CHIUSURE.map((valore) => ({
                valore,
                testo: `${valore} – ${STATI_ADESIONE[valore]}`,
              })),
            )
          : html`<p>Torna attiva, con la sua data di allora.</p>`
      }
      ${testo(compilato, { nome: "motivo", etichetta: "Motivo", aiuto: "Resta scritto nella storia; al massimo 40 lettere." })}
      <button class="bottone ${aperta ? "grave" : ""}" type="submit">${aperta ? "Chiudi l'adesione" : "Riapri l'adesione"}</button>
    </form></details>`;
};

const correzione = (
  adesioneId: string,
  {
    nome,
    cognome,
    email,
    telefono,
  }: Readonly<Record<"nome" | "cognome" | "email" | "telefono", string>>,
  compilato: Parameters<Vista>[1],
): Html => {
  const mia = "cognome" in compilato.valori ? compilato : VUOTO;
  const noti = { nome, cognome, "recapiti.email": email, "recapiti.telefono": telefono };
  const pieno = { ...mia, valori: { ...noti, ...mia.valori } };
  return html`<details ${mia.problema === null ? "" : html`open`}>
    <summary>Completa o correggi nome e recapiti</summary>
    <form method="post" action="/registro/${adesioneId}/persona" novalidate>
      ${testo(pieno, { nome: "nome", etichetta: "Nome" })}
      ${testo(pieno, { nome: "cognome", etichetta: "Cognome" })}
      ${testo(pieno, { nome: "recapiti.email", etichetta: "E-mail", tipo: "email" })}
      ${testo(pieno, { nome: "recapiti.telefono", etichetta: "Telefono", tipo: "tel" })}
      ${testo(mia, { nome: "motivo", etichetta: "Motivo", aiuto: "La persona lo legge fra chi ha aperto la sua scheda." })}
      <button class="bottone" type="submit">Salva i dati</button>
    </form></details>`;
};

function montaScheda(sito: Sito): void {
  const ops = sito.porta.operazioni;
  const scheda: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const adesioneId = c.req.param("id") ?? "";
    const letta = await nodo.scheda({ adesioneId });
    if (!letta.ok) return letta.problema;
    const { scheda: una, anagrafica, recapiti, eventi, consegne } = letta.valore;
    const nome = `${anagrafica.nome} ${anagrafica.cognome}`;
    return {
      titolo: nome,
      corpo: html`<p><a href="/registro">Registro</a></p><h1>${nome}</h1>
        <p>${statoAdesione(una.stato, una.inConferma)}</p>
        <div class="griglia larga"><section class="scheda"><h2>Dati</h2>${coppie([
          ["Codice fiscale", anagrafica.codiceFiscale],
          ["Data di nascita", giorno(anagrafica.dataNascita)],
          ["Recapiti", html`${recapiti.email}<br>${recapiti.telefono}`],
          ["Adesione del", giorno(una.dataAdesione)],
          ["Canale", una.canale],
          ["Operatore", una.operatore?.denominazione ?? "non scelto"],
          [
            "Prossimo passo, come lo legge la persona",
            una.attesa === null
              ? "nessuno: il percorso è finito"
              : html`${una.attesa.cosa}<br>Tocca a: ${una.attesa.chi.toLowerCase()}${una.attesa.entro === null ? NIENTE : html`, entro il ${giorno(una.attesa.entro)}`}`,
          ],
        ])}</section>
        <section class="scheda"><h2>Come la vede la persona</h2>${linea(una.passi)}</section></div>
        ${perche(ops.chiudi, soggetto)}
        ${sePuo(ops.chiudi, soggetto, () => azioniScheda(adesioneId, una.stato, compilato))}
        <p><a href="/registro/${adesioneId}/sap">Dati per la SAP</a></p>
        ${sePuo(ops.correggiPersona, soggetto, () => correzione(adesioneId, { ...anagrafica, ...recapiti }, compilato))}
        ${tavola(
          "Storia",
          [{ testo: "N." }, "Evento", "Stato", "Motivo", "È successo", "Lo sappiamo dal"],
          eventi.map(({ version, tipo, da, a, motivo, at, notoAt }) => [
            ...[
              String(version),
              tipo.replaceAll("-", " "),
              da === null || da === a ? a : `${da} → ${a}`,
            ],
            ...[motivo ?? "—", istante(at), istante(notoAt)],
          ]),
          "Nessun evento.",
        )}
        ${tavola(
          "Consegne agli altri sistemi",
          ["Messaggio", "A chi", "Scritto", "Stato"],
          consegne.map(({ tipo, partner, accodatoAt, stato }) => [
            tipo,
            partner,
            istante(accodatoAt),
            stato,
          ]),
          "Nessun messaggio.",
        )}`,
    };
  };
  sito.mostra("/registro/:id", ["regione"], scheda);
  sito.invia(
    "/registro/:id/persona",
    ["regione"],
    async ({ c, nodo }, input) => {
      const adesioneId = c.req.param("id") ?? "";
      const esito = await nodo.correggiPersona({ ...input, adesioneId });
      const avviso = "Dati aggiornati: lo sanno anche l'operatore e il portale nazionale.";
      return esito.ok ? { ok: true, valore: { vai: `/registro/${adesioneId}`, avviso } } : esito;
    },
    scheda,
  );
  for (const azione of ["chiudi", "ripristina"] as const)
    sito.invia(
      `/registro/:id/${azione}`,
      ["regione"],
      async ({ c, nodo }, input) => {
        const adesioneId = c.req.param("id") ?? "";
        const esito = await nodo[azione]({ ...input, adesioneId });
        const avviso = azione === "chiudi" ? "Adesione chiusa." : "Adesione riaperta.";
        return esito.ok ? { ok: true, valore: { vai: `/registro/${adesioneId}`, avviso } } : esito;
      },
      scheda,
    );
}

function montaCompiti(sito: Sito): void {
  const { chiudiCompito } = sito.porta.operazioni;
  const compiti: Vista = async ({ nodo, soggetto }) => {
    const letti = await nodo.compiti({});
    if (!letti.ok) return letti.problema;
    const { compiti } = letti.valore;
    return {
      titolo: "Compiti",
      corpo: html`<h1>Compiti</h1>
        <p>${plurale(compiti.length, "cosa da sistemare", "cose da sistemare")}.</p>
        ${perche(chiudiCompito, soggetto)}
        ${compiti.map(
          ({ id, at, titolo, causa, prossimoPasso, adesioneId }) => html`<article class="scheda">
            <h2>${titolo}</h2><p class="sommesso">${istante(at)}</p><p>${causa}</p>
            <p><strong>Che cosa fare:</strong> ${prossimoPasso}</p>
            <div class="azioni">
              ${adesioneId === null ? NIENTE : html`<a href="/registro/${adesioneId}">Apri la scheda<span class="visually-hidden"> di: ${titolo}, ${istante(at)}</span></a>`}
              ${sePuo(
                chiudiCompito,
                soggetto,
                () => html`<form method="post" action="/compiti/chiudi">${nascosto("id", id)}
                <button class="bottone piano" type="submit">Segna come sistemato</button></form>`,
              )}</div>
          </article>`,
        )}`,
    };
  };
  sito.mostra("/compiti", ["regione"], compiti);
  sito.invia(
    "/compiti/chiudi",
    ["regione"],
    async ({ nodo }, input) => {
      const esito = await nodo.chiudiCompito(input);
      return esito.ok ? { ok: true, valore: { vai: "/compiti", avviso: "Sistemato." } } : esito;
    },
    compiti,
  );
}

function montaCifre(sito: Sito): void {
  const { inviaCifre } = sito.porta.operazioni;
  const cifre: Vista = async ({ c, nodo, soggetto }) => {
    const asked = c.req.query("giorno");
    const lette = await nodo.cifre(asked === undefined || asked === "" ? {} : { giorno: asked });
    if (!lette.ok) return lette.problema;
    const { anteprima, inviate } = lette.valore;
    const filtro = { ...VUOTO, valori: { giorno: anteprima.giorno } };
    return {
      titolo: "Cifre",
      corpo: html`<h1>Le cinque cifre</h1>
        <p>Ogni notte, dopo la mezzanotte, le cifre del giorno prima partono da sole per il Ministero. Qui le vedi come sono adesso.</p>
        <form method="get" class="inriga">${testo(filtro, { nome: "giorno", etichetta: "Fino al giorno", tipo: "date" })}
          <button class="bottone piano" type="submit">Mostra</button></form>
        <h2>Come sono adesso</h2>
        ${cinqueCifre(anteprima.cifre)}
        <section class="scheda"><h2>Da dove vengono</h2>${cartaIdentita(anteprima)}
          ${perche(inviaCifre, soggetto)}
          ${sePuo(
            inviaCifre,
            soggetto,
            () => html`<form method="post" action="/cifre">${nascosto("giorno", anteprima.giorno)}
            <button class="bottone" type="submit">Invia al Ministero come edizione ${anteprima.edizione}</button></form>`,
          )}
        </section>
        ${tavola(
          "Già inviate",
          [
            "Giorno",
            { testo: "Edizione", numero: true },
            "Come note il",
            { testo: "Presi in carico", numero: true },
            "Impronta",
          ],
          inviate.map(({ giorno: g, edizione, notoAt, cifre, sha256 }) => [
            ...[giorno(g), String(edizione), istante(notoAt), numero(cifre.presiInCarico.persone)],
            html`<code class="minuto">${sha256.slice(0, 16)}</code>`,
          ]),
          "Ancora nessuna.",
        )}`,
    };
  };
  sito.mostra("/cifre", ["regione"], cifre);
  sito.invia(
    "/cifre",
    ["regione"],
    async ({ nodo }, input) => {
      const esito = await nodo.inviaCifre(input);
      if (!esito.ok) return esito;
      const avviso = `Edizione ${esito.valore.edizione} in viaggio verso il Ministero.`;
      return { ok: true, valore: { vai: `/cifre?giorno=${String(input["giorno"])}`, avviso } };
    },
    cifre,
  );
}
