import type { BoundCoop, CoopStores } from "@staffetta/cooperation";
import type {
  AdesioneId,
  Canale,
  CodiceRegione,
  OperatoreId,
  StatoAdesione,
} from "@staffetta/domain";
import {
  type MemoryTx,
  type Righe,
  righeMemory,
  righePg,
  type SqlClient,
  type Tabella,
} from "@staffetta/platform";
import { type ElencoNazionale, elencoMemory, elencoPg } from "./elenco.ts";

export interface PersonaRow {
  readonly id: string;
  readonly cfDigest: string;
  readonly cfSigillato: string;
  readonly nome: string;
  readonly cognome: string;
  /** Null for a provisional codice fiscale of which nothing else is known. */
  readonly dataNascita: string | null;
  readonly sesso: "F" | "M" | null;
  readonly email: string;
  readonly telefono: string;
}
/** How to reach the operatore, as the region told. */
export interface OperatoreNoto {
  readonly id: OperatoreId;
  readonly denominazione: string;
  readonly comune: string;
  readonly indirizzo: string;
  readonly telefono: string;
}
export interface AdesioneRow {
  readonly id: AdesioneId;
  readonly personaId: string;
  readonly regione: CodiceRegione;
  readonly canale: Canale;
  readonly dataAdesione: string;
  readonly stato: StatoAdesione;
  readonly statoAt: string;
  readonly operatore: OperatoreNoto | null;
  readonly version: number;
  readonly consegna: "in-attesa" | "accolta" | "respinta";
  readonly annullamento: "nessuno" | "chiesto" | "rifiutato";
}
export interface EventoRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly version: number;
  readonly tipo: "registrata" | "operatore" | "stato";
  readonly da: StatoAdesione | null;
  readonly a: StatoAdesione;
  readonly motivo: string | null;
  readonly at: string;
  readonly notoAt: string;
}

export interface Stores extends CoopStores {
  readonly persone: Righe<PersonaRow>;
  readonly adesioni: Righe<AdesioneRow>;
  readonly eventi: Righe<EventoRow>;
  readonly elenco: ElencoNazionale;
}

const PERSONA: Tabella<PersonaRow> = {
  name: "persona",
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
  json: ["operatore"],
  indexed: ["personaId"],
  columns: {
    id: "id",
    personaId: "persona_id",
    regione: "regione",
    canale: "canale",
    dataAdesione: "data_adesione",
    stato: "stato",
    statoAt: "stato_at",
    operatore: "operatore",
    version: "version",
    consegna: "consegna",
    annullamento: "annullamento",
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

type Open = <Row extends object>(tabella: Tabella<Row>) => Righe<Row>;

const compose = (open: Open, coop: BoundCoop, elenco: ElencoNazionale): Stores => ({
  coop: coop.coop,
  uscita: coop.uscita,
  savepoint: coop.savepoint,
  persone: open(PERSONA),
  adesioni: open(ADESIONE),
  eventi: open(EVENTO),
  elenco,
});

export const bindPg = (sql: SqlClient, coop: BoundCoop): Stores =>
  compose((tabella) => righePg(sql, tabella), coop, elencoPg(sql));

export const bindMemory = (tx: MemoryTx, coop: BoundCoop): Stores =>
  compose((tabella) => righeMemory(tx, tabella), coop, elencoMemory(tx));
