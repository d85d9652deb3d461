import type { SqlClient } from "@staffetta/platform";
import { TESTA_INIZIALE } from "./catena.ts";
import { scambiPg } from "./soap/scambi-pg.ts";
import type {
  ArretratoUscita,
  Cifra,
  CoopStore,
  CorsiaEntrata,
  CorsiaUscita,
  DaNumerare,
  Fermo,
  MessaggioInUscita,
} from "./store.ts";
import { entrataPg } from "./store-pg-entrata.ts";
import { codiceOf, type EsitoRow, esitoOf, fattiOf } from "./store-pg-esito.ts";

/**
 * Numbers and appends in one statement. The counters are taken in the order of the lanes, so that two
 * transactions that write to the same ones can't wait for each other. Bodies travel as the lines of one
 * parameter: JSON text and sealed text hold no line break.
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
    INSERT INTO coop_corsia_uscita AS c (partner, corsia, contatore, testa)
    SELECT partner, corsia, nuove, $10 FROM quante ORDER BY partner, corsia
    ON CONFLICT (partner, corsia) DO UPDATE SET contatore = c.contatore + excluded.contatore
    RETURNING partner, corsia, contatore
  )
  INSERT INTO coop_uscita
    (partner, corsia, progressivo, id, tipo, persona, riservato, sale, accodato_at, corpo)
  SELECT r.partner, r.corsia, n.contatore - q.nuove + r.posto, r.id, r.tipo, r.persona, r.riservato,
         r.sale, r.accodato_at, r.corpo
    FROM righe r JOIN quante q USING (partner, corsia) JOIN numera n USING (partner, corsia)`;

const CORSIA = `
  SELECT partner, corsia, contatore, cursore, testa, ultima_ricevuta_at AS "ultimaRicevutaAt"
    FROM coop_corsia_uscita WHERE partner = $1 AND corsia = $2`;

/** The lane, whether its partner is paused, and its next messages: one question. */
const LOTTO = `
  SELECT c.contatore, c.cursore, c.testa, c.ultima_ricevuta_at AS "ultimaRicevutaAt",
         coalesce(p.in_pausa, false) AS "inPausa",
         u.progressivo, u.id, u.tipo, u.persona, u.riservato, u.sale, u.corpo,
         u.accodato_at AS "accodatoAt"
    FROM coop_corsia_uscita c
    LEFT JOIN coop_partner p ON p.nome = c.partner
    LEFT JOIN LATERAL (
      SELECT * FROM coop_uscita
       WHERE partner = c.partner AND corsia = c.corsia AND progressivo > c.cursore
         AND c.cursore < c.contatore AND p.in_pausa IS NOT TRUE
       ORDER BY progressivo LIMIT $3
    ) u ON true
   WHERE c.partner = $1 AND c.corsia = $2
   ORDER BY u.progressivo`;

type RigaLotto = Omit<CorsiaUscita, "partner" | "corsia"> &
  Omit<MessaggioInUscita, "partner" | "corsia" | "progressivo"> & {
    readonly inPausa: boolean;
    readonly progressivo: number | null;
  };

const MESSAGGIO = `
  SELECT partner, corsia, progressivo, id, tipo, persona, riservato, sale, corpo,
         accodato_at AS "accodatoAt"
    FROM coop_uscita`;

const EMPTY = (partner: string, corsia: number): CorsiaUscita => ({
  partner,
  corsia,
  contatore: 0,
  cursore: 0,
  testa: TESTA_INIZIALE,
  ultimaRicevutaAt: null,
});

const opened = (cifra: Cifra, row: MessaggioInUscita): MessaggioInUscita =>
  row.riservato ? { ...row, corpo: cifra.open(row.corpo) } : row;

async function appendAll(
  sql: SqlClient,
  cifra: Cifra,
  messaggi: readonly DaNumerare[],
): Promise<void> {
  await sql.query("coop-append", APPEND, [
    messaggi.map(({ partner }) => partner),
    messaggi.map(({ corsia }) => corsia),
    messaggi.map(({ id }) => id),
    messaggi.map(({ tipo }) => tipo),
    messaggi.map(({ persona }) => persona),
    messaggi.map(({ riservato }) => riservato),
    messaggi.map(({ sale }) => sale),
    messaggi.map(({ accodatoAt }) => accodatoAt),
    messaggi.map(({ riservato, corpo }) => (riservato ? cifra.seal(corpo) : corpo)).join("\n"),
    TESTA_INIZIALE,
  ]);
}

function uscitaPg(sql: SqlClient, cifra: Cifra) {
  const readCorsia = async (partner: string, corsia: number, lock: string) => {
    const rows = await sql.query<CorsiaUscita>(`coop-corsia${lock}`, CORSIA + lock, [
      partner,
      corsia,
    ]);
    return rows[0] ?? EMPTY(partner, corsia);
  };
  return {
    notify: async (canale: string) => {
      await sql.query("coop-notify", "SELECT pg_notify($1, '')", [canale]);
    },
    append: (messaggi: readonly DaNumerare[]) => appendAll(sql, cifra, messaggi),
    readLotto: async (partner: string, corsia: number, messagesMax: number) => {
      const rows = await sql.query<RigaLotto>("coop-lotto", LOTTO, [partner, corsia, messagesMax]);
      const [first] = rows;
      if (first === undefined)
        return { corsia: EMPTY(partner, corsia), inPausa: false, messaggi: [] };
      const { contatore, cursore, testa, ultimaRicevutaAt, inPausa } = first;
      const lane = { partner, corsia, contatore, cursore, testa, ultimaRicevutaAt };
      const messaggi = rows.flatMap(({ progressivo, id, tipo, persona, riservato, ...row }) => {
        if (progressivo === null) return [];
        const { sale, corpo, accodatoAt } = row;
        const chi = { partner, corsia, progressivo, id, tipo, persona, riservato };
        return [opened(cifra, { ...chi, sale, corpo, accodatoAt })];
      });
      return { corsia: lane, inPausa, messaggi };
    },
    lockUscita: (partner: string, corsia: number) => readCorsia(partner, corsia, " FOR UPDATE"),
    readUscita: async (partner: string, corsia: number, progressivo: number) => {
      const rows = await sql.query<MessaggioInUscita>(
        "coop-uno",
        `${MESSAGGIO} WHERE partner = $1 AND corsia = $2 AND progressivo = $3`,
        [partner, corsia, progressivo],
      );
      return rows[0] === undefined ? null : opened(cifra, rows[0]);
    },
    moveCursore: async (
      corsia: CorsiaUscita,
      ricevuta: {
        corpo: string;
        intestazioni: Readonly<Record<string, string>>;
        at: string;
        fino: number;
      },
      rifacibile: boolean,
    ) => {
      await sql.query(
        "coop-cursore",
        `WITH mosso AS (
           UPDATE coop_corsia_uscita SET cursore = $3, testa = $4, ultima_ricevuta_at = $5
            WHERE partner = $1 AND corsia = $2
         ), durata AS (
           SELECT set_config('synchronous_commit',
             CASE WHEN $8 THEN 'off' ELSE current_setting('synchronous_commit') END, true))
         INSERT INTO coop_ricevuta (partner, corsia, fino, corpo, intestazioni, at)
         SELECT $1, $2, $3, $6, $7, $5 FROM durata ON CONFLICT DO NOTHING`,
        [
          corsia.partner,
          corsia.corsia,
          corsia.cursore,
          corsia.testa,
          ricevuta.at,
          ricevuta.corpo,
          JSON.stringify(ricevuta.intestazioni),
          rifacibile,
        ],
      );
    },
  };
}

const esitiUscitaPg = (sql: SqlClient): Pick<CoopStore, "saveEsitiUscita" | "readEsitiUscita"> => ({
  saveEsitiUscita: async (messaggi) => {
    for (const { partner, corsia, progressivo, esito, at } of messaggi)
      await sql.query(
        "coop-esito",
        `INSERT INTO coop_esito_uscita AS e (partner, corsia, progressivo, esito, codice, fatti, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (partner, corsia, progressivo) DO UPDATE
            SET esito = excluded.esito, codice = excluded.codice, fatti = excluded.fatti,
                at = excluded.at
          WHERE e.esito = 'in-attesa'`,
        [partner, corsia, progressivo, esito.esito, codiceOf(esito), fattiOf(esito), at],
      );
  },
  readEsitiUscita: async (partner, corsia, { da, fino }) => {
    const rows = await sql.query<EsitoRow & { progressivo: number }>(
      "coop-esiti-u",
      `SELECT progressivo, esito, codice, fatti FROM coop_esito_uscita
        WHERE partner = $1 AND corsia = $2 AND progressivo BETWEEN $3 AND $4`,
      [partner, corsia, da, fino],
    );
    return new Map(rows.map((row) => [row.progressivo, esitoOf(row)]));
  },
});

const elenchiPg = (sql: SqlClient) => ({
  listUscite: () =>
    sql.query<ArretratoUscita>(
      "coop-uscite",
      `SELECT c.partner, c.corsia, c.contatore, c.cursore, c.testa,
              c.ultima_ricevuta_at AS "ultimaRicevutaAt", u.accodato_at AS "piuVecchioAt"
         FROM coop_corsia_uscita c
         LEFT JOIN coop_uscita u ON (u.partner, u.corsia) = (c.partner, c.corsia)
                                AND u.progressivo = c.cursore + 1
        ORDER BY c.partner, c.corsia`,
    ),
  listEntrate: () =>
    sql.query<CorsiaEntrata>(
      "coop-entrate",
      `SELECT partner, corsia, segno, testa, ultimo_at AS "ultimoAt"
         FROM coop_corsia_entrata ORDER BY partner, corsia`,
    ),
  listFermi: () =>
    sql.query<Fermo>(
      "coop-fermi",
      `SELECT partner, corsia, progressivo, id, tipo, persona, riservato, corpo,
              accodato_at AS "accodatoAt", at, stato, tentativi, errore, prossimo_at AS "prossimoAt"
         FROM coop_fermo ORDER BY at, progressivo LIMIT 200`,
    ),
  listRifiuti: (limit: number) =>
    sql.query<Awaited<ReturnType<CoopStore["listRifiuti"]>>[number]>(
      "coop-rifiuti",
      `SELECT id, 'uscita' AS verso, u.partner, tipo, u.corsia, u.progressivo, e.at, e.codice, e.fatti
         FROM coop_esito_uscita e JOIN coop_uscita u USING (partner, corsia, progressivo)
        WHERE e.esito = 'rifiutato'
       UNION ALL
       SELECT id, 'entrata', partner, tipo, corsia, progressivo, at, codice, fatti
         FROM coop_entrata WHERE esito = 'rifiutato'
        ORDER BY at DESC LIMIT $1`,
      [limit],
    ),
  listAllarmi: (limit: number) =>
    sql.query<Awaited<ReturnType<CoopStore["listAllarmi"]>>[number]>(
      "coop-allarmi",
      "SELECT at, partner, codice, dettaglio FROM coop_allarme ORDER BY numero DESC LIMIT $1",
      [limit],
    ),
  listConsegne: (persona: string, limit: number) =>
    sql.query<Awaited<ReturnType<CoopStore["listConsegne"]>>[number]>(
      "coop-consegne",
      `SELECT u.partner, u.tipo, u.accodato_at AS "accodatoAt",
              coalesce(e.esito, CASE WHEN c.cursore >= u.progressivo THEN 'consegnato'
                                     ELSE 'da consegnare' END) AS stato
         FROM coop_uscita u
         JOIN coop_corsia_uscita c USING (partner, corsia)
         LEFT JOIN coop_esito_uscita e USING (partner, corsia, progressivo)
        WHERE u.persona = $1
        ORDER BY u.accodato_at DESC, u.id DESC LIMIT $2`,
      [persona, limit],
    ),
});

export function coopStorePg(sql: SqlClient, cifra: Cifra): CoopStore {
  return {
    scambi: scambiPg(sql, cifra),
    ...uscitaPg(sql, cifra),
    ...esitiUscitaPg(sql),
    ...entrataPg(sql, cifra),
    ...elenchiPg(sql),
  };
}
