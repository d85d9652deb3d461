import { CONTI_VUOTI } from "../erogazione/conti.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import { addDays, addMonths, type CivilDate, dayInRome, daysBetween } from "../time.ts";
import type { ChiusuraDote, Dote, StatoDote } from "./dote.ts";
import { type Servizio, STATI_SERVIZIO_FINALI, type StatoServizio } from "./servizio.ts";

/** The life of a dote as a function of its facts. See SPEC.md beside this file. */

/** Its services may start. */
export const DOTI_IN_CORSO: ReadonlySet<StatoDote> = new Set<StatoDote>(["assegnata", "avviata"]);
/** Something may still be delivered. */
export const DOTI_VIVE: ReadonlySet<StatoDote> = new Set<StatoDote>([...DOTI_IN_CORSO, "sospesa"]);
/** Its money is only reserved. */
export const DOTI_IN_ATTESA: ReadonlySet<StatoDote> = new Set<StatoDote>([
  "inviata",
  "in-verifica",
]);
/** These say by themselves how the dote stands; the others follow from its services. */
const FERME: ReadonlySet<StatoDote> = new Set<StatoDote>([
  ...["in-coda", "inviata", "in-verifica", "non-ammessa", "annullata"],
  ...["sospesa", "rinunciata", "decaduta", "revocata"],
] as StatoDote[]);

const DA_FARE: ReadonlySet<StatoServizio> = new Set<StatoServizio>(["pianificato", "avviato"]);
const MAI_FATTI: ReadonlySet<StatoServizio> = new Set<StatoServizio>([
  "pianificato",
  "non-erogato",
]);

/** Cut whole, with nothing that may be shown again: there is nothing to pay. */
const isSenzaPaga = ({ stato, ammessoCents, conti = CONTI_VUOTI }: Servizio): boolean =>
  stato === "tagliato" && ammessoCents === 0 && conti.ripresentabileCents === 0;

const PAGATI: ReadonlySet<StatoServizio> = new Set<StatoServizio>(["liquidato", "recuperato"]);

function statoDaiServizi(servizi: readonly Servizio[]): StatoDote {
  const mai = servizi.every(({ stato }) => MAI_FATTI.has(stato));
  if (servizi.some(({ stato }) => DA_FARE.has(stato))) return mai ? "assegnata" : "avviata";
  if (mai || servizi.some(({ stato }) => stato === "erogato")) return "conclusa";
  const fatti = servizi.filter(({ stato }) => !MAI_FATTI.has(stato));
  if (!fatti.some(({ stato }) => PAGATI.has(stato))) return "rendicontata";
  const tutti = fatti.every((uno) => PAGATI.has(uno.stato) || isSenzaPaga(uno));
  return tutti ? "liquidata" : "in-liquidazione";
}

/** A result is a contract, reached by a service that is paid for it or by any other. */
const conclusioneDi = (servizi: readonly Servizio[]): Dote["conclusione"] =>
  servizi.some(({ esito }) => esito === "conclusa-con-contratto") ? "risultato" : "naturale";

/** The dote after its services have moved. */
export function avanzaDote(dote: Dote): Dote {
  if (FERME.has(dote.stato)) return dote;
  const stato = statoDaiServizi(dote.servizi);
  const finita = stato !== "assegnata" && stato !== "avviata";
  return { ...dote, stato, conclusione: finita ? conclusioneDi(dote.servizi) : null };
}

const nonErogato = (servizio: Servizio): Servizio =>
  servizio.stato === "pianificato" ? { ...servizio, stato: "non-erogato" } : servizio;

/** What was only planned is given up; what has begun is closed and reported by itself. */
export const senzaPianificati = (dote: Dote): Dote => ({
  ...dote,
  servizi: dote.servizi.map(nonErogato),
});

export const chiudiDote = (dote: Dote, chiusura: ChiusuraDote): Dote => ({
  ...senzaPianificati(dote),
  stato: chiusura.come,
  chiusura,
});

/** Days in which the clock of the dote stood still; an open suspension counts until `oggi`. */
export const giorniSospesi = ({ sospensioni }: Dote, oggi: CivilDate | null): number =>
  sospensioni.reduce((somma, { dal, al }) => {
    const fine = al ?? oggi;
    return fine === null ? somma : somma + Math.max(0, daysBetween(dal, fine));
  }, 0);

/** Last day on which a service of this dote may start: its length by fascia, plus the days suspended. */
export const fineDote = (dote: Dote, regole: RegoleGefo): CivilDate =>
  addDays(
    addMonths(dayInRome(dote.inviataAt), regole.termini.durataDoteMonths[dote.fascia]),
    giorniSospesi(dote, null),
  );

/** Value of what was or may still be paid; what was given up is not counted. */
export const usatoCents = (dote: Dote): number =>
  dote.servizi.reduce((somma, servizio) => {
    if (servizio.stato === "non-erogato") return somma;
    const finale = STATI_SERVIZIO_FINALI.has(servizio.stato);
    return somma + (finale ? (servizio.ammessoCents ?? 0) : servizio.importoCents);
  }, 0);
