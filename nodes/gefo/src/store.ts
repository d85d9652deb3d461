import type { BoundCoop, CoopStores } from "@staffetta/cooperation";
import type {
  CanaleContatto,
  Caso,
  CodiceMisura,
  Conto,
  EsitoContatto,
  EventoCaso,
  StatoServizio,
  VistaCaso,
} from "@staffetta/domain";
import {
  type MemoryTx,
  type Righe,
  righeMemory,
  righePg,
  type SqlClient,
  type Tabella,
} from "@staffetta/platform";
import {
  ALLEGATO,
  ALLEGATO_CONTENUTO,
  type AllegatoContenutoRow,
  type AllegatoRow,
} from "./allegati/tabelle.ts";
import { type Elenchi, elenchiMemory, elenchiPg } from "./elenchi.ts";

export interface OperatoreRow {
  readonly id: string;
  readonly denominazione: string;
  readonly comune: string;
  readonly indirizzo: string;
  readonly telefono: string;
  readonly attivo: boolean;
}
export interface CasoRow {
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly nome: string;
  readonly cognome: string;
  /** Anagrafica and recapiti, sealed. */
  readonly personaSigillata: string;
  readonly stato: string;
  readonly vista: VistaCaso;
  readonly entro: string | null;
  readonly ultimoContatto: string | null;
  readonly avviso: string | null;
  readonly caso: Caso;
}
export interface EventoRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly version: number;
  readonly at: string;
  readonly notoAt: string;
  readonly chi: string;
  readonly evento: EventoCaso;
}
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
export interface ServizioRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly misura: CodiceMisura;
  readonly stato: StatoServizio;
  readonly oreErogate: number | null;
  readonly richiestoCents: number | null;
  readonly rendicontatoAt: string | null;
}
export interface ContoRow {
  readonly conto: Conto;
  readonly saldoCents: number;
}
export interface MovimentoRow {
  readonly id: string;
  readonly at: string;
  readonly causale: string;
  readonly conto: Conto;
  readonly importoCents: number;
  readonly adesioneId: string | null;
  readonly operatoreId: string | null;
}
export interface ChiaveRow {
  readonly chiave: string;
  readonly at: string;
  readonly risposta: unknown;
}
export interface LetturaRow {
  readonly id: string;
  readonly adesioneId: string;
  readonly at: string;
  readonly chi: string;
}

export interface Stores extends CoopStores {
  readonly operatori: Righe<OperatoreRow>;
  readonly casi: Righe<CasoRow>;
  readonly eventi: Righe<EventoRow>;
  readonly contatti: Righe<ContattoRow>;
  readonly servizi: Righe<ServizioRow>;
  readonly conti: Righe<ContoRow>;
  readonly movimenti: Righe<MovimentoRow>;
  readonly chiavi: Righe<ChiaveRow>;
  readonly letture: Righe<LetturaRow>;
  readonly allegati: Righe<AllegatoRow>;
  readonly allegatiContenuti: Righe<AllegatoContenutoRow>;
  readonly elenchi: Elenchi;
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
const CASO: Tabella<CasoRow> = {
  name: "caso",
  key: "adesioneId",
  json: ["caso"],
  columns: {
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    nome: "nome",
    cognome: "cognome",
    personaSigillata: "persona_sigillata",
    stato: "stato",
    vista: "vista",
    entro: "entro",
    ultimoContatto: "ultimo_contatto",
    avviso: "avviso",
    caso: "caso",
  },
};
const EVENTO: Tabella<EventoRow> = {
  name: "evento",
  key: "id",
  json: ["evento"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    version: "version",
    at: "at",
    notoAt: "noto_at",
    chi: "chi",
    evento: "evento",
  },
};
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
const SERVIZIO: Tabella<ServizioRow> = {
  name: "servizio",
  key: "id",
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    misura: "misura",
    stato: "stato",
    oreErogate: "ore_erogate",
    richiestoCents: "richiesto_cents",
    rendicontatoAt: "rendicontato_at",
  },
};
const CONTO: Tabella<ContoRow> = {
  name: "conto",
  key: "conto",
  columns: { conto: "conto", saldoCents: "saldo_cents" },
};
const MOVIMENTO: Tabella<MovimentoRow> = {
  name: "movimento",
  key: "id",
  columns: {
    id: "id",
    at: "at",
    causale: "causale",
    conto: "conto",
    importoCents: "importo_cents",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
  },
};
const CHIAVE: Tabella<ChiaveRow> = {
  name: "chiave",
  key: "chiave",
  json: ["risposta"],
  columns: { chiave: "chiave", at: "at", risposta: "risposta" },
};
const LETTURA: Tabella<LetturaRow> = {
  name: "lettura",
  key: "id",
  columns: { id: "id", adesioneId: "adesione_id", at: "at", chi: "chi" },
};

type Open = <Row extends object>(tabella: Tabella<Row>) => Righe<Row>;

const compose = (open: Open, coop: BoundCoop, elenchi: Elenchi): Stores => ({
  coop: coop.coop,
  uscita: coop.uscita,
  savepoint: coop.savepoint,
  operatori: open(OPERATORE),
  casi: open(CASO),
  eventi: open(EVENTO),
  contatti: open(CONTATTO),
  servizi: open(SERVIZIO),
  conti: open(CONTO),
  movimenti: open(MOVIMENTO),
  chiavi: open(CHIAVE),
  letture: open(LETTURA),
  allegati: open(ALLEGATO),
  allegatiContenuti: open(ALLEGATO_CONTENUTO),
  elenchi,
});

export const bindPg = (sql: SqlClient, coop: BoundCoop): Stores =>
  compose((tabella) => righePg(sql, tabella), coop, elenchiPg(sql));

export const bindMemory = (tx: MemoryTx, coop: BoundCoop): Stores =>
  compose((tabella) => righeMemory(tx, tabella), coop, elenchiMemory(tx));
