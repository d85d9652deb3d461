import assert from "node:assert/strict";
import { bindCoopPg } from "@staffetta/cooperation";
import { prendiInMano, REGOLE_LAVORO } from "@staffetta/domain";
import { bindPg, type FiltroCoda, type Stores } from "@staffetta/gefo";
import {
  type Cipher,
  condividi,
  type Database,
  pgUnitOfWork,
  systemClock,
  systemRandom,
  type UnitOfWork,
} from "@staffetta/platform";
import { idDi, OPERATORI } from "./carica.ts";
import { CLIENTI, misuraTutti } from "./carico.ts";

const operatoreDi = (n: number): string => `OP-${String(1 + (n % OPERATORI)).padStart(4, "0")}`;

const TUTTI: Omit<FiltroCoda, "operatoreId"> = {
  ...{
    vista: "",
    dal: null,
    al: null,
    sede: "",
    assegnatario: "",
    fascia: null,
    minoriAl: null,
    daChiudereAl: null,
  },
  ...{ segno: "", ricerca: "" },
};
const filtro = (n: number, resto: Partial<FiltroCoda> = {}): FiltroCoda => ({
  ...{ ...TUTTI, operatoreId: operatoreDi(n * 37) },
  ...resto,
});

const FILTRI: readonly Partial<FiltroCoda>[] = [
  { vista: "da-convocare" },
  { assegnatario: "Collega 2", al: "2026-06-30" },
  { fascia: 3 },
  { minoriAl: "2026-11-25" },
  { sede: "S1", assegnatario: "senza" },
  { vista: "servizi-in-corso", dal: "2026-11-25", al: "2026-12-25" },
];
const NOMI = ["ro", "vallechiara", "damico 1", "de gasperi", "f", "conti 33"];
const ROWS = 26;

export const apri = (database: Database, cipher: Cipher): UnitOfWork<Stores> => {
  const [clock, random] = [systemClock, systemRandom];
  return pgUnitOfWork(database, (sql) => {
    const coop = bindCoopPg(sql, { clock, random, cifra: cipher, corsieDi: () => 1 });
    return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
  });
};

/** What the loader made. */
export interface Caricati {
  readonly cases: number;
  readonly digestDi: (i: number) => string;
}

/** Each question as the pages ask it: what only reads outside a transaction. 16 at once. */
const scenari = (uow: UnitOfWork<Stores>, { cases, digestDi }: Caricati) => {
  const pagina = (uno: FiltroCoda) =>
    uow.read(({ elenchi: { lavoro } }) => lavoro.pagina(uno, null, ROWS));
  const oltre = { giorno: "2026-05-05", id: idDi(0) };
  return {
    list: (n: number) => pagina(filtro(n)),
    nextPage: (n: number) =>
      uow.read(({ elenchi: { lavoro } }) => lavoro.pagina(filtro(n), oltre, ROWS)),
    filter: (n: number) => pagina(filtro(n, FILTRI[n % FILTRI.length])),
    name: (n: number) => pagina(filtro(n, { ricerca: NOMI[n % NOMI.length] ?? "" })),
    cf: (n: number) => {
      const digest = digestDi((n * 7919) % cases);
      return uow.read(async ({ coda }) => {
        assert.equal((await coda.by("cfDigest", digest)).length, 1);
      });
    },
    claim: (n: number) =>
      uow.transaction(async ({ coda }) => {
        const row = await coda.lock(idDi((n * 7907) % cases));
        assert.ok(row);
        const presa = prendiInMano(row, `Collega ${n}`, REGOLE_LAVORO, systemClock.now() as never);
        if (presa.ok) await coda.put(presa.value);
      }),
    caseload: (n: number) =>
      uow.read(({ elenchi: { lavoro } }) => lavoro.carichi(operatoreDi(n * 37))),
    // As the node asks it: those who wait share the next answer.
    region: condividi(() =>
      uow.read(({ elenchi: { lavoro } }) => lavoro.perOperatore("2026-11-25")),
    ),
  };
};

export const misuraDatabase = (uow: UnitOfWork<Stores>, caricati: Caricati, seconds: number) =>
  misuraTutti(seconds, scenari(uow, caricati));

type Dopo = Readonly<{ giorno: string; id: string }>;

/** What is quick must also be right. */
export async function controlla(
  database: Database,
  uow: UnitOfWork<Stores>,
  cases: number,
): Promise<void> {
  const [row] = await database.sql.query<{ diverse: number }>("bench-conteggi", CONTEGGI);
  assert.equal(row?.diverse, 0, "i conteggi non sono un conteggio");
  const una = filtro(1);
  const ids = new Set<string>();
  let dopo: Dopo | null = null;
  for (;;) {
    const from: Dopo | null = dopo;
    const page: readonly { adesioneId: string; operatoreId: string; entro: string }[] =
      await uow.transaction(({ elenchi: { lavoro } }) => lavoro.pagina(una, from, 500));
    for (const riga of page) {
      assert.equal(riga.operatoreId, una.operatoreId);
      assert.ok(!ids.has(riga.adesioneId));
      ids.add(riga.adesioneId);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    dopo = { giorno: last.entro, id: last.adesioneId };
  }
  const [contate] = await database.sql.query<{ n: number }>(
    "bench-aperti",
    "SELECT count(*) AS n FROM coda WHERE operatore_id = $1 AND aperto",
    [una.operatoreId],
  );
  assert.equal(ids.size, contate?.n, "le pagine non danno la lista intera");
  await unaSolaPresa(uow, cases);
}

async function unaSolaPresa(uow: UnitOfWork<Stores>, cases: number): Promise<void> {
  const id = idDi(cases - 1);
  const esiti = await Promise.all(
    Array.from({ length: CLIENTI }, (_, i) =>
      uow.transaction(async ({ coda }) => {
        const row = await coda.lock(id);
        assert.ok(row);
        const presa = prendiInMano(
          row,
          `Solo ${i}`,
          REGOLE_LAVORO,
          "2099-01-01T00:00:00.000Z" as never,
        );
        if (presa.ok) await coda.put(presa.value);
        return presa.ok;
      }),
    ),
  );
  assert.equal(esiti.filter(Boolean).length, 1, "due persone hanno in mano lo stesso caso");
}

const CONTEGGI = `
  SELECT count(*) AS diverse
    FROM (SELECT operatore_id, assegnatario, vista, sum(casi) AS casi
            FROM (SELECT operatore_id, assegnatario, vista, casi FROM coda_conteggio
                  UNION ALL SELECT operatore_id, assegnatario, vista, casi FROM coda_variazione) AS t
           GROUP BY 1, 2, 3 HAVING sum(casi) <> 0) AS somme
    FULL JOIN (SELECT operatore_id, coalesce(assegnatario, '') AS assegnatario, vista, count(*) AS casi
                 FROM coda GROUP BY 1, 2, 3) AS vere USING (operatore_id, assegnatario, vista)
   WHERE somme.casi IS DISTINCT FROM vere.casi`;
