import type { OperatoreId, ServizioId } from "../ids.ts";
import type { CivilDate, Instant } from "../time.ts";

/** The life of a request of payment. See SPEC.md, table 1. */
export const STATI_RICHIESTA = {
  presentata: "presentata, da esaminare",
  respinta: "respinta: i servizi si possono chiedere di nuovo",
  approvata: "approvata, in attesa dell'estrazione del campione",
  "in-controllo": "estratta: aspetta il controllo sul posto",
  pagabile: "pronta per l'ordine di pagamento",
  ordinata: "in pagamento",
  insoluta: "respinta dalla banca: serve un altro IBAN",
  pagata: "pagata",
} as const;
export type StatoRichiesta = keyof typeof STATI_RICHIESTA;

/** One admitted rendicontazione that waits to be paid. */
export interface VoceRichiesta {
  readonly rendicontazioneId: string;
  readonly servizioId: ServizioId;
  readonly adesioneId: string;
  readonly importoCents: number;
  readonly recuperatoCents: number;
  /** Id of who admitted it: may not control it. */
  readonly ammessaDa: string;
}

export interface Richiesta {
  readonly id: string;
  readonly numero: string;
  readonly operatoreId: OperatoreId;
  readonly stato: StatoRichiesta;
  readonly voci: readonly VoceRichiesta[];
  readonly iban: string;
  readonly presentataAt: Instant;
  /** Ids, here and below: two persons may have one name. */
  readonly presentataDa: string;
  readonly approvataDa: string | null;
  readonly controllataDa: string | null;
  readonly ordinataDa: string | null;
  readonly ordineId: string | null;
  readonly ordinataOn: CivilDate | null;
  readonly pagataOn: CivilDate | null;
  /** Why it was rejected, or given back by the bank. */
  readonly motivo: string | null;
  readonly version: number;
}

export const totaleCents = ({ voci }: Pick<Richiesta, "voci">): number =>
  voci.reduce((sum, { importoCents }) => sum + importoCents, 0);

/** A certificate that contributions are paid, as the service that issues it says. */
export interface Durc {
  readonly esito: "regolare" | "irregolare" | "in-verifica";
  readonly numero: string;
  readonly scadenza: CivilDate;
  /** True when no real service has been asked: shown wherever it is used. */
  readonly simulato: boolean;
}
