import type { Cooperazione } from "@staffetta/cooperation";
import {
  type CivilDate,
  type CodiceRegione,
  dayInRome,
  type Instant,
  type RegoleAdesione,
} from "@staffetta/domain";
import type { Problemi } from "@staffetta/nodo";
import type { Cipher, Clock, Random, UnitOfWork } from "@staffetta/platform";
import type { Stores } from "./store.ts";

export interface RegioneServita {
  readonly codice: CodiceRegione;
  /** Public address of the regional portal. */
  readonly portale: string;
}

export interface Contesto {
  readonly clock: Clock;
  readonly random: Random;
  readonly cipher: Cipher;
  readonly uow: UnitOfWork<Stores>;
  readonly coop: () => Cooperazione;
  readonly problemi: Problemi;
  readonly regole: RegoleAdesione;
  readonly regioni: readonly RegioneServita[];
  /** Absent: every region is on the native binding. */
  readonly legameDi?: (partner: string) => string;
  /** What an OK of checkUtenteYG means: the two sides of the wire read it differently. */
  readonly checkUtente: Readonly<{ presente: "OK" | "KO" }>;
  /** The credentials that a message carries inside itself, where the service is older than its door. */
  readonly isUtente: (nome: string, password: string) => boolean;
}

export const adesso = ({ clock }: Contesto): Instant => clock.now() as Instant;
export const oggi = (ctx: Contesto): CivilDate => dayInRome(adesso(ctx));
