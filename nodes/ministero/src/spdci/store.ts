import type { spdci } from "@staffetta/contracts";
import type { Righe, Tabella } from "@staffetta/platform";

export interface TransazioneRow {
  /** sender_id/azione/transaction_id */
  readonly id: string;
  readonly senderId: string;
  readonly correlationId: string;
  readonly azione: string;
  /** The answer, encrypted: it may name a person. */
  readonly risposta: string;
  readonly at: string;
}
export interface SottoscrizioneRow {
  readonly id: string;
  readonly senderId: string;
  readonly personaId: string;
  readonly evento: (typeof spdci.EVENTI_SPDCI)[number];
  readonly richiamo: string;
  readonly scopo: string;
  readonly attiva: boolean;
  readonly at: string;
}

export interface SpdciStores {
  readonly transazioni: Righe<TransazioneRow>;
  readonly sottoscrizioni: Righe<SottoscrizioneRow>;
}

const TRANSAZIONE: Tabella<TransazioneRow> = {
  name: "spdci_transazione",
  key: "id",
  indexed: ["correlationId"],
  columns: {
    id: "id",
    senderId: "sender_id",
    correlationId: "correlation_id",
    azione: "azione",
    risposta: "risposta",
    at: "at",
  },
};
const SOTTOSCRIZIONE: Tabella<SottoscrizioneRow> = {
  name: "spdci_sottoscrizione",
  key: "id",
  indexed: ["personaId"],
  columns: {
    id: "id",
    senderId: "sender_id",
    personaId: "persona_id",
    evento: "evento",
    richiamo: "richiamo",
    scopo: "scopo",
    attiva: "attiva",
    at: "at",
  },
};

export const spdciStores = (
  open: <Row extends object>(tabella: Tabella<Row>) => Righe<Row>,
): SpdciStores => ({ transazioni: open(TRANSAZIONE), sottoscrizioni: open(SOTTOSCRIZIONE) });
