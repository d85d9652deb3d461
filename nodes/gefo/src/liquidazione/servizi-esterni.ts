import { addDays, type Durc, dayInRome, type Instant } from "@staffetta/domain";
import type { Clock } from "@staffetta/platform";

/** Who certifies that contributions are paid. `chiedi` throws when the service does not answer. */
export interface ServizioDurc {
  /** Shown wherever an answer is. */
  readonly nome: string;
  /** True only in development: every record and page says so. */
  readonly simulato: boolean;
  chiedi(codiceFiscale: string, clock: Clock): Promise<Durc>;
}

/** Who knows whose an account is. `risulta` throws when the service does not answer. */
export interface ServizioIban {
  readonly nome: string;
  readonly simulato: boolean;
  /** Whether the account is of this body. */
  risulta(iban: string, codiceFiscale: string): Promise<boolean>;
}

const VALIDITA_DAYS = 120;

/** For development: regular for whoever is not named here, and nobody may take it for a certificate. */
export const durcSimulato = (irregolari: ReadonlySet<string> = new Set()): ServizioDurc => ({
  nome: "DURC simulato: nessun ente lo ha rilasciato",
  simulato: true,
  chiedi: async (codiceFiscale, clock) => {
    const oggi = dayInRome(clock.now() as Instant);
    return {
      esito: irregolari.has(codiceFiscale) ? "irregolare" : "regolare",
      numero: `SIMULATO-${codiceFiscale}-${oggi}`,
      scadenza: addDays(oggi, VALIDITA_DAYS),
      simulato: true,
    };
  },
});

const CONTO_DI_ALTRI = "999";

/** For development: every account is of whoever says so, but those that end with 999. */
export const ibanSimulato: ServizioIban = {
  nome: "controllo simulato: nessuna banca è stata interrogata",
  simulato: true,
  risulta: async (iban) => !iban.endsWith(CONTO_DI_ALTRI),
};

const assente = (che: string) => async (): Promise<never> => {
  throw new Error(`Il servizio ${che} non è configurato su questo nodo`);
};

/** Where no service is configured nobody is paid. */
export const durcAssente: ServizioDurc = {
  ...{ nome: "nessun servizio del DURC", simulato: false },
  chiedi: assente("del DURC"),
};
export const ibanAssente: ServizioIban = {
  ...{ nome: "nessun controllo degli IBAN", simulato: false },
  risulta: assente("degli IBAN"),
};
