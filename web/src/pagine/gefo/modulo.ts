import { type Compilato, nascosto, type Opzione, VUOTO } from "../../parti/campi.ts";
import { type Html, html } from "../../parti/html.ts";

/** Forms that open and close on the pages of a case. */
export interface Porta {
  readonly azione: string;
  readonly titolo: string;
  readonly bottone: string;
  readonly grave?: boolean;
  /** Why it is closed; null = open. */
  readonly perche: string | null;
  /** The next thing to do: unfolded. */
  readonly prossima?: boolean;
}

export interface Dove {
  readonly action: string;
  readonly compilato: Compilato;
  readonly chiave: string;
}

export const opzioni = (list: Readonly<Record<string, string>>): Opzione[] =>
  Object.entries(list).map(([valore, testo]) => ({ valore, testo }));

/** A form, or the reason why it is closed. The form that was refused stays open, with what was typed. */
export function modulo(
  { action, compilato, chiave }: Dove,
  { azione, titolo, bottone, grave, perche, prossima }: Porta,
  campi: (compilato: Compilato) => Html,
): Html {
  if (perche !== null)
    return html`<details><summary>${titolo}</summary><p class="sommesso">${perche}</p></details>`;
  const mine = compilato.valori["azione"] === azione;
  const open = mine || (compilato.problema === null && prossima === true);
  return html`<details ${open ? html`open` : ""}><summary>${titolo}</summary>
    <form method="post" action="${action}" novalidate>
      ${nascosto("azione", azione)}${nascosto("chiave", chiave)}
      ${campi(mine ? compilato : { ...VUOTO, prefisso: `${azione}-` })}
      <button class="bottone ${grave ? "grave" : ""}" type="submit">${bottone}</button>
    </form></details>`;
}

const ROME = new Intl.DateTimeFormat("sv-SE", {
  ...{ timeZone: "Europe/Rome", dateStyle: "short", timeStyle: "short" },
});

/** Day and hour that a wall clock in Rome shows. */
export function adessoARoma(now: string): Readonly<{ oggi: string; ora: string }> {
  const [oggi = "", ora = ""] = ROME.format(Date.parse(now)).split(" ");
  return { oggi, ora };
}
