import type { MonitoraggioGiornalieroV1 } from "@staffetta/contracts";
import type { BoundCoop, CoopStores } from "@staffetta/cooperation";
import type { Adesione, EsitoPolitica, Fatto, FattoContato } from "@staffetta/domain";
import {
  type MemoryTx,
  type Righe,
  righeMemory,
  righePg,
  type SqlClient,
  type Tabella,
} from "@staffetta/platform";
import { PERCORSO, type PercorsoRow } from "./percorso/tabelle.ts";
import { type ElencoRegistro, elencoMemory, elencoPg } from "./registro/elenco.ts";
import {
  ADESIONE_IN_ATTESA,
  type AdesioneInAttesaRow,
  DATI_SAP,
  type DatiSapRow,
  SAP_NOTA,
  type SapNotaRow,
} from "./sap/tabelle.ts";
import { NOTIFICA_FALLITA, type NotificaFallitaRow } from "./servizicoap/fallite.ts";

export interface GiovaneRow {
  readonly id: string;
  readonly cfDigest: string;
  readonly cfSigillato: string;
  readonly nome: string;
  readonly cognome: string;
  readonly dataNascita: string;
  readonly sesso: "F" | "M";
  readonly email: string;
  readonly telefono: string;
}
/** `contattato`: the operatore has called at least once; the waiting page needs it. */
export interface AdesioneRow extends Adesione {
  readonly contattato: boolean;
}
export interface EventoRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly version: number;
  readonly tipo: string;
  readonly da: string | null;
  readonly a: string;
  readonly motivo: string | null;
  readonly at: string;
  readonly notoAt: string;
}
export interface OperatoreRow {
  readonly id: string;
  readonly denominazione: string;
  readonly comune: string;
  readonly indirizzo: string;
  readonly telefono: string;
  readonly attivo: boolean;
  /** Refreshed every night; see `operatori/attese.ts`. */
  readonly attesaMedianaDays: number | null;
}
export interface PresaRow {
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly doteId: string;
  readonly fascia: 1 | 2 | 3 | 4;
  readonly dataPatto: string;
  readonly doteInviataAt: string;
}
export interface PoliticaRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly misura: string;
  readonly dataInizio: string;
  readonly dataFine: string | null;
  readonly esito: EsitoPolitica | null;
}
export interface FattoRow extends Omit<FattoContato, "fatto"> {
  readonly id: string;
  readonly fatto: Fatto;
}
export interface IstantaneaRow {
  readonly id: string;
  readonly giorno: string;
  readonly edizione: number;
  readonly corpo: MonitoraggioGiornalieroV1;
}
export interface CompitoRow {
  readonly id: string;
  readonly at: string;
  readonly tipo: string;
  readonly titolo: string;
  readonly causa: string;
  readonly prossimoPasso: string;
  readonly adesioneId: string | null;
  readonly chiuso: boolean;
}
export interface LetturaRow {
  readonly id: string;
  readonly giovaneId: string;
  readonly at: string;
  readonly chi: string;
  readonly ruolo: string;
  readonly scopo: string;
}

export interface Stores extends CoopStores {
  readonly giovani: Righe<GiovaneRow>;
  readonly adesioni: Righe<AdesioneRow>;
  readonly eventi: Righe<EventoRow>;
  readonly operatori: Righe<OperatoreRow>;
  readonly prese: Righe<PresaRow>;
  readonly politiche: Righe<PoliticaRow>;
  readonly fatti: Righe<FattoRow>;
  readonly istantanee: Righe<IstantaneaRow>;
  readonly compiti: Righe<CompitoRow>;
  readonly letture: Righe<LetturaRow>;
  readonly notificheFallite: Righe<NotificaFallitaRow>;
  readonly percorsi: Righe<PercorsoRow>;
  readonly datiSap: Righe<DatiSapRow>;
  readonly sapNote: Righe<SapNotaRow>;
  readonly inAttesa: Righe<AdesioneInAttesaRow>;
  readonly registro: ElencoRegistro;
}

const GIOVANE: Tabella<GiovaneRow> = {
  name: "giovane",
  key: "id",
  indexed: ["cfDigest"],
  columns: {
    id: "id",
    cfDigest: "cf_digest",
    cfSigillato: "cf_sigillato",
    nome: "nome",
    cognome: "cognome",
    dataNascita: "data_nascita",
    sesso: "sesso",
    email: "email",
    telefono: "telefono",
  },
};
const ADESIONE: Tabella<AdesioneRow> = {
  name: "adesione",
  key: "id",
  indexed: ["giovaneId"],
  columns: {
    id: "id",
    giovaneId: "giovane_id",
    regione: "regione",
    canale: "canale",
    dataAdesione: "data_adesione",
    stato: "stato",
    statoAt: "stato_at",
    operatoreId: "operatore_id",
    inConferma: "in_conferma",
    version: "version",
    contattato: "contattato",
  },
};
const EVENTO: Tabella<EventoRow> = {
  name: "evento",
  key: "id",
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    version: "version",
    tipo: "tipo",
    da: "da",
    a: "a",
    motivo: "motivo",
    at: "at",
    notoAt: "noto_at",
  },
};
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
    attesaMedianaDays: "attesa_mediana_days",
  },
};
const PRESA: Tabella<PresaRow> = {
  name: "presa",
  key: "adesioneId",
  columns: {
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    doteId: "dote_id",
    fascia: "fascia",
    dataPatto: "data_patto",
    doteInviataAt: "dote_inviata_at",
  },
};
const POLITICA: Tabella<PoliticaRow> = {
  name: "politica",
  key: "id",
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    misura: "misura",
    dataInizio: "data_inizio",
    dataFine: "data_fine",
    esito: "esito",
  },
};
const FATTO: Tabella<FattoRow> = {
  name: "fatto",
  key: "id",
  json: ["fatto"],
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    persona: "persona",
    adesioneId: "adesione_id",
    giorno: "giorno",
    notoAt: "noto_at",
    ordine: "ordine",
    fatto: "fatto",
  },
};
const ISTANTANEA: Tabella<IstantaneaRow> = {
  name: "istantanea",
  key: "id",
  json: ["corpo"],
  indexed: ["giorno"],
  columns: { id: "id", giorno: "giorno", edizione: "edizione", corpo: "corpo" },
};
const COMPITO: Tabella<CompitoRow> = {
  name: "compito",
  key: "id",
  columns: {
    id: "id",
    at: "at",
    tipo: "tipo",
    titolo: "titolo",
    causa: "causa",
    prossimoPasso: "prossimo_passo",
    adesioneId: "adesione_id",
    chiuso: "chiuso",
  },
};
const LETTURA: Tabella<LetturaRow> = {
  name: "lettura",
  key: "id",
  indexed: ["giovaneId"],
  columns: {
    id: "id",
    giovaneId: "giovane_id",
    at: "at",
    chi: "chi",
    ruolo: "ruolo",
    scopo: "scopo",
  },
};

type Open = <Row extends object>(tabella: Tabella<Row>) => Righe<Row>;

const compose = (open: Open, coop: BoundCoop, registro: ElencoRegistro): Stores => ({
  coop: coop.coop,
  uscita: coop.uscita,
  savepoint: coop.savepoint,
  giovani: open(GIOVANE),
  adesioni: open(ADESIONE),
  eventi: open(EVENTO),
  operatori: open(OPERATORE),
  prese: open(PRESA),
  politiche: open(POLITICA),
  fatti: open(FATTO),
  istantanee: open(ISTANTANEA),
  compiti: open(COMPITO),
  letture: open(LETTURA),
  notificheFallite: open(NOTIFICA_FALLITA),
  percorsi: open(PERCORSO),
  datiSap: open(DATI_SAP),
  sapNote: open(SAP_NOTA),
  inAttesa: open(ADESIONE_IN_ATTESA),
  registro,
});

export const bindPg = (sql: SqlClient, coop: BoundCoop): Stores =>
  compose((tabella) => righePg(sql, tabella), coop, elencoPg(sql));

export const bindMemory = (tx: MemoryTx, coop: BoundCoop): Stores =>
  compose((tabella) => righeMemory(tx, tabella), coop, elencoMemory(tx));
