import { type Bilancio, centsDi } from "@staffetta/contracts";
import { MISURE, PARTI } from "@staffetta/domain";
import { type Compilato, scelta, testo } from "../../parti/campi.ts";
import { barre } from "../../parti/grafico.ts";
import { euro, type Html, html, NIENTE, numero, plurale } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import { modulo } from "./modulo.ts";
import type { Sito, Vista } from "./sito.ts";

type Somma = Bilancio["somme"][number];
type Conto = "prenotato" | "impegnato" | "rendicontato" | "ammesso" | "pagato" | "recuperato";
const CONTI: Readonly<Record<Conto, string>> = {
  prenotato: "Prenotato",
  impegnato: "Impegnato",
  rendicontato: "Rendicontato",
  ammesso: "Ammesso",
  pagato: "Pagato",
  recuperato: "Recuperato",
};
const NOMI = Object.keys(CONTI) as Conto[];
const N = (testo: string) => ({ testo, numero: true });

/** By what the money is added up: the query of the page. */
const TAGLI: Readonly<Record<string, Readonly<{ nome: string; di: (somma: Somma) => string }>>> = {
  operatore: { nome: "Operatore", di: ({ operatore }) => operatore },
  misura: { nome: "Misura", di: ({ misura }) => `${misura} ${MISURE[misura].etichetta}` },
  fascia: { nome: "Fascia", di: ({ fascia }) => `Fascia ${fascia}` },
  parte: { nome: "Parte", di: ({ parte }) => `Pagata ${PARTI[parte]}` },
};

interface Gruppo extends Readonly<Record<Conto, number>> {
  readonly nome: string;
  readonly servizi: number;
}

function raggruppa(somme: readonly Somma[], di: (somma: Somma) => string): readonly Gruppo[] {
  const gruppi = new Map<string, Gruppo>();
  for (const una of somme) {
    const nome = di(una);
    const prima = gruppi.get(nome);
    const conti = NOMI.map((conto) => [conto, (prima?.[conto] ?? 0) + una[conto]] as const);
    gruppi.set(nome, {
      ...(Object.fromEntries(conti) as unknown as Gruppo),
      ...{ nome, servizi: (prima?.servizi ?? 0) + una.servizi },
    });
  }
  return [...gruppi.values()].sort((a, b) => a.nome.localeCompare(b.nome, "it"));
}

const totaleDi = (gruppo: Gruppo): number =>
  NOMI.reduce((cents, conto) => cents + gruppo[conto], 0);

function perTaglio(bilancio: Bilancio, scelto: string): Html {
  const taglio = TAGLI[scelto] ?? TAGLI["operatore"];
  if (taglio === undefined) return NIENTE;
  const gruppi = raggruppa(bilancio.somme, taglio.di);
  return html`<h2>Il denaro delle doti, per ${taglio.nome.toLowerCase()}</h2>
    <ul class="schede-viste">${Object.entries(TAGLI).map(
      ([uno, { nome }]) =>
        html`<li><a href="/bilancio?per=${uno}" ${nome === taglio.nome ? html`aria-current="true"` : ""}>Per ${nome.toLowerCase()}</a></li>`,
    )}</ul>
    ${
      gruppi.length === 0
        ? NIENTE
        : barre(
            "Promesso, dalla prenotazione al pagamento",
            gruppi.map((uno) => {
              const valore = totaleDi(uno);
              return { nome: uno.nome, valore, testo: euro(valore) };
            }),
          )
    }
    ${tavola(
      `Per ${taglio.nome.toLowerCase()}`,
      [taglio.nome, N("Servizi"), ...NOMI.map((conto) => N(CONTI[conto]))],
      gruppi.map((uno) => [
        uno.nome,
        numero(uno.servizi),
        ...NOMI.map((conto) => euro(uno[conto])),
      ]),
      "Ancora nessuna dote.",
    )}
    <p><a href="/api/v1/bilancio/csv">Scarica le stesse cifre in CSV</a></p>`;
}

function perStato({ somme }: Bilancio): Html {
  const tutto = raggruppa(somme, () => "")[0];
  if (tutto === undefined) return NIENTE;
  return html`<h2>A che punto è il denaro promesso</h2>
    ${barre(
      "Per stato",
      NOMI.map((conto) => ({
        nome: CONTI[conto],
        valore: tutto[conto],
        testo: euro(tutto[conto]),
      })),
    )}`;
}

const RIENTRO = { programma: "", avviso: "", misura: "– ", operatore: "–– " } as const;

const linee = ({ linee: tutte }: Bilancio): Html =>
  tavola(
    "Le linee, dal programma all'operatore",
    ["Linea", N("Assegnato"), N("Disponibile"), ...NOMI.map((conto) => N(CONTI[conto]))],
    tutte.map((una) => [
      `${RIENTRO[una.livello]}${una.titolo}`,
      ...[euro(una.assegnato), euro(una.disponibile)],
      ...NOMI.map((conto) => euro(una[conto])),
    ]),
    "Nessuna linea.",
  );

const coda = ({ coda: { doti, valoreCents } }: Bilancio): Html =>
  doti === 0
    ? NIENTE
    : html`<div class="avviso attento"><p><strong>${plurale(doti, "dote aspetta", "doti aspettano")} denaro</strong>: servono ${euro(valoreCents)}. Quando il denaro torna, o la Regione ne assegna altro, parte la prima per cui basta.</p></div>`;

interface Movimenti {
  readonly bilancio: Bilancio;
  readonly compilato: Compilato;
  readonly chiave: string;
}

const atto = (c: Compilato): Html =>
  testo(c, { nome: "atto", etichetta: "Atto", aiuto: "Per esempio: D.d.u.o. 9619 del 17/10/2014" });
const importo = (c: Compilato): Html =>
  testo(c, { nome: "importoCents", etichetta: "Importo in euro", aiuto: "Per esempio: 1.200,50" });

function moduli({ bilancio, compilato, chiave }: Movimenti): Html {
  const opzioni = bilancio.linee.map(({ id, livello, titolo }) => ({
    valore: id,
    testo: `${RIENTRO[livello]}${titolo}`,
  }));
  const avvisi = bilancio.linee
    .filter(({ livello }) => livello === "avviso")
    .map(({ id, titolo }) => ({ valore: id, testo: titolo }));
  const misure = Object.entries(MISURE).map(([valore, { etichetta }]) => ({
    valore,
    testo: `${valore} ${etichetta}`,
  }));
  const form = (azione: string, titolo: string, bottone: string, campi: (c: Compilato) => Html) =>
    modulo(
      { action: "/bilancio", compilato, chiave },
      { azione, titolo, bottone, perche: null },
      campi,
    );
  return html`<h2>Muovere il denaro</h2>
    <p>Ogni movimento vuole il suo atto e resta scritto per sempre.</p>
    ${form(
      "spostaDenaro",
      "Assegna o sostituisci fra due linee",
      "Sposta il denaro",
      (c) =>
        html`${scelta(c, { nome: "da", etichetta: "Dalla linea", vuota: "Scegli" }, opzioni)}${scelta(c, { nome: "a", etichetta: "Alla linea", vuota: "Scegli" }, opzioni)}${importo(c)}${atto(c)}`,
    )}
    ${form(
      "apriLinea",
      "Apri una linea: una misura, o la soglia di un operatore",
      "Apri la linea",
      (c) =>
        html`<p>Da quando una misura o un operatore ha la sua linea, spende solo quella.</p>
        ${scelta(c, { nome: "avvisoId", etichetta: "Avviso" }, avvisi)}${scelta(c, { nome: "misura", etichetta: "Misura" }, misure)}
        ${testo(c, { nome: "operatoreId", etichetta: "Codice dell'operatore", facoltativo: true, aiuto: "Per esempio OP-0001. Vuoto: la linea è di tutta la misura." })}${importo(c)}${atto(c)}`,
    )}
    ${form("stanzia", "Scrivi un nuovo stanziamento del programma", "Scrivi lo stanziamento", (c) => html`${importo(c)}${atto(c)}`)}`;
}

const FATTO: Readonly<Record<string, string>> = {
  spostaDenaro: "Denaro spostato.",
  apriLinea: "Linea aperta.",
  stanzia: "Stanziamento scritto.",
};

/** The money: for the Region all of it, for an operatore its own. */
export function pagineDenaro(sito: Sito): void {
  const ruoli = ["regione", "addetto", "revisore"] as const;
  const vista: Vista = async ({ c, nodo, soggetto }, compilato) => {
    const letto = await nodo.bilancio({});
    if (!letto.ok) return letto.problema;
    const bilancio = letto.valore;
    const muove = soggetto.ruolo === "regione" && soggetto.funzione === "istruttoria";
    return {
      titolo: "Bilancio",
      corpo: html`<h1>${soggetto.ruolo === "addetto" ? "Il denaro delle tue doti" : "Il denaro dell'avviso"}</h1>
        ${coda(bilancio)}
        ${soggetto.ruolo === "addetto" && bilancio.linee.length === 0 ? html`<p>Non hai una soglia tua: le tue doti prendono il denaro dell'avviso, finché ce n'è.</p>` : linee(bilancio)}
        ${perStato(bilancio)}${perTaglio(bilancio, c.req.query("per") ?? "operatore")}
        ${muove ? moduli({ bilancio, compilato, chiave: sito.porta.nuovaChiave() }) : NIENTE}`,
    };
  };
  sito.mostra("/bilancio", ruoli, vista);
  sito.invia(
    "/bilancio",
    ["regione"],
    async ({ nodo }, { azione, importoCents, ...input }) => {
      const nome = String(azione);
      const avviso = FATTO[nome];
      if (avviso === undefined) return { ok: true, valore: { vai: "/bilancio" } };
      const operazione = nodo[nome as "stanzia"];
      const esito = await operazione({ ...input, importoCents: centsDi(importoCents) });
      return esito.ok ? { ok: true, valore: { vai: "/bilancio", avviso } } : esito;
    },
    vista,
  );
}
