import { scadenzaContatto } from "../contatto/piano.ts";
import type { Dote } from "../dote/dote.ts";
import type { Servizio, StatoServizio } from "../dote/servizio.ts";
import { fineDote } from "../dote/vita.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import { addDays, addMonths, type CivilDate } from "../time.ts";
import type { Caso } from "./caso.ts";

/** What must be done next on a case; the keys are the tabs of the work list. */
export type VistaCaso =
  | "da-convocare"
  | "da-incontrare"
  | "patto-da-firmare"
  | "dote-da-inviare"
  | "in-coda"
  | "in-conferma"
  | "servizi-da-avviare"
  | "servizi-in-corso"
  | "da-rendicontare"
  | "conclusi";

/** Next step and the last day for it; null when the operatore is not the one who must act. */
export interface Agenda {
  readonly vista: VistaCaso;
  readonly entro: CivilDate | null;
}

/** Where a case stands on the desk. Depends on no clock: it is kept with the row and sorted by SQL. */
export function agendaDi(caso: Caso, regole: RegoleGefo): Agenda {
  const { termini } = regole;
  const da = (base: CivilDate | null, days: number) => base && addDays(base, days);
  switch (caso.stato) {
    case "da-convocare":
      return { vista: "da-convocare", entro: scadenzaContatto(caso, regole) };
    case "convocato":
      return { vista: "da-incontrare", entro: da(caso.convocatoOn, termini.incontroDays) };
    case "colloquio":
      return { vista: "patto-da-firmare", entro: da(caso.colloquioOn, termini.pattoDays) };
    case "patto":
      return { vista: "dote-da-inviare", entro: da(caso.patto?.data ?? null, termini.doteDays) };
    case "in-coda":
      return { vista: "in-coda", entro: null };
    case "dote-inviata":
      return { vista: "in-conferma", entro: null };
    case "confermata":
      return caso.dote ? agendaDote(caso, caso.dote, regole) : { vista: "conclusi", entro: null };
    case "non-presa":
    case "chiuso":
      return { vista: "conclusi", entro: null };
  }
}

/** Reporting first, then the first start, then what runs, then what is still planned. */
function agendaDote(caso: Caso, dote: Dote, regole: RegoleGefo): Agenda {
  const { primoServizioMonths, rendicontazioneDays } = regole.termini;
  const in_ = (stato: StatoServizio): readonly Servizio[] =>
    dote.servizi.filter((servizio) => servizio.stato === stato);
  const [primaFine] = in_("erogato")
    .flatMap(({ dataFine }) => dataFine ?? [])
    .sort();
  if (primaFine)
    return { vista: "da-rendicontare", entro: addDays(primaFine, rendicontazioneDays) };
  if (dote.stato === "in-verifica") return { vista: "in-conferma", entro: null };
  // The clock of a suspended dote stands still.
  if (dote.stato === "sospesa") return { vista: "servizi-in-corso", entro: null };
  const pianificati = in_("pianificato").length;
  if (pianificati === dote.servizi.length && caso.patto)
    return { vista: "servizi-da-avviare", entro: addMonths(caso.patto.data, primoServizioMonths) };
  if (in_("avviato").length > 0)
    return { vista: "servizi-in-corso", entro: fineDote(dote, regole) };
  if (pianificati > 0) return { vista: "servizi-da-avviare", entro: fineDote(dote, regole) };
  return { vista: "in-conferma", entro: null };
}
