/** Every SOAP exchange, as it was: what came, what was answered, byte by byte. */
export interface Scambio {
  readonly id: string;
  readonly at: string;
  readonly verso: "entrata" | "uscita";
  /** "" while nobody knows. */
  readonly operazione: string;
  /** Name of the user, of the certificate, or of the partner. */
  readonly controparte: string;
  readonly regione: string;
  readonly stato: number;
  /** OK, KO, X001, FAULT, or what the door said. */
  readonly esito: string;
  readonly codici: readonly string[];
  readonly durataMs: number;
  readonly richiestaBytes: number;
}

export interface ScambioIntero extends Scambio {
  readonly richiesta: Uint8Array;
  readonly risposta: Uint8Array;
}

export interface FiltroScambi {
  readonly operazione: string;
  readonly esito: string;
  readonly verso: string;
  /** Only those before this one, newest first. */
  readonly dopo: string | null;
  readonly limit: number;
}

/** How an exchange ended. */
export type FineScambio = Pick<
  Scambio,
  "operazione" | "controparte" | "regione" | "stato" | "esito" | "codici" | "durataMs"
> &
  Readonly<{ risposta: Uint8Array }>;

export interface LetturaScambio {
  readonly scambioId: string;
  readonly at: string;
  readonly chi: string;
  readonly scopo: string;
}

export interface ScambiStore {
  /** As soon as the bytes are here, before anybody reads them. */
  apri(
    scambio: Pick<Scambio, "id" | "at" | "verso" | "controparte"> &
      Readonly<{ richiesta: Uint8Array }>,
  ): Promise<void>;
  chiudi(id: string, fine: FineScambio): Promise<void>;
  list(filtro: FiltroScambi): Promise<readonly Scambio[]>;
  find(id: string): Promise<ScambioIntero | null>;
  annotaLettura(lettura: LetturaScambio & Readonly<{ id: string }>): Promise<void>;
  listLetture(scambioId: string): Promise<readonly LetturaScambio[]>;
  /** Those of before this instant are forgotten. */
  forget(prima: string): Promise<number>;
  /** Claims an id for ever shorter than its expiry; false when it was seen before. */
  claim(chiave: string, scadeAt: string, adesso: string): Promise<boolean>;
  /** Nobody calls this operation again before that instant. */
  ferma(chiave: string, riapreAt: string): Promise<void>;
  /** The last instant said, whether it has come or not; null when it was never stopped. */
  fermaFino(chiave: string): Promise<string | null>;
}
