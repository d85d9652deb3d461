import type { CodiceMisura, Conto, Fascia, Linea, OperatoreId, Parte } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export type LineaRow = Linea;
/** Read only: what the entries of the ledger say. */
export interface SaldoRow {
  /** linea|conto */
  readonly id: string;
  readonly linea: string;
  readonly conto: Conto;
  readonly saldoCents: number;
}
/** One service of a dote in the ledger; the amounts are read only. */
export interface VoceRow {
  readonly servizioId: string;
  readonly adesioneId: string;
  readonly doteId: string;
  readonly linea: string;
  readonly operatoreId: OperatoreId;
  readonly misura: CodiceMisura;
  readonly fascia: Fascia;
  readonly parte: Parte;
  readonly previstoCents: number;
}
export type SommeVoce = Readonly<Record<Exclude<Conto, "stanziamento" | "disponibile">, number>>;
export interface ScritturaRow {
  readonly id: string;
  readonly at: string;
  readonly causale: string;
  readonly servizioId: string | null;
  readonly adesioneId: string | null;
  readonly atto: string | null;
  readonly chi: string;
}
export interface MovimentoRow {
  readonly id: string;
  readonly scritturaId: string;
  readonly linea: string;
  readonly conto: Conto;
  readonly importoCents: number;
}
export interface CodaRow {
  readonly doteId: string;
  readonly adesioneId: string;
  readonly avvisoId: string;
  readonly numero: number;
  readonly valoreCents: number;
  readonly stato: "in-coda" | "servita" | "lasciata";
  readonly at: string;
}

const LINEA: Tabella<LineaRow> = {
  name: "linea",
  key: "id",
  columns: {
    id: "id",
    livello: "livello",
    padre: "padre",
    avvisoId: "avviso_id",
    misura: "misura",
    operatoreId: "operatore_id",
  },
};
const SALDO: Tabella<SaldoRow> = {
  name: "saldo",
  key: "id",
  columns: { id: "id", linea: "linea", conto: "conto", saldoCents: "saldo_cents" },
};
export const VOCE: Tabella<VoceRow> = {
  name: "voce",
  key: "servizioId",
  columns: {
    servizioId: "servizio_id",
    adesioneId: "adesione_id",
    doteId: "dote_id",
    linea: "linea",
    operatoreId: "operatore_id",
    misura: "misura",
    fascia: "fascia",
    parte: "parte",
    previstoCents: "previsto_cents",
  },
};
export const SCRITTURA: Tabella<ScritturaRow> = {
  name: "scrittura",
  key: "id",
  columns: {
    id: "id",
    at: "at",
    causale: "causale",
    servizioId: "servizio_id",
    adesioneId: "adesione_id",
    atto: "atto",
    chi: "chi",
  },
};
export const MOVIMENTO: Tabella<MovimentoRow> = {
  name: "movimento",
  key: "id",
  columns: {
    id: "id",
    scritturaId: "scrittura_id",
    linea: "linea",
    conto: "conto",
    importoCents: "importo_cents",
  },
};
const CODA: Tabella<CodaRow> = {
  name: "coda_denaro",
  key: "doteId",
  indexed: ["stato"],
  columns: {
    doteId: "dote_id",
    adesioneId: "adesione_id",
    avvisoId: "avviso_id",
    numero: "numero",
    valoreCents: "valore_cents",
    stato: "stato",
    at: "at",
  },
};

type SolaLettura<Row> = Pick<Righe<Row>, "get" | "by" | "all">;

export interface TabelleDenaro {
  readonly linee: Righe<LineaRow>;
  readonly saldi: SolaLettura<SaldoRow>;
  readonly voci: SolaLettura<VoceRow>;
  readonly scritture: SolaLettura<ScritturaRow>;
  readonly movimenti: SolaLettura<MovimentoRow>;
  readonly codaDenaro: Righe<CodaRow>;
}
export const tabelleDenaro = (open: Open): TabelleDenaro => ({
  linee: open(LINEA),
  saldi: open(SALDO),
  voci: open(VOCE),
  scritture: open(SCRITTURA),
  movimenti: open(MOVIMENTO),
  codaDenaro: open(CODA),
});
