import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createCipher, memoryDatabase, type SqlClient } from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { COOP_MIGRATIONS } from "../index.ts";
import type { ScambiStore } from "./scambi.ts";
import { scambiMemory } from "./scambi-memory.ts";
import { scambiPg } from "./scambi-pg.ts";

/** One suite, two stores: what the simulator keeps is what the server keeps. */
let pg: TestDatabase;
before(async () => {
  pg = await testDatabase({ sets: [COOP_MIGRATIONS] });
});
after(() => pg.close());
const memory = memoryDatabase();
const cifra = createCipher(new Uint8Array(32).fill(9));

const LEGAMI: Readonly<
  Record<string, <T>(work: (store: ScambiStore) => Promise<T>) => Promise<T>>
> = {
  postgres: (work) => work(scambiPg(pg.db.sql as SqlClient, cifra)),
  memoria: (work) => memory.transaction((tx) => work(scambiMemory(tx))),
};
const ID = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const AT = (giorno: number): string => `2026-03-0${giorno}T10:00:00.000Z`;
const bytes = (testo: string): Uint8Array => new Uint8Array(Buffer.from(testo));
const BINARIO = new Uint8Array([0, 255, 60, 13, 10, 128]);

const nuovo = (n: number, verso: "entrata" | "uscita", richiesta = BINARIO) => ({
  ...{ id: ID(n), at: AT(n), verso, controparte: "regione-13", richiesta },
});
const fine = (operazione: string, esito: string) => ({
  ...{ operazione, esito, controparte: "piemonte", regione: "13", stato: 200, durataMs: 12 },
  ...{ codici: esito === "KO" ? ["P000", "S013"] : [], risposta: bytes("‹risposta› è qui") },
});
const tutti = { operazione: "", esito: "", verso: "", dopo: null, limit: 10 };

for (const [nome, su] of Object.entries(LEGAMI)) {
  test(`${nome}: uno scambio si apre prima di essere letto, si chiude con la risposta, torna byte per byte`, () =>
    su(async (store) => {
      await store.apri(nuovo(1, "entrata"));
      const aperto = await store.find(ID(1));
      assert.equal(aperto?.esito, "in corso");
      assert.equal(aperto?.richiestaBytes, BINARIO.byteLength);
      assert.deepEqual(aperto?.risposta, new Uint8Array());
      await store.chiudi(ID(1), fine("invioUtenteYG", "KO"));
      assert.deepEqual(await store.find(ID(1)), {
        ...{ id: ID(1), at: AT(1), verso: "entrata", richiesta: BINARIO, richiestaBytes: 6 },
        ...fine("invioUtenteYG", "KO"),
      });
      assert.equal(await store.find(ID(9)), null);
      await store.chiudi(ID(9), fine("invioUtenteYG", "OK"));
      assert.equal(await store.find(ID(9)), null);
    }));

  test(`${nome}: la lista va dal più recente, con i filtri e a pagine, senza i byte`, () =>
    su(async (store) => {
      for (const n of [2, 3, 4]) {
        await store.apri(nuovo(n, n === 3 ? "uscita" : "entrata"));
        await store.chiudi(ID(n), fine(n === 4 ? "invioSAP" : "checkUtenteYG", "OK"));
      }
      const ids = async (filtro: object): Promise<readonly string[]> =>
        (await store.list({ ...tutti, ...filtro })).map(({ id }) => id);
      assert.deepEqual(await ids({}), [ID(4), ID(3), ID(2), ID(1)]);
      assert.deepEqual(await ids({ limit: 2 }), [ID(4), ID(3)]);
      assert.deepEqual(await ids({ dopo: ID(3) }), [ID(2), ID(1)]);
      assert.deepEqual(await ids({ verso: "uscita" }), [ID(3)]);
      assert.deepEqual(await ids({ operazione: "checkUtenteYG", verso: "entrata" }), [ID(2)]);
      assert.deepEqual(await ids({ esito: "KO" }), [ID(1)]);
      const [primo] = await store.list(tutti);
      assert.ok(primo !== undefined && !("richiesta" in primo) && !("risposta" in primo));
    }));

  test(`${nome}: chi ha aperto uno scambio resta scritto, dal più recente`, () =>
    su(async (store) => {
      const lettura = { scambioId: ID(1), chi: "Sportello" };
      await store.annotaLettura({ id: ID(5), ...lettura, at: AT(5), scopo: "reclamo" });
      await store.annotaLettura({ id: ID(6), ...lettura, at: AT(6), scopo: "verifica" });
      assert.deepEqual(await store.listLetture(ID(1)), [
        { ...lettura, at: AT(6), scopo: "verifica" },
        { ...lettura, at: AT(5), scopo: "reclamo" },
      ]);
      assert.deepEqual(await store.listLetture(ID(2)), []);
    }));

  test(`${nome}: un identificativo firmato vale una volta, finché non scade`, () =>
    su(async (store) => {
      assert.equal(await store.claim("urn:uuid:1", AT(3), AT(2)), true);
      assert.equal(await store.claim("urn:uuid:1", AT(5), AT(2)), false);
      assert.equal(await store.claim("urn:uuid:2", AT(3), AT(2)), true);
      assert.equal(await store.claim("urn:uuid:1", AT(5), AT(4)), true);
    }));

  test(`${nome}: un'operazione ferma lo resta fino all'ultimo istante detto`, () =>
    su(async (store) => {
      assert.equal(await store.fermaFino("ministero invioSAP"), null);
      await store.ferma("ministero invioSAP", AT(3));
      await store.ferma("ministero invioSAP", AT(4));
      assert.equal(await store.fermaFino("ministero invioSAP"), AT(4));
      assert.equal(await store.fermaFino("ministero richiestaSAP"), null);
    }));

  test(`${nome}: alla fine della conservazione gli scambi si dimenticano`, () =>
    su(async (store) => {
      assert.equal(await store.forget(AT(3)), 2);
      assert.deepEqual(
        (await store.list(tutti)).map(({ id }) => id),
        [ID(4), ID(3)],
      );
      assert.equal(await store.forget(AT(3)), 0);
      assert.equal(await store.find(ID(1)), null);
    }));
}
