import type { SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import {
  type Carico,
  type ChiGuarda,
  CONTA_MAX,
  type CodaOperatore,
  type Contorno,
  type ElenchiLavoro,
  type VoceDiOperatore,
  type VoceLista,
} from "./domande.ts";
import { memoryLavoro } from "./elenchi-memoria.ts";
import { condizioniDi, type FiltroCoda, terminoDi } from "./filtro.ts";

const COLONNE = `adesione_id AS "adesioneId", vista, entro, data_adesione AS "dataAdesione", cognome,
  nome, fascia, minore_fino AS "minoreFino", sede, assegnatario, segno, in_mano_a AS "inManoA",
  in_mano_fino AS "inManoFino", ultimo_contatto AS "ultimoContatto", chiudere_dal AS "chiudereDal",
  chiudere_entro AS "chiudereEntro", chiudere_motivo AS "chiudereMotivo"`;

/**
 * The counters, the changes that are not collected yet, and the days between the one of the counters and
 * today; of one operatore, or of all.
 */
function insieme(uno: boolean): string {
  const suo = uno ? "operatore_id = $1" : "true";
  const oggi = `$${uno ? 2 : 1}::date`;
  // A value and not a join: with one each plan enters its index at the right place.
  const giorno = "(SELECT giorno FROM coda_giorno)";
  const [da, a] = [`least(${giorno}, ${oggi})`, `greatest(${giorno}, ${oggi})`];
  const voce = "operatore_id, coalesce(assegnatario, ''), vista, 0";
  const passa = `sign(${oggi} - ${giorno})::bigint`;
  return `
  SELECT operatore_id, assegnatario, vista, casi, oltre, ferme FROM coda_conteggio WHERE ${suo}
  UNION ALL
  SELECT operatore_id, assegnatario, vista, casi,
         CASE WHEN entro < ${giorno} AND vista <> 'conclusi' THEN casi ELSE 0 END,
         CASE WHEN chiudere_dal <= ${giorno} THEN casi ELSE 0 END
    FROM coda_variazione WHERE ${suo}
  UNION ALL
  SELECT ${voce}, ${passa}, 0 FROM coda WHERE aperto AND entro >= ${da} AND entro < ${a} AND ${suo}
  UNION ALL
  SELECT ${voce}, 0, ${passa} FROM coda
   WHERE chiudere_dal > ${da} AND chiudere_dal <= ${a} AND ${suo}`;
}

const CARICHI = `
  SELECT assegnatario, vista, sum(casi)::bigint AS casi, sum(oltre)::bigint AS oltre,
         sum(ferme)::bigint AS ferme
    FROM (${insieme(true)}) AS insieme
   GROUP BY assegnatario, vista HAVING sum(casi) > 0
   ORDER BY assegnatario COLLATE "C", vista COLLATE "C"`;

const CONTORNO = `
  (SELECT json_agg(json_build_array(assegnatario, vista, casi, oltre, ferme)) FROM (${CARICHI}) AS c) AS carichi,
  (SELECT json_agg(json_build_object('id', id, 'nome', nome, 'filtro', filtro) ORDER BY id)
     FROM filtro_salvato WHERE operatore_id = $1 AND chi = $3) AS filtri,
  (SELECT json_agg(json_build_object('id', id, 'operatoreId', operatore_id, 'nome', nome,
                     'funzioni', funzioni, 'vistoOn', visto_on) ORDER BY id)
     FROM collega WHERE operatore_id = $1) AS colleghi`;

interface ContornoRow {
  readonly contati: readonly string[];
  readonly carichi: readonly (readonly [string, string, number, number, number])[] | null;
  readonly filtri: Contorno["filtri"] | null;
  readonly colleghi: Contorno["colleghi"] | null;
}

/** The counts that no counter keeps, and what stands beside them: one statement, one plan for each shape. */
async function contorno(
  sql: SqlClient,
  { operatoreId, chi, oggi }: ChiGuarda,
  conta: readonly FiltroCoda[],
): Promise<Contorno> {
  const valori: unknown[] = [operatoreId, oggi, chi];
  const nomi: string[] = [];
  const parti = conta.map((filtro) => {
    const una = condizioniDi(filtro, null, valori.length + 1);
    valori.push(...una.valori);
    nomi.push(una.nome);
    return `(SELECT count(*) FROM (SELECT 1 FROM coda WHERE ${una.testo} LIMIT ${CONTA_MAX}) AS f)`;
  });
  const text = `SELECT ARRAY[${parti.join(", ")}]::text[] AS contati, ${CONTORNO}`;
  const [row] = await sql.query<ContornoRow>(`coda-contorno-${nomi.join("+")}`, text, valori);
  const carichi = row?.carichi ?? [];
  return {
    contati: (row?.contati ?? []).map(Number),
    carichi: carichi.map(([assegnatario, vista, casi, oltre, ferme]) => ({
      ...{ assegnatario, vista, casi, oltre, ferme },
    })),
    ...{ filtri: row?.filtri ?? [], colleghi: row?.colleghi ?? [] },
  };
}

const PER_OPERATORE = `
  SELECT o.id AS "operatoreId", coalesce(c.casi, 0)::bigint AS aperti,
         coalesce(c.oltre, 0)::bigint AS "oltreTermine", coalesce(c.ferme, 0)::bigint AS "daChiudere",
         prima.adesione_id AS "primaId", prima.entro AS "primaEntro", prima.vista AS "primaVista"
    FROM operatore o
    LEFT JOIN (SELECT operatore_id, sum(casi) FILTER (WHERE vista <> 'conclusi') AS casi,
                      sum(oltre) AS oltre, sum(ferme) AS ferme
                 FROM (${insieme(false)}) AS insieme GROUP BY operatore_id) AS c ON c.operatore_id = o.id
    LEFT JOIN LATERAL (SELECT adesione_id, entro, vista FROM coda
                        WHERE operatore_id = o.id AND aperto
                        ORDER BY entro, adesione_id LIMIT 1) AS prima ON true
   ORDER BY prima.entro NULLS LAST, o.id`;

const DA_CHIUDERE = `
  SELECT ${COLONNE}, operatore_id AS "operatoreId" FROM coda
   WHERE chiudere_dal <= $1::date AND ($2 = '' OR operatore_id = $2)
     AND ($3::date IS NULL OR (chiudere_entro, adesione_id) > ($3::date, $4::uuid))
   ORDER BY chiudere_entro, adesione_id LIMIT $5`;

const SENZA_MOTO = `SELECT adesione_id AS id FROM coda WHERE mosso_on IS NULL ORDER BY adesione_id LIMIT $1`;

/** Only what was read is overwritten: between the two nobody holds the row. */
const CAMBIA_MANO = `
  UPDATE coda SET in_mano_a = $3, in_mano_fino = $4
   WHERE adesione_id = $1 AND operatore_id = $2 AND in_mano_a IS NOT DISTINCT FROM $5
     AND in_mano_fino IS NOT DISTINCT FROM $6::timestamptz
  RETURNING 1`;

/** Who folds and who moves the day go one after the other, in a transaction each. */
const UNO_ALLA_VOLTA = "SELECT pg_advisory_xact_lock(hashtext('coda_conteggio'))";

const AGGIUNGI = `
  ON CONFLICT (operatore_id, assegnatario, vista) DO UPDATE
    SET casi = c.casi + excluded.casi, oltre = c.oltre + excluded.oltre,
        ferme = c.ferme + excluded.ferme`;

const RACCOGLI = `
  WITH prese AS (
    DELETE FROM coda_variazione WHERE id IN (
      SELECT id FROM coda_variazione ORDER BY id LIMIT $1)
    RETURNING operatore_id, assegnatario, vista, entro, chiudere_dal, casi),
  unite AS (
    INSERT INTO coda_conteggio AS c (operatore_id, assegnatario, vista, casi, oltre, ferme)
    SELECT operatore_id, assegnatario, vista, sum(casi),
           coalesce(sum(casi) FILTER (WHERE entro < giorno AND vista <> 'conclusi'), 0),
           coalesce(sum(casi) FILTER (WHERE chiudere_dal <= giorno), 0)
      FROM prese, coda_giorno GROUP BY 1, 2, 3 ${AGGIUNGI})
  SELECT count(*) AS prese FROM prese`;

/**
 * The cases of the days that are passed become late. What is not folded yet will be, by the new day: it
 * stands among those cases already, and is taken off here.
 */
const AVANZA_GIORNO = `
  WITH passati AS (
    SELECT operatore_id, coalesce(assegnatario, '') AS assegnatario, vista, 1 AS oltre, 0 AS ferme
      FROM coda, coda_giorno WHERE aperto AND entro >= giorno AND entro < $1::date
    UNION ALL
    SELECT operatore_id, coalesce(assegnatario, ''), vista, 0, 1
      FROM coda, coda_giorno WHERE chiudere_dal > giorno AND chiudere_dal <= $1::date
    UNION ALL
    SELECT operatore_id, assegnatario, vista, -casi, 0 FROM coda_variazione, coda_giorno
     WHERE vista <> 'conclusi' AND entro >= giorno AND entro < $1::date
    UNION ALL
    SELECT operatore_id, assegnatario, vista, 0, -casi FROM coda_variazione, coda_giorno
     WHERE chiudere_dal > giorno AND chiudere_dal <= $1::date),
  sommati AS (
    INSERT INTO coda_conteggio AS c (operatore_id, assegnatario, vista, casi, oltre, ferme)
    SELECT operatore_id, assegnatario, vista, 0, sum(oltre), sum(ferme) FROM passati
     GROUP BY 1, 2, 3 ${AGGIUNGI})
  UPDATE coda_giorno SET giorno = $1::date WHERE giorno < $1::date`;

/** Asked only while the list is empty. */
const SENZA_VOCE = `
  SELECT adesione_id AS id FROM caso
   WHERE NOT EXISTS (SELECT 1 FROM coda WHERE coda.adesione_id = caso.adesione_id)
   ORDER BY adesione_id LIMIT $1`;

const pg = (sql: SqlClient): ElenchiLavoro => ({
  pagina: (filtro, dopo, limit) => {
    const { nome, testo, valori } = condizioniDi(filtro, dopo);
    const ordine =
      filtro.ricerca === "" ? `${terminoDi(filtro)}, adesione_id` : "ricerca, adesione_id";
    const text = `SELECT ${COLONNE} FROM coda WHERE ${testo}
      ORDER BY ${ordine} LIMIT $${valori.length + 1}`;
    return sql.query<VoceLista>(`coda-${nome}`, text, [...valori, limit]);
  },
  contorno: (chi, conta) => contorno(sql, chi, conta),
  carichi: (operatoreId, oggi) => sql.query<Carico>("coda-carichi", CARICHI, [operatoreId, oggi]),
  perOperatore: (oggi) => sql.query<CodaOperatore>("coda-per-operatore", PER_OPERATORE, [oggi]),
  cambiaMano: async (prima, { inManoA, inManoFino }) => {
    const chiave = [prima.adesioneId, prima.operatoreId];
    const values = [...chiave, inManoA, inManoFino, prima.inManoA, prima.inManoFino];
    return (await sql.query("coda-cambia-mano", CAMBIA_MANO, values)).length === 1;
  },
  raccogli: async (limit) => {
    await sql.query("coda-uno-alla-volta", UNO_ALLA_VOLTA);
    const [row] = await sql.query<{ prese: number }>("coda-raccogli", RACCOGLI, [limit]);
    return row?.prese ?? 0;
  },
  daChiudere: ({ oggi, operatoreId, dopo, limit }) =>
    sql.query<VoceDiOperatore>("coda-da-chiudere", DA_CHIUDERE, [
      ...[oggi, operatoreId, dopo?.giorno ?? null, dopo?.id ?? null, limit],
    ]),
  senzaMoto: async (limit) => {
    const rows = await sql.query<{ id: string }>("coda-senza-moto", SENZA_MOTO, [limit]);
    return rows.map(({ id }) => id);
  },
  avanzaGiorno: async (oggi) => {
    await sql.query("coda-uno-alla-volta", UNO_ALLA_VOLTA);
    await sql.query("coda-avanza-giorno", AVANZA_GIORNO, [oggi]);
  },
  togliFiltro: async (id) => {
    await sql.query("filtro-togli", "DELETE FROM filtro_salvato WHERE id = $1", [id]);
  },
  senzaVoce: async (limit) => {
    const [some] = await sql.query("coda-qualcuno", "SELECT 1 FROM coda LIMIT 1");
    if (some !== undefined) return [];
    const rows = await sql.query<{ id: string }>("coda-senza-voce", SENZA_VOCE, [limit]);
    return rows.map(({ id }) => id);
  },
});

export const elenchiLavoro: Legami<ElenchiLavoro> = { pg, memory: memoryLavoro };
