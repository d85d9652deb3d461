import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  memoryDatabase,
  memoryUnitOfWork,
  pgUnitOfWork,
  seededRandom,
  type UnitOfWork,
} from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { unOrologio } from "./fixtures.ts";
import { COOP_MIGRATIONS } from "./index.ts";
import type { CoopStores } from "./ports.ts";
import type { DaNumerare, Fermo } from "./store.ts";
import { type BoundCoop, bindCoopMemory, bindCoopPg } from "./uscita.ts";

/** The twin answers as the real server does: one suite, two bindings. */
const clock = unOrologio();
const options = { clock, random: seededRandom("store", clock), corsieDi: () => 4 };
const stores = (bound: BoundCoop) => ({ stores: bound, beforeCommit: bound.beforeCommit });

let postgres: TestDatabase;
before(async () => {
  postgres = await testDatabase({ sets: [COOP_MIGRATIONS] });
});
after(() => postgres.close());

const gemelli: readonly (readonly [string, () => UnitOfWork<CoopStores>])[] = [
  [
    "memoria",
    () => memoryUnitOfWork(memoryDatabase(), (tx) => stores(bindCoopMemory(tx, options))),
  ],
  ["PostgreSQL", () => pgUnitOfWork(postgres.db, (sql) => stores(bindCoopPg(sql, options)))],
];

const uno = (n: number, partner: string, corsia = 0): DaNumerare => ({
  ...{ partner, corsia, tipo: "prova.v1", persona: `p${n % 3}`, riservato: false, sale: "s" },
  id: options.random.uuid(),
  corpo: JSON.stringify({ n, testo: 'città, "virgolette" e \\ barre' }),
  accodatoAt: clock.now(),
});

for (const [nome, apri] of gemelli) {
  test(`${nome} [I1]: i progressivi non hanno salti, nemmeno con più corsie in una scrittura e con scritture annullate`, async () => {
    const uow = apri();
    const partner = `i1-${nome}`;
    await uow.transaction(({ coop }) =>
      coop.append([uno(1, partner), uno(2, partner, 1), uno(3, partner)]),
    );
    await assert.rejects(
      uow.transaction(async ({ coop }) => {
        await coop.append([uno(4, partner)]);
        throw new Error("annullata");
      }),
    );
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        uow.transaction(({ coop }) => coop.append([uno(i, partner), uno(i, partner, 1)])),
      ),
    );
    for (const [corsia, quanti] of [
      [0, 14],
      [1, 13],
    ] as const) {
      const lotto = await uow.transaction(({ coop }) => coop.readLotto(partner, corsia, 100));
      assert.deepEqual(
        lotto.messaggi.map(({ progressivo }) => progressivo),
        Array.from({ length: quanti }, (_, i) => i + 1),
      );
      assert.equal(lotto.corsia.contatore, quanti);
      assert.ok(JSON.parse(lotto.messaggi[0]?.corpo ?? "").testo.includes("città"));
    }
  });

  test(`${nome} [I3]: un esito in attesa si completa una volta sola`, async () => {
    const uow = apri();
    const partner = `i3-${nome}`;
    await uow.transaction(({ coop }) => coop.append([uno(1, partner)]));
    const save = (esito: "applicato" | "in-attesa") =>
      uow.transaction(({ coop }) =>
        coop.saveEsitiUscita([
          { partner, corsia: 0, progressivo: 1, esito: { esito }, at: clock.now() },
        ]),
      );
    const read = () =>
      uow.transaction(({ coop }) => coop.readEsitiUscita(partner, 0, { da: 1, fino: 1 }));
    await save("in-attesa");
    assert.equal((await read()).get(1)?.esito, "in-attesa");
    await save("applicato");
    await save("in-attesa");
    assert.equal((await read()).get(1)?.esito, "applicato");
    const consegne = await uow.transaction(({ coop }) => coop.listConsegne("p1", 10));
    assert.ok(consegne.some((una) => una.partner === partner && una.stato === "applicato"));
  });

  test(`${nome} [I4]: una jti vale una volta, e si dimentica solo dopo la scadenza`, async () => {
    const uow = apri();
    const claim = () =>
      uow.transaction(async ({ coop }) => {
        const jti = `jti-${nome}`;
        const scadeAt = "2014-11-03T10:00:00.000Z";
        return (await coop.enterEntrata({ partner: "x", corsia: 0, jti, scadeAt })).nuova;
      });
    assert.deepEqual([await claim(), await claim()], [true, false]);
    await uow.transaction(({ coop }) => coop.forgetJti("2014-11-03T09:59:00.000Z"));
    assert.equal(await claim(), false);
    await uow.transaction(({ coop }) => coop.forgetJti("2014-11-03T10:01:00.000Z"));
    assert.equal(await claim(), true);
  });

  test(`${nome} [I5]: chi è fermo ferma solo la sua persona, e si ritenta quando è ora`, async () => {
    const uow = apri();
    const partner = `i5-${nome}`;
    const fermo = (progressivo: number, cambi: Partial<Fermo>): Fermo => ({
      ...{
        partner,
        corsia: 0,
        progressivo,
        id: options.random.uuid(),
        tipo: "prova.v1",
        persona: "p1",
      },
      ...{ riservato: false, corpo: "{}", accodatoAt: clock.now(), at: clock.now(), errore: "boh" },
      ...{ stato: "in ritentativo" as const, tentativi: 1, prossimoAt: "2014-11-03T09:10:00.000Z" },
      ...cambi,
    });
    await uow.transaction(({ coop }) =>
      coop.saveFermi([fermo(1, {}), fermo(2, { stato: "in coda", prossimoAt: null })]),
    );
    const ferme = await uow.transaction(({ coop }) => coop.findPersoneFerme(partner, ["p1", "p2"]));
    assert.deepEqual([...ferme], ["p1"]);
    const next = (adesso: string) => uow.transaction(({ coop }) => coop.nextFermo(adesso));
    assert.equal(await next("2014-11-03T09:09:59.000Z"), null);
    const due = await next("2014-11-03T09:10:00.000Z");
    assert.equal(due?.progressivo, 1);
    const suoi = await uow.transaction(({ coop }) => coop.readFermiDi(partner, "p1"));
    assert.deepEqual(
      suoi.map(({ progressivo }) => progressivo),
      [1, 2],
    );
    for (const uno of suoi) await uow.transaction(({ coop }) => coop.deleteFermo(uno));
  });
}
