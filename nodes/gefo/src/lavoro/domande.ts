import type { DopoCoda, FiltroCoda } from "./filtro.ts";
import type { CodaRow, CollegaRow, FiltroSalvatoRow } from "./tabelle.ts";

/** What a row of the list shows, and not what the list is searched by. */
export type VoceLista = Omit<
  CodaRow,
  "operatoreId" | "aperto" | "ricerca" | "cfDigest" | "mossoOn"
>;
export type VoceDiOperatore = VoceLista & Pick<CodaRow, "operatoreId">;

export interface Carico {
  /** "" = nobody follows them. */
  readonly assegnatario: string;
  readonly vista: string;
  readonly casi: number;
  /** Of these, those that are open and late. */
  readonly oltre: number;
  /** Of these, the paths that nobody closes. */
  readonly ferme: number;
}
/** What stands around the rows of the list. */
export interface Contorno {
  readonly carichi: readonly Carico[];
  /** How many of each that was asked for, at most `CONTA_MAX`. */
  readonly contati: readonly number[];
  readonly filtri: readonly Pick<FiltroSalvatoRow, "id" | "nome" | "filtro">[];
  readonly colleghi: readonly CollegaRow[];
}
export interface ChiGuarda {
  readonly operatoreId: string;
  readonly chi: string;
  readonly oggi: string;
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

/** A count that no counter keeps stops here: more than this is "many", and the page costs the same. */
export const CONTA_MAX = 100;

export interface DomandaChiusure {
  readonly oggi: string;
  readonly operatoreId: string;
  readonly dopo: DopoCoda | null;
  readonly limit: number;
}

export interface ElenchiLavoro {
  /** By deadline, cases without one last; by name when a name is searched. */
  pagina(filtro: FiltroCoda, dopo: DopoCoda | null, limit: number): Promise<readonly VoceLista[]>;
  /** Asked together because each question is a journey. */
  contorno(chi: ChiGuarda, conta: readonly FiltroCoda[]): Promise<Contorno>;
  carichi(operatoreId: string, oggi: string): Promise<readonly Carico[]>;
  /** Every operatore with the case that waits for longest. */
  perOperatore(oggi: string): Promise<readonly CodaOperatore[]>;
  /** Who has the case in hand, if nobody has changed it since it was read; false = read it again. */
  cambiaMano(prima: CodaRow, dopo: CodaRow): Promise<boolean>;
  /** Folds the changes of the counts into the counts; answers how many it folded. */
  raccogli(limit: number): Promise<number>;
  /** Paths to be closed, of one operatore or of everybody (""), whose term comes first. */
  daChiudere(domanda: DomandaChiusure): Promise<readonly VoceDiOperatore[]>;
  /** Cases of which the list does not know when something was last written. */
  senzaMoto(limit: number): Promise<readonly string[]>;
  /** From this day on, what was to be done before it is late. */
  avanzaGiorno(oggi: string): Promise<void>;
  togliFiltro(id: string): Promise<void>;
  /** Cases that the list does not know yet: after an upgrade only. */
  senzaVoce(limit: number): Promise<readonly string[]>;
}
