import type { FonteDid, StatoDid, StatoSap, TipoVariazione } from "@staffetta/domain";
import {
  type MemoryTx,
  type Righe,
  righeMemory,
  righePg,
  type SqlClient,
  type Tabella,
} from "@staffetta/platform";
import { type ElenchiSap, elenchiSapMemory, elenchiSapPg } from "./elenchi.ts";

export interface ExTitolare {
  readonly ente: string;
  readonly regione: string | null;
}
export interface SapRow {
  readonly id: string;
  readonly personaId: string;
  readonly titolare: string;
  readonly regione: string | null;
  readonly exTitolari: readonly ExTitolare[];
  readonly stato: Exclude<StatoSap, "04">;
  readonly provvisoria: boolean;
  readonly versione: number;
  readonly aggiornataAt: string;
}
export type CanaleSap = "soap" | "modi" | "nodo";
export interface VersioneRow {
  readonly id: string;
  readonly sapId: string;
  readonly versione: number;
  readonly at: string;
  readonly ente: string | null;
  readonly canale: CanaleSap;
  readonly tipoVariazione: TipoVariazione;
  readonly scambioId: string | null;
  readonly corpoSigillato: string;
}
export interface PoliticaSapRow {
  readonly id: string;
  readonly sapId: string;
  readonly identificativo: string;
  readonly tipoAttivita: string;
  readonly progetto: string;
  readonly ente: string;
  readonly inviataDa: string;
  readonly dataProposta: string;
}
export interface EventoPoliticaRow {
  readonly id: string;
  readonly sapId: string;
  readonly politicaId: string;
  readonly evento: string;
  readonly data: string;
  readonly descrizione: string | null;
  readonly ente: string | null;
  readonly at: string;
}
export interface DidRow {
  readonly id: string;
  readonly sapId: string;
  readonly stato: StatoDid;
  readonly fonte: FonteDid;
  readonly giorno: string;
  readonly aggiornataAt: string;
}
export interface SegnalazioneRow {
  readonly id: string;
  readonly sapId: string;
  readonly versione: number;
  readonly at: string;
  readonly ente: string | null;
  readonly codice: string;
  readonly fatti: Readonly<Record<string, unknown>>;
}
export interface PassivaRow {
  readonly id: string;
  readonly personaId: string;
  readonly tipo: string;
  readonly ente: string;
  readonly dal: string;
  readonly al: string | null;
  readonly importoCents: number | null;
  readonly fonte: string;
  readonly importataAt: string;
}
export interface CodiceRow {
  readonly id: string;
  readonly lista: string;
  readonly codice: string;
  readonly descrizione: string;
  readonly dal: string | null;
  readonly al: string | null;
  readonly importatoAt: string;
}

export interface SapStores {
  readonly sap: Righe<SapRow>;
  readonly versioni: Righe<VersioneRow>;
  readonly politicheSap: Righe<PoliticaSapRow>;
  readonly eventiPolitica: Righe<EventoPoliticaRow>;
  readonly did: Righe<DidRow>;
  readonly segnalazioni: Righe<SegnalazioneRow>;
  readonly passive: Righe<PassivaRow>;
  readonly codici: Righe<CodiceRow>;
  readonly elenchiSap: ElenchiSap;
}

const SAP: Tabella<SapRow> = {
  name: "sap",
  key: "id",
  json: ["exTitolari"],
  indexed: ["personaId"],
  columns: {
    ...{ id: "id", personaId: "persona_id", titolare: "titolare", regione: "regione" },
    ...{ exTitolari: "ex_titolari", stato: "stato", provvisoria: "provvisoria" },
    ...{ versione: "versione", aggiornataAt: "aggiornata_at" },
  },
};
const VERSIONE: Tabella<VersioneRow> = {
  name: "sap_versione",
  key: "id",
  indexed: ["sapId"],
  columns: {
    ...{ id: "id", sapId: "sap_id", versione: "versione", at: "at", ente: "ente" },
    ...{ canale: "canale", tipoVariazione: "tipo_variazione", scambioId: "scambio_id" },
    corpoSigillato: "corpo_sigillato",
  },
};
const POLITICA: Tabella<PoliticaSapRow> = {
  name: "politica_sap",
  key: "id",
  indexed: ["sapId"],
  columns: {
    ...{ id: "id", sapId: "sap_id", identificativo: "identificativo", ente: "ente" },
    ...{ tipoAttivita: "tipo_attivita", progetto: "progetto", inviataDa: "inviata_da" },
    dataProposta: "data_proposta",
  },
};
const EVENTO: Tabella<EventoPoliticaRow> = {
  name: "evento_politica",
  key: "id",
  indexed: ["sapId"],
  columns: {
    ...{ id: "id", sapId: "sap_id", politicaId: "politica_id", evento: "evento", data: "data" },
    ...{ descrizione: "descrizione", ente: "ente", at: "at" },
  },
};
const DID: Tabella<DidRow> = {
  name: "did",
  key: "id",
  indexed: ["sapId"],
  columns: {
    ...{ id: "id", sapId: "sap_id", stato: "stato", fonte: "fonte", giorno: "giorno" },
    aggiornataAt: "aggiornata_at",
  },
};
const SEGNALAZIONE: Tabella<SegnalazioneRow> = {
  name: "segnalazione",
  key: "id",
  json: ["fatti"],
  indexed: ["sapId"],
  columns: {
    ...{ id: "id", sapId: "sap_id", versione: "versione", at: "at", ente: "ente" },
    ...{ codice: "codice", fatti: "fatti" },
  },
};
const PASSIVA: Tabella<PassivaRow> = {
  name: "politica_passiva",
  key: "id",
  indexed: ["personaId"],
  columns: {
    ...{ id: "id", personaId: "persona_id", tipo: "tipo", ente: "ente", dal: "dal", al: "al" },
    ...{ importoCents: "importo_cents", fonte: "fonte", importataAt: "importata_at" },
  },
};
const CODICE: Tabella<CodiceRow> = {
  name: "codice",
  key: "id",
  columns: {
    ...{ id: "id", lista: "lista", codice: "codice", descrizione: "descrizione" },
    ...{ dal: "dal", al: "al", importatoAt: "importato_at" },
  },
};

type Open = <Row extends object>(tabella: Tabella<Row>) => Righe<Row>;

const compose = (open: Open, elenchiSap: ElenchiSap): SapStores => ({
  sap: open(SAP),
  versioni: open(VERSIONE),
  politicheSap: open(POLITICA),
  eventiPolitica: open(EVENTO),
  did: open(DID),
  segnalazioni: open(SEGNALAZIONE),
  passive: open(PASSIVA),
  codici: open(CODICE),
  elenchiSap,
});

export const sapStoresPg = (sql: SqlClient): SapStores =>
  compose((tabella) => righePg(sql, tabella), elenchiSapPg(sql));
export const sapStoresMemory = (tx: MemoryTx): SapStores =>
  compose((tabella) => righeMemory(tx, tabella), elenchiSapMemory(tx));
