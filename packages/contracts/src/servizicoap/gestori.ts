import { type Anomalia, anomalia } from "./anomalie.ts";
import { codifica } from "./codifica.ts";
import { LISTA_ANOMALIE } from "./documenti.ts";
import {
  descrizioneDi,
  type NomeOperazione,
  type Richiesta,
  type RispostaDi,
} from "./operazioni.ts";

/** Who calls, as the door has verified. */
export interface Chiamante {
  /** Name of the Basic user or of the certificate; null when access is open. */
  readonly utente: string | null;
  /** The region for which it speaks; null = any (open access, or a national body). */
  readonly regione: string | null;
  /** Of the exchange that is kept with its bytes. */
  readonly scambioId: string;
}

/** What a node answers; an operation without a handler is answered as unsupported. */
export type GestoriServizicoap = {
  readonly [O in NomeOperazione]?: (
    richiesta: Richiesta<O>,
    chi: Chiamante,
  ) => Promise<RispostaDi<O>>;
};

/** Clients cut the text before the first `<` and read the rest as the list. */
export const RISCONTRATO = "Riscontrato errore nella validazione dell'input :";

export const listaAnomalie = (anomalie: readonly Anomalia[]): string =>
  codifica(LISTA_ANOMALIE, {
    Anomalia: anomalie.map(({ codice, descrizione }) => ({
      CodiceAnomalia: codice,
      DescrizioneAnomalia: descrizione,
    })),
  });

/**
 * In words, where the wire wants no list. Without angle brackets: clients read what follows the first
 * one as a list.
 */
export const testoAnomalie = (anomalie: readonly Anomalia[]): string =>
  anomalie
    .map(({ descrizione, percorso }) => `${descrizione}${percorso === "" ? "" : ` (${percorso})`}`)
    .join("; ")
    .replaceAll("<", "‹")
    .replaceAll(">", "›");

const SBAGLIATO: ReadonlySet<string> = new Set(["C002", "C003"]);
/** Where a client looks for these very words. @source WIRE, §3.2 */
const CERCATO_IN: ReadonlySet<NomeOperazione> = new Set(["invioUtenteYG", "invioSAP"] as const);

/** A codice fiscale that can't be anybody's has a text of its own, which comes before what is wrong in it. */
const conCodicePersonale = (anomalie: readonly Anomalia[]): readonly Anomalia[] =>
  anomalie.some(({ codice }) => SBAGLIATO.has(codice)) ? [anomalia("B005"), ...anomalie] : anomalie;

/** `MessaggioErrore` of a refusal of the contract, as this operation tells it. */
export function messaggioErrore(operazione: NomeOperazione, tutte: readonly Anomalia[]): string {
  const anomalie = CERCATO_IN.has(operazione) ? conCodicePersonale(tutte) : tutte;
  const { errori } = descrizioneDi(operazione);
  if (errori === "riscontrato") return `${RISCONTRATO}${listaAnomalie(anomalie)}`;
  if (errori === "lista") return listaAnomalie(anomalie);
  return testoAnomalie(anomalie);
}

/** Every element of the answer of an operation, empty but for those given. */
export function rispostaVuota<O extends NomeOperazione>(
  operazione: O,
  valori: Partial<RispostaDi<O>>,
): RispostaDi<O> {
  const vuota = Object.fromEntries(
    Object.keys(descrizioneDi(operazione).risposta).map((nome) => [nome, ""]),
  );
  return { ...vuota, ...valori } as RispostaDi<O>;
}

export const conEsito = (operazione: NomeOperazione): boolean =>
  "Esito" in descrizioneDi(operazione).risposta;

type ConEsito = {
  [O in NomeOperazione]: RispostaDi<O> extends { Esito: string } ? O : never;
}[NomeOperazione];

/** KO with a reason in words. */
export const ko = <O extends ConEsito>(operazione: O, messaggio: string): RispostaDi<O> =>
  rispostaVuota(operazione, { Esito: "KO", MessaggioErrore: messaggio } as never);
/** KO with anomalies, told as this operation tells them. */
export const koAnomalie = <O extends ConEsito>(
  operazione: O,
  anomalie: readonly Anomalia[],
): RispostaDi<O> => ko(operazione, messaggioErrore(operazione, anomalie));
export const okEsito = <O extends ConEsito>(
  operazione: O,
  valori: Partial<RispostaDi<O>> = {},
): RispostaDi<O> => rispostaVuota(operazione, { Esito: "OK", ...valori } as never);
