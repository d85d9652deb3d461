import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import type { MovimentoRow } from "./tabelle.ts";

export interface SommaOperatore {
  readonly operatoreId: string;
  readonly doti: number;
  readonly impegnatoCents: number;
  readonly ammessoCents: number;
}

export interface ElenchiDenaro {
  perOperatore(): Promise<readonly SommaOperatore[]>;
}

const PER_OPERATORE = `
  SELECT operatore_id AS "operatoreId",
         count(*) FILTER (WHERE causale = 'impegno' AND conto = 'impegnato') AS doti,
         coalesce(sum(importo_cents) FILTER (WHERE conto = 'impegnato'), 0)::bigint
           AS "impegnatoCents",
         coalesce(sum(importo_cents) FILTER (WHERE conto = 'ammesso'), 0)::bigint AS "ammessoCents"
    FROM movimento WHERE operatore_id IS NOT NULL GROUP BY operatore_id ORDER BY operatore_id`;

const pg = (sql: SqlClient): ElenchiDenaro => ({
  perOperatore: () => sql.query<SommaOperatore>("gefo-per-operatore", PER_OPERATORE),
});

function sumByOperatore(movimenti: readonly MovimentoRow[]): SommaOperatore[] {
  const sums = new Map<string, SommaOperatore>();
  for (const { operatoreId, causale, conto, importoCents } of movimenti) {
    if (operatoreId === null) continue;
    const empty = { operatoreId, doti: 0, impegnatoCents: 0, ammessoCents: 0 };
    const sum = sums.get(operatoreId) ?? empty;
    const impegno = causale === "impegno" && conto === "impegnato";
    sums.set(operatoreId, {
      operatoreId,
      doti: sum.doti + (impegno ? 1 : 0),
      impegnatoCents: sum.impegnatoCents + (conto === "impegnato" ? importoCents : 0),
      ammessoCents: sum.ammessoCents + (conto === "ammesso" ? importoCents : 0),
    });
  }
  return [...sums.values()].sort((a, b) => (a.operatoreId < b.operatoreId ? -1 : 1));
}

const memory = (tx: MemoryTx): ElenchiDenaro => ({
  perOperatore: async () => sumByOperatore([...tx.table<MovimentoRow>("movimento").values()]),
});

export const elenchiDenaro: Legami<ElenchiDenaro> = { pg, memory };
