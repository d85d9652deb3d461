import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface OperatoreRow {
  readonly id: string;
  readonly denominazione: string;
  readonly comune: string;
  readonly indirizzo: string;
  readonly telefono: string;
  readonly attivo: boolean;
}

const OPERATORE: Tabella<OperatoreRow> = {
  name: "operatore",
  key: "id",
  columns: {
    id: "id",
    denominazione: "denominazione",
    comune: "comune",
    indirizzo: "indirizzo",
    telefono: "telefono",
    attivo: "attivo",
  },
};

export interface TabelleOperatori {
  readonly operatori: Righe<OperatoreRow>;
}
export const tabelleOperatori = (open: Open): TabelleOperatori => ({
  operatori: open(OPERATORE),
});
