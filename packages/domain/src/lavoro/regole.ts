/** How the desk of an operatore works: data, not constants. */
export interface RegoleLavoro {
  /** How long a case stays in the hands of who took it, unless renewed. */
  readonly presaMinutes: number;
  /** A dote that ends within so many days is shown as about to end. */
  readonly inScadenzaDays: number;
  /** Cases that one bulk action may touch. */
  readonly insiemeMax: number;
  readonly daVerificare: readonly string[];
}

export const REGOLE_LAVORO: RegoleLavoro = {
  presaMinutes: 30,
  inScadenzaDays: 30,
  insiemeMax: 100,
  daVerificare: [],
};
