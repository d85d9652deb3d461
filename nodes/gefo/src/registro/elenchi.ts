import type { CivilDate } from "@staffetta/domain";
import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import type { ServizioRow } from "../servizi/tabelle.ts";
import type { RigaRegistroRow } from "./tabelle.ts";

export interface ChiQuando {
  readonly persona: string;
  readonly professionisti: readonly string[];
  readonly dal: CivilDate;
  readonly al: CivilDate;
}

export interface ElenchiRegistro {
  /** Lines of a giovane and of some professionals between two days, in any dote. */
  occupati(chi: ChiQuando): Promise<readonly RigaRegistroRow[]>;
  /** Ids of services that an operatore delivers in the doti of others, while they run. */
  affidati(operatoreId: string, limit: number): Promise<readonly string[]>;
}

const OCCUPATI = `
  SELECT id, servizio_id AS "servizioId", adesione_id AS "adesioneId", operatore_id AS "operatoreId",
         persona, misura, giorno, dalle, alle, sede_id AS "sedeId",
         professionista_id AS "professionistaId", di_gruppo AS "diGruppo",
         firma_giovane_at AS "firmaGiovaneAt", firma_professionista_at AS "firmaProfessionistaAt",
         rendicontazione_id AS "rendicontazioneId"
    FROM riga_registro
   WHERE giorno BETWEEN $3 AND $4 AND (persona = $1 OR professionista_id = ANY($2))
   ORDER BY giorno, dalle, id`;

const AFFIDATI = `
  SELECT id FROM servizio
   WHERE erogatore_id = $1 AND operatore_id <> $1 AND stato IN ('avviato', 'erogato')
   ORDER BY id LIMIT $2`;

const pg = (sql: SqlClient): ElenchiRegistro => ({
  occupati: ({ persona, professionisti, dal, al }) =>
    sql.query<RigaRegistroRow>("gefo-occupati", OCCUPATI, [persona, professionisti, dal, al]),
  affidati: async (operatoreId, limit) =>
    (await sql.query<{ id: string }>("gefo-affidati", AFFIDATI, [operatoreId, limit])).map(
      ({ id }) => id,
    ),
});

const keyOf = ({ giorno, dalle, id }: RigaRegistroRow): string => `${giorno} ${dalle} ${id}`;

const memory = (tx: MemoryTx): ElenchiRegistro => ({
  occupati: async ({ persona, professionisti, dal, al }) =>
    [...tx.table<RigaRegistroRow>("riga_registro").values()]
      .filter(({ giorno }) => giorno >= dal && giorno <= al)
      .filter((riga) => riga.persona === persona || professionisti.includes(riga.professionistaId))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  affidati: async (operatoreId, limit) =>
    [...tx.table<ServizioRow>("servizio").values()]
      .filter((row) => row.erogatoreId === operatoreId && row.operatoreId !== operatoreId)
      .filter(({ stato }) => stato === "avviato" || stato === "erogato")
      .map(({ id }) => id)
      .sort()
      .slice(0, limit),
});

export const elenchiRegistro: Legami<ElenchiRegistro> = { pg, memory };
