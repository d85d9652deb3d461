import type { Corpo } from "@staffetta/contracts";
import type { Tabella } from "@staffetta/platform";

type Documento = Pick<Corpo<"documento.v1">, "documentoId" | "titolo" | "at">;

/** The last word of Gefo on each thing; `null` = nothing yet. */
export interface PercorsoRow {
  readonly adesioneId: string;
  readonly profilazione: Corpo<"profilazione.v1"> | null;
  readonly dote: Corpo<"dote.v1"> | null;
  readonly preavviso: Corpo<"preavviso.v1"> | null;
  readonly proposta: Corpo<"proposta-operatore.v1"> | null;
  readonly documenti: readonly Documento[];
  /** The last word on each month, the oldest first. */
  readonly indennita: readonly Corpo<"indennita.v1">[];
}

export const PERCORSO: Tabella<PercorsoRow> = {
  name: "percorso",
  key: "adesioneId",
  json: ["profilazione", "dote", "preavviso", "proposta", "documenti", "indennita"],
  columns: {
    adesioneId: "adesione_id",
    profilazione: "profilazione",
    dote: "dote",
    preavviso: "preavviso",
    proposta: "proposta",
    documenti: "documenti",
    indennita: "indennita",
  },
};
