import type { SchedaOperatore } from "@staffetta/contracts";
import { type Compilato, nascosto, scelta, testo, VUOTO } from "../../parti/campi.ts";
import { type Html, html, NIENTE, plurale } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";

interface Intorno {
  readonly chiave: string;
  readonly compilato: Compilato;
  /** Whom the Region may propose. */
  readonly altri: readonly Readonly<{ id: string; denominazione: string; comune: string }>[];
}
type Persona = SchedaOperatore["daRidare"][number];

const proposta = ({ adesioneId, nome, cognome }: Persona, { altri }: Intorno): Html => html`
  ${scelta(
    { ...VUOTO, prefisso: `${adesioneId}-` },
    { nome: "propostoId", etichetta: "Proponi", vuota: "Nessuno: sceglie dall'elenco" },
    altri.map(({ id, denominazione, comune }) => ({
      valore: id,
      testo: `${comune} – ${denominazione}`,
    })),
  )}
  <button class="bottone piano" type="submit">Ridai la scelta<span class="visually-hidden"> a ${nome} ${cognome}</span></button>`;

/** Ids must differ among the forms of one page: only what was refused keeps the one that errors lead to. */
const compilatoDi = ({ adesioneId }: Persona, { compilato }: Intorno): Compilato =>
  compilato.valori["adesioneId"] === adesioneId
    ? compilato
    : { ...VUOTO, prefisso: `${adesioneId}-` };

const chiusura = (persona: Persona, intorno: Intorno): Html => html`
  ${testo(compilatoDi(persona, intorno), { nome: "motivazione", etichetta: "Motivazione" })}
  <button class="bottone grave" type="submit">Chiudi la dote<span class="visually-hidden"> di ${persona.nome} ${persona.cognome}</span></button>`;

function passo(id: string, persona: Persona, intorno: Intorno): Html {
  const { azione, adesioneId, perche } = persona;
  if (azione === null) return html`${perche}`;
  const campi = azione === "ridaiScelta" ? proposta : chiusura;
  return html`<p>${perche}</p><form method="post" action="/operatori/${id}" novalidate>
    ${nascosto("azione", azione)}${nascosto("chiave", intorno.chiave)}${nascosto("adesioneId", adesioneId)}
    ${campi(persona, intorno)}</form>`;
}

/** Whom a stopped operatore leaves behind: each with what the Region may do. */
export function daRidare({ daRidare: persone, id }: SchedaOperatore, intorno: Intorno): Html {
  if (persone.length === 0) return NIENTE;
  return html`<h2>Chi resta con questo operatore</h2>
    <p>L'operatore è fermato e ${plurale(persone.length, "persona è", "persone sono")} ancora con lui. Chi non è in carico sceglie di nuovo su Borsa Lavoro, dove legge la tua proposta; di chi ha una dote si chiude la dote, poi lo si affida a un altro dal fascicolo.</p>
    ${tavola(
      "Persone da riassegnare",
      ["Persona", "A che punto", "Che cosa fare"],
      persone.map((persona) => [
        `${persona.cognome} ${persona.nome}`,
        persona.stato,
        passo(id, persona, intorno),
      ]),
      "Nessuno.",
    )}`;
}
