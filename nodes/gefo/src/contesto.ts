import type { Cooperazione } from "@staffetta/cooperation";
import { type CivilDate, type CodiceRegione, dayInRome, type Instant } from "@staffetta/domain";
import type { Problemi } from "@staffetta/nodo";
import type { Antivirus, Cipher, Clock, Random, StampaPdf, UnitOfWork } from "@staffetta/platform";
import type { ServizioDurc, ServizioIban } from "./liquidazione/servizi-esterni.ts";
import type { Vettori } from "./notifiche/spedisci.ts";
import type { FirmaDocumenti } from "./presa/firma.ts";
import type { ServizioProfilazione } from "./presa/servizio-profilazione.ts";
import type { Stores } from "./store.ts";

export interface Contesto {
  readonly clock: Clock;
  readonly random: Random;
  readonly cipher: Cipher;
  readonly uow: UnitOfWork<Stores>;
  readonly coop: () => Cooperazione;
  readonly problemi: Problemi;
  readonly regione: CodiceRegione;
  readonly antivirus: Antivirus;
  /** Who carries what is written to people. */
  readonly vettori: Vettori;
  readonly profilazione: ServizioProfilazione;
  readonly durc: ServizioDurc;
  readonly iban: ServizioIban;
  readonly firma: FirmaDocumenti;
  readonly stampa: StampaPdf;
}

export const adesso = ({ clock }: Contesto): Instant => clock.now() as Instant;
export const oggi = (ctx: Contesto): CivilDate => dayInRome(adesso(ctx));
