import type { DopoCoda, FiltroCoda } from "./filtro.ts";
import type { CodaRow } from "./tabelle.ts";

export interface Carico {
  /** "" = nobody follows them. */
  readonly assegnatario: string;
  readonly vista: string;
  readonly casi: number;
}
export interface CodaOperatore {
  readonly operatoreId: string;
  readonly aperti: number;
  readonly oltreTermine: number;
  /** Paths that nobody closes. */
  readonly daChiudere: number;
  /** The open case whose deadline comes first. */
  readonly primaId: string | null;
  readonly primaEntro: string | null;
  readonly primaVista: string | null;
}

/** A count of what is late stops here: more than this is "many", and the page costs the same. */
export const CONTA_MAX = 1_000;
export const OLTRE_REGIONE_MAX = 100;

export interface DomandaChiusure {
  readonly oggi: string;
  readonly operatoreId: string;
  readonly dopo: DopoCoda | null;
  readonly limit: number;
}

export interface ElenchiLavoro {
  /** By deadline, cases without one last; by name when a name is searched. */
  pagina(filtro: FiltroCoda, dopo: DopoCoda | null, limit: number): Promise<readonly CodaRow[]>;
  /** How many of each, at most `CONTA_MAX`; asked together because each question is a journey. */
  conta(filtri: readonly FiltroCoda[]): Promise<readonly number[]>;
  carichi(operatoreId: string): Promise<readonly Carico[]>;
  /** Every operatore with the case that waits for longest. */
  perOperatore(oggi: string): Promise<readonly CodaOperatore[]>;
  /** Folds the changes of the counts into the counts; answers how many it folded. */
  raccogli(limit: number): Promise<number>;
  /** Paths to be closed, of one operatore or of everybody (""), whose term comes first. */
  daChiudere(domanda: DomandaChiusure): Promise<readonly CodaRow[]>;
  /** Cases of which the list does not know when something was last written. */
  senzaMoto(limit: number): Promise<readonly string[]>;
  togliFiltro(id: string): Promise<void>;
  /** Cases that the list does not know yet: after an upgrade only. */
  senzaVoce(limit: number): Promise<readonly string[]>;
}
