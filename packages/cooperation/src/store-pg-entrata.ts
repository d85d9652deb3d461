import type { SqlClient } from "@staffetta/platform";
import { TESTA_INIZIALE } from "./catena.ts";
import type {
  Cifra,
  CoopStore,
  CorsiaEntrata,
  Fermo,
  MessaggioInEntrata,
  Ricevuto,
} from "./store.ts";
import { codiceOf, type EsitoRow, esitoOf, fattiOf } from "./store-pg-esito.ts";

/** In the order of the lanes: two batches that share some can't wait for each other. */
const LOCK = `
  SELECT partner, corsia, segno, testa, ultimo_at AS "ultimoAt"
    FROM coop_corsia_entrata WHERE partner = $1 AND corsia = ANY($2) ORDER BY corsia FOR UPDATE`;
const FERME = "SELECT DISTINCT persona FROM coop_fermo WHERE partner = $1 AND persona = ANY($2)";
const NEW_JTI = `
  INSERT INTO coop_jti (partner, jti, scade_at) VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING RETURNING jti`;
const NEW_LANES = `
  INSERT INTO coop_corsia_entrata (partner, corsia, testa)
  SELECT $1, corsia, $3 FROM unnest($2::int[]) AS corsia
  ON CONFLICT (partner, corsia) DO NOTHING`;

/** Nearly every outcome is plain: only the others are sent, by their place in the batch. */
const ADVANCE = `
  WITH segni AS (
    UPDATE coop_corsia_entrata c SET segno = t.segno, testa = t.testa, ultimo_at = $2
      FROM unnest($3::int[], $4::bigint[], $5::text[]) AS t(corsia, segno, testa)
     WHERE c.partner = $1 AND c.corsia = t.corsia
  )
  INSERT INTO coop_entrata
    (partner, corsia, progressivo, id, tipo, persona, impronta, esito, codice, fatti, at)
  SELECT $1, t.corsia, t.progressivo, t.id::uuid, t.tipo, t.persona, t.impronta,
         coalesce(e.esito, 'applicato'), e.codice, coalesce(e.fatti, '{}'), $2
    FROM ROWS FROM (
      unnest($6::int[]), unnest($7::bigint[]), string_to_table($8, E'\\n'),
      string_to_table($9, E'\\n'), string_to_table($10, E'\\n'), string_to_table($11, E'\\n')
    ) WITH ORDINALITY AS t(corsia, progressivo, id, tipo, persona, impronta, posto)
    LEFT JOIN unnest($12::int[], $13::text[], $14::text[], $15::jsonb[])
      AS e(posto, esito, codice, fatti) USING (posto)`;
const APPLICATI = `
  WITH segni AS (
    UPDATE coop_corsia_entrata c SET segno = t.segno, testa = t.testa, ultimo_at = $2
      FROM unnest($3::int[], $4::bigint[], $5::text[]) AS t(corsia, segno, testa)
     WHERE c.partner = $1 AND c.corsia = t.corsia
  )
  INSERT INTO coop_entrata
    (partner, corsia, progressivo, id, tipo, persona, impronta, esito, at)
  SELECT $1, t.corsia, t.progressivo, t.id::uuid, t.tipo, t.persona, t.impronta, 'applicato', $2
    FROM ROWS FROM (
      unnest($6::int[]), unnest($7::bigint[]), string_to_table($8, E'\\n'),
      string_to_table($9, E'\\n'), string_to_table($10, E'\\n'), string_to_table($11, E'\\n')
    ) AS t(corsia, progressivo, id, tipo, persona, impronta)`;

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

function advance(
  sql: SqlClient,
  corsie: readonly CorsiaEntrata[],
  messaggi: readonly MessaggioInEntrata[],
): void {
  const [first] = corsie;
  if (first === undefined) return;
  const values = [
    first.partner,
    first.ultimoAt,
    corsie.map(({ corsia }) => corsia),
    corsie.map(({ segno }) => segno),
    corsie.map(({ testa }) => testa),
    messaggi.map(({ corsia }) => corsia),
    messaggi.map(({ progressivo }) => progressivo),
    messaggi.map(({ id }) => id).join("\n"),
    messaggi.map(({ tipo }) => tipo).join("\n"),
    messaggi.map(({ persona }) => persona).join("\n"),
    messaggi.map(({ impronta }) => impronta).join("\n"),
  ];
  const altri = messaggi.flatMap(({ esito }, i) =>
    esito.esito === "applicato" ? [] : [{ posto: i + 1, esito }],
  );
  if (altri.length === 0) {
    sql.atCommit("coop-applicati", APPLICATI, values);
    return;
  }
  sql.atCommit("coop-advance", ADVANCE, [
    ...values,
    altri.map(({ posto }) => posto),
    altri.map(({ esito }) => esito.esito),
    altri.map(({ esito }) => codiceOf(esito)),
    altri.map(({ esito }) => fattiOf(esito)),
  ]);
}

const lanesPg = (sql: SqlClient): Lanes => ({
  enterEntrata: async ({ partner, corsie, jti, scadeAt, persone }) => {
    // The second question leaves with the first, and is answered after the lanes are held.
    const hold = () =>
      Promise.all([
        sql.query<CorsiaEntrata>("coop-lock-e", LOCK, [partner, corsie]),
        sql.query<{ persona: string }>("coop-ferme", FERME, [partner, persone]),
      ]);
    const [nuove, first] = await Promise.all([
      sql.query("coop-jti-nuova", NEW_JTI, [partner, jti, scadeAt]),
      hold(),
    ]);
    let held = first;
    if (held[0].length < corsie.length) {
      // Only the first batch of a lane comes here.
      await sql.query("coop-corsie-nuove", NEW_LANES, [partner, corsie, TESTA_INIZIALE]);
      held = await hold();
    }
    const [lanes, ferme] = held;
    return {
      nuova: nuove.length > 0,
      corsie: new Map(lanes.map((row) => [row.corsia, row])),
      ferme: new Set(ferme.map(({ persona }) => persona)),
    };
  },
  advanceEntrata: async (corsie, messaggi) => advance(sql, corsie, messaggi),
  setEsitoEntrata: async ({ partner, corsia, progressivo, esito, at }) => {
    await sql.query(
      "coop-esito-e",
      `UPDATE coop_entrata SET esito = $4, codice = $5, fatti = $6, at = $7
        WHERE partner = $1 AND corsia = $2 AND progressivo = $3 AND esito = 'in-attesa'`,
      [partner, corsia, progressivo, esito.esito, codiceOf(esito), fattiOf(esito), at],
    );
  },
  readEntrata: async (partner, intervalli) => {
    type Row = EsitoRow & Omit<Ricevuto, "esito">;
    const rows = await sql.query<Row>(
      "coop-range-e",
      `SELECT e.corsia, e.progressivo, e.impronta, e.esito, e.codice, e.fatti
         FROM unnest($2::int[], $3::bigint[], $4::bigint[]) AS t(corsia, da, fino)
         JOIN coop_entrata e
           ON e.partner = $1 AND e.corsia = t.corsia AND e.progressivo BETWEEN t.da AND t.fino`,
      [
        partner,
        intervalli.map(({ corsia }) => corsia),
        intervalli.map(({ da }) => da),
        intervalli.map(({ fino }) => fino),
      ],
    );
    return rows.map((row) => {
      const { corsia, progressivo, impronta } = row;
      return { corsia, progressivo, impronta, esito: esitoOf(row) };
    });
  },
});

type Fermi = Pick<
  CoopStore,
  "saveFermi" | "deleteFermo" | "nextFermo" | "readFermiDi" | "findFermo"
>;

function fermiPg(sql: SqlClient, cifra: Cifra): Fermi {
  const open = (row: Fermo): Fermo =>
    row.riservato ? { ...row, corpo: cifra.open(row.corpo) } : row;
  return {
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
