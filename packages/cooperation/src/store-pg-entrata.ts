import type { SqlClient } from "@staffetta/platform";
import { TESTA_INIZIALE } from "./catena.ts";
import type { Cifra, CoopStore, CorsiaEntrata, Fermo } from "./store.ts";
import { codiceOf, type EsitoRow, esitoOf, fattiOf } from "./store-pg-esito.ts";

const ENTER = `
  WITH jti AS (
    INSERT INTO coop_jti (partner, jti, scade_at) VALUES ($1, $4, $5)
    ON CONFLICT DO NOTHING RETURNING jti
  )
  INSERT INTO coop_corsia_entrata AS c (partner, corsia, testa) VALUES ($1, $2, $3)
  ON CONFLICT (partner, corsia) DO UPDATE SET segno = c.segno
  RETURNING partner, corsia, segno, testa, ultimo_at AS "ultimoAt",
            EXISTS (SELECT 1 FROM jti) AS nuova`;

const ADVANCE = `
  WITH segno AS (
    UPDATE coop_corsia_entrata SET segno = $12, testa = $13, ultimo_at = $11
     WHERE partner = $1 AND corsia = $2)
  INSERT INTO coop_entrata
    (partner, corsia, progressivo, id, tipo, persona, impronta, esito, codice, fatti, at)
  SELECT $1, $2, t.*, $11 FROM unnest(
    $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[]
  ) AS t(progressivo, id, tipo, persona, impronta, esito, codice, fatti)`;

const FERMO = `
  SELECT partner, corsia, progressivo, id, tipo, persona, riservato, corpo,
         accodato_at AS "accodatoAt", at, stato, tentativi, errore, prossimo_at AS "prossimoAt"
    FROM coop_fermo`;

const SAVE_FERMO = `
  INSERT INTO coop_fermo (partner, corsia, progressivo, id, tipo, persona, riservato, corpo,
                          accodato_at, at, stato, tentativi, errore, prossimo_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  ON CONFLICT (partner, corsia, progressivo) DO UPDATE
     SET stato = excluded.stato, tentativi = excluded.tentativi, errore = excluded.errore,
         prossimo_at = excluded.prossimo_at`;

type Lanes = Pick<CoopStore, "enterEntrata" | "advanceEntrata" | "setEsitoEntrata" | "readEntrata">;

const lanesPg = (sql: SqlClient): Lanes => ({
  enterEntrata: async ({ partner, corsia, jti, scadeAt }) => {
    const values = [partner, corsia, TESTA_INIZIALE, jti, scadeAt];
    const [row] = await sql.query<CorsiaEntrata & { nuova: boolean }>("coop-enter", ENTER, values);
    if (row === undefined) throw new Error("La corsia in entrata non ha risposto");
    return row;
  },
  advanceEntrata: async ({ partner, corsia, segno, testa, ultimoAt }, messaggi) => {
    await sql.query("coop-advance", ADVANCE, [
      partner,
      corsia,
      messaggi.map(({ progressivo }) => progressivo),
      messaggi.map(({ id }) => id),
      messaggi.map(({ tipo }) => tipo),
      messaggi.map(({ persona }) => persona),
      messaggi.map(({ impronta }) => impronta),
      messaggi.map(({ esito }) => esito.esito),
      messaggi.map(({ esito }) => codiceOf(esito)),
      messaggi.map(({ esito }) => fattiOf(esito)),
      ultimoAt,
      segno,
      testa,
    ]);
  },
  setEsitoEntrata: async ({ partner, corsia, progressivo, esito, at }) => {
    await sql.query(
      "coop-esito-e",
      `UPDATE coop_entrata SET esito = $4, codice = $5, fatti = $6, at = $7
        WHERE partner = $1 AND corsia = $2 AND progressivo = $3 AND esito = 'in-attesa'`,
      [partner, corsia, progressivo, esito.esito, codiceOf(esito), fattiOf(esito), at],
    );
  },
  readEntrata: async (partner, corsia, { da, fino }) => {
    const rows = await sql.query<EsitoRow & { progressivo: number; impronta: string }>(
      "coop-range-e",
      `SELECT progressivo, impronta, esito, codice, fatti FROM coop_entrata
        WHERE partner = $1 AND corsia = $2 AND progressivo BETWEEN $3 AND $4`,
      [partner, corsia, da, fino],
    );
    return new Map(
      rows.map((row) => [row.progressivo, { impronta: row.impronta, esito: esitoOf(row) }]),
    );
  },
});

type Fermi = Pick<
  CoopStore,
  "findPersoneFerme" | "saveFermi" | "deleteFermo" | "nextFermo" | "readFermiDi" | "findFermo"
>;

function fermiPg(sql: SqlClient, cifra: Cifra): Fermi {
  const open = (row: Fermo): Fermo =>
    row.riservato ? { ...row, corpo: cifra.open(row.corpo) } : row;
  return {
    findPersoneFerme: async (partner, persone) => {
      const rows = await sql.query<{ persona: string }>(
        "coop-ferme",
        "SELECT DISTINCT persona FROM coop_fermo WHERE partner = $1 AND persona = ANY($2)",
        [partner, persone],
      );
      return new Set(rows.map(({ persona }) => persona));
    },
    saveFermi: async (fermi) => {
      for (const f of fermi)
        await sql.query("coop-fermo", SAVE_FERMO, [
          ...[f.partner, f.corsia, f.progressivo, f.id, f.tipo, f.persona, f.riservato],
          f.riservato ? cifra.seal(f.corpo) : f.corpo,
          ...[f.accodatoAt, f.at, f.stato, f.tentativi, f.errore, f.prossimoAt],
        ]);
    },
    deleteFermo: async ({ id }) => {
      await sql.query("coop-fermo-via", "DELETE FROM coop_fermo WHERE id = $1", [id]);
    },
    nextFermo: async (adesso) => {
      const rows = await sql.query<Fermo>(
        "coop-fermo-next",
        `${FERMO} WHERE stato = 'in ritentativo' AND prossimo_at <= $1
          ORDER BY prossimo_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [adesso],
      );
      return rows[0] === undefined ? null : open(rows[0]);
    },
    readFermiDi: async (partner, persona) => {
      const rows = await sql.query<Fermo>(
        "coop-fermi-di",
        `${FERMO} WHERE partner = $1 AND persona = $2 ORDER BY progressivo FOR UPDATE`,
        [partner, persona],
      );
      return rows.map(open);
    },
    findFermo: async (id) => {
      const rows = await sql.query<Fermo>("coop-fermo-uno", `${FERMO} WHERE id = $1 FOR UPDATE`, [
        id,
      ]);
      return rows[0] === undefined ? null : open(rows[0]);
    },
  };
}

type Door = Pick<CoopStore, "forgetJti" | "saveAllarme" | "isInPausa" | "setInPausa">;

const doorPg = (sql: SqlClient): Door => ({
  forgetJti: async (adesso) => {
    await sql.query("coop-jti-via", "DELETE FROM coop_jti WHERE scade_at < $1", [adesso]);
  },
  saveAllarme: async ({ at, partner, codice, dettaglio }) => {
    await sql.query(
      "coop-allarme",
      "INSERT INTO coop_allarme (at, partner, codice, dettaglio) VALUES ($1, $2, $3, $4)",
      [at, partner, codice, dettaglio],
    );
  },
  isInPausa: async (partner) => {
    const rows = await sql.query(
      "coop-in-pausa",
      "SELECT 1 FROM coop_partner WHERE nome = $1 AND in_pausa",
      [partner],
    );
    return rows.length > 0;
  },
  setInPausa: async (partner, inPausa) => {
    await sql.query(
      "coop-set-pausa",
      `INSERT INTO coop_partner (nome, in_pausa) VALUES ($1, $2)
       ON CONFLICT (nome) DO UPDATE SET in_pausa = excluded.in_pausa`,
      [partner, inPausa],
    );
  },
});

export const entrataPg = (sql: SqlClient, cifra: Cifra): Lanes & Fermi & Door => ({
  ...lanesPg(sql),
  ...fermiPg(sql, cifra),
  ...doorPg(sql),
});
