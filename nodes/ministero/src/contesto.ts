import type { Cooperazione } from "@staffetta/cooperation";
import type { CodiceRegione, Instant } from "@staffetta/domain";
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
}

export const adesso = ({ clock }: Contesto): Instant => clock.now() as Instant;
