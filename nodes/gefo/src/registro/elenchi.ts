import type { CivilDate } from "@staffetta/domain";
import type { MemoryTx, SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
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

const pg = (sql: SqlClient): ElenchiRegistro => ({
  occupati: ({ persona, professionisti, dal, al }) =>
    sql.query<RigaRegistroRow>("gefo-occupati", OCCUPATI, [persona, professionisti, dal, al]),
});

const keyOf = ({ giorno, dalle, id }: RigaRegistroRow): string => `${giorno} ${dalle} ${id}`;

const memory = (tx: MemoryTx): ElenchiRegistro => ({
  occupati: async ({ persona, professionisti, dal, al }) =>
    [...tx.table<RigaRegistroRow>("riga_registro").values()]
      .filter(({ giorno }) => giorno >= dal && giorno <= al)
      .filter((riga) => riga.persona === persona || professionisti.includes(riga.professionistaId))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
});

export const elenchiRegistro: Legami<ElenchiRegistro> = { pg, memory };
