import type { StatoAdesione } from "./adesione.ts";

/** Who may cause a transition. The region's node decides all of them; this is on whose account. */
export type Autorita = "giovane" | "operatore" | "regione" | "registro-nazionale";

export interface Transizione {
  readonly da: StatoAdesione;
  readonly a: StatoAdesione;
  readonly chi: readonly Autorita[];
  /** First day (Europe/Rome) on which the row holds. */
  readonly validoDal: string;
  /** True: only as the recorded correction of a P that the national register has refused. */
  readonly soloRettifica: boolean;
}

const DAL = "2014-05-01";
const riga = (da: StatoAdesione, a: StatoAdesione, ...chi: Autorita[]): Transizione => ({
  da,
  a,
  chi,
  validoDal: DAL,
  soloRettifica: false,
});

/**
 * The law of the adesione, as data. Both the region that decides and the national register that
 * checks read this table.
 * @source WIRE §4.2
 */
export const TRANSIZIONI: readonly Transizione[] = [
  riga("A", "P", "operatore"),
  riga("A", "X", "operatore", "regione"),
  riga("A", "D", "giovane"),
  riga("A", "U", "operatore", "regione"),
  riga("A", "N", "registro-nazionale"),
  riga("A", "C", "operatore", "regione"),
  riga("P", "T", "operatore"),
  riga("P", "F", "operatore", "regione"),
  riga("P", "R", "operatore", "regione"),
  riga("P", "C", "regione"),
  riga("T", "F", "operatore", "regione"),
  riga("T", "R", "operatore", "regione"),
  riga("T", "C", "regione"),
  { ...riga("P", "A", "registro-nazionale"), soloRettifica: true },
  ...(["F", "C", "D", "U", "N", "X", "R"] as const).map((da) => riga(da, "A", "regione")),
];

export const STATI_APERTI: ReadonlySet<StatoAdesione> = new Set<StatoAdesione>(["A", "P", "T"]);
/** Stati in which nobody else may take the person in charge. */
export const STATI_IN_CARICO: ReadonlySet<StatoAdesione> = new Set<StatoAdesione>(["P", "T"]);

export interface Passaggio {
  readonly da: StatoAdesione;
  readonly a: StatoAdesione;
  readonly rettifica: boolean;
  /** Civil day on which it takes effect. */
  readonly giorno: string;
}

/** The row that allows a change of stato, or undefined: then nobody may make it. */
export const findTransizione = (passo: Passaggio): Transizione | undefined =>
  TRANSIZIONI.find(
    (row) =>
      row.da === passo.da &&
      row.a === passo.a &&
      row.soloRettifica === passo.rettifica &&
      row.validoDal <= passo.giorno,
  );
