import type { IndennitaInElenco, IndennitaServizio, Risposta } from "@staffetta/contracts";
import { STATI_INDENNITA, type StatoIndennita } from "@staffetta/domain";
import { nascosto, scelta, testo } from "../../parti/campi.ts";
import { euro, giorno, type Html, html, meseEsteso, NIENTE, plurale } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import type { Esito } from "../../sito.ts";
import { haUfficio } from "./liquidazione/parole.ts";
import { modulo } from "./modulo.ts";
import type { Sito, Vista } from "./sito.ts";

const TONI: Readonly<Record<StatoIndennita, string>> = {
  ...{ dichiarata: "aspetta", inviata: "aspetta", "non-dovuta": "chiuso" },
  ...{ respinta: "male", pagata: "va" },
};
const stato = (uno: StatoIndennita): Html =>
  html`<span class="stato ${TONI[uno]}">${STATI_INDENNITA[uno]}</span>`;
const N = (parole: string) => ({ testo: parole, numero: true });

type Mese = IndennitaServizio["mesi"][number];
const dovE = (uno: Mese): Html =>
  html`${stato(uno.stato)}${
    uno.pagataOn === null ? NIENTE : html` il ${giorno(uno.pagataOn)}`
  }${uno.motivo === null ? NIENTE : html` Motivo: ${uno.motivo}.`}`;

const mesi = ({ mesi: tutti }: IndennitaServizio): Html =>
  tavola(
    "Mesi comunicati",
    ["Mese", N("Ore previste"), N("Ore presenti"), N("Importo"), "A che punto"],
    tutti.map((uno) => [
      ...[meseEsteso(uno.mese), String(uno.orePreviste), String(uno.orePresenti)],
      ...[euro(uno.importoCents), dovE(uno)],
    ]),
    "Ancora nessuno.",
  );

/** The months of one traineeship, for its operatore. */
function paginaServizio(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const servizioId = c.req.param("id") ?? "";
    const letta = await nodo.indennitaServizio({ servizioId });
    if (!letta.ok) return letta.problema;
    const una = letta.valore;
    const { importoMeseCents, presenzaMinPercent, mesiMax } = una.regole;
    const scrive =
      soggetto.ruolo === "addetto" && soggetto.funzioni.some((quale) => quale !== "legale");
    const action = `/servizi/${servizioId}/indennita`;
    const porta = {
      ...{ azione: "dichiaraPresenza", titolo: "Comunica la presenza di un mese" },
      ...{ bottone: "Comunica la presenza", prossima: true },
      perche: una.aperti.length === 0 ? "Nessun mese finito aspetta la presenza." : null,
    };
    return {
      titolo: "Indennità del tirocinio",
      corpo: html`<p><a href="/servizi/${servizioId}/conto">Prove e rendicontazioni</a> · <a href="/casi/${una.adesioneId}">Il caso</a></p>
        <h1>Indennità del tirocinio</h1>
        <p>Il giovane riceve ${euro(importoMeseCents)} per ogni mese in cui è presente almeno al ${presenzaMinPercent} %, per ${mesiMax} mesi al massimo (da verificare nell'avviso). Non la paga l'ente: la Regione manda i mesi dovuti a chi paga. Il giovane legge a che punto è su Borsa Lavoro.</p>
        ${
          scrive
            ? modulo(
                { action, compilato, chiave: sito.porta.nuovaChiave() },
                porta,
                (c_) =>
                  html`${scelta(
                    c_,
                    { nome: "mese", etichetta: "Mese" },
                    una.aperti.map((mese) => ({ valore: mese, testo: meseEsteso(mese) })),
                  )}
              ${testo(c_, { nome: "orePreviste", etichetta: "Ore previste" })}
              ${testo(c_, { nome: "orePresenti", etichetta: "Ore di presenza" })}`,
              )
            : NIENTE
        }
        ${mesi(una)}`,
    };
  };
  sito.mostra("/servizi/:id/indennita", ["addetto"], vista);
  sito.invia(
    "/servizi/:id/indennita",
    ["addetto"],
    async ({ c, nodo }, { azione: _, ...input }): Promise<Risposta<Esito>> => {
      const servizioId = c.req.param("id") ?? "";
      const esito = await nodo.dichiaraPresenza({ ...input, servizioId });
      if (!esito.ok) return esito;
      const avviso = "Presenza comunicata.";
      return { ok: true, valore: { vai: `/servizi/${servizioId}/indennita`, avviso } };
    },
    vista,
  );
}

const elenco = (righe: readonly IndennitaInElenco[], scarica: boolean): Html =>
  tavola(
    "Mesi non ancora pagati",
    ["Giovane", "Operatore", "Mese", N("Importo"), "A che punto", "Invio"],
    righe.map((una) => [
      ...[una.giovane, una.operatore, meseEsteso(una.mese), euro(una.importoCents), dovE(una)],
      una.lotto === null || !scarica
        ? (una.lotto ?? "—")
        : html`<a href="/indennita/${una.lotto}.csv">${una.lotto}<span class="visually-hidden">, elenco in CSV</span></a>`,
    ]),
    "Tutto è pagato.",
  );

/** What is due and not paid yet: the list is sent, the answer is written. */
function paginaElenco(sito: Sito): void {
  const vista: Vista = async ({ nodo, soggetto }, compilato) => {
    const letta = await nodo.indennita({});
    if (!letta.ok) return letta.problema;
    const { righe, daInviare } = letta.valore;
    const inviate = righe.filter((una) => una.stato === "inviata");
    const scrive = haUfficio(soggetto, "istruttoria");
    const dove = { action: "/indennita", compilato, chiave: sito.porta.nuovaChiave() };
    const risposta = {
      ...{ azione: "registraIndennita", titolo: "Registra la risposta di chi paga" },
      bottone: "Registra la risposta",
      perche: inviate.length === 0 ? "Nessun mese inviato aspetta una risposta." : null,
    };
    return {
      titolo: "Indennità di tirocinio",
      corpo: html`<p><a href="/liquidazione">Domande di pagamento</a></p><h1>Indennità di tirocinio</h1>
        <p>I mesi che gli operatori hanno comunicato e che nessuno ha ancora pagato. Le risposte arrivano anche da un file, con <code>importa-indennita</code>.</p>
        ${
          scrive && daInviare > 0
            ? html`<form method="post" action="/indennita">${nascosto("azione", "inviaIndennita")}${nascosto("chiave", dove.chiave)}
              <button class="bottone" type="submit">Chiudi l'elenco: ${plurale(daInviare, "mese", "mesi")} da inviare</button></form>`
            : NIENTE
        }
        ${
          scrive
            ? modulo(
                dove,
                risposta,
                (c) =>
                  html`${scelta(
                    c,
                    { nome: "riferimento", etichetta: "Mese" },
                    inviate.map(({ riferimento, giovane, mese }) => ({
                      ...{ valore: riferimento, testo: `${giovane}, ${meseEsteso(mese)}` },
                    })),
                  )}
              ${scelta(c, { nome: "esito", etichetta: "Risposta" }, [
                { valore: "pagata", testo: "pagata" },
                { valore: "respinta", testo: "respinta" },
              ])}
              ${testo(c, { nome: "data", etichetta: "Data", tipo: "date", predefinito: sito.porta.adesso().slice(0, 10) })}
              ${testo(c, { nome: "motivo", etichetta: "Motivo, se è respinta", facoltativo: true, aiuto: "Il giovane lo legge." })}`,
              )
            : NIENTE
        }
        ${elenco(righe, scrive)}`,
    };
  };
  sito.mostra("/indennita", ["regione", "revisore"], vista);
  sito.invia(
    "/indennita",
    ["regione"],
    async ({ nodo }, { azione, chiave, ...input }): Promise<Risposta<Esito>> => {
      const vai = "/indennita";
      if (azione === "registraIndennita") {
        const esito = await nodo.registraIndennita(input);
        return esito.ok ? { ok: true, valore: { vai, avviso: "Risposta registrata." } } : esito;
      }
      const esito = await nodo.inviaIndennita({ chiave });
      if (!esito.ok) return esito;
      const { lotto, mesi: quanti } = esito.valore;
      const avviso = `Elenco ${lotto} chiuso: ${plurale(quanti, "mese", "mesi")}.`;
      return { ok: true, valore: { vai, avviso } };
    },
    vista,
  );
  sito.scarica("/indennita/:file{.+\\.csv}", ["regione"], ({ c, nodo }) =>
    nodo.indennitaCsv({ lotto: (c.req.param("file") ?? "").replace(/\.csv$/, "") }),
  );
}

export function pagineIndennita(sito: Sito): void {
  paginaServizio(sito);
  paginaElenco(sito);
}
