import assert from "node:assert/strict";
import { after, test } from "node:test";
import { memoryDatabase, type SqlClient } from "@staffetta/platform";
import { testDatabase } from "@staffetta/platform/test-postgres";
import { COOP_MIGRATIONS } from "./index.ts";
import { type ModiStore, modiStoreMemory, modiStorePg } from "./modi-store.ts";

const pg = await testDatabase({ sets: [COOP_MIGRATIONS] });
after(() => pg.close());
const memory = memoryDatabase();

const LEGAMI: Readonly<Record<string, <T>(work: (store: ModiStore) => Promise<T>) => Promise<T>>> =
  {
    postgres: (work) => work(modiStorePg(pg.db.sql as SqlClient)),
    memoria: (work) => memory.transaction((tx) => work(modiStoreMemory(tx))),
  };
const ID = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;
const AT = (s: number): string => `2026-11-25T10:00:0${s}.000Z`;
const richiamo = (n: number) => ({
  ...{ id: ID(n), destinatario: "regione", indirizzo: "https://a", forma: "modi" as const },
  ...{ intestazioni: { "x-correlation-id": ID(n) }, corpo: "sigillato", accodatoAt: AT(n) },
});
const differita = (n: number) => ({
  ...{
    id: ID(n),
    sistema: "regione",
    operazione: "ricalcola-cifre",
    soggetto: { ruolo: "ministero" },
  },
  ...{ ingresso: "sigillato", rispondiA: "https://a", accoltaAt: AT(n) },
});

for (const [nome, su] of Object.entries(LEGAMI)) {
  test(`${nome}: una chiave revocata lo resta, e un jti vale una volta per ciascuno`, () =>
    su(async (store) => {
      assert.equal(await store.isRevocata("k1"), false);
      await store.revoca({ kid: "k1", at: AT(1), motivo: "rubata", chi: "sportello" });
      await store.revoca({ kid: "k1", at: AT(2), motivo: "ancora", chi: "sportello" });
      assert.equal(await store.isRevocata("k1"), true);
      assert.deepEqual(await store.listRevocate(), [
        { kid: "k1", at: AT(1), motivo: "rubata", chi: "sportello" },
      ]);
      assert.equal(await store.prendiJti("a", "j", AT(9)), true);
      assert.equal(await store.prendiJti("a", "j", AT(9)), false);
      assert.equal(await store.prendiJti("b", "j", AT(9)), true);
    }));

  test(`${nome}: una richiesta differita si prende in ordine, una alla volta, e torna libera se chi l'ha presa muore`, () =>
    su(async (store) => {
      await store.accogli(differita(2));
      await store.accogli(differita(1));
      assert.deepEqual(await store.prendiDifferita(AT(3), AT(5)), differita(1));
      assert.deepEqual(await store.prendiDifferita(AT(3), AT(5)), differita(2));
      assert.equal(await store.prendiDifferita(AT(4), AT(9)), null);
      assert.equal((await store.prendiDifferita(AT(5), AT(9)))?.id, ID(1));
      await store.segnaSvolta(ID(1), AT(6));
      await store.segnaSvolta(ID(2), AT(6));
      assert.equal(await store.prendiDifferita("2027-01-01T00:00:00.000Z", AT(9)), null);
    }));

  test(`${nome}: un richiamo si ritenta quando è ora, e consegnato non parte più`, () =>
    su(async (store) => {
      await store.accoda(richiamo(2));
      await store.accoda(richiamo(1));
      assert.equal(await store.prendiRichiamo(AT(0), AT(9)), null);
      const preso = await store.prendiRichiamo(AT(3), AT(8));
      assert.equal(preso?.id, ID(1));
      assert.equal(preso?.tentativi, 1);
      const ancora = { consegnatoAt: null, errore: "500" };
      await store.segnaRichiamo(ID(1), { ...ancora, stato: "da consegnare", prossimoAt: AT(4) });
      assert.equal((await store.prendiRichiamo(AT(3), AT(8)))?.id, ID(2));
      const fine = {
        stato: "consegnato",
        prossimoAt: null,
        consegnatoAt: AT(4),
        errore: "",
      } as const;
      await store.segnaRichiamo(ID(2), fine);
      assert.equal((await store.prendiRichiamo(AT(4), AT(8)))?.tentativi, 2);
      await store.segnaRichiamo(ID(1), { ...ancora, stato: "rinunciato", prossimoAt: null });
      assert.equal(await store.prendiRichiamo("2027-01-01T00:00:00.000Z", AT(8)), null);
      const noti = await store.listRichiami(5);
      assert.deepEqual(
        noti.map(({ id, stato }) => [id, stato]),
        [
          [ID(2), "consegnato"],
          [ID(1), "rinunciato"],
        ],
      );
      assert.deepEqual(noti[0]?.intestazioni, { "x-correlation-id": ID(2) });
    }));
}
