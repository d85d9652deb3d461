import type { Appuntamento, Calendario } from "@staffetta/domain";
import type { MemoryTx, Righe, SqlClient, Tabella } from "@staffetta/platform";
import type { Legami, Open } from "../apri.ts";
import type { EnteRow, OperatoreRow } from "../operatori/tabelle.ts";

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

/** Where an operatore receives, and the hours that it has written for each. */
export interface SediOperatore {
  /** None where nobody knows the operatore. */
  readonly luoghi: readonly Readonly<{ indirizzo: string; comune: string }>[];
  readonly scritti: readonly CalendarioRow[];
}

export interface ElenchiAppuntamenti {
  sedi(operatoreId: string): Promise<SediOperatore>;
  /** Still to come, of one site, between two instants. */
  fissati(sede: string, dal: string, al: string): Promise<readonly AppuntamentoRow[]>;
  /** All those of an operatore that begin between two instants. */
  traDue(operatoreId: string, dal: string, al: string): Promise<readonly AppuntamentoRow[]>;
  togliAttesa(adesioneId: string): Promise<void>;
}

const list = Object.entries(APPUNTAMENTO.columns)
  .map(([property, column]) => `${column} AS "${property}"`)
  .join(", ");

const calendario = Object.entries(CALENDARIO.columns)
  .map(([property, column]) => `'${property}', ${column}`)
  .join(", ");
const SEDI = `
  SELECT CASE WHEN ente.sedi <> '[]' THEN ente.sedi
              ELSE jsonb_build_array(jsonb_build_object('indirizzo', o.indirizzo, 'comune', o.comune))
         END AS luoghi,
         (SELECT json_agg(json_build_object(${calendario}) ORDER BY sede) FROM calendario
           WHERE operatore_id = o.id) AS scritti
    FROM operatore o LEFT JOIN ente ON ente.operatore_id = o.id WHERE o.id = $1`;

const pg = (sql: SqlClient): ElenchiAppuntamenti => ({
  sedi: async (operatoreId) => {
    type Row = Readonly<{ luoghi: SediOperatore["luoghi"]; scritti: CalendarioRow[] | null }>;
    const [row] = await sql.query<Row>("appuntamenti-sedi", SEDI, [operatoreId]);
    return { luoghi: row?.luoghi ?? [], scritti: row?.scritti ?? [] };
  },
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
    sedi: async (operatoreId) => {
      const operatore = tx.table<OperatoreRow>("operatore").get(operatoreId);
      if (operatore === undefined) return { luoghi: [], scritti: [] };
      const sedi = tx.table<EnteRow>("ente").get(operatoreId)?.sedi ?? [];
      const scritti = [...tx.table<CalendarioRow>("calendario").values()].filter(
        (uno) => uno.operatoreId === operatoreId,
      );
      return { luoghi: sedi.length === 0 ? [operatore] : sedi, scritti };
    },
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
