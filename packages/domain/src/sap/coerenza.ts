import type { StatoAdesione } from "../adesione/adesione.ts";
import type { CivilDate } from "../time.ts";
import {
  type EsitoDiEvento,
  type EsitoSap,
  esitoDi,
  GARANZIA_GIOVANI,
  ORIENTAMENTO,
  type PoliticaSap,
  PRESA_IN_CARICO,
} from "./politica.ts";

/**
 * Whether the policies of a SAP support the state of the adesione. A warning that asks for a look, never a
 * block. A01 and what was annulled ex officio do not count. @source WIRE §4.2
 */
export function incoerenze(
  stato: StatoAdesione,
  politiche: readonly PoliticaSap[],
  oggi: CivilDate,
  mappa: EsitoDiEvento,
): readonly string[] {
  const contano = politiche
    .filter((una) => una.progetto === GARANZIA_GIOVANI && una.tipoAttivita !== ORIENTAMENTO)
    .map((una) => ({ una, esito: esitoDi(una, oggi, mappa) }))
    .filter(({ esito }) => esito !== "NA");
  const prese = contano.filter(({ una }) => una.tipoAttivita === PRESA_IN_CARICO);
  const altre = contano.filter(({ una }) => una.tipoAttivita !== PRESA_IN_CARICO);
  const ha = (fra: Contate, ...esiti: EsitoSap[]): boolean =>
    fra.some(({ esito }) => esito !== null && esiti.includes(esito));
  const vista: Vista = { prese, altre, ha };
  return REGOLE[stato]?.(vista).filter((motivo) => motivo !== null) ?? [];
}

type Contate = readonly Readonly<{ una: PoliticaSap; esito: EsitoSap | null }>[];
interface Vista {
  readonly prese: Contate;
  readonly altre: Contate;
  readonly ha: (fra: Contate, ...esiti: EsitoSap[]) => boolean;
}
type Regola = (vista: Vista) => readonly (string | null)[];

const unless = (condizione: boolean, motivo: string): string | null => (condizione ? null : motivo);
const conclusa = ({ prese, ha }: Vista): string | null =>
  unless(ha(prese, "FC"), "manca una presa in carico (A02) conclusa");

const REGOLE: Readonly<Partial<Record<StatoAdesione, Regola>>> = {
  P: (v) => [
    conclusa(v),
    unless(
      v.altre.every(({ esito }) => esito === "PRO"),
      "oltre alla presa in carico ci sono politiche già cominciate",
    ),
    unless(
      v.prese.some(({ una }) => una.indiceProfiling !== null),
      "manca l'indice di profiling",
    ),
  ],
  T: (v) => [
    conclusa(v),
    unless(v.ha(v.altre, "AVV", "FC"), "nessuna politica è avviata o conclusa"),
    unless(!v.ha(v.altre, "RIF", "INT"), "una politica è rifiutata o interrotta"),
  ],
  F: (v) => [
    conclusa(v),
    unless(v.ha(v.altre, "FC"), "nessuna politica è conclusa"),
    unless(
      !v.ha(v.altre, "RIF", "INT", "PRO"),
      "una politica è rifiutata, interrotta o ancora proposta",
    ),
  ],
  R: (v) => [
    conclusa(v),
    unless(v.ha(v.altre, "RIF", "INT"), "nessuna politica è rifiutata o interrotta"),
    unless(!v.ha(v.altre, "AVV"), "una politica è ancora avviata"),
  ],
  X: (v) => [
    unless(v.ha(v.prese, "RIF"), "manca una presa in carico (A02) rifiutata"),
    unless(v.altre.length === 0, "ci sono altre politiche"),
  ],
  C: (v) => [unless(v.prese.length + v.altre.length === 0, "ci sono politiche da chiudere prima")],
};
