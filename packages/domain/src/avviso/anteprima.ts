import { componiServizi, totaleCents } from "../dote/dote.ts";
import type { RegoleGefo } from "../pacchetto/regole-gefo.ts";
import { agendaDi } from "../presa-in-carico/agenda.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { CivilDate } from "../time.ts";

/** What would change if some rules took the place of others, counted on the cases that are open. */
export interface Anteprima {
  readonly casi: number;
  /** Cases whose next deadline moves. */
  readonly scadenzeSpostate: number;
  /** Of these, those that would be late today and are not. */
  readonly nuoviRitardi: number;
  /** Doti already sent: they keep their rules. */
  readonly dotiFerme: number;
  /** The same doti, planned again by the new rules: how much more, or less. */
  readonly differenzaCents: number;
  /** Of these, those that the new caps would refuse. */
  readonly oltreIMassimali: number;
}

const VUOTA: Anteprima = {
  ...{ casi: 0, scadenzeSpostate: 0, nuoviRitardi: 0 },
  ...{ dotiFerme: 0, differenzaCents: 0, oltreIMassimali: 0 },
};

function conDote(prima: Anteprima, caso: Caso, nuove: RegoleGefo): Anteprima {
  const { dote } = caso;
  if (dote === null || dote.stato === "annullata") return prima;
  const dotiFerme = prima.dotiFerme + 1;
  const chiesti = dote.servizi.map(({ id, misura, oreUnita }) => ({ id, misura, oreUnita }));
  const rifatta = componiServizi(chiesti, dote.fascia, nuove);
  if (!rifatta.ok) return { ...prima, dotiFerme, oltreIMassimali: prima.oltreIMassimali + 1 };
  const differenza = totaleCents(rifatta.value) - dote.valoreCents;
  return { ...prima, dotiFerme, differenzaCents: prima.differenzaCents + differenza };
}

/** Folds one open case into the preview. */
export function aggiungi(
  prima: Anteprima,
  caso: Caso,
  { vecchie, nuove, oggi }: Readonly<{ vecchie: RegoleGefo; nuove: RegoleGefo; oggi: CivilDate }>,
): Anteprima {
  const senzaDote = caso.dote === null;
  const era = agendaDi(caso, vecchie).entro;
  const sarebbe = senzaDote ? agendaDi(caso, nuove).entro : era;
  const spostata = era !== sarebbe;
  const tardi = spostata && sarebbe !== null && sarebbe < oggi && (era === null || era >= oggi);
  const conta = {
    ...prima,
    casi: prima.casi + 1,
    scadenzeSpostate: prima.scadenzeSpostate + (spostata ? 1 : 0),
    nuoviRitardi: prima.nuoviRitardi + (tardi ? 1 : 0),
  };
  return conDote(conta, caso, nuove);
}

export const anteprimaDi = (
  casi: readonly Caso[],
  come: Parameters<typeof aggiungi>[2],
): Anteprima => casi.reduce((prima, caso) => aggiungi(prima, caso, come), VUOTA);
