import type { CanaleContatto, EsitoContatto, MotivoAssenza } from "@staffetta/domain";
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
  /** What shows that it happened: a letter, a receipt, a number of a call. */
  readonly prova: string | null;
  /** Of an absence that was explained: why, and when. */
  readonly assenza: MotivoAssenza | null;
  readonly giustificataAt: string | null;
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
    prova: "prova",
    assenza: "assenza",
    giustificataAt: "giustificata_at",
  },
};

export interface TabelleContatti {
  readonly contatti: Righe<ContattoRow>;
}
export const tabelleContatti = (open: Open): TabelleContatti => ({
  contatti: open(CONTATTO),
});
