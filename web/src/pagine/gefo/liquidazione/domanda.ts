import { centsDi, type RichiestaPagamento, type Risposta } from "@staffetta/contracts";
import { MISURE, mostraIban } from "@staffetta/domain";
import { euro, giorno, type Html, html, istante, NIENTE } from "../../../parti/html.ts";
import { scritteDi, sullaSuaRiga } from "../../../parti/righe.ts";
import { coppie, tavola } from "../../../parti/tavola.ts";
import type { Esito, Richiesta } from "../../../sito.ts";
import type { Sito, Vista } from "../sito.ts";
import { moduliDi } from "./moduli.ts";
import { SIMULATO, statoRichiesta } from "./parole.ts";

type Nodo = Richiesta<Sito["porta"]["operazioni"]>["nodo"];

const riassunto = (una: RichiestaPagamento): Html =>
  coppie([
    ["Operatore", una.operatore],
    ["A che punto", statoRichiesta(una.stato)],
    ["Presentata", istante(una.presentataAt)],
    ["Importo", euro(una.totaleCents)],
    ["Conto", html`<code>${mostraIban(una.iban)}</code>`],
    ["Ordine", una.ordineId === null ? "—" : `${una.ordineId} del ${giorno(una.ordinataOn)}`],
    ["Pagata", giorno(una.pagataOn)],
  ]);

const voci = (
  { voci: tutte }: RichiestaPagamento,
  href: (voce: (typeof tutte)[number]) => string,
) =>
  tavola(
    "Servizi della domanda",
    [
      "Servizio",
      { testo: "Importo", numero: true },
      { testo: "Restituito", numero: true },
      "Ammesso da",
    ],
    tutte.map((voce, i) => [
      html`<a href="${href(voce)}">${MISURE[voce.misura].etichetta}<span class="visually-hidden">, riga ${i + 1}</span></a>`,
      ...[euro(voce.importoCents), voce.recuperatoCents === 0 ? "—" : euro(voce.recuperatoCents)],
      voce.ammessaDa,
    ]),
    "Nessun servizio.",
  );

const DURC: Readonly<Record<string, string>> = {
  ...{ regolare: "regolare", irregolare: "non regolare", "in-verifica": "in verifica" },
};

const durc = ({ durc: tutti }: RichiestaPagamento): Html =>
  tavola(
    "DURC chiesti per questa domanda",
    ["Numero", "Risposta", "Vale fino al", "Chiesto", "Chi lo ha rilasciato"],
    tutti.map((uno) => [
      ...[uno.numero, DURC[uno.esito] ?? uno.esito, giorno(uno.scadenza), istante(uno.chiestoAt)],
      uno.simulato ? html`${SIMULATO} ${uno.servizio}` : uno.servizio,
    ]),
    "Ancora nessuno: si chiede quando la domanda viene approvata, e di nuovo quando si ordina il pagamento.",
  );

const storia = ({ passi }: RichiestaPagamento): Html =>
  tavola(
    "Storia",
    ["Quando", "Che cosa", "Chi", "Nota"],
    passi.map(({ at, passo, chi, nota }) => [istante(at), passo, chi, nota === "" ? "—" : nota]),
    "Nessun passo.",
  );

const avvisi = (una: RichiestaPagamento): Html => html`
  ${una.motivo === null ? NIENTE : html`<div class="avviso attento"><p><strong>Motivo:</strong> ${una.motivo}</p></div>`}
  ${una.ibanDiOggi ? NIENTE : html`<div class="avviso attento"><p>L'operatore ha cambiato conto dopo questa domanda.</p></div>`}
  ${una.estrazione === null ? NIENTE : html`<p>Questa domanda è nell'estrazione <a href="/estrazioni/${una.estrazione.estrazioneId}">${una.estrazione.numero}</a>.</p>`}`;

/** What each form says when it is done, and how what was typed becomes what the operation asks. */
const FATTO: Readonly<Record<string, string>> = {
  approvaRichiesta: "Domanda approvata.",
  respingiRichiesta: "Domanda respinta.",
  registraControllo: "Controllo registrato.",
  ordinaPagamento: "Pagamento ordinato.",
  registraPagamento: "Notizia della tesoreria registrata.",
  correggiIbanRichiesta: "IBAN corretto: la domanda torna a essere pagata.",
  recuperaImporto: "Recupero registrato.",
};

const importo = (input: Record<string, unknown>) => centsDi(input["importoCents"]);

async function agisci(
  nodo: Nodo,
  richiestaId: string,
  { azione, ...input }: Record<string, unknown>,
): Promise<Risposta<unknown>> {
  const { chiave, version } = input;
  const base = { chiave, version, richiestaId };
  if (azione === "approvaRichiesta") {
    const controlli = Object.keys((input["controllo"] ?? {}) as Record<string, string>);
    return nodo.approvaRichiesta({ ...base, controlli });
  }
  if (azione === "registraControllo") {
    const scritte = scritteDi(input["decurtazioni"], "euro");
    const decurtazioni = scritte.righe.map(({ euro: testo, ...riga }) => ({
      ...{ ...riga, importoCents: centsDi(testo) },
    }));
    const esito = await nodo.registraControllo({ ...base, nota: input["nota"], decurtazioni });
    return sullaSuaRiga(esito, "decurtazioni", scritte);
  }
  if (azione === "registraPagamento") {
    const { riferimento, ordineId, esito, data, motivo } = input;
    const notizia = { riferimento, ordineId, esito, data, motivo };
    return nodo.registraPagamento({ ...notizia, importoCents: importo(input) });
  }
  if (azione === "recuperaImporto") {
    const { rendicontazioneId, motivo } = input;
    const quanto = { rendicontazioneId, motivo, importoCents: importo(input) };
    return nodo.recuperaImporto({ ...base, ...quanto });
  }
  if (azione === "correggiIbanRichiesta")
    return nodo.correggiIbanRichiesta({ ...base, iban: input["iban"] });
  return azione === "respingiRichiesta"
    ? nodo.respingiRichiesta({ ...base, motivo: input["motivo"] })
    : nodo.ordinaPagamento(base);
}

/** One request of payment: what it asks, what was checked, who did each step, what is open now. */
export function paginaDomanda(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const letta = await nodo.richiestaPagamento({ richiestaId: c.req.param("id") });
    if (!letta.ok) return letta.problema;
    const una = letta.valore;
    const href = (voce: (typeof una.voci)[number]): string =>
      soggetto.ruolo === "addetto"
        ? `/servizi/${voce.servizioId}/conto`
        : `/rendicontazioni/${voce.rendicontazioneId}`;
    const dove = {
      action: `/liquidazione/${una.richiestaId}`,
      ...{ compilato, chiave: sito.porta.nuovaChiave() },
    };
    const moduli = moduliDi({ una, soggetto, dove, oggi: sito.porta.adesso().slice(0, 10) });
    return {
      titolo: `Domanda ${una.numero}`,
      corpo: html`<p><a href="/liquidazione">Domande di pagamento</a></p>
        <h1>Domanda ${una.numero}</h1>
        <section class="scheda">${riassunto(una)}</section>
        ${avvisi(una)}
        ${moduli === null ? NIENTE : html`<h2>Che cosa fare adesso</h2>${moduli}`}
        ${voci(una, href)}${durc(una)}${storia(una)}`,
    };
  };
  sito.mostra("/liquidazione/:id", ["addetto", "regione", "revisore"], vista);
  sito.invia(
    "/liquidazione/:id",
    ["addetto", "regione"],
    async ({ c, nodo }, input): Promise<Risposta<Esito>> => {
      const richiestaId = c.req.param("id") ?? "";
      const vai = `/liquidazione/${richiestaId}`;
      const avviso = FATTO[String(input["azione"])];
      if (avviso === undefined) return { ok: true, valore: { vai } };
      const esito = await agisci(nodo, richiestaId, input);
      return esito.ok ? { ok: true, valore: { vai, avviso } } : esito;
    },
    vista,
  );
}
