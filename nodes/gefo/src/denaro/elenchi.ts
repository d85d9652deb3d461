import type { CodiceMisura, Fascia, OperatoreId, Parte } from "@staffetta/domain";
import { type MemoryTx, righeMemory, type SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import {
  type CodaRow,
  MOVIMENTO,
  type MovimentoRow,
  type SaldoRow,
  SCRITTURA,
  type ScritturaRow,
  type SommeVoce,
  VOCE,
  type VoceRow,
} from "./tabelle.ts";

/** What is written in the ledger at once. */
export interface Pagina {
  readonly voci: readonly VoceRow[];
  readonly scritture: readonly ScritturaRow[];
  readonly movimenti: readonly MovimentoRow[];
}

/** Sums of the services with the same operatore, measure, band and part. */
export interface SommaVoci extends SommeVoce {
  readonly operatoreId: OperatoreId;
  readonly misura: CodiceMisura;
  readonly fascia: Fascia;
  readonly parte: Parte;
  readonly servizi: number;
  readonly previsto: number;
}

export interface ElenchiDenaro {
  /** These balances, held in one order: two transactions that need the same never wait for each other. */
  lockSaldi(ids: readonly string[]): Promise<readonly SaldoRow[]>;
  scrivi(pagina: Pagina): Promise<void>;
  sommeVoci(): Promise<readonly SommaVoci[]>;
  countDoti(): Promise<Readonly<Record<string, number>>>;
  inCoda(avvisoId: string, limit: number): Promise<readonly CodaRow[]>;
  /** How many wait with a smaller number. */
  countPrima(avvisoId: string, numero: number): Promise<number>;
}

const CONTI_VOCE = [
  ...(["prenotato", "impegnato", "rendicontato"] as const),
  ...(["ammesso", "pagato", "recuperato"] as const),
] as const satisfies readonly (keyof SommeVoce)[];

const LOCK = `
  SELECT id, linea, conto, saldo_cents AS "saldoCents" FROM saldo WHERE id = ANY($1)
   ORDER BY id FOR UPDATE`;
const INSERT_VOCI = `
  INSERT INTO voce (servizio_id, adesione_id, dote_id, linea, operatore_id, misura, fascia, parte,
    previsto_cents)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS v ("servizioId" uuid, "adesioneId" uuid,
    "doteId" uuid, linea text, "operatoreId" text, misura text, fascia int, parte text,
    "previstoCents" bigint)`;
const INSERT_SCRITTURE = `
  INSERT INTO scrittura (id, at, causale, servizio_id, adesione_id, atto, chi)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS s (id uuid, at timestamptz, causale text,
    "servizioId" uuid, "adesioneId" uuid, atto text, chi text)`;
const INSERT_MOVIMENTI = `
  INSERT INTO movimento (id, scrittura_id, linea, conto, importo_cents)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, "scritturaId" uuid, linea text,
    conto text, "importoCents" bigint)`;
const SOMME = `
  SELECT operatore_id AS "operatoreId", misura, fascia, parte, count(*)::int AS servizi,
         sum(previsto_cents)::bigint AS previsto,
         ${CONTI_VOCE.map((conto) => `sum(${conto}_cents)::bigint AS ${conto}`).join(", ")}
    FROM voce GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`;
const DOTI = `
  SELECT operatore_id AS "operatoreId", count(DISTINCT dote_id)::int AS doti FROM voce
   WHERE promesso_cents > 0 GROUP BY operatore_id`;
const IN_CODA = `
  SELECT dote_id AS "doteId", adesione_id AS "adesioneId", avviso_id AS "avvisoId", numero,
         valore_cents AS "valoreCents", stato, at
    FROM coda_denaro WHERE stato = 'in-coda' AND avviso_id = $1 ORDER BY numero LIMIT $2`;
const PRIMA = `
  SELECT count(*)::int AS prima FROM coda_denaro
   WHERE stato = 'in-coda' AND avviso_id = $1 AND numero < $2`;

const pg = (sql: SqlClient): ElenchiDenaro => ({
  lockSaldi: (ids) => sql.query<SaldoRow>("gefo-lock-saldi", LOCK, [[...ids]]),
  scrivi: async ({ voci, scritture, movimenti }) => {
    if (voci.length > 0) await sql.query("gefo-voci", INSERT_VOCI, [JSON.stringify(voci)]);
    await sql.query("gefo-scritture", INSERT_SCRITTURE, [JSON.stringify(scritture)]);
    await sql.query("gefo-movimenti", INSERT_MOVIMENTI, [JSON.stringify(movimenti)]);
  },
  sommeVoci: () => sql.query<SommaVoci>("gefo-somme-voci", SOMME),
  countDoti: async () => {
    const rows = await sql.query<{ operatoreId: string; doti: number }>("gefo-doti", DOTI);
    return Object.fromEntries(rows.map(({ operatoreId, doti }) => [operatoreId, doti]));
  },
  inCoda: (avvisoId, limit) => sql.query<CodaRow>("gefo-in-coda", IN_CODA, [avvisoId, limit]),
  countPrima: async (avvisoId, numero) => {
    const [row] = await sql.query<{ prima: number }>("gefo-prima", PRIMA, [avvisoId, numero]);
    return row?.prima ?? 0;
  },
});

type SommeDiVoce = VoceRow & SommeVoce;
const ZERO: SommeVoce = {
  ...{ prenotato: 0, impegnato: 0, rendicontato: 0 },
  ...{ ammesso: 0, pagato: 0, recuperato: 0 },
};

/** The twin of the triggers: balances are what the entries say, and none goes below zero. */
function applica(tx: MemoryTx, servizioId: string | null, movimento: MovimentoRow): void {
  const { linea, conto, importoCents } = movimento;
  const saldi = tx.table<SaldoRow>("saldo");
  const id = `${linea}|${conto}`;
  const saldoCents = (saldi.get(id)?.saldoCents ?? 0) + importoCents;
  if (conto !== "stanziamento" && saldoCents < 0) throw new Error(`saldo_non_negativo ${id}`);
  saldi.set(id, { id, linea, conto, saldoCents });
  if (servizioId === null || conto === "stanziamento" || conto === "disponibile") return;
  const voci = tx.table<SommeDiVoce>("voce");
  const voce = voci.get(servizioId);
  if (voce === undefined) throw new Error(`il servizio ${servizioId} non è nel libro`);
  const dopo = { ...voce, [conto]: (voce[conto] ?? 0) + importoCents };
  if (dopo[conto] < 0) throw new Error(`voce ${servizioId} sotto zero`);
  voci.set(servizioId, dopo);
}

function sommeDi(voci: Iterable<SommeDiVoce>): SommaVoci[] {
  const somme = new Map<string, SommaVoci>();
  for (const voce of voci) {
    const { operatoreId, misura, fascia, parte } = voce;
    const key = [operatoreId, misura, fascia, parte].join(" ");
    const prima = somme.get(key) ?? {
      ...{ operatoreId, misura, fascia, parte, servizi: 0, previsto: 0 },
      ...ZERO,
    };
    const sommati = CONTI_VOCE.map((conto) => [conto, prima[conto] + (voce[conto] ?? 0)] as const);
    somme.set(key, {
      ...prima,
      ...(Object.fromEntries(sommati) as unknown as SommeVoce),
      ...{ servizi: prima.servizi + 1, previsto: prima.previsto + voce.previstoCents },
    });
  }
  return [...somme.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, somma]) => somma);
}

function memory(tx: MemoryTx): ElenchiDenaro {
  const coda = (avvisoId: string) =>
    [...tx.table<CodaRow>("coda_denaro").values()]
      .filter((row) => row.stato === "in-coda" && row.avvisoId === avvisoId)
      .sort((a, b) => a.numero - b.numero);
  const voci = () => tx.table<SommeDiVoce>("voce");
  return {
    lockSaldi: async (ids) =>
      [...ids].sort().flatMap((id) => tx.table<SaldoRow>("saldo").get(id) ?? []),
    scrivi: async (pagina) => {
      for (const voce of pagina.voci) await righeMemory(tx, VOCE).insert({ ...voce, ...ZERO });
      const servizioOf = new Map<string, string | null>();
      for (const scrittura of pagina.scritture) {
        await righeMemory(tx, SCRITTURA).insert(scrittura);
        servizioOf.set(scrittura.id, scrittura.servizioId);
      }
      // What the triggers do once for a statement: what comes in before what goes out.
      const ordinati = pagina.movimenti.toSorted((a, b) => b.importoCents - a.importoCents);
      for (const movimento of ordinati) {
        await righeMemory(tx, MOVIMENTO).insert(movimento);
        applica(tx, servizioOf.get(movimento.scritturaId) ?? null, movimento);
      }
    },
    sommeVoci: async () => sommeDi(voci().values()),
    countDoti: async () => {
      const doti = new Map<string, Set<string>>();
      for (const voce of voci().values()) {
        if (CONTI_VOCE.every((conto) => (voce[conto] ?? 0) === 0)) continue;
        doti.set(voce.operatoreId, (doti.get(voce.operatoreId) ?? new Set()).add(voce.doteId));
      }
      return Object.fromEntries([...doti].map(([operatoreId, sue]) => [operatoreId, sue.size]));
    },
    inCoda: async (avvisoId, limit) => coda(avvisoId).slice(0, limit),
    countPrima: async (avvisoId, numero) =>
      coda(avvisoId).filter((row) => row.numero < numero).length,
  };
}

export const elenchiDenaro: Legami<ElenchiDenaro> = { pg, memory };
