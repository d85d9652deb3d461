import type { SqlClient } from "@staffetta/platform";
import type { Cifra } from "../store.ts";
import type { LetturaScambio, Scambio, ScambiStore } from "./scambi.ts";

const CAMPI = `id, at, verso, operazione, controparte, regione, stato, esito, codici,
         durata_ms AS "durataMs", richiesta_bytes AS "richiestaBytes"`;

const LIST = `
  SELECT ${CAMPI} FROM coop_scambio
   WHERE ($1 = '' OR operazione = $1) AND ($2 = '' OR esito = $2) AND ($3 = '' OR verso = $3)
     AND ($4::uuid IS NULL OR id < $4::uuid)
   ORDER BY id DESC LIMIT $5`;

const CHIUDI = `
  UPDATE coop_scambio SET operazione = $2, controparte = $3, regione = $4, stato = $5, esito = $6,
         codici = $7, durata_ms = $8, risposta = $9
   WHERE id = $1`;

/** Bytes at rest are sealed: they name people. */
export function scambiPg(sql: SqlClient, cifra: Cifra): ScambiStore {
  const seal = (bytes: Uint8Array): string => cifra.seal(Buffer.from(bytes).toString("base64"));
  const open = (sealed: string): Uint8Array =>
    sealed === "" ? new Uint8Array() : new Uint8Array(Buffer.from(cifra.open(sealed), "base64"));
  return {
    apri: async ({ id, at, verso, controparte, richiesta }) => {
      await sql.query(
        "scambio-apri",
        `INSERT INTO coop_scambio (id, at, verso, controparte, richiesta, richiesta_bytes)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, at, verso, controparte, seal(richiesta), richiesta.byteLength],
      );
    },
    chiudi: async (id, fine) => {
      const { operazione, controparte, regione, stato, esito, codici, durataMs, risposta } = fine;
      const chi = [id, operazione, controparte, regione];
      await sql.query("scambio-chiudi", CHIUDI, [
        ...chi,
        stato,
        esito,
        codici,
        durataMs,
        seal(risposta),
      ]);
    },
    list: ({ operazione, esito, verso, dopo, limit }) =>
      sql.query<Scambio>("scambio-lista", LIST, [operazione, esito, verso, dopo, limit]),
    find: async (id) => {
      const [row] = await sql.query<Scambio & { richiesta: string; risposta: string }>(
        "scambio-find",
        `SELECT ${CAMPI}, richiesta, risposta FROM coop_scambio WHERE id = $1`,
        [id],
      );
      if (row === undefined) return null;
      return { ...row, richiesta: open(row.richiesta), risposta: open(row.risposta) };
    },
    annotaLettura: async ({ id, scambioId, at, chi, scopo }) => {
      await sql.query(
        "scambio-lettura",
        `INSERT INTO coop_lettura_scambio (id, scambio_id, at, chi, scopo)
         VALUES ($1, $2, $3, $4, $5)`,
        [id, scambioId, at, chi, scopo],
      );
    },
    listLetture: (scambioId) =>
      sql.query<LetturaScambio>(
        "scambio-letture",
        `SELECT scambio_id AS "scambioId", at, chi, scopo FROM coop_lettura_scambio
          WHERE scambio_id = $1 ORDER BY id DESC`,
        [scambioId],
      ),
    forget: async (prima) => {
      const gone = await sql.query(
        "scambio-forget",
        "DELETE FROM coop_scambio WHERE at < $1 RETURNING 1",
        [prima],
      );
      return gone.length;
    },
    ...unaVoltaPg(sql),
  };
}

/** What is remembered about calls, whatever they said. */
const unaVoltaPg = (sql: SqlClient): Pick<ScambiStore, "claim" | "ferma" | "fermaFino"> => ({
  claim: async (chiave, scadeAt, adesso) => {
    await sql.query("soap-id-forget", "DELETE FROM coop_soap_visto WHERE scade_at < $1", [adesso]);
    const nuovi = await sql.query(
      "soap-id-claim",
      `INSERT INTO coop_soap_visto (chiave, scade_at) VALUES ($1, $2)
       ON CONFLICT (chiave) DO NOTHING RETURNING 1`,
      [chiave, scadeAt],
    );
    return nuovi.length === 1;
  },
  ferma: async (chiave, riapreAt) => {
    await sql.query(
      "soap-ferma",
      `INSERT INTO coop_soap_fermo (chiave, riapre_at) VALUES ($1, $2)
       ON CONFLICT (chiave) DO UPDATE SET riapre_at = excluded.riapre_at`,
      [chiave, riapreAt],
    );
  },
  fermaFino: async (chiave) => {
    const [row] = await sql.query<{ riapreAt: string }>(
      "soap-ferma-fino",
      `SELECT riapre_at AS "riapreAt" FROM coop_soap_fermo WHERE chiave = $1`,
      [chiave],
    );
    return row?.riapreAt ?? null;
  },
});
