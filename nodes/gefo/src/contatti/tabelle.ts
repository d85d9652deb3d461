import type { CanaleContatto, EsitoContatto } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface ContattoRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly at: string;
  readonly canale: CanaleContatto;
  readonly esito: EsitoContatto;
  readonly nota: string;
  readonly addetto: string;
}

const CONTATTO: Tabella<ContattoRow> = {
  name: "contatto",
  key: "id",
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    at: "at",
    canale: "canale",
    esito: "esito",
    nota: "nota",
    addetto: "addetto",
  },
};

export interface TabelleContatti {
  readonly contatti: Righe<ContattoRow>;
}
export const tabelleContatti = (open: Open): TabelleContatti => ({
  contatti: open(CONTATTO),
});
