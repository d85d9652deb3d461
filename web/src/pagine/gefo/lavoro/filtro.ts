import { type FiltroLavoro, VISTE_LAVORO } from "@staffetta/contracts";
import { RITAGLI, SEGNI_CODA } from "@staffetta/domain";
import {
  type Compilato,
  nascosto,
  type Opzione,
  scelta,
  testo,
  VUOTO,
} from "../../../parti/campi.ts";
import { type Html, html, NIENTE, numero } from "../../../parti/html.ts";

/** What is in the address: the filter, with nothing that was not asked. */
const CAMPI = [
  ...["vista", "nome", "entroIl", "assegnatario", "sede", "fascia", "minori", "segno"],
] as (keyof FiltroLavoro)[];

export type Chiesto = Readonly<Partial<Record<keyof FiltroLavoro, string>>>;

export const chiestoIn = (query: Readonly<Record<string, string>>): Chiesto =>
  Object.fromEntries(
    CAMPI.flatMap((campo) => (query[campo] ? [[campo, query[campo]] as const] : [])),
  );

export const indirizzo = (base: string, chiesto: Chiesto): string => {
  const query = new URLSearchParams(chiesto as Record<string, string>).toString();
  return query === "" ? base : `${base}?${query}`;
};

export const opzioni = (list: Readonly<Record<string, string>>): Opzione[] =>
  Object.entries(list).map(([valore, testo]) => ({ valore, testo }));

interface Conteggi {
  readonly perVista: Readonly<Record<string, number>>;
  readonly perRitaglio: Readonly<Record<string, Readonly<{ casi: number; almeno: boolean }>>>;
}

const scheda = (chiesto: Chiesto, vista: string, etichetta: string): Html => {
  const { vista: ora = "", ...altri } = chiesto;
  const here = ora === vista ? html`aria-current="true"` : "";
  const meta = vista === "" ? altri : { ...altri, vista };
  return html`<li><a href="${indirizzo("/lavoro", meta)}" ${here}>${etichetta}</a></li>`;
};

/** The steps, then the stretches that depend on today; only those that hold somebody. */
export function schede(chiesto: Chiesto, { perVista, perRitaglio }: Conteggi): Html {
  const aperti = Object.entries(perVista).reduce(
    (sum, [vista, casi]) => (vista === "conclusi" ? sum : sum + casi),
    0,
  );
  return html`<nav aria-label="Che cosa c'è da fare"><ul class="schede-viste">
    ${scheda(chiesto, "", `Aperti: ${numero(aperti)}`)}
    ${Object.entries(VISTE_LAVORO)
      .filter(([vista]) => (perVista[vista] ?? 0) > 0)
      .map(([vista, nome]) => scheda(chiesto, vista, `${nome}: ${numero(perVista[vista] ?? 0)}`))}
    ${Object.entries(RITAGLI).map(([vista, nome]) => {
      const { casi, almeno } = perRitaglio[vista] ?? { casi: 0, almeno: false };
      const quanti = `${nome}: ${numero(casi)}${almeno ? " o più" : ""}`;
      return casi === 0 ? NIENTE : scheda(chiesto, vista, quanti);
    })}
  </ul></nav>`;
}

const COLLEGHI_FISSI: Readonly<Record<string, string>> = {
  io: "Affidati a me",
  senza: "Di nessuno",
};

/** Who may be asked for: me, nobody, and whoever follows somebody. */
type Persone = readonly Readonly<{ id: string; nome: string }>[];
const colleghi = (persone: Persone): Opzione[] => [
  ...opzioni(COLLEGHI_FISSI),
  ...persone.map(({ id, nome }) => ({ valore: id, testo: nome })),
];

export function moduloFiltri(
  chiesto: Chiesto,
  { persone, sedi }: Readonly<{ persone: Persone; sedi: readonly Opzione[] }>,
): Html {
  const compilato: Compilato = { ...VUOTO, valori: chiesto as Record<string, string> };
  const { vista: _v, nome: _n, ...altri } = chiesto;
  const attivi = Object.keys(altri).length;
  const tutti = { vuota: "Tutti" };
  return html`<details ${attivi > 0 ? html`open` : ""}><summary>Filtri${attivi > 0 ? ` (${attivi} in uso)` : ""}</summary>
    <form method="get" action="/lavoro" class="filtri">
      ${chiesto.vista === undefined ? NIENTE : nascosto("vista", chiesto.vista)}
      ${chiesto.nome === undefined ? NIENTE : nascosto("nome", chiesto.nome)}
      ${testo(compilato, { nome: "entroIl", etichetta: "Da fare entro il", tipo: "date", facoltativo: true })}
      ${scelta(compilato, { nome: "assegnatario", etichetta: "Chi li segue", ...tutti }, colleghi(persone))}
      ${sedi.length < 2 ? NIENTE : scelta(compilato, { nome: "sede", etichetta: "Sede", ...tutti }, sedi)}
      ${scelta(compilato, { nome: "fascia", etichetta: "Fascia", ...tutti }, opzioni({ 1: "1", 2: "2", 3: "3", 4: "4" }))}
      ${scelta(compilato, { nome: "minori", etichetta: "Età", ...tutti }, opzioni({ si: "Solo minorenni" }))}
      ${scelta(compilato, { nome: "segno", etichetta: "Segno", ...tutti }, opzioni(SEGNI_CODA))}
      <div class="azioni"><button class="bottone piano" type="submit">Applica i filtri</button>
        <a href="/lavoro">Togli tutti i filtri</a></div>
    </form></details>`;
}
