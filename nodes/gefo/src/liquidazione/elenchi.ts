import {
  type CivilDate,
  dayInRome,
  daysBetween,
  FASCE_ETA,
  type FasciaEta,
  fasciaEtaDi,
  type Instant,
} from "@staffetta/domain";
import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import { daPagareCents } from "../rendicontazione/elenchi.ts";
import type { RendicontazioneRow } from "../rendicontazione/tabelle.ts";
import type { RichiestaRow } from "./tabelle.ts";

export interface SommaEta {
  readonly operatoreId: string;
  readonly fascia: FasciaEta;
  readonly quante: number;
  readonly importoCents: number;
}

export interface ElenchiLiquidazione {
  /** Ids of what was admitted to an operatore and is in no request, the oldest first. */
  pagabili(operatoreId: string, limit: number): Promise<readonly string[]>;
  /** Ids of requests, the newest first; "" = of every operatore, in every state. */
  richieste(operatoreId: string, stato: string, limit: number): Promise<readonly string[]>;
  /** Everything presented and not paid, by age. "" = of every operatore. */
  eta(operatoreId: string, oggi: CivilDate): Promise<readonly SommaEta[]>;
}

const FASCE = Object.keys(FASCE_ETA) as FasciaEta[];
/** First day of each class but the first. */
const CONFINI = Object.values(FASCE_ETA)
  .slice(1)
  .map(({ da }) => da);

const PAGABILI = `
  SELECT id FROM rendicontazione
   WHERE operatore_id = $1 AND stato = 'verificata' AND richiesta_id IS NULL AND pagata_on IS NULL
     AND ammesso_cents > decurtato_cents
   ORDER BY verificata_at, id LIMIT $2`;
const RICHIESTE = `
  SELECT id FROM richiesta_pagamento
   WHERE ($1 = '' OR operatore_id = $1) AND ($2 = '' OR stato = $2)
   ORDER BY presentata_at DESC, id DESC LIMIT $3`;
const ETA = `
  SELECT operatore_id AS "operatoreId", width_bucket(giorni, $3::int[]) AS posto,
         count(*)::int AS quante, sum(cents)::bigint AS "importoCents"
    FROM (SELECT operatore_id, coalesce(ammesso_cents - decurtato_cents, richiesto_cents) AS cents,
                 $2::date - (presentata_at AT TIME ZONE 'Europe/Rome')::date AS giorni
            FROM rendicontazione
           WHERE pagata_on IS NULL AND ($1 = '' OR operatore_id = $1)) AS aperte
   WHERE cents > 0 GROUP BY 1, 2 ORDER BY 1, 2`;

const pg = (sql: SqlClient): ElenchiLiquidazione => {
  const ids = async (name: string, text: string, values: unknown[]): Promise<readonly string[]> =>
    (await sql.query<{ id: string }>(name, text, values)).map(({ id }) => id);
  return {
    pagabili: (operatoreId, limit) => ids("gefo-pagabili", PAGABILI, [operatoreId, limit]),
    richieste: (operatoreId, stato, limit) =>
      ids("gefo-richieste", RICHIESTE, [operatoreId, stato, limit]),
    eta: async (operatoreId, oggi) => {
      const rows = await sql.query<Omit<SommaEta, "fascia"> & { posto: number }>("gefo-eta", ETA, [
        ...[operatoreId, oggi, CONFINI],
      ]);
      return rows.map(({ posto, ...somma }) => ({ ...somma, fascia: FASCE[posto] as FasciaEta }));
    },
  };
};

const isPagabile = (row: RendicontazioneRow): boolean =>
  row.stato === "verificata" && row.richiestaId === null && row.pagataOn === null;

function memory(tx: MemoryTx): ElenchiLiquidazione {
  const rendicontazioni = () => [...tx.table<RendicontazioneRow>("rendicontazione").values()];
  return {
    pagabili: async (operatoreId, limit) =>
      rendicontazioni()
        .filter((row) => row.operatoreId === operatoreId && isPagabile(row))
        .filter((row) => daPagareCents(row) > 0)
        .map(({ id, verificataAt }) => ({ id, key: `${verificataAt} ${id}` }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    richieste: async (operatoreId, stato, limit) =>
      [...tx.table<RichiestaRow>("richiesta_pagamento").values()]
        .filter((row) => operatoreId === "" || row.operatoreId === operatoreId)
        .filter((row) => stato === "" || row.stato === stato)
        .map(({ id, presentataAt }) => ({ id, key: `${presentataAt} ${id}` }))
        .sort((a, b) => (a.key > b.key ? -1 : 1))
        .slice(0, limit)
        .map(({ id }) => id),
    eta: async (operatoreId, oggi) => {
      const somme = new Map<string, SommaEta>();
      for (const row of rendicontazioni()) {
        const importoCents = daPagareCents(row);
        const sua = operatoreId === "" || row.operatoreId === operatoreId;
        if (!sua || row.pagataOn !== null || importoCents <= 0) continue;
        const fascia = fasciaEtaDi(dayInRome(row.presentataAt as Instant), oggi);
        const key = `${row.operatoreId} ${FASCE.indexOf(fascia)}`;
        const prima = somme.get(key) ?? { quante: 0, importoCents: 0 };
        somme.set(key, {
          ...{ operatoreId: row.operatoreId, fascia, quante: prima.quante + 1 },
          importoCents: prima.importoCents + importoCents,
        });
      }
      return [...somme].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, somma]) => somma);
    },
  };
}

export const elenchiLiquidazione: Legami<ElenchiLiquidazione> = { pg, memory };

/** Days since it was presented. */
export const giorniDi = ({ presentataAt }: RendicontazioneRow, oggi: CivilDate): number =>
  Math.max(0, daysBetween(dayInRome(presentataAt as Instant), oggi));
