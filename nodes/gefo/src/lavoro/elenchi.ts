import { createHash } from "node:crypto";
import type { SqlClient } from "@staffetta/platform";
import type { Legami } from "../apri.ts";
import {
  type Carico,
  CONTA_MAX,
  type CodaOperatore,
  type ElenchiLavoro,
  OLTRE_REGIONE_MAX,
} from "./domande.ts";
import { memoryLavoro } from "./elenchi-memoria.ts";
import { condizioniDi, terminoDi } from "./filtro.ts";
import type { CodaRow } from "./tabelle.ts";

const COLONNE = `adesione_id AS "adesioneId", operatore_id AS "operatoreId", vista, aperto, entro,
  data_adesione AS "dataAdesione", cognome, nome, ricerca, cf_digest AS "cfDigest", fascia,
  minore_fino AS "minoreFino", sede, assegnatario, segno, in_mano_a AS "inManoA",
  in_mano_fino AS "inManoFino", ultimo_contatto AS "ultimoContatto", mosso_on AS "mossoOn",
  chiudere_dal AS "chiudereDal", chiudere_entro AS "chiudereEntro",
  chiudere_motivo AS "chiudereMotivo"`;

const CARICHI = `
  SELECT assegnatario, vista, sum(casi)::bigint AS casi
    FROM (SELECT assegnatario, vista, casi FROM coda_conteggio WHERE operatore_id = $1
          UNION ALL
          SELECT assegnatario, vista, casi FROM coda_variazione WHERE operatore_id = $1) AS insieme
   GROUP BY assegnatario, vista HAVING sum(casi) > 0 ORDER BY assegnatario COLLATE "C", vista COLLATE "C"`;

const PER_OPERATORE = `
  SELECT o.id AS "operatoreId", coalesce(c.casi, 0)::bigint AS aperti,
         prima.adesione_id AS "primaId", prima.entro AS "primaEntro", prima.vista AS "primaVista",
         (SELECT count(*) FROM (SELECT 1 FROM coda WHERE operatore_id = o.id AND aperto
                                   AND entro < $1::date LIMIT $2) AS tardi) AS "oltreTermine",
         (SELECT count(*) FROM (SELECT 1 FROM coda WHERE operatore_id = o.id
                                   AND chiudere_dal <= $1::date LIMIT $2) AS ferme) AS "daChiudere"
    FROM operatore o
    LEFT JOIN (SELECT operatore_id, sum(casi) AS casi
                 FROM (SELECT operatore_id, vista, casi FROM coda_conteggio
                       UNION ALL SELECT operatore_id, vista, casi FROM coda_variazione) AS insieme
                WHERE vista <> 'conclusi' GROUP BY operatore_id) AS c ON c.operatore_id = o.id
    LEFT JOIN LATERAL (SELECT adesione_id, entro, vista FROM coda
                        WHERE operatore_id = o.id AND aperto
                        ORDER BY entro, adesione_id LIMIT 1) AS prima ON true
   ORDER BY prima.entro NULLS LAST, o.id`;

const DA_CHIUDERE = `
  SELECT ${COLONNE} FROM coda
   WHERE chiudere_dal <= $1::date AND ($2 = '' OR operatore_id = $2)
     AND ($3::date IS NULL OR (chiudere_entro, adesione_id) > ($3::date, $4::uuid))
   ORDER BY chiudere_entro, adesione_id LIMIT $5`;

const SENZA_MOTO = `SELECT adesione_id AS id FROM coda WHERE mosso_on IS NULL ORDER BY adesione_id LIMIT $1`;

/** Two collectors at once take different changes, and add them in one order. */
const RACCOGLI = `
  WITH prese AS (
    DELETE FROM coda_variazione WHERE id IN (
      SELECT id FROM coda_variazione ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
    RETURNING operatore_id, assegnatario, vista, casi),
  somme AS (
    SELECT operatore_id, assegnatario, vista, sum(casi) AS casi FROM prese GROUP BY 1, 2, 3),
  unite AS (
    INSERT INTO coda_conteggio AS c (operatore_id, assegnatario, vista, casi)
    SELECT s.operatore_id, s.assegnatario, s.vista, coalesce(o.casi, 0) + s.casi
      FROM somme s LEFT JOIN coda_conteggio o USING (operatore_id, assegnatario, vista)
     ORDER BY 1, 2, 3
    ON CONFLICT (operatore_id, assegnatario, vista) DO UPDATE
      SET casi = c.casi + (SELECT s.casi FROM somme s
                            WHERE (s.operatore_id, s.assegnatario, s.vista)
                                = (excluded.operatore_id, excluded.assegnatario, excluded.vista)))
  SELECT count(*) AS prese FROM prese`;

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
    return sql.query<CodaRow>(`coda-${nome}`, text, [...valori, limit]);
  },
  conta: async (filtri) => {
    const valori: unknown[] = [];
    const nomi: string[] = [];
    const parti = filtri.map((filtro) => {
      const una = condizioniDi(filtro, null, valori.length + 1);
      valori.push(...una.valori);
      nomi.push(una.nome);
      return `(SELECT count(*) FROM (SELECT 1 FROM coda WHERE ${una.testo} LIMIT ${CONTA_MAX}) AS f)`;
    });
    const nome = createHash("sha256").update(nomi.join("+")).digest("hex").slice(0, 24);
    const [row] = await sql.query<{ casi: readonly string[] }>(
      `coda-conta-${nome}`,
      `SELECT ARRAY[${parti.join(", ")}]::text[] AS casi`,
      valori,
    );
    return (row?.casi ?? []).map(Number);
  },
  carichi: (operatoreId) => sql.query<Carico>("coda-carichi", CARICHI, [operatoreId]),
  perOperatore: (oggi) =>
    sql.query<CodaOperatore>("coda-per-operatore", PER_OPERATORE, [oggi, OLTRE_REGIONE_MAX + 1]),
  raccogli: async (limit) => {
    const [row] = await sql.query<{ prese: number }>("coda-raccogli", RACCOGLI, [limit]);
    return row?.prese ?? 0;
  },
  daChiudere: ({ oggi, operatoreId, dopo, limit }) =>
    sql.query<CodaRow>("coda-da-chiudere", DA_CHIUDERE, [
      ...[oggi, operatoreId, dopo?.giorno ?? null, dopo?.id ?? null, limit],
    ]),
  senzaMoto: async (limit) => {
    const rows = await sql.query<{ id: string }>("coda-senza-moto", SENZA_MOTO, [limit]);
    return rows.map(({ id }) => id);
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
