import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { CasoRow, MovimentoRow, ServizioRow } from "./store.ts";

/** The lists of the desk: the work of one operatore, what waits for verification, the money by operatore. */
export interface FiltroLavoro {
  readonly operatoreId: string;
  readonly vista: string;
  readonly cognome: string;
  /** `giorno` is the deadline. */
  readonly dopo: Readonly<{ giorno: string; id: string }> | null;
  readonly limit: number;
}
export type RigaLavoro = Pick<
  CasoRow,
  "adesioneId" | "nome" | "cognome" | "vista" | "entro" | "ultimoContatto"
> & { readonly dataAdesione: string };

export interface SommaOperatore {
  readonly operatoreId: string;
  readonly doti: number;
  readonly impegnatoCents: number;
  readonly ammessoCents: number;
}

export interface Elenchi {
  /** By deadline; cases without one come last. */
  lavoro(filtro: FiltroLavoro): Promise<readonly RigaLavoro[]>;
  countByVista(operatoreId: string): Promise<Readonly<Record<string, number>>>;
  countOltreTermine(operatoreId: string, oggi: string): Promise<number>;
  /** Cases not concluded, by operatore. */
  countAperti(): Promise<Readonly<Record<string, number>>>;
  daVerificare(limit: number): Promise<readonly ServizioRow[]>;
  perOperatore(): Promise<readonly SommaOperatore[]>;
}

/** Sorts after every real deadline. */
export const SENZA_TERMINE = "9999-12-31";

const LAVORO = `
  SELECT adesione_id AS "adesioneId", nome, cognome, vista, entro,
         ultimo_contatto AS "ultimoContatto", caso->>'dataAdesione' AS "dataAdesione"
    FROM caso
   WHERE operatore_id = $1 AND ($2 = '' OR vista = $2) AND ($3 = '' OR cognome ILIKE $3 || '%')
     AND ($4::date IS NULL
          OR (coalesce(entro, '9999-12-31'), adesione_id) > ($4::date, $5::uuid))
   ORDER BY coalesce(entro, '9999-12-31'), adesione_id
   LIMIT $6`;

const DA_VERIFICARE = `
  SELECT id, adesione_id AS "adesioneId", operatore_id AS "operatoreId", misura, stato,
         ore_erogate AS "oreErogate", richiesto_cents AS "richiestoCents",
         rendicontato_at AS "rendicontatoAt"
    FROM servizio WHERE stato = 'rendicontato' ORDER BY rendicontato_at, id LIMIT $1`;

const PER_OPERATORE = `
  SELECT operatore_id AS "operatoreId",
         count(*) FILTER (WHERE causale = 'impegno' AND conto = 'impegnato') AS doti,
         coalesce(sum(importo_cents) FILTER (WHERE conto = 'impegnato'), 0)::bigint
           AS "impegnatoCents",
         coalesce(sum(importo_cents) FILTER (WHERE conto = 'ammesso'), 0)::bigint AS "ammessoCents"
    FROM movimento WHERE operatore_id IS NOT NULL GROUP BY operatore_id ORDER BY operatore_id`;

const literal = (text: string): string => text.replaceAll(/[\\%_]/g, "\\$&");

export function elenchiPg(sql: SqlClient): Elenchi {
  const counts = async (name: string, text: string, values: readonly unknown[]) => {
    const rows = await sql.query<{ chiave: string; casi: number }>(name, text, values);
    return Object.fromEntries(rows.map(({ chiave, casi }) => [chiave, casi]));
  };
  return {
    lavoro: ({ operatoreId, vista, cognome, dopo, limit }) =>
      sql.query<RigaLavoro>("gefo-lavoro", LAVORO, [
        ...[operatoreId, vista, literal(cognome), dopo?.giorno ?? null, dopo?.id ?? null],
        limit,
      ]),
    countByVista: (operatoreId) =>
      counts(
        "gefo-viste",
        "SELECT vista AS chiave, count(*) AS casi FROM caso WHERE operatore_id = $1 GROUP BY vista",
        [operatoreId],
      ),
    countOltreTermine: async (operatoreId, oggi) => {
      const [row] = await sql.query<{ casi: number }>(
        "gefo-oltre",
        "SELECT count(*) AS casi FROM caso WHERE operatore_id = $1 AND entro < $2::date",
        [operatoreId, oggi],
      );
      return row?.casi ?? 0;
    },
    countAperti: () =>
      counts(
        "gefo-aperti",
        `SELECT operatore_id AS chiave, count(*) AS casi FROM caso WHERE vista <> 'conclusi'
          GROUP BY operatore_id`,
        [],
      ),
    daVerificare: (limit) => sql.query<ServizioRow>("gefo-da-verificare", DA_VERIFICARE, [limit]),
    perOperatore: () => sql.query<SommaOperatore>("gefo-per-operatore", PER_OPERATORE),
  };
}

function tally(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const keyOf = ({ entro, adesioneId }: CasoRow): string => `${entro ?? SENZA_TERMINE} ${adesioneId}`;

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

export function elenchiMemory(tx: MemoryTx): Elenchi {
  const casi = (): CasoRow[] => [...tx.table<CasoRow>("caso").values()];
  const of = (operatoreId: string) => casi().filter((row) => row.operatoreId === operatoreId);
  return {
    lavoro: async ({ operatoreId, vista, cognome, dopo, limit }) => {
      const after = dopo === null ? null : `${dopo.giorno} ${dopo.id}`;
      return of(operatoreId)
        .filter((row) => vista === "" || row.vista === vista)
        .filter((row) => row.cognome.toLowerCase().startsWith(cognome.toLowerCase()))
        .filter((row) => after === null || keyOf(row) > after)
        .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
        .slice(0, limit)
        .map(({ caso, ...row }) => ({ ...row, dataAdesione: caso.dataAdesione }));
    },
    countByVista: async (operatoreId) => tally(of(operatoreId).map(({ vista }) => vista)),
    countOltreTermine: async (operatoreId, oggi) =>
      of(operatoreId).filter(({ entro }) => entro !== null && entro < oggi).length,
    countAperti: async () =>
      tally(casi().flatMap((row) => (row.vista === "conclusi" ? [] : row.operatoreId))),
    daVerificare: async (limit) =>
      [...tx.table<ServizioRow>("servizio").values()]
        .filter(({ stato }) => stato === "rendicontato")
        .sort((a, b) => (`${a.rendicontatoAt} ${a.id}` < `${b.rendicontatoAt} ${b.id}` ? -1 : 1))
        .slice(0, limit),
    perOperatore: async () => sumByOperatore([...tx.table<MovimentoRow>("movimento").values()]),
  };
}
