import type { Cooperazione } from "@staffetta/cooperation";
import type { Catalogo, CodiceRegione, Instant, RegoleSap } from "@staffetta/domain";
import type { Problemi } from "@staffetta/nodo";
import type { Cipher, Clock, Random, UnitOfWork } from "@staffetta/platform";
import type { Stores } from "./store.ts";

export interface Contesto {
  readonly clock: Clock;
  readonly random: Random;
  readonly cipher: Cipher;
  readonly uow: UnitOfWork<Stores>;
  readonly coop: () => Cooperazione;
  readonly problemi: Problemi;
  readonly regioni: readonly CodiceRegione[];
  readonly regoleSap: RegoleSap;
  /** Calls about the SAP that a caller may make in a day; then the answer is X001. */
  readonly chiamateMax: number;
  /** The code lists as they are now, imported voices included. */
  readonly catalogo: (stores: Stores) => Promise<Catalogo>;
  /** The region of a body, when its seat tells it. */
  readonly regioneDiEnte: (ente: string) => string | null;
}

export const adesso = ({ clock }: Contesto): Instant => clock.now() as Instant;
