import type { FiltroLavoro } from "@staffetta/contracts";
import {
  type CivilDate,
  daCercare,
  dotiInScadenza,
  REGOLE_LAVORO,
  type VistaCaso,
} from "@staffetta/domain";
import type { FiltroCoda } from "./filtro.ts";

interface Chiede {
  readonly operatoreId: string;
  readonly chi: string;
  readonly oggi: CivilDate;
}

const colleagueOf = (assegnatario: string, chi: string): string =>
  assegnatario === "io" ? chi : assegnatario;

/** From what a person asked to what the list is asked: "io" has a name, a stretch has its days. */
export function filtroDi(chiesto: FiltroLavoro, { operatoreId, chi, oggi }: Chiede): FiltroCoda {
  const { vista, entroIl, fascia } = chiesto;
  const taglio = vista === "doti-in-scadenza" ? dotiInScadenza(oggi, REGOLE_LAVORO) : null;
  const daChiudere = vista === "da-chiudere";
  const al = [taglio?.al ?? null, entroIl === "" ? null : entroIl].filter((uno) => uno !== null);
  return {
    operatoreId,
    vista: daChiudere ? "" : (taglio?.vista ?? (vista as VistaCaso | "")),
    daChiudereAl: daChiudere ? oggi : null,
    dal: taglio?.dal ?? null,
    al: al.sort()[0] ?? null,
    sede: chiesto.sede,
    assegnatario: colleagueOf(chiesto.assegnatario, chi),
    fascia: fascia === "" ? null : Number(fascia),
    minoriAl: chiesto.minori === "si" ? oggi : null,
    segno: chiesto.segno,
    ricerca: daCercare(chiesto.nome),
  };
}

/** Nothing asked: every open case of the operatore. */
export const FILTRO_VUOTO: FiltroLavoro = {
  ...{ vista: "", nome: "", entroIl: "", assegnatario: "", sede: "", fascia: "", minori: "" },
  segno: "",
};
