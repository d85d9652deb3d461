import type { CasoGefo } from "@staffetta/contracts";
import { type Compilato, nascosto, type Opzione, VUOTO } from "../../parti/campi.ts";
import { type Html, html } from "../../parti/html.ts";

export const opzioni = (list: Readonly<Record<string, string>>): Opzione[] =>
  Object.entries(list).map(([valore, testo]) => ({ valore, testo }));

export interface Modulo {
  readonly caso: CasoGefo;
  readonly compilato: Compilato;
  readonly chiave: string;
  readonly oggi: string;
  readonly ora: string;
  /** Whether who looks may open the page of this operation. */
  readonly apre: (operazione: "fascicolo" | "piano") => boolean;
}

/** The form of the next step is open: the addetto came for it. A grave one never is. */
function isProssima({ piano }: CasoGefo, nome: string): boolean {
  if (piano === null || piano.passo === "conclusione") return false;
  return nome === (piano.passo === "assenza" ? "giustificaAssenza" : "registraContatto");
}

/** A form, or the reason why it is closed. The form that was refused stays open, with what was typed. */
export function azione(
  { caso, compilato, chiave }: Modulo,
  quale: Readonly<{ nome: string; titolo: string; bottone: string; grave?: boolean }>,
  campi: (compilato: Compilato) => Html,
): Html {
  const { ammessa, perche } = caso.azioni[quale.nome] ?? { ammessa: false, perche: null };
  if (!ammessa)
    return html`<details><summary>${quale.titolo}</summary><p class="sommesso">${perche ?? "Non adesso."}</p></details>`;
  const mine = compilato.valori["azione"] === quale.nome;
  const open = mine || (compilato.problema === null && isProssima(caso, quale.nome));
  return html`<details ${open ? html`open` : ""}><summary>${quale.titolo}</summary>
    <form method="post" action="/casi/${caso.adesioneId}" novalidate>
      ${nascosto("azione", quale.nome)}${nascosto("chiave", chiave)}
      ${campi(mine ? compilato : VUOTO)}
      <button class="bottone ${quale.grave ? "grave" : ""}" type="submit">${quale.bottone}</button>
    </form></details>`;
}
