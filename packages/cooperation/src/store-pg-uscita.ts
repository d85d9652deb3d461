import type { RowKind, SqlClient } from "@staffetta/platform";
import { TESTA_INIZIALE } from "./catena.ts";
import type {
  Cifra,
  CoopStore,
  CorsiaUscita,
  Cursore,
  DaNumerare,
  EsitoUscita,
  MessaggioInUscita,
  Tratto,
} from "./store.ts";
import { codiceOf, type EsitoRow, esitoOf, fattiOf } from "./store-pg-esito.ts";

/** The commonest write: one message. */
const APPEND_ONE = `
  WITH numera AS (
    INSERT INTO coop_corsia_uscita AS c (partner, corsia, contatore) VALUES ($1, $2, 1)
    ON CONFLICT (partner, corsia) DO UPDATE SET contatore = c.contatore + 1
    RETURNING contatore
  )
  INSERT INTO coop_uscita
    (partner, corsia, progressivo, id, tipo, persona, riservato, sale, accodato_at, corpo)
  SELECT $1, $2, contatore, $3, $4, $5, $6, $7, $8, $9 FROM numera
  RETURNING progressivo::text AS progressivi`;

/**
 * Numbers and appends in one statement, and says the numbers. The counters are taken in the order of the
 * lanes, so that two transactions that write to the same ones can't wait for each other. Bodies travel as
 * the lines of one parameter: JSON text and sealed text hold no line break.
 */
const APPEND = `
  WITH righe AS (
    SELECT t.*, row_number() OVER (PARTITION BY partner, corsia ORDER BY ordine) AS posto
      FROM ROWS FROM (
        unnest($1::text[]), unnest($2::int[]), unnest($3::uuid[]), unnest($4::text[]),
        unnest($5::text[]), unnest($6::boolean[]), unnest($7::text[]), unnest($8::timestamptz[]),
        string_to_table($9, E'\\n')
      ) WITH ORDINALITY
        AS t(partner, corsia, id, tipo, persona, riservato, sale, accodato_at, corpo, ordine)
  ), quante AS (
    SELECT partner, corsia, count(*) AS nuove FROM righe GROUP BY partner, corsia
  ), numera AS (
    INSERT INTO coop_corsia_uscita AS c (partner, corsia, contatore)
    SELECT partner, corsia, nuove FROM quante ORDER BY partner, corsia
    ON CONFLICT (partner, corsia) DO UPDATE SET contatore = c.contatore + excluded.contatore
    RETURNING partner, corsia, contatore
  ), numeri AS (
    SELECT r.ordine, n.contatore - q.nuove + r.posto AS progressivo
      FROM righe r JOIN quante q USING (partner, corsia) JOIN numera n USING (partner, corsia)
  ), scritte AS (
    INSERT INTO coop_uscita
      (partner, corsia, progressivo, id, tipo, persona, riservato, sale, accodato_at, corpo)
    SELECT partner, corsia, progressivo, id, tipo, persona, riservato, sale, accodato_at, corpo
      FROM righe JOIN numeri USING (ordine)
  )
  SELECT string_agg(progressivo::text, ',' ORDER BY ordine) AS progressivi FROM numeri`;

/** How much each lane may give so that together they don't pass the limit, then the messages: one question. */
const TRATTI = `
  WITH attese AS (
    SELECT c.corsia, x.ordine, c.contatore, coalesce(k.cursore, 0) AS cursore, k.testa,
           k.ultima_ricevuta_at,
           sum(c.contatore - coalesce(k.cursore, 0)) OVER (ORDER BY x.ordine)
             - (c.contatore - coalesce(k.cursore, 0)) AS prima
      FROM unnest($2::int[]) WITH ORDINALITY AS x(corsia, ordine)
      JOIN coop_corsia_uscita c ON c.partner = $1 AND c.corsia = x.corsia
      LEFT JOIN coop_cursore k ON k.partner = $1 AND k.corsia = x.corsia
     WHERE c.contatore > coalesce(k.cursore, 0)
       AND NOT EXISTS (SELECT 1 FROM coop_partner WHERE nome = $1 AND in_pausa)
  )
  SELECT a.corsia, a.contatore, a.cursore, a.testa, a.ultima_ricevuta_at AS "ultimaRicevutaAt",
         u.progressivo, u.id, u.tipo, u.persona, u.riservato, u.sale, u.corpo,
         u.accodato_at AS "accodatoAt"
    FROM attese a
    JOIN LATERAL (
      SELECT * FROM coop_uscita
       WHERE partner = $1 AND corsia = a.corsia AND progressivo > a.cursore
         AND progressivo <= a.cursore + ($3 - a.prima)
    ) u ON true
   WHERE a.prima < $3
   ORDER BY a.ordine, u.progressivo`;

type RigaTratto = Omit<CorsiaUscita, "partner" | "testa"> &
  Omit<MessaggioInUscita, "partner"> & { readonly testa: string | null };

const MESSAGGIO = `
  SELECT partner, corsia, progressivo, id, tipo, persona, riservato, sale, corpo,
         accodato_at AS "accodatoAt"
    FROM coop_uscita WHERE partner = $1 AND corsia = $2 AND progressivo = $3`;

const NUOVI_CURSORI = `
  INSERT INTO coop_cursore (partner, corsia, testa)
  SELECT $1, corsia, $3 FROM unnest($2::int[]) AS corsia
  ON CONFLICT (partner, corsia) DO NOTHING`;
const CURSORI = `
  SELECT partner, corsia, cursore, testa, ultima_ricevuta_at AS "ultimaRicevutaAt"
    FROM coop_cursore WHERE partner = $1 AND corsia = ANY($2) ORDER BY corsia FOR UPDATE`;

const MUOVI = `
  WITH durata AS (
    SELECT set_config('synchronous_commit',
      CASE WHEN $8 THEN 'off' ELSE current_setting('synchronous_commit') END, true)
  ), mossi AS (
    UPDATE coop_cursore k
       SET cursore = t.cursore, testa = t.testa, ultima_ricevuta_at = $5
      FROM unnest($2::int[], $3::bigint[], $4::text[]) AS t(corsia, cursore, testa)
     WHERE k.partner = $1 AND k.corsia = t.corsia
  )
  INSERT INTO coop_ricevuta (partner, corpo, intestazioni, at)
  SELECT $1, t.corpo, t.intestazioni, $5
    FROM durata, unnest($6::text[], $7::jsonb[]) AS t(corpo, intestazioni)`;

/** A lane that never had a receipt has no cursor yet, which counts as 0. */
const MUOVI_SE_FERMI = `
  WITH durata AS (
    SELECT set_config('synchronous_commit', 'off', true)
  ), attesi AS (
    SELECT t.* FROM unnest($2::int[], $3::bigint[], $4::bigint[], $5::text[])
      AS t(corsia, prima, cursore, testa)
  ), mossi AS (
    INSERT INTO coop_cursore AS k (partner, corsia, cursore, testa, ultima_ricevuta_at)
    SELECT $1, corsia, cursore, testa, $6 FROM durata, attesi ORDER BY corsia
    ON CONFLICT (partner, corsia) DO UPDATE
       SET cursore = excluded.cursore, testa = excluded.testa,
           ultima_ricevuta_at = excluded.ultima_ricevuta_at
     WHERE k.cursore = (SELECT prima FROM attesi a WHERE a.corsia = k.corsia)
    RETURNING corsia
  ), ricevuta AS (
    INSERT INTO coop_ricevuta (partner, corpo, intestazioni, at)
    SELECT $1, $7, $8, $6 WHERE EXISTS (SELECT FROM mossi)
  )
  SELECT corsia FROM mossi`;

const opened = (cifra: Cifra, row: MessaggioInUscita): MessaggioInUscita =>
  row.riservato ? { ...row, corpo: cifra.open(row.corpo) } : row;

/** Bodies are sealed already. One kind for all transactions, so that those of a moment are written together. */
const RIGHE: RowKind<DaNumerare, number> = {
  outcomes: ([row]) => (row as { progressivi: string }).progressivi.split(",").map(Number),
  statement: (righe) => {
    const [first] = righe;
    if (righe.length === 1 && first !== undefined) {
      const { partner, corsia, id, tipo, persona, riservato, sale, accodatoAt, corpo } = first;
      const values = [partner, corsia, id, tipo, persona, riservato, sale, accodatoAt, corpo];
      return { name: "coop-append-uno", text: APPEND_ONE, values };
    }
    const values = [
      righe.map(({ partner }) => partner),
      righe.map(({ corsia }) => corsia),
      righe.map(({ id }) => id),
      righe.map(({ tipo }) => tipo),
      righe.map(({ persona }) => persona),
      righe.map(({ riservato }) => riservato),
      righe.map(({ sale }) => sale),
      righe.map(({ accodatoAt }) => accodatoAt),
      righe.map(({ corpo }) => corpo).join("\n"),
    ];
    return { name: "coop-append", text: APPEND, values };
  },
};

function toTratti(cifra: Cifra, partner: string, rows: readonly RigaTratto[]): Tratto[] {
  const tratti: { corsia: CorsiaUscita; messaggi: MessaggioInUscita[] }[] = [];
  for (const { contatore, cursore, testa, ultimaRicevutaAt, ...row } of rows) {
    const { corsia, progressivo, id, tipo, persona, riservato, sale, corpo, accodatoAt } = row;
    const chi = { partner, corsia, progressivo, id, tipo, persona, riservato };
    const messaggio = opened(cifra, { ...chi, sale, corpo, accodatoAt });
    const last = tratti.at(-1);
    if (last?.corsia.corsia === corsia) last.messaggi.push(messaggio);
    else {
      const lane = { partner, corsia, contatore, cursore, ultimaRicevutaAt };
      const head = testa ?? TESTA_INIZIALE;
      tratti.push({ corsia: { ...lane, testa: head }, messaggi: [messaggio] });
    }
  }
  return tratti;
}

type Messaggi = Pick<CoopStore, "append" | "readTratti" | "readUscita" | "notify">;

const messaggiPg = (sql: SqlClient, cifra: Cifra): Messaggi => ({
  notify: async (canale) => {
    sql.atCommit("coop-notify", "SELECT pg_notify($1, '')", [canale]);
  },
  append: async (messaggi, onNumerati) => {
    const sealed = messaggi.map((uno) =>
      uno.riservato ? { ...uno, corpo: cifra.seal(uno.corpo) } : uno,
    );
    sql.rowsAtCommit(RIGHE, sealed, onNumerati);
  },
  readTratti: async (partner, corsie, messagesMax) => {
    const rows = await sql.query<RigaTratto>("coop-tratti", TRATTI, [partner, corsie, messagesMax]);
    return toTratti(cifra, partner, rows);
  },
  readUscita: async (partner, corsia, progressivo) => {
    const values = [partner, corsia, progressivo];
    const [row] = await sql.query<MessaggioInUscita>("coop-uno", MESSAGGIO, values);
    return row === undefined ? null : opened(cifra, row);
  },
});

type Cursori = Pick<CoopStore, "lockCursori" | "moveCursori" | "moveIfStill">;

const cursoriPg = (sql: SqlClient): Cursori => ({
  lockCursori: async (partner, corsie) => {
    const [, rows] = await Promise.all([
      sql.query("coop-cursori-nuovi", NUOVI_CURSORI, [partner, corsie, TESTA_INIZIALE]),
      sql.query<Cursore>("coop-cursori", CURSORI, [partner, corsie]),
    ]);
    return new Map(rows.map((row) => [row.corsia, row]));
  },
  moveIfStill: async (cursori, { partner, at, corpo, intestazioni }) => {
    const rows = await sql.query<{ corsia: number }>("coop-muovi-se-fermi", MUOVI_SE_FERMI, [
      partner,
      cursori.map(({ corsia }) => corsia),
      cursori.map(({ prima }) => prima),
      cursori.map(({ cursore }) => cursore),
      cursori.map(({ testa }) => testa),
      at,
      corpo,
      JSON.stringify(intestazioni),
    ]);
    return new Set(rows.map(({ corsia }) => corsia));
  },
  moveCursori: async (cursori, ricevute, rifacibile) => {
    const [first] = ricevute;
    if (first === undefined) return;
    sql.atCommit("coop-muovi", MUOVI, [
      first.partner,
      cursori.map(({ corsia }) => corsia),
      cursori.map(({ cursore }) => cursore),
      cursori.map(({ testa }) => testa),
      first.at,
      ricevute.map(({ corpo }) => corpo),
      ricevute.map(({ intestazioni }) => JSON.stringify(intestazioni)),
      rifacibile,
    ]);
  },
});

const SAVE_ESITO = `
  INSERT INTO coop_esito_uscita AS e (partner, corsia, progressivo, esito, codice, fatti, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (partner, corsia, progressivo) DO UPDATE
     SET esito = excluded.esito, codice = excluded.codice, fatti = excluded.fatti, at = excluded.at
   WHERE e.esito = 'in-attesa'`;
const ESITI = `
  SELECT e.corsia, e.progressivo, e.esito, e.codice, e.fatti
    FROM unnest($2::int[], $3::bigint[], $4::bigint[]) AS t(corsia, da, fino)
    JOIN coop_esito_uscita e
      ON e.partner = $1 AND e.corsia = t.corsia AND e.progressivo BETWEEN t.da AND t.fino`;

const esitiPg = (sql: SqlClient): Pick<CoopStore, "saveEsitiUscita" | "readEsitiUscita"> => ({
  saveEsitiUscita: async (messaggi) => {
    await Promise.all(
      messaggi.map(({ partner, corsia, progressivo, esito, at }) =>
        sql.query("coop-esito", SAVE_ESITO, [
          ...[partner, corsia, progressivo, esito.esito],
          ...[codiceOf(esito), fattiOf(esito), at],
        ]),
      ),
    );
  },
  readEsitiUscita: async (partner, intervalli) => {
    type Row = EsitoRow & Pick<EsitoUscita, "corsia" | "progressivo">;
    const rows = await sql.query<Row>("coop-esiti-u", ESITI, [
      partner,
      intervalli.map(({ corsia }) => corsia),
      intervalli.map(({ da }) => da),
      intervalli.map(({ fino }) => fino),
    ]);
    return rows.map((row) => ({
      ...{ corsia: row.corsia, progressivo: row.progressivo, esito: esitoOf(row) },
    }));
  },
});

export const uscitaPg = (sql: SqlClient, cifra: Cifra) => ({
  ...messaggiPg(sql, cifra),
  ...cursoriPg(sql),
  ...esitiPg(sql),
});
