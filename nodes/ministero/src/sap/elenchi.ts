import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { CodiceRow, SapRow, SegnalazioneRow } from "./store.ts";

/** An unknown code, and how many times it has come. */
export interface CodiceIgnoto {
  readonly lista: string;
  readonly codice: string;
  readonly volte: number;
  readonly primaAt: string;
  readonly ultimaAt: string;
}

/** What the slice asks of the store beyond rows by key. */
export interface ElenchiSap {
  /** The next numbers for identifiers of ours; a number asked for in vain is lost. */
  nuoviNumeri(di: "sap" | "politica", quanti: number): Promise<readonly number[]>;
  /**
   * SAP that are no longer active, or no longer of this region; null = of all.
   * @param limit an answer is one message
   */
  nonAttive(regione: string | null, limit: number): Promise<readonly string[]>;
  codiciIgnoti(limit: number): Promise<readonly CodiceIgnoto[]>;
  /** The newest segnalazioni, unknown codes aside. */
  ultimeSegnalazioni(limit: number): Promise<readonly SegnalazioneRow[]>;
  /** Counts a call of somebody in a day, and says how many there have been. */
  contaChiamata(chi: string, giorno: string): Promise<number>;
  /** Changes whenever a code is imported. */
  improntaCodici(): Promise<string>;
}

const NUMERI = {
  sap: "SELECT nextval('sap_numero') AS numero FROM generate_series(1, $1::int)",
  politica: "SELECT nextval('politica_numero') AS numero FROM generate_series(1, $1::int)",
} as const;
const NON_ATTIVE = `
  SELECT id FROM sap
   WHERE (stato <> '01' AND ($1::text IS NULL OR regione = $1 OR regione IS NULL))
      OR (ex_titolari <> '[]'::jsonb AND ($1::text IS NULL OR (regione IS DISTINCT FROM $1
          AND ex_titolari @> jsonb_build_array(jsonb_build_object('regione', $1::text)))))
   ORDER BY id LIMIT $2`;
const IGNOTI = `
  SELECT fatti->>'lista' AS lista, fatti->>'codice' AS codice, count(*) AS volte,
         min(at) AS "primaAt", max(at) AS "ultimaAt"
    FROM segnalazione WHERE codice = 'codice.sconosciuto'
   GROUP BY 1, 2 ORDER BY max(at) DESC, 1, 2 LIMIT $1`;
const ULTIME = `
  SELECT id, sap_id AS "sapId", versione, at, ente, codice, fatti
    FROM segnalazione WHERE codice <> 'codice.sconosciuto'
   ORDER BY at DESC, id DESC LIMIT $1`;
const CONTA = `
  INSERT INTO chiamata (id, volte) VALUES ($1, 1)
  ON CONFLICT (id) DO UPDATE SET volte = chiamata.volte + 1 RETURNING volte`;
const IMPRONTA = `SELECT count(*) || '/' || coalesce(max(importato_at)::text, '') AS impronta FROM codice`;

export const elenchiSapPg = (sql: SqlClient): ElenchiSap => ({
  nuoviNumeri: async (di, quanti) => {
    if (quanti === 0) return [];
    const rows = await sql.query<{ numero: number }>(`numeri-${di}`, NUMERI[di], [quanti]);
    return rows.map(({ numero }) => numero);
  },
  nonAttive: async (regione, limit) =>
    (await sql.query<{ id: string }>("sap-non-attive", NON_ATTIVE, [regione, limit])).map(
      ({ id }) => id,
    ),
  codiciIgnoti: (limit) => sql.query<CodiceIgnoto>("codici-ignoti", IGNOTI, [limit]),
  ultimeSegnalazioni: (limit) => sql.query<SegnalazioneRow>("segnalazioni", ULTIME, [limit]),
  contaChiamata: async (chi, giorno) => {
    const [row] = await sql.query<{ volte: number }>("chiamata", CONTA, [`${giorno}/${chi}`]);
    return row?.volte ?? 0;
  },
  improntaCodici: async () => {
    const [row] = await sql.query<{ impronta: string }>("codici-impronta", IMPRONTA);
    return row?.impronta ?? "";
  },
});

const isLost = ({ regione: now, exTitolari }: SapRow, regione: string | null): boolean =>
  exTitolari.length > 0 &&
  (regione === null || (now !== regione && exTitolari.some((una) => una.regione === regione)));
const isClosed = ({ stato, regione: now }: SapRow, regione: string | null): boolean =>
  stato !== "01" && (regione === null || now === regione || now === null);

export const elenchiSapMemory = (tx: MemoryTx): ElenchiSap => {
  const segnalazioni = (): SegnalazioneRow[] =>
    [...tx.table<SegnalazioneRow>("segnalazione").values()].sort((a, b) =>
      a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1,
    );
  return {
    nuoviNumeri: async (di, quanti) => {
      const numeri = tx.table<number>("numero");
      const last = numeri.get(di) ?? 0;
      numeri.set(di, last + quanti);
      return Array.from({ length: quanti }, (_, i) => last + i + 1);
    },
    nonAttive: async (regione, limit) =>
      [...tx.table<SapRow>("sap").values()]
        .filter((row) => isClosed(row, regione) || isLost(row, regione))
        .map(({ id }) => id)
        .sort()
        .slice(0, limit),
    codiciIgnoti: async (limit) => {
      const found = new Map<string, CodiceIgnoto>();
      for (const { codice: tipo, at, fatti } of segnalazioni()) {
        if (tipo !== "codice.sconosciuto") continue;
        const { lista, codice } = fatti as { lista: string; codice: string };
        const known = found.get(`${lista}/${codice}`);
        const prima = { lista, codice, volte: 0, primaAt: at, ultimaAt: at };
        const { volte, ultimaAt } = known ?? prima;
        found.set(`${lista}/${codice}`, { lista, codice, volte: volte + 1, primaAt: at, ultimaAt });
      }
      return [...found.values()].slice(0, limit);
    },
    ultimeSegnalazioni: async (limit) =>
      segnalazioni()
        .filter(({ codice }) => codice !== "codice.sconosciuto")
        .slice(0, limit),
    contaChiamata: async (chi, giorno) => {
      const chiamate = tx.table<number>("chiamata");
      const volte = (chiamate.get(`${giorno}/${chi}`) ?? 0) + 1;
      chiamate.set(`${giorno}/${chi}`, volte);
      return volte;
    },
    improntaCodici: async () => {
      const rows = [...tx.table<CodiceRow>("codice").values()];
      const last = rows.reduce(
        (max, { importatoAt }) => (importatoAt > max ? importatoAt : max),
        "",
      );
      return `${rows.length}/${last}`;
    },
  };
};
