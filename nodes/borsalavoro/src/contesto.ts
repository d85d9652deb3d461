import type { Cipher, Clock, Random, UnitOfWork } from "@staffetta/platform";
import type { CodiceRegione, RegoleAdesione } from "@staffetta/domain";
import type { Cooperazione } from "@staffetta/cooperation";
import type { Stores } from "./store.ts";

/** What every step of this node is given. No step reads the clock or the environment by itself. */
export interface Contesto {
  readonly clock: Clock;
  readonly random: Random;
  readonly cipher: Cipher;
  readonly uow: UnitOfWork<Stores>;
  readonly coop: () => Cooperazione;
  readonly regione: CodiceRegione;
  readonly regole: RegoleAdesione;
}

export const CLICLAVORO = "cliclavoro";
export const MINISTERO = "ministero";
export const gefoDi = (regione: CodiceRegione): string => `gefo-${regione}`;
