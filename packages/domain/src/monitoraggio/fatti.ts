import type { StatoAdesione } from "../adesione/adesione.ts";
import type { AdesioneId } from "../ids.ts";
import type { EsitoContatto } from "../presa-in-carico/contatto.ts";
import type { CivilDate, Instant } from "../time.ts";

/** A fact that the figures count, with its two times: when it happened, when this node learned it. */
export interface FattoContato {
  readonly persona: string;
  readonly adesioneId: AdesioneId;
  /** Civil day on which it happened. */
  readonly giorno: CivilDate;
  readonly notoAt: Instant;
  /** Order of learning among facts of one instant. */
  readonly ordine: number;
  readonly fatto: Fatto;
}

export type Fatto =
  | Readonly<{ tipo: "adesione"; canale: "regionale" | "nazionale" }>
  | Readonly<{ tipo: "operatore"; operatoreId: string }>
  | Readonly<{ tipo: "contatto"; esito: EsitoContatto }>
  | Readonly<{ tipo: "presa"; fascia: number }>
  | Readonly<{ tipo: "non-presa"; motivo: string }>
  | Readonly<{ tipo: "stato"; a: StatoAdesione }>
  | Readonly<{ tipo: "politica"; politicaId: string; misura: string }>;
