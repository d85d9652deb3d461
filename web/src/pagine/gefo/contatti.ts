import type { CasoGefo } from "@staffetta/contracts";
import {
  CANALI_CONTATTO,
  ESITI_CONTATTO,
  MOTIVI_ASSENZA,
  PASSI_PIANO,
  type PassoPiano,
} from "@staffetta/domain";
import { scelta } from "../../parti/campi.ts";
import { giorno, type Html, html, istante, NIENTE, plurale } from "../../parti/html.ts";
import { tavola } from "../../parti/tavola.ts";
import { azione, type Modulo } from "./caso-azione.ts";

type Piano = NonNullable<CasoGefo["piano"]>;

/** Steps for which the page of appointments is the tool. */
const CON_APPUNTAMENTO: ReadonlySet<PassoPiano> = new Set([
  ...(["convocazione", "nuova-convocazione"] as const),
]);
const CHIAMA: ReadonlySet<PassoPiano> = new Set(["tentativo", "promemoria"]);

const fatti = ({ tentativi, tentativiMin }: Piano): string =>
  `${plurale(tentativi, "tentativo", "tentativi")} su almeno ${tentativiMin}`;

const giustifica = (m: Modulo, { assenza }: Piano): Html =>
  assenza === null
    ? NIENTE
    : azione(
        m,
        {
          nome: "giustificaAssenza",
          titolo: `Giustifica l'assenza del ${giorno(assenza.on)}`,
          bottone: "Giustifica l'assenza",
        },
        (
          c,
        ) => html`<p>Si può fino al ${giorno(assenza.entro)}. Un'assenza giustificata non conta.</p>
        ${scelta(
          c,
          { nome: "assenza", etichetta: "Perché non è venuta" },
          assenza.motivi.map((uno) => ({ valore: uno, testo: MOTIVI_ASSENZA[uno] })),
        )}`,
      );

/** What comes next with who was not met yet: the first thing on the page. */
export function pianoContatti(m: Modulo): Html {
  const { piano, adesioneId } = m.caso;
  if (piano === null) return NIENTE;
  const { passo, entro, oltreTermine, canali, daVerificare } = piano;
  const come = canali.map((uno) => CANALI_CONTATTO[uno]).join(", ");
  return html`<section class="scheda"><h2>Prossimo passo</h2>
    <p><strong>${PASSI_PIANO[passo]}</strong>, secondo il piano entro il ${giorno(entro)}${oltreTermine ? html` <span class="stato aspetta">in ritardo sul piano</span>` : NIENTE}.</p>
    <p class="sommesso">Finora ${fatti(piano)}.${CHIAMA.has(passo) ? ` Come: ${come}.` : ""}
      ${daVerificare ? html`<span class="stato aspetta">da verificare</span> i numeri del piano vengono dal pacchetto di riferimento.` : NIENTE}</p>
    ${
      CON_APPUNTAMENTO.has(passo)
        ? html`<p><a class="bottone" href="/casi/${adesioneId}/appuntamento">Fissa l'appuntamento</a></p>`
        : NIENTE
    }
    ${giustifica(m, piano)}</section>`;
}

type Contatto = CasoGefo["contatti"][number];
const esitoDi = ({ esito, assenza }: Contatto): string =>
  assenza === null
    ? ESITI_CONTATTO[esito]
    : `${ESITI_CONTATTO[esito]}; giustificato: ${MOTIVI_ASSENZA[assenza]}`;

export const tabellaContatti = ({ caso }: Modulo): Html =>
  tavola(
    "Contatti",
    ["Quando", "Esito", "Come", "Chi", "Nota", "Prova"],
    caso.contatti.map((uno) => [
      ...[istante(uno.at), esitoDi(uno), CANALI_CONTATTO[uno.canale], uno.addetto],
      ...[uno.nota || "—", uno.prova ?? "—"],
    ]),
    "Nessuno ha ancora contattato questa persona.",
  );
