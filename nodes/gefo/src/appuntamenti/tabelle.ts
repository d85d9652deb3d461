import type { Appuntamento, Calendario } from "@staffetta/domain";
import type { MemoryTx, Righe, SqlClient, Tabella } from "@staffetta/platform";
import type { Legami, Open } from "../apri.ts";

export interface CalendarioRow extends Calendario {
  readonly operatoreId: string;
  readonly version: number;
}
export interface AppuntamentoRow extends Appuntamento {
  readonly operatoreId: string;
  readonly luogo: string;
  readonly fissatoAt: string;
  readonly chi: string;
  readonly version: number;
}
export interface AttesaPostoRow {
  readonly adesioneId: string;
  readonly operatoreId: string;
  readonly sede: string;
  readonly at: string;
}

const CALENDARIO: Tabella<CalendarioRow> = {
  name: "calendario",
  key: "sede",
  json: ["orari", "chiusure"],
  indexed: ["operatoreId"],
  columns: {
    sede: "sede",
    operatoreId: "operatore_id",
    luogo: "luogo",
    durataMinutes: "durata_minutes",
    posti: "posti",
    orari: "orari",
    chiusure: "chiusure",
    version: "version",
  },
};
const APPUNTAMENTO: Tabella<AppuntamentoRow> = {
  name: "appuntamento",
  key: "id",
  indexed: ["adesioneId"],
  columns: {
    id: "id",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    sede: "sede",
    luogo: "luogo",
    stato: "stato",
    inizio: "inizio",
    fine: "fine",
    posto: "posto",
    motivo: "motivo",
    fissatoAt: "fissato_at",
    chi: "chi",
    version: "version",
  },
};
const ATTESA: Tabella<AttesaPostoRow> = {
  name: "attesa_posto",
  key: "adesioneId",
  indexed: ["sede"],
  columns: { adesioneId: "adesione_id", operatoreId: "operatore_id", sede: "sede", at: "at" },
};

export interface TabelleAppuntamenti {
  readonly calendari: Righe<CalendarioRow>;
  readonly appuntamenti: Righe<AppuntamentoRow>;
  readonly attesePosto: Righe<AttesaPostoRow>;
}
export const tabelleAppuntamenti = (open: Open): TabelleAppuntamenti => ({
  calendari: open(CALENDARIO),
  appuntamenti: open(APPUNTAMENTO),
  attesePosto: open(ATTESA),
});

export interface ElenchiAppuntamenti {
  /** Still to come, of one site, between two instants. */
  fissati(sede: string, dal: string, al: string): Promise<readonly AppuntamentoRow[]>;
  /** All those of an operatore that begin between two instants. */
  traDue(operatoreId: string, dal: string, al: string): Promise<readonly AppuntamentoRow[]>;
  togliAttesa(adesioneId: string): Promise<void>;
}

const list = Object.entries(APPUNTAMENTO.columns)
  .map(([property, column]) => `${column} AS "${property}"`)
  .join(", ");

const pg = (sql: SqlClient): ElenchiAppuntamenti => ({
  fissati: (sede, dal, al) =>
    sql.query(
      "appuntamenti-fissati",
      `SELECT ${list} FROM appuntamento WHERE sede = $1 AND stato = 'DE'
          AND inizio >= $2::timestamptz AND inizio < $3::timestamptz ORDER BY inizio, posto`,
      [sede, dal, al],
    ),
  traDue: (operatoreId, dal, al) =>
    sql.query(
      "appuntamenti-fra",
      `SELECT ${list} FROM appuntamento WHERE operatore_id = $1
          AND inizio >= $2::timestamptz AND inizio < $3::timestamptz ORDER BY inizio, id LIMIT 500`,
      [operatoreId, dal, al],
    ),
  togliAttesa: async (adesioneId) => {
    await sql.query("attesa-togli", "DELETE FROM attesa_posto WHERE adesione_id = $1", [
      ...[adesioneId],
    ]);
  },
});

const memory = (tx: MemoryTx): ElenchiAppuntamenti => {
  const fra = (dal: string, al: string): AppuntamentoRow[] =>
    [...tx.table<AppuntamentoRow>("appuntamento").values()]
      .filter(({ inizio }) => inizio >= dal && inizio < al)
      .sort((a, b) => (`${a.inizio} ${a.id}` < `${b.inizio} ${b.id}` ? -1 : 1));
  return {
    fissati: async (sede, dal, al) =>
      fra(dal, al)
        .filter((uno) => uno.sede === sede && uno.stato === "DE")
        .sort((a, b) => (a.inizio === b.inizio ? a.posto - b.posto : 0)),
    traDue: async (operatoreId, dal, al) =>
      fra(dal, al)
        .filter((uno) => uno.operatoreId === operatoreId)
        .slice(0, 500),
    togliAttesa: async (adesioneId) => tx.table("attesa_posto").delete(adesioneId),
  };
};

export const elenchiAppuntamenti: Legami<ElenchiAppuntamenti> = { pg, memory };
