import assert from "node:assert/strict";
import { bindCoopPg } from "@staffetta/cooperation";
import { type Instant, prendiInMano, REGOLE_LAVORO } from "@staffetta/domain";
import { bindPg, cambiaMano, type FiltroCoda, type Stores } from "@staffetta/gefo";
import {
  type Cipher,
  condividi,
  type Database,
  pgUnitOfWork,
  systemClock,
  systemRandom,
  type UnitOfWork,
} from "@staffetta/platform";
import { type Carico, idDi } from "./carica.ts";
import { CLIENTI, misuraTutti } from "./carico.ts";

/** The day of the bench. */
const OGGI = "2026-11-25";
/** Of the case of this number; every operatore is asked for in turn, those of the next number far from it. */
const operatoreDi = (n: number, operatori: number): string =>
  `OP-${String(1 + (n % operatori)).padStart(4, "0")}`;

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
const filtro = (operatoreId: string, resto: Partial<FiltroCoda> = {}): FiltroCoda => ({
  ...{ ...TUTTI, operatoreId },
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
const CONTA_ROWS = 100_000;

export const apri = (database: Database, cipher: Cipher): UnitOfWork<Stores> => {
  const [clock, random] = [systemClock, systemRandom];
  return pgUnitOfWork(database, (sql) => {
    const coop = bindCoopPg(sql, { clock, random, cifra: cipher, corsieDi: () => 1 });
    return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
  });
};

/** What the loader made. */
export interface Caricati extends Carico {
  readonly digestDi: (i: number) => string;
}

/** What the job of every minute and of every day keeps counted. */
export async function conta(uow: UnitOfWork<Stores>): Promise<void> {
  const once = () => uow.transaction(({ elenchi: { lavoro } }) => lavoro.raccogli(CONTA_ROWS));
  while ((await once()) === CONTA_ROWS);
  await uow.transaction(({ elenchi: { lavoro } }) => lavoro.avanzaGiorno(OGGI));
}

interface Presa {
  readonly caso: number;
  readonly chi: string;
  readonly at: string;
}
const prende = (uow: UnitOfWork<Stores>, { operatori }: Carico, { caso, chi, at }: Presa) =>
  cambiaMano(uow, { adesioneId: idDi(caso), operatoreId: operatoreDi(caso, operatori) }, (row) =>
    prendiInMano(row, chi, REGOLE_LAVORO, at as Instant),
  );

/** Each question as the pages ask it: what only reads outside a transaction. 16 at once. */
const scenari = (uow: UnitOfWork<Stores>, caricati: Caricati) => {
  const { cases, operatori, digestDi } = caricati;
  const uno = (n: number, resto: Partial<FiltroCoda> = {}) =>
    filtro(operatoreDi(n * 37, operatori), resto);
  const pagina = (uno: FiltroCoda) =>
    uow.read(({ elenchi: { lavoro } }) => lavoro.pagina(uno, null, ROWS));
  const oltre = { giorno: "2026-05-05", id: idDi(0) };
  return {
    list: (n: number) => pagina(uno(n)),
    nextPage: (n: number) =>
      uow.read(({ elenchi: { lavoro } }) => lavoro.pagina(uno(n), oltre, ROWS)),
    filter: (n: number) => pagina(uno(n, FILTRI[n % FILTRI.length])),
    name: (n: number) => pagina(uno(n, { ricerca: NOMI[n % NOMI.length] ?? "" })),
    cf: (n: number) => {
      const digest = digestDi((n * 7919) % cases);
      return uow.read(async ({ coda }) => {
        assert.equal((await coda.by("cfDigest", digest)).length, 1);
      });
    },
    claim: (n: number) => {
      const at = systemClock.now();
      return prende(uow, caricati, { caso: (n * 7907) % cases, chi: `Collega ${n}`, at });
    },
    caseload: (n: number) =>
      uow.read(({ elenchi: { lavoro } }) => lavoro.carichi(operatoreDi(n * 37, operatori), OGGI)),
    // As the node asks it: those who wait share the next answer.
    region: condividi(() => uow.read(({ elenchi: { lavoro } }) => lavoro.perOperatore(OGGI))),
  };
};

export const misuraDatabase = (uow: UnitOfWork<Stores>, caricati: Caricati, seconds: number) =>
  misuraTutti(seconds, scenari(uow, caricati));

type Dopo = Readonly<{ giorno: string; id: string }>;

/** What is quick must also be right. */
export async function controlla(
  database: Database,
  uow: UnitOfWork<Stores>,
  caricati: Caricati,
): Promise<void> {
  const [row] = await database.sql.query<{ diverse: number }>("bench-conteggi", CONTEGGI);
  assert.equal(row?.diverse, 0, "i conteggi non sono un conteggio");
  const operatoreId = operatoreDi(1, caricati.operatori);
  const ids = new Set<string>();
  let dopo: Dopo | null = null;
  for (;;) {
    const from: Dopo | null = dopo;
    const page: readonly { adesioneId: string; entro: string }[] = await uow.read(
      ({ elenchi: { lavoro } }) => lavoro.pagina(filtro(operatoreId), from, 500),
    );
    for (const { adesioneId } of page) {
      assert.equal(operatoreDi(Number(adesioneId.slice(-12)), caricati.operatori), operatoreId);
      assert.ok(!ids.has(adesioneId));
      ids.add(adesioneId);
    }
    const last = page.at(-1);
    if (last === undefined) break;
    dopo = { giorno: last.entro, id: last.adesioneId };
  }
  const [contate] = await database.sql.query<{ n: number; tardi: number }>(
    "bench-aperti",
    `SELECT count(*) AS n, count(*) FILTER (WHERE entro < $2::date) AS tardi
       FROM coda WHERE operatore_id = $1 AND aperto`,
    [operatoreId, OGGI],
  );
  assert.equal(ids.size, contate?.n, "le pagine non danno la lista intera");
  const tutti = await uow.read(({ elenchi: { lavoro } }) => lavoro.perOperatore(OGGI));
  const uno = tutti.find((una) => una.operatoreId === operatoreId);
  assert.deepEqual([uno?.aperti, uno?.oltreTermine], [contate?.n, contate?.tardi]);
  await unaSolaPresa(uow, caricati);
}

/** When nobody holds it any more, all want the same case at once. */
async function unaSolaPresa(uow: UnitOfWork<Stores>, caricati: Caricati): Promise<void> {
  const presa = { caso: caricati.cases - 1, at: "2099-01-01T00:00:00.000Z" };
  const esiti = await Promise.all(
    Array.from({ length: CLIENTI }, (_, i) =>
      prende(uow, caricati, { ...presa, chi: `Solo ${i}` }),
    ),
  );
  const prese = esiti.filter((esito) => esito?.ok);
  assert.equal(prese.length, 1, "due persone hanno in mano lo stesso caso");
}

/** The counters, with what is not collected yet, against the rows. */
const CONTEGGI = `
  SELECT count(*) AS diverse
    FROM (SELECT operatore_id, assegnatario, vista, sum(casi) AS casi, sum(oltre) AS oltre
            FROM (SELECT operatore_id, assegnatario, vista, casi, oltre FROM coda_conteggio
                  UNION ALL
                  SELECT operatore_id, assegnatario, vista, casi,
                         CASE WHEN entro < giorno AND vista <> 'conclusi' THEN casi ELSE 0 END
                    FROM coda_variazione, coda_giorno) AS t
           GROUP BY 1, 2, 3 HAVING sum(casi) <> 0) AS somme
    FULL JOIN (SELECT operatore_id, coalesce(assegnatario, '') AS assegnatario, vista,
                      count(*) AS casi, count(*) FILTER (WHERE aperto AND entro < giorno) AS oltre
                 FROM coda, coda_giorno GROUP BY 1, 2, 3) AS vere
         USING (operatore_id, assegnatario, vista)
   WHERE (somme.casi, somme.oltre) IS DISTINCT FROM (vere.casi, vere.oltre)`;
