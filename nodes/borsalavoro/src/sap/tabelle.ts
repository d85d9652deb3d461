import type { Tabella } from "@staffetta/platform";

export interface DatiSapRow {
  readonly giovaneId: string;
  readonly datiSigillati: string;
  readonly aggiornatiAt: string;
}
export interface SapNotaRow {
  readonly adesioneId: string;
  readonly identificativo: string;
  readonly fonte: "portale-nazionale" | "verifica" | "primo-inserimento";
  readonly at: string;
}
export interface AdesioneInAttesaRow {
  readonly id: string;
  readonly at: string;
  readonly cfDigest: string;
  readonly cfSigillato: string;
  readonly dataAdesione: string;
  readonly identificativoSap: string | null;
  readonly motivo: string | null;
  readonly chiusa: boolean;
}

export const DATI_SAP: Tabella<DatiSapRow> = {
  name: "dati_sap",
  key: "giovaneId",
  columns: {
    giovaneId: "giovane_id",
    datiSigillati: "dati_sigillati",
    aggiornatiAt: "aggiornati_at",
  },
};
export const SAP_NOTA: Tabella<SapNotaRow> = {
  name: "sap_nota",
  key: "adesioneId",
  columns: {
    adesioneId: "adesione_id",
    identificativo: "identificativo",
    fonte: "fonte",
    at: "at",
  },
};
export const ADESIONE_IN_ATTESA: Tabella<AdesioneInAttesaRow> = {
  name: "adesione_in_attesa",
  key: "id",
  indexed: ["cfDigest"],
  columns: {
    id: "id",
    at: "at",
    cfDigest: "cf_digest",
    cfSigillato: "cf_sigillato",
    dataAdesione: "data_adesione",
    identificativoSap: "identificativo_sap",
    motivo: "motivo",
    chiusa: "chiusa",
  },
};
