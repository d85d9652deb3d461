import type { Conto } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface ContoRow {
  readonly conto: Conto;
  readonly saldoCents: number;
}
export interface MovimentoRow {
  readonly id: string;
  readonly at: string;
  readonly causale: string;
  readonly conto: Conto;
  readonly importoCents: number;
  readonly adesioneId: string | null;
  readonly operatoreId: string | null;
}

const CONTO: Tabella<ContoRow> = {
  name: "conto",
  key: "conto",
  columns: { conto: "conto", saldoCents: "saldo_cents" },
};
const MOVIMENTO: Tabella<MovimentoRow> = {
  name: "movimento",
  key: "id",
  columns: {
    id: "id",
    at: "at",
    causale: "causale",
    conto: "conto",
    importoCents: "importo_cents",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
  },
};

export interface TabelleDenaro {
  readonly conti: Righe<ContoRow>;
  readonly movimenti: Righe<MovimentoRow>;
}
export const tabelleDenaro = (open: Open): TabelleDenaro => ({
  conti: open(CONTO),
  movimenti: open(MOVIMENTO),
});
