import type { CanaleNotifica, Notifica } from "@staffetta/domain";
import type { MemoryTx, Righe, SqlClient, Tabella } from "@staffetta/platform";
import type { Legami, Open } from "../apri.ts";

export interface NotificaRow extends Notifica {
  readonly adesioneId: string;
  readonly operatoreId: string;
  /** The letter, with the address: sealed. */
  readonly letteraSigillata: string;
}
export interface PreferenzaRow {
  readonly adesioneId: string;
  readonly canale: CanaleNotifica;
  readonly senzaPromemoria: boolean;
  readonly at: string;
  readonly chi: string;
}

const NOTIFICA: Tabella<NotificaRow> = {
  name: "notifica",
  key: "id",
  indexed: ["chiave", "adesioneId"],
  columns: {
    id: "id",
    chiave: "chiave",
    adesioneId: "adesione_id",
    operatoreId: "operatore_id",
    modello: "modello",
    canale: "canale",
    stato: "stato",
    tentativi: "tentativi",
    creataAt: "creata_at",
    prossimoAt: "prossimo_at",
    inviataAt: "inviata_at",
    risposta: "risposta",
    letteraSigillata: "lettera_sigillata",
  },
};
const PREFERENZA: Tabella<PreferenzaRow> = {
  name: "preferenza_notifica",
  key: "adesioneId",
  columns: {
    adesioneId: "adesione_id",
    canale: "canale",
    senzaPromemoria: "senza_promemoria",
    at: "at",
    chi: "chi",
  },
};

export interface TabelleNotifiche {
  readonly notifiche: Righe<NotificaRow>;
  readonly preferenze: Righe<PreferenzaRow>;
}
export const tabelleNotifiche = (open: Open): TabelleNotifiche => ({
  notifiche: open(NOTIFICA),
  preferenze: open(PREFERENZA),
});

export interface ElenchiNotifiche {
  /** Ids of what may leave now, each held by this transaction alone. */
  daInviare(adesso: string, limit: number): Promise<readonly string[]>;
  /** The last letters of an operatore, or of all when `operatoreId` is null. */
  ultime(operatoreId: string | null, limit: number): Promise<readonly NotificaRow[]>;
}

const DA_INVIARE = `
  SELECT id FROM notifica
   WHERE stato IN ('in-attesa', 'in-invio') AND prossimo_at <= $1::timestamptz
   ORDER BY prossimo_at, id LIMIT $2 FOR UPDATE SKIP LOCKED`;

const list = Object.entries(NOTIFICA.columns)
  .map(([property, column]) => `${column} AS "${property}"`)
  .join(", ");

const pg = (sql: SqlClient): ElenchiNotifiche => ({
  daInviare: async (adesso, limit) => {
    const rows = await sql.query<{ id: string }>("notifica-da-inviare", DA_INVIARE, [
      ...[adesso, limit],
    ]);
    return rows.map(({ id }) => id);
  },
  ultime: (operatoreId, limit) =>
    operatoreId === null
      ? sql.query(
          "notifica-ultime",
          `SELECT ${list} FROM notifica ORDER BY creata_at DESC, id DESC LIMIT $1`,
          [limit],
        )
      : sql.query(
          "notifica-ultime-operatore",
          `SELECT ${list} FROM notifica WHERE operatore_id = $1
            ORDER BY creata_at DESC, id DESC LIMIT $2`,
          [operatoreId, limit],
        ),
});

const memory = (tx: MemoryTx): ElenchiNotifiche => {
  const rows = (): NotificaRow[] => [...tx.table<NotificaRow>("notifica").values()];
  return {
    daInviare: async (adesso, limit) =>
      rows()
        .filter(({ stato }) => stato === "in-attesa" || stato === "in-invio")
        .filter(({ prossimoAt }) => prossimoAt <= adesso)
        .sort((a, b) => (`${a.prossimoAt} ${a.id}` < `${b.prossimoAt} ${b.id}` ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    ultime: async (operatoreId, limit) =>
      rows()
        .filter((row) => operatoreId === null || row.operatoreId === operatoreId)
        .sort((a, b) => (`${a.creataAt} ${a.id}` > `${b.creataAt} ${b.id}` ? -1 : 1))
        .slice(0, limit),
  };
};

export const elenchiNotifiche: Legami<ElenchiNotifiche> = { pg, memory };
