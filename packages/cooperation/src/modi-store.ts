import type { MemoryTx, SqlClient } from "@staffetta/platform";

/** What the ModI doors keep, inside the node's own transaction: see 0020_modi.sql. */
export interface ChiaveRevocata {
  readonly kid: string;
  readonly at: string;
  readonly motivo: string;
  readonly chi: string;
}

/** A request accepted with 202: who asked what, and where the answer goes. */
export interface Differita {
  readonly id: string;
  readonly sistema: string;
  readonly operazione: string;
  readonly soggetto: Readonly<Record<string, unknown>>;
  readonly ingresso: string;
  readonly rispondiA: string;
  readonly accoltaAt: string;
}

export interface Richiamo {
  readonly id: string;
  readonly destinatario: string;
  readonly indirizzo: string;
  /** How it is signed when it leaves. */
  readonly forma: "modi" | "spdci";
  readonly intestazioni: Readonly<Record<string, string>>;
  readonly corpo: string;
  readonly accodatoAt: string;
}
export interface EsitoRichiamo {
  readonly stato: "da consegnare" | "consegnato" | "rinunciato";
  readonly prossimoAt: string | null;
  readonly consegnatoAt: string | null;
  readonly errore: string;
}
export type RichiamoNoto = Richiamo & EsitoRichiamo & { readonly tentativi: number };

export interface ModiStore {
  revoca(chiave: ChiaveRevocata): Promise<void>;
  isRevocata(kid: string): Promise<boolean>;
  listRevocate(): Promise<readonly ChiaveRevocata[]>;
  /** False when this jti was used before by the same one. */
  prendiJti(chi: string, jti: string, scadeAt: string): Promise<boolean>;
  accogli(differita: Differita): Promise<void>;
  /** The oldest not yet carried out, held until `finoAt` so that no other process takes it. */
  prendiDifferita(adesso: string, finoAt: string): Promise<Differita | null>;
  segnaSvolta(id: string, at: string): Promise<void>;
  accoda(richiamo: Richiamo): Promise<void>;
  /** The oldest due, held until `finoAt`; counts the attempt. */
  prendiRichiamo(adesso: string, finoAt: string): Promise<RichiamoNoto | null>;
  segnaRichiamo(id: string, esito: EsitoRichiamo): Promise<void>;
  listRichiami(limit: number): Promise<readonly RichiamoNoto[]>;
}

const RICHIAMO = `id, destinatario, indirizzo, forma, intestazioni, corpo, accodato_at AS "accodatoAt",
  stato, tentativi, prossimo_at AS "prossimoAt", errore, consegnato_at AS "consegnatoAt"`;

const PRENDI_RICHIAMO = `
  UPDATE coop_richiamo SET prossimo_at = $2, tentativi = tentativi + 1
   WHERE id = (SELECT id FROM coop_richiamo
                WHERE stato = 'da consegnare' AND prossimo_at <= $1
                ORDER BY prossimo_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING ${RICHIAMO}`;

const PRENDI_DIFFERITA = `
  UPDATE coop_differita SET presa_fino_at = $2
   WHERE id = (SELECT id FROM coop_differita
                WHERE svolta_at IS NULL AND (presa_fino_at IS NULL OR presa_fino_at <= $1)
                ORDER BY accolta_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, sistema, operazione, soggetto, ingresso, rispondi_a AS "rispondiA",
            accolta_at AS "accoltaAt"`;

const chiaviPg = (
  sql: SqlClient,
): Pick<ModiStore, "revoca" | "isRevocata" | "listRevocate" | "prendiJti"> => ({
  revoca: async ({ kid, at, motivo, chi }) => {
    await sql.query(
      "modi-revoca",
      `INSERT INTO coop_chiave_revocata (kid, at, motivo, chi) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [kid, at, motivo, chi],
    );
  },
  isRevocata: async (kid) => {
    const text = "SELECT 1 FROM coop_chiave_revocata WHERE kid = $1";
    return (await sql.query("modi-revocata", text, [kid])).length > 0;
  },
  listRevocate: () =>
    sql.query<ChiaveRevocata>(
      "modi-revocate",
      "SELECT kid, at, motivo, chi FROM coop_chiave_revocata ORDER BY at DESC, kid",
    ),
  prendiJti: async (chi, jti, scadeAt) => {
    const rows = await sql.query(
      "modi-jti",
      `INSERT INTO coop_jti (partner, jti, scade_at) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING RETURNING jti`,
      [chi, jti, scadeAt],
    );
    return rows.length > 0;
  },
});

export const modiStorePg = (sql: SqlClient): ModiStore => ({
  ...chiaviPg(sql),
  accogli: async (d) => {
    await sql.query(
      "modi-accogli",
      `INSERT INTO coop_differita (id, sistema, operazione, soggetto, ingresso, rispondi_a, accolta_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        d.id,
        d.sistema,
        d.operazione,
        JSON.stringify(d.soggetto),
        d.ingresso,
        d.rispondiA,
        d.accoltaAt,
      ],
    );
  },
  prendiDifferita: async (adesso, finoAt) => {
    const rows = await sql.query<Differita>("modi-differita", PRENDI_DIFFERITA, [adesso, finoAt]);
    return rows[0] ?? null;
  },
  segnaSvolta: async (id, at) => {
    await sql.query("modi-svolta", "UPDATE coop_differita SET svolta_at = $2 WHERE id = $1", [
      id,
      at,
    ]);
  },
  accoda: async (r) => {
    await sql.query(
      "modi-accoda",
      `INSERT INTO coop_richiamo (id, destinatario, indirizzo, forma, intestazioni, corpo, accodato_at,
                                  stato, prossimo_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'da consegnare', $7)`,
      [
        r.id,
        r.destinatario,
        r.indirizzo,
        r.forma,
        JSON.stringify(r.intestazioni),
        r.corpo,
        r.accodatoAt,
      ],
    );
  },
  prendiRichiamo: async (adesso, finoAt) => {
    const rows = await sql.query<RichiamoNoto>("modi-richiamo", PRENDI_RICHIAMO, [adesso, finoAt]);
    return rows[0] ?? null;
  },
  segnaRichiamo: async (id, { stato, prossimoAt, consegnatoAt, errore }) => {
    await sql.query(
      "modi-segna",
      `UPDATE coop_richiamo SET stato = $2, prossimo_at = $3, consegnato_at = $4, errore = $5
        WHERE id = $1`,
      [id, stato, prossimoAt, consegnatoAt, errore],
    );
  },
  listRichiami: (limit) =>
    sql.query<RichiamoNoto>(
      "modi-richiami",
      `SELECT ${RICHIAMO} FROM coop_richiamo ORDER BY accodato_at DESC, id DESC LIMIT $1`,
      [limit],
    ),
});

interface DifferitaTenuta extends Differita {
  readonly presaFinoAt: string | null;
  readonly svoltaAt: string | null;
}

const oldest = <Row extends { readonly id: string }>(
  rows: Iterable<Row>,
  at: (row: Row) => string,
): Row | undefined =>
  [...rows].sort((a, b) => `${at(a)} ${a.id}`.localeCompare(`${at(b)} ${b.id}`))[0];

/** The twin, for simulated time and for tests. */
export function modiStoreMemory(tx: MemoryTx): ModiStore {
  const revocate = tx.table<ChiaveRevocata>("coop_chiave_revocata");
  const jti = tx.table<string>("modi_jti");
  const differite = tx.table<DifferitaTenuta>("coop_differita");
  const richiami = tx.table<RichiamoNoto>("coop_richiamo");
  return {
    revoca: async (chiave) => {
      if (revocate.get(chiave.kid) === undefined) revocate.set(chiave.kid, chiave);
    },
    isRevocata: async (kid) => revocate.get(kid) !== undefined,
    listRevocate: async () => [...revocate.values()].sort((a, b) => (a.at < b.at ? 1 : -1)),
    prendiJti: async (chi, id, scadeAt) => {
      if (jti.get(`${chi} ${id}`) !== undefined) return false;
      jti.set(`${chi} ${id}`, scadeAt);
      return true;
    },
    accogli: async (d) => differite.set(d.id, { ...d, presaFinoAt: null, svoltaAt: null }),
    prendiDifferita: async (adesso, finoAt) => {
      const free = [...differite.values()].filter(
        ({ svoltaAt, presaFinoAt }) =>
          svoltaAt === null && (presaFinoAt === null || presaFinoAt <= adesso),
      );
      const one = oldest(free, ({ accoltaAt }) => accoltaAt);
      if (one === undefined) return null;
      const { presaFinoAt: _, svoltaAt: __, ...differita } = one;
      differite.set(one.id, { ...one, presaFinoAt: finoAt });
      return differita;
    },
    segnaSvolta: async (id, svoltaAt) => {
      const one = differite.get(id);
      if (one !== undefined) differite.set(id, { ...one, svoltaAt });
    },
    accoda: async (r) => {
      const nuovo = {
        stato: "da consegnare",
        tentativi: 0,
        errore: "",
        consegnatoAt: null,
      } as const;
      richiami.set(r.id, { ...r, ...nuovo, prossimoAt: r.accodatoAt });
    },
    prendiRichiamo: async (adesso, finoAt) => {
      const due = [...richiami.values()].filter(
        ({ stato, prossimoAt }) => stato === "da consegnare" && (prossimoAt ?? "") <= adesso,
      );
      const one = oldest(due, ({ prossimoAt }) => prossimoAt ?? "");
      if (one === undefined) return null;
      const taken = { ...one, prossimoAt: finoAt, tentativi: one.tentativi + 1 };
      richiami.set(one.id, taken);
      return taken;
    },
    segnaRichiamo: async (id, esito) => {
      const one = richiami.get(id);
      if (one !== undefined) richiami.set(id, { ...one, ...esito });
    },
    listRichiami: async (limit) =>
      [...richiami.values()]
        .sort((a, b) => `${b.accodatoAt} ${b.id}`.localeCompare(`${a.accodatoAt} ${a.id}`))
        .slice(0, limit),
  };
}
