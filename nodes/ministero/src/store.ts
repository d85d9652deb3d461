import type { MonitoraggioGiornalieroV1 } from "@staffetta/contracts";
import {
  type BoundCoop,
  type CoopStores,
  type ModiStore,
  modiStoreMemory,
  modiStorePg,
} from "@staffetta/cooperation";
import type { Canale, StatoAdesione } from "@staffetta/domain";
import {
  type MemoryTx,
  type Righe,
  righeMemory,
  righePg,
  type SqlClient,
  type Tabella,
} from "@staffetta/platform";
import { type Riscontri, riscontriMemory, riscontriPg } from "./riscontri.ts";
import { type SapStores, sapStoresMemory, sapStoresPg } from "./sap/store.ts";
import { type SpdciStores, spdciStores } from "./spdci/store.ts";

export interface PersonaRow {
  readonly id: string;
  readonly cfDigest: string;
  readonly cfSigillato: string;
  readonly sesso: "F" | "M";
  readonly dataNascita: string;
}
export interface AdesioneRow {
  readonly id: string;
  readonly personaId: string;
  readonly regione: string;
  readonly canale: Canale;
  readonly dataAdesione: string;
  readonly stato: StatoAdesione;
  readonly version: number;
}
export interface StatoRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly stato: StatoAdesione;
  readonly at: string;
  readonly motivo: string | null;
}
export interface PresaRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly personaId: string;
  readonly regione: string;
  readonly operatoreId: string;
  readonly fascia: number;
  readonly dataPatto: string;
  readonly giorno: string;
  readonly at: string;
  /** Of the policy of the SAP that it has become. */
  readonly identificativo: string | null;
}
export interface PoliticaRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly regione: string;
  readonly misura: string;
  readonly dataInizio: string;
  readonly dataFine: string | null;
  readonly esito: string | null;
  readonly identificativo: string | null;
}
export interface IstantaneaRow {
  readonly id: string;
  readonly regione: string;
  readonly giorno: string;
  readonly edizione: number;
  readonly ricevutoAt: string;
  readonly corpo: MonitoraggioGiornalieroV1;
}
export interface LetturaRow {
  readonly id: string;
  readonly personaId: string;
  readonly at: string;
  readonly chi: string;
  readonly scopo: string;
}

export interface Stores extends CoopStores, SapStores {
  readonly modi: ModiStore;
  readonly spdci: SpdciStores;
  readonly persone: Righe<PersonaRow>;
  readonly adesioni: Righe<AdesioneRow>;
  readonly stati: Righe<StatoRow>;
  readonly prese: Righe<PresaRow>;
  readonly politiche: Righe<PoliticaRow>;
  readonly istantanee: Righe<IstantaneaRow>;
  readonly letture: Righe<LetturaRow>;
  readonly riscontri: Riscontri;
}

const PERSONA: Tabella<PersonaRow> = {
  name: "persona",
  key: "id",
  indexed: ["cfDigest"],
  columns: {
    id: "id",
    cfDigest: "cf_digest",
    cfSigillato: "cf_sigillato",
    sesso: "sesso",
    dataNascita: "data_nascita",
  },
};
const ADESIONE: Tabella<AdesioneRow> = {
  name: "adesione",
  key: "id",
  indexed: ["personaId"],
  columns: {
    id: "id",
    personaId: "persona_id",
    regione: "regione",
    canale: "canale",
    dataAdesione: "data_adesione",
    stato: "stato",
    version: "version",
  },
};
const STATO: Tabella<StatoRow> = {
  name: "stato_adesione",
  key: "id",
  indexed: ["adesioneId"],
  columns: { id: "id", adesioneId: "adesione_id", stato: "stato", at: "at", motivo: "motivo" },
};
const PRESA: Tabella<PresaRow> = {
  name: "presa",
  key: "id",
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    personaId: "persona_id",
    regione: "regione",
    operatoreId: "operatore_id",
    fascia: "fascia",
    dataPatto: "data_patto",
    giorno: "giorno",
    at: "at",
    identificativo: "identificativo",
  },
};
const POLITICA: Tabella<PoliticaRow> = {
  name: "politica",
  key: "id",
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    regione: "regione",
    misura: "misura",
    dataInizio: "data_inizio",
    dataFine: "data_fine",
    esito: "esito",
    identificativo: "identificativo",
  },
};
const ISTANTANEA: Tabella<IstantaneaRow> = {
  name: "istantanea",
  key: "id",
  json: ["corpo"],
  indexed: ["giorno", "regione"],
  columns: {
    id: "id",
    regione: "regione",
    giorno: "giorno",
    edizione: "edizione",
    ricevutoAt: "ricevuto_at",
    corpo: "corpo",
  },
};
const LETTURA: Tabella<LetturaRow> = {
  name: "lettura",
  key: "id",
  columns: { id: "id", personaId: "persona_id", at: "at", chi: "chi", scopo: "scopo" },
};

type Open = <Row extends object>(tabella: Tabella<Row>) => Righe<Row>;

const compose = (
  open: Open,
  coop: BoundCoop,
  modi: ModiStore,
  riscontri: Riscontri,
  sap: SapStores,
): Stores => ({
  ...sap,
  modi,
  spdci: spdciStores(open),
  coop: coop.coop,
  uscita: coop.uscita,
  savepoint: coop.savepoint,
  persone: open(PERSONA),
  adesioni: open(ADESIONE),
  stati: open(STATO),
  prese: open(PRESA),
  politiche: open(POLITICA),
  istantanee: open(ISTANTANEA),
  letture: open(LETTURA),
  riscontri,
});

export const bindPg = (sql: SqlClient, coop: BoundCoop): Stores =>
  compose(
    (tabella) => righePg(sql, tabella),
    coop,
    modiStorePg(sql),
    riscontriPg(sql),
    sapStoresPg(sql),
  );

export const bindMemory = (tx: MemoryTx, coop: BoundCoop): Stores =>
  compose(
    (tabella) => righeMemory(tx, tabella),
    coop,
    modiStoreMemory(tx),
    riscontriMemory(tx),
    sapStoresMemory(tx),
  );
