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
import type { DaNumerare, EsitoNoto, Fermo, MessaggioInEntrata } from "./store.ts";
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

const ignore = (): void => undefined;

for (const [nome, apri] of gemelli) {
  test(`${nome} [I1]: i progressivi non hanno salti, nemmeno con più corsie in una scrittura e con scritture annullate`, async () => {
    const uow = apri();
    const partner = `i1-${nome}`;
    const detti: (readonly number[])[] = [];
    const hear = (progressivi: readonly number[]): void => void detti.push(progressivi);
    await uow.transaction(({ coop }) =>
      coop.append([uno(1, partner), uno(2, partner, 1), uno(3, partner)], hear),
    );
    await assert.rejects(
      uow.transaction(async ({ coop }) => {
        await coop.append([uno(4, partner)], hear);
        throw new Error("annullata");
      }),
    );
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        uow.transaction(({ coop }) => coop.append([uno(i, partner), uno(i, partner, 1)], hear)),
      ),
    );
    assert.deepEqual(detti[0], [1, 1, 2]);
    const confermati = detti.slice(-12);
    for (const posto of [0, 1])
      assert.deepEqual(
        confermati.map((numeri) => numeri[posto] ?? 0).toSorted((a, b) => a - b),
        Array.from({ length: 12 }, (_, i) => i + 3 - posto),
        "ogni transazione sa i suoi numeri",
      );
    for (const [corsia, quanti] of [
      [0, 14],
      [1, 13],
    ] as const) {
      const tratti = await uow.transaction(({ coop }) => coop.readTratti(partner, [corsia], 100));
      const [tratto] = tratti;
      assert.deepEqual(
        tratto?.messaggi.map(({ progressivo }) => progressivo),
        Array.from({ length: quanti }, (_, i) => i + 1),
      );
      assert.equal(tratto?.corsia.contatore, quanti);
      assert.ok(JSON.parse(tratto?.messaggi[0]?.corpo ?? "").testo.includes("città"));
    }
  });

  test(`${nome} [I3]: un esito in attesa si completa una volta sola`, async () => {
    const uow = apri();
    const partner = `i3-${nome}`;
    await uow.transaction(({ coop }) => coop.append([uno(1, partner)], ignore));
    const save = (esito: "applicato" | "in-attesa") =>
      uow.transaction(({ coop }) =>
        coop.saveEsitiUscita([
          { partner, corsia: 0, progressivo: 1, esito: { esito }, at: clock.now() },
        ]),
      );
    const read = () =>
      uow.transaction(({ coop }) => coop.readEsitiUscita(partner, [{ corsia: 0, da: 1, fino: 1 }]));
    await save("in-attesa");
    assert.equal((await read())[0]?.esito.esito, "in-attesa");
    await save("applicato");
    await save("in-attesa");
    assert.equal((await read())[0]?.esito.esito, "applicato");
    const consegne = await uow.transaction(({ coop }) => coop.listConsegne("p1", 10));
    assert.ok(consegne.some((una) => una.partner === partner && una.stato === "applicato"));
  });

  test(`${nome} [I4]: una jti vale una volta, e si dimentica solo dopo la scadenza`, async () => {
    const uow = apri();
    const claim = () =>
      uow.transaction(async ({ coop }) => {
        const jti = `jti-${nome}`;
        const scadeAt = "2014-11-03T10:00:00.000Z";
        const entrata = { partner: "x", corsie: [0], jti, scadeAt, persone: [] };
        return (await coop.enterEntrata(entrata)).nuova;
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
    const { ferme } = await uow.transaction(({ coop }) =>
      coop.enterEntrata({
        ...{ partner, corsie: [0], jti: `i5-${nome}`, scadeAt: clock.now() },
        persone: ["p1", "p2"],
      }),
    );
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

  test(`${nome} [I1]: un lotto prende le corsie a turno finché ce ne sta, e il cursore si muove da solo`, async () => {
    const uow = apri();
    const partner = `tratti-${nome}`;
    const quanti = [3, 0, 4];
    await uow.transaction(({ coop }) =>
      coop.append(
        quanti.flatMap((n, corsia) => Array.from({ length: n }, (_, i) => uno(i, partner, corsia))),
        ignore,
      ),
    );
    const read = async (corsie: readonly number[], messagesMax: number) => {
      const tratti = await uow.transaction(({ coop }) =>
        coop.readTratti(partner, corsie, messagesMax),
      );
      return tratti.map(({ corsia, messaggi }) => [
        corsia.corsia,
        ...messaggi.map(({ progressivo }) => progressivo),
      ]);
    };
    assert.deepEqual(await read([0, 1, 2, 3], 5), [
      [0, 1, 2, 3],
      [2, 1, 2],
    ]);
    assert.deepEqual(await read([2, 3, 0], 5), [
      [2, 1, 2, 3, 4],
      [0, 1],
    ]);
    await uow.transaction(async ({ coop }) => {
      const cursori = await coop.lockCursori(partner, [2]);
      const cursore = cursori.get(2);
      assert.equal(cursore?.cursore, 0);
      assert.ok(cursore);
      const at = clock.now();
      const moved = { ...cursore, cursore: 3, testa: "t", ultimaRicevutaAt: at };
      await coop.moveCursori([moved], [{ partner, corpo: "", intestazioni: {}, at }], true);
    });
    assert.deepEqual(await read([0, 2], 100), [
      [0, 1, 2, 3],
      [2, 4],
    ]);
    const mie = (await uow.transaction(({ coop }) => coop.listUscite())).filter(
      (una) => una.partner === partner,
    );
    assert.deepEqual(
      mie.map(({ corsia, contatore, cursore }) => [corsia, contatore, cursore]),
      [
        [0, 3, 0],
        [2, 4, 3],
      ],
    );
    await uow.transaction(({ coop }) => coop.setInPausa(partner, true));
    assert.deepEqual(await read([0, 2], 100), []);
  });

  test(`${nome} [I2]: una ricevuta muove solo i cursori che sono ancora dov'erano, e si conserva se ne ha mosso uno`, async () => {
    const uow = apri();
    const partner = `fermo-${nome}`;
    const at = clock.now();
    await uow.transaction(({ coop }) => coop.append([uno(1, partner), uno(2, partner, 1)], ignore));
    const cursore = (corsia: number, prima: number) => ({
      ...{ partner, corsia, prima, cursore: prima + 1, testa: `t${prima}`, ultimaRicevutaAt: at },
    });
    const move = async (...cursori: ReturnType<typeof cursore>[]) => [
      ...(await uow.single(({ coop }) =>
        coop.moveIfStill(cursori, { partner, corpo: "r", intestazioni: {}, at }),
      )),
    ];
    assert.deepEqual(await move(cursore(0, 0)), [0]);
    assert.deepEqual(await move(cursore(0, 0), cursore(1, 0)), [1]);
    assert.deepEqual(await move(cursore(0, 0), cursore(1, 0)), []);
    const uscite = await uow.transaction(({ coop }) => coop.listUscite());
    assert.deepEqual(
      uscite.filter((una) => una.partner === partner).map((una) => [una.cursore, una.testa]),
      [
        [1, "t0"],
        [1, "t0"],
      ],
    );
  });

  test(`${nome} [I2]: il segno e gli esiti di più corsie si scrivono insieme, e si rileggono uguali`, async () => {
    const uow = apri();
    const partner = `i2-${nome}`;
    const at = clock.now();
    const uno = (corsia: number, progressivo: number, esito: EsitoNoto): MessaggioInEntrata => ({
      ...{ partner, corsia, progressivo, id: options.random.uuid(), tipo: "prova.v1" },
      ...{ persona: "p", impronta: `i${corsia}${progressivo}`, esito, at },
    });
    const no = { esito: "rifiutato", codice: "prova.no", fatti: { perché: "così" } } as const;
    const messaggi = [
      uno(0, 1, { esito: "applicato" }),
      uno(0, 2, no),
      uno(3, 1, { esito: "in-attesa" }),
    ];
    await uow.transaction(async ({ coop }) => {
      const scadeAt = "2014-11-03T10:00:00.000Z";
      const entrata = { partner, corsie: [0, 3], jti: `i2-${nome}`, scadeAt, persone: ["p"] };
      const { nuova, corsie } = await coop.enterEntrata(entrata);
      assert.deepEqual([nuova, corsie.get(0)?.segno, corsie.get(3)?.segno], [true, 0, 0]);
      const lane = { partner, testa: "t", ultimoAt: at };
      await coop.advanceEntrata(
        [
          { ...lane, corsia: 0, segno: 2 },
          { ...lane, corsia: 3, segno: 1 },
        ],
        messaggi,
      );
    });
    const intervalli = [
      { corsia: 0, da: 1, fino: 9 },
      { corsia: 3, da: 1, fino: 1 },
    ];
    const letti = await uow.transaction(({ coop }) => coop.readEntrata(partner, intervalli));
    const byPlace = letti.toSorted((a, b) => a.corsia - b.corsia || a.progressivo - b.progressivo);
    assert.deepEqual(
      byPlace,
      messaggi.map(({ corsia, progressivo, esito, impronta }) => ({
        ...{ corsia, progressivo, esito, impronta },
      })),
    );
    const entrate = await uow.transaction(({ coop }) => coop.listEntrate());
    assert.deepEqual(
      entrate.filter((una) => una.partner === partner).map(({ corsia, segno }) => [corsia, segno]),
      [
        [0, 2],
        [3, 1],
      ],
    );
  });
}
