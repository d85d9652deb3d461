import type { StatoAdesione } from "../adesione/adesione.ts";
import type { Dote } from "../dote/dote.ts";
import type { AdesioneId, OperatoreId } from "../ids.ts";
import type { Fascia } from "../pacchetto/regole-gefo.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { MotivoNonPresa } from "./contatto.ts";

/** The steps of a case at Gefo, from the choice of the operatore to its end. See SPEC.md, table 1. */
export const STATI_CASO = {
  "da-convocare": "da convocare",
  convocato: "convocato",
  colloquio: "colloquio fatto",
  patto: "patto firmato",
  "in-coda": "dote in coda: aspetta il denaro",
  "dote-inviata": "dote inviata, in attesa di conferma",
  confermata: "presa in carico confermata",
  "non-presa": "non preso in carico",
  chiuso: "chiuso",
} as const;
export type StatoCaso = keyof typeof STATI_CASO;

export interface Patto {
  readonly data: CivilDate;
  readonly fascia: Fascia;
}

export interface NonPresa {
  readonly motivo: MotivoNonPresa;
  readonly at: Instant;
  readonly nota: string;
}

/**
 * One adesione on the desk of the operatore that the giovane chose. Current row; its history is the
 * list of eventi. Counters and dates concern the present operatore only.
 */
export interface Caso {
  readonly adesioneId: AdesioneId;
  readonly operatoreId: OperatoreId;
  readonly dataAdesione: CivilDate;
  readonly assegnatoAt: Instant;
  readonly stato: StatoCaso;
  /** As the region last told. */
  readonly statoAdesione: StatoAdesione;
  /** Contacts recorded, whatever their outcome. */
  readonly tentativi: number;
  readonly convocatoOn: CivilDate | null;
  readonly colloquioOn: CivilDate | null;
  readonly patto: Patto | null;
  readonly dote: Dote | null;
  readonly nonPresa: NonPresa | null;
  /** Grows by one at each evento; the first is 1. */
  readonly version: number;
}
