import type { ContiServizio } from "../erogazione/conti.ts";
import type { Incarico } from "../erogazione/incarico.ts";
import type { OperatoreId, ServizioId } from "../ids.ts";
import type { CodiceMisura, EsitoPolitica } from "../politica-attiva/misure.ts";
import type { CivilDate, Instant } from "../time.ts";

/**
 * The states of a service of a dote.
 * @source DOMAIN §3.4, 4
 */
export const STATI_SERVIZIO = {
  pianificato: "previsto dalla dote, non ancora iniziato",
  avviato: "iniziato",
  erogato: "finito, da rendicontare",
  rendicontato: "rendicontato, in verifica alla Regione",
  ammesso: "ammesso per intero",
  tagliato: "ammesso con un taglio",
  liquidato: "pagato",
  recuperato: "pagato e poi recuperato, in tutto o in parte",
  "non-erogato": "non si farà più",
} as const;
export type StatoServizio = keyof typeof STATI_SERVIZIO;

/** Nothing more can happen to a service in one of these. */
export const STATI_SERVIZIO_FINALI: ReadonlySet<StatoServizio> = new Set<StatoServizio>([
  "ammesso",
  "tagliato",
  "liquidato",
  "recuperato",
  "non-erogato",
]);

/** One service of the plan. Amounts are planned × tariff at the sending of the dote, then frozen. */
export interface Servizio {
  readonly id: ServizioId;
  readonly misura: CodiceMisura;
  readonly stato: StatoServizio;
  /** The operatore of the network that delivers it; null = the one of the case. */
  readonly erogatoreId: OperatoreId | null;
  /** Hours planned; 1 for a service paid by result. */
  readonly oreUnita: number;
  readonly tariffaCents: number;
  readonly importoCents: number;
  readonly dataInizio: CivilDate | null;
  readonly dataFine: CivilDate | null;
  readonly esito: EsitoPolitica | null;
  readonly oreErogate: number | null;
  readonly rendicontatoCents: number | null;
  readonly rendicontatoAt: Instant | null;
  readonly ammessoCents: number | null;
  readonly motivoTaglio: string | null;
  /** Absent until it starts. */
  readonly incarico?: Incarico;
  /** Absent until something is reported. */
  readonly conti?: ContiServizio;
}
