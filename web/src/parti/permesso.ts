import { checkRuolo, type Operazione, type Soggetto } from "@staffetta/contracts";
import { type Html, html, NIENTE } from "./html.ts";

/** Why a person does not find here what others do; nothing for who may. */
export function perche(op: Operazione, soggetto: Soggetto): Html {
  const vietato = checkRuolo(op, soggetto);
  return vietato === null
    ? NIENTE
    : html`<p class="sommesso">Qui puoi guardare, non agire. ${vietato.rimedio ?? ""}</p>`;
}

/** A form for who may send it, nothing for the others. */
export const sePuo = (op: Operazione, soggetto: Soggetto, modulo: () => Html): Html =>
  checkRuolo(op, soggetto) === null ? modulo() : NIENTE;
