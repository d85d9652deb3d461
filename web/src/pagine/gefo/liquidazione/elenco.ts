import type { Risposta } from "@staffetta/contracts";
import { MISURE, mostraIban, STATI_RICHIESTA } from "@staffetta/domain";
import { type Compilato, gruppo, nascosto, testo, VUOTO } from "../../../parti/campi.ts";
import { euro, giorno, type Html, html, istante, NIENTE, plurale } from "../../../parti/html.ts";
import type { Esito, Richiesta } from "../../../sito.ts";
import { modulo } from "../modulo.ts";
import type { Sito, Vista } from "../sito.ts";
import { isLegale, SIMULATO, tavolaRichieste } from "./parole.ts";

type Nodo = Richiesta<Sito["porta"]["operazioni"]>["nodo"];
type Pagabili = Extract<Awaited<ReturnType<Nodo["pagabili"]>>, { ok: true }>["valore"];

interface Pagina {
  readonly pagabili: Pagabili;
  readonly legale: boolean;
  readonly compilato: Compilato;
  readonly chiave: () => string;
}

function conto({ pagabili, legale, compilato, chiave }: Pagina): Html {
  const { conto: suo } = pagabili;
  const detto =
    suo === null
      ? html`<div class="avviso attento"><p><strong>Manca il conto.</strong> Senza IBAN non si può presentare una domanda.</p></div>`
      : html`<p>I pagamenti arrivano su <code>${mostraIban(suo.iban)}</code>, scritto da ${suo.chi} il ${istante(suo.at)}. ${suo.simulato ? html`${SIMULATO} ${suo.servizio}.` : html`Controllato da ${suo.servizio}.`}</p>`;
  return html`<h2>Il conto dell'ente</h2>${detto}${
    legale
      ? modulo(
          { action: "/liquidazione", compilato, chiave: chiave() },
          {
            ...{ azione: "salvaIban", titolo: suo === null ? "Scrivi l'IBAN" : "Cambia l'IBAN" },
            ...{ bottone: "Salva l'IBAN", perche: null, prossima: suo === null },
          },
          (c) =>
            html`${nascosto("version", c.valori["version"] ?? String(suo?.version ?? 0))}${testo(
              c,
              {
                ...{ nome: "iban", etichetta: "IBAN", autocompleta: "off" },
                aiuto: "Per esempio IT60 X054 2811 1010 0000 0123 456. Gli spazi non contano.",
              },
            )}`,
        )
      : NIENTE
  }`;
}

function daChiedere({ pagabili, legale, compilato, chiave }: Pagina): Html {
  const { righe, totaleCents, importoMinCents, dal } = pagabili;
  if (righe.length === 0)
    return html`<h2>Da chiedere</h2><p>Niente: tutto ciò che è stato ammesso è già in una domanda.</p>`;
  const mio = compilato.valori["azione"] === "presentaRichiesta";
  const scelta = (i: number): boolean => !mio || compilato.valori[`voce.${i}`] !== undefined;
  const voci = html`${righe.map(
    (riga, i) => html`<div class="spunta">
      <input type="checkbox" id="voce-${i}" name="voce.${i}" value="${riga.rendicontazioneId}" ${scelta(i) ? html`checked` : ""}>
      <label for="voce-${i}">${euro(riga.importoCents)}: ${MISURE[riga.misura].etichetta}, ammesso il ${giorno(riga.ammessaOn)}</label></div>`,
  )}`;
  return html`<h2>Da chiedere</h2>
    <p>${plurale(righe.length, "servizio ammesso aspetta", "servizi ammessi aspettano")} di essere ${righe.length === 1 ? "chiesto" : "chiesti"}: in tutto ${euro(totaleCents)}.</p>
    ${importoMinCents > 0 ? html`<p>Una domanda vale almeno ${euro(importoMinCents)}.</p>` : NIENTE}
    ${dal === null ? NIENTE : html`<p>La prossima domanda si può presentare dal ${giorno(dal)}.</p>`}
    ${
      legale
        ? html`<form method="post" action="/liquidazione" novalidate>
          ${nascosto("azione", "presentaRichiesta")}${nascosto("chiave", chiave())}
          ${gruppo(
            mio ? compilato : VUOTO,
            { nome: "rendicontazioni", etichetta: "Servizi ammessi da chiedere" },
            voci,
          )}
          <button class="bottone" type="submit">Presenta la domanda di pagamento</button></form>`
        : html`<p class="sommesso">La domanda la presenta il legale rappresentante o un suo delegato.</p>`
    }`;
}

const vociDi = (input: Record<string, unknown>): string[] =>
  Object.values((input["voce"] ?? {}) as Record<string, string>);

async function agisci(
  nodo: Nodo,
  { azione, chiave, ...input }: Record<string, unknown>,
): Promise<Risposta<Esito>> {
  if (azione === "salvaIban") {
    const esito = await nodo.salvaIban({ chiave, version: input["version"], iban: input["iban"] });
    const avviso = "IBAN salvato.";
    return esito.ok ? { ok: true, valore: { vai: "/liquidazione", avviso } } : esito;
  }
  const esito = await nodo.presentaRichiesta({ chiave, rendicontazioni: vociDi(input) });
  if (!esito.ok) return esito;
  const { richiestaId, numero } = esito.valore;
  const avviso = `Domanda ${numero} presentata.`;
  return { ok: true, valore: { vai: `/liquidazione/${richiestaId}`, avviso } };
}

const filtri = (scelto: string): Html => html`<ul class="schede-viste">
  ${[["", "Tutte"] as const, ...(Object.entries(STATI_RICHIESTA) as [string, string][])].map(
    ([stato, parole]) =>
      html`<li><a href="/liquidazione${stato === "" ? "" : `?stato=${stato}`}" ${stato === scelto ? html`aria-current="true"` : ""}>${parole.split(":")[0]}</a></li>`,
  )}</ul>`;

/** The requests of payment: for an operatore also what may be asked, and the account. */
export function pagineElenco(sito: Sito): void {
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const stato = c.req.query("stato") ?? "";
    const lette = await nodo.richiestePagamento({ stato });
    if (!lette.ok) return lette.problema;
    const { righe } = lette.valore;
    const altro = html`<p><a href="/estrazioni">Estrazioni dei controlli</a> · <a href="/non-pagate">Che cosa aspetta un pagamento, e da quanto</a>${soggetto.ruolo === "addetto" ? NIENTE : html` · <a href="/indennita">Indennità di tirocinio</a>`}</p>`;
    if (soggetto.ruolo !== "addetto")
      return {
        titolo: "Liquidazione",
        corpo: html`<h1>Domande di pagamento</h1>${altro}${filtri(stato)}
          ${tavolaRichieste("Domande", righe, "Nessuna domanda.")}
          <p><a href="/liquidazione/ordini.csv">Scarica gli ordini da pagare in CSV</a></p>`,
      };
    const pagabili = await nodo.pagabili({});
    if (!pagabili.ok) return pagabili.problema;
    const pagina = {
      ...{ pagabili: pagabili.valore, legale: isLegale(soggetto), compilato },
      chiave: sito.porta.nuovaChiave,
    };
    return {
      titolo: "Liquidazione",
      corpo: html`<h1>Essere pagati</h1>
        <p>Chiedi il pagamento di ciò che la Regione ha ammesso. Poi la Regione controlla la domanda, ne estrae alcune da vedere sul posto, e paga.</p>${altro}
        ${daChiedere(pagina)}${conto(pagina)}
        ${tavolaRichieste("Le tue domande", righe, "Ancora nessuna.")}`,
    };
  };
  sito.mostra("/liquidazione", ["addetto", "regione", "revisore"], vista);
  sito.invia("/liquidazione", ["addetto"], ({ nodo }, input) => agisci(nodo, input), vista);
  sito.scarica("/liquidazione/ordini.csv", ["regione", "revisore"], ({ nodo }) =>
    nodo.ordiniCsv({}),
  );
}
