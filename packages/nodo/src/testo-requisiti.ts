import type { RegolaValutata } from "@staffetta/domain";
import type { Testo } from "./problemi.ts";

/** Why somebody can't adhere, in words; the same on both portals. */
export function testoRequisiti({ regole }: Readonly<Record<string, unknown>>): Testo {
  const mancata = (regole as readonly RegolaValutata[]).find(({ rispettata }) => !rispettata);
  return {
    title: "Non hai i requisiti per aderire",
    detail:
      mancata === undefined ? "Un requisito del programma non è rispettato." : spiega(mancata),
    rimedio:
      "Se la tua data di nascita è sbagliata, falla correggere da chi ti ha dato l'identità.",
    status: 422,
  };
}

const spiega = ({ regola, fatti: { etaYears, limiteYears } }: RegolaValutata): string =>
  regola === "eta-minima"
    ? `Il programma comincia a ${limiteYears} anni e oggi ne hai ${etaYears}.`
    : `Il programma vale fino al giorno prima dei ${limiteYears + 1} anni e oggi ne hai ${etaYears}.`;
