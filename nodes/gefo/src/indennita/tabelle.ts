import type { MeseIndennita } from "@staffetta/domain";
import type { Righe, Tabella } from "@staffetta/platform";
import type { Open } from "../apri.ts";

export interface IndennitaRow extends MeseIndennita {
  /** servizioId/mese */
  readonly id: string;
  readonly servizioId: string;
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly lotto: string | null;
  readonly dichiarataAt: string;
  readonly dichiarataDa: string;
}

const INDENNITA: Tabella<IndennitaRow> = {
  name: "indennita",
  key: "id",
  indexed: ["servizioId", "stato", "lotto"],
  columns: {
    id: "id",
    servizioId: "servizio_id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    mese: "mese",
    orePreviste: "ore_previste",
    orePresenti: "ore_presenti",
    importoCents: "importo_cents",
    stato: "stato",
    lotto: "lotto",
    inviataOn: "inviata_on",
    pagataOn: "pagata_on",
    motivo: "motivo",
    dichiarataAt: "dichiarata_at",
    dichiarataDa: "dichiarata_da",
  },
};

export interface TabelleIndennita {
  readonly indennita: Righe<IndennitaRow>;
}
export const tabelleIndennita = (open: Open): TabelleIndennita => ({
  indennita: open(INDENNITA),
});
