import type { StatoAdesione } from "../adesione/adesione.ts";
import type { Assenza } from "../contatto/assenza.ts";
import type { Dote } from "../dote/dote.ts";
import type { AdesioneId, DoteId, OperatoreId } from "../ids.ts";
import type { Fascia } from "../pacchetto/regole-gefo.ts";
import type { ClasseProfilata } from "../profilazione/profilazione.ts";
import type { CivilDate, Instant } from "../time.ts";
import type { MotivoNonPresa } from "./contatto.ts";
import type { Preavviso } from "./preavviso.ts";
import type { Tutela } from "./tutela.ts";
import type { VerificaIdentita, VerificaRequisiti } from "./verifica.ts";

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
  /** Of the profiling record below: nobody types it. */
  readonly fascia: Fascia;
  readonly profilazioneId: string;
  readonly documentoId: string;
}

export interface NonPresa {
  readonly motivo: MotivoNonPresa;
  readonly at: Instant;
  readonly nota: string;
}

export interface DotePrecedente {
  readonly doteId: DoteId;
  readonly protocollo: string;
  readonly operatoreId: OperatoreId;
  /** What was paid or admitted of it. */
  readonly usatoCents: number;
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
  /** Days on which he was expected and did not come. */
  readonly assenze: readonly Assenza[];
  readonly convocatoOn: CivilDate | null;
  readonly colloquioOn: CivilDate | null;
  readonly patto: Patto | null;
  readonly dote: Dote | null;
  readonly nonPresa: NonPresa | null;
  readonly identita: VerificaIdentita | null;
  /** Every check of the requisites, by day. */
  readonly requisiti: readonly VerificaRequisiti[];
  readonly profilata: ClasseProfilata | null;
  readonly tutela: Tutela | null;
  /** A decision against the giovane that has been announced and not yet taken. */
  readonly preavviso: Preavviso | null;
  /** Doti of before on the same adesione, after a change of operatore. */
  readonly precedenti: readonly DotePrecedente[];
  /** Grows by one at each evento; the first is 1. */
  readonly version: number;
}
