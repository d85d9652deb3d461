import assert from "node:assert/strict";
import { test } from "node:test";
import { unNodo, unOrologio } from "./fixtures.ts";
import { headAfter, perTratto } from "./legame.ts";
import type { Legame } from "./ports.ts";

const noAnswer = (): Promise<never> => Promise.reject(new Error("nessuno risponde"));
const base = { nome: "a", partner: "b", invia: noAnswer } as const;

/** A partner that understands one message a call: the older systems. */
const unoPerVolta = (
  presi: string[],
  guasto: (corpo: string) => boolean = () => false,
  pausa: Readonly<{ retryAfterMs?: number }> = {},
): Legame =>
  perTratto(async (_contratto, { corsia, messaggi }) => {
    const [uno] = messaggi;
    if (uno === undefined || guasto(uno.corpo))
      return { codice: "soap-fault", dettaglio: "occupato", ...pausa };
    presi.push(uno.corpo);
    return {
      fino: uno.progressivo,
      testa: headAfter({ corsia, messaggi: [uno] }),
      esiti: new Map(
        uno.corpo.includes("no")
          ? [[uno.progressivo, { esito: "rifiutato", codice: "prova.no", fatti: {} } as const]]
          : [],
      ),
      prova: { corpo: `<ok>${uno.progressivo}</ok>`, intestazioni: {} },
    };
  });

test("legame: a partner that takes one message a time gets them all, in order, each with its outcome", async () => {
  const clock = unOrologio();
  const presi: string[] = [];
  const told: string[] = [];
  const a = unNodo({
    ...{ ...base, clock, contratto: { corsie: 1, legame: "uno" } },
    legami: { uno: unoPerVolta(presi) },
    suEsito: async (_stores, { corpo }, { esito }) => void told.push(`${corpo} ${esito}`),
  });
  for (const testo of ["1", "no", "3"]) await a.accoda("p", testo);
  for (let i = 1; i <= 3; i++) {
    assert.deepEqual(await a.coop.avanza("b"), { inviati: 1, prossimo: "subito" });
    const [lane] = await a.uow.transaction(({ coop }) => coop.listUscite());
    assert.equal(lane?.cursore, i);
  }
  assert.equal((await a.coop.avanza("b")).prossimo, "attendi");
  assert.deepEqual(presi, ['"1"', '"no"', '"3"']);
  assert.deepEqual(told, ['"1" applicato', '"no" rifiutato', '"3" applicato']);
});

test("legame: a partner that asks for a pause is not called before its end", async () => {
  const clock = unOrologio("2014-11-03T09:00:00.000Z");
  const presi: string[] = [];
  let busy = true;
  const a = unNodo({
    ...{ ...base, clock, contratto: { corsie: 1, legame: "uno" } },
    legami: { uno: unoPerVolta(presi, () => busy, { retryAfterMs: 300_000 }) },
  });
  await a.accoda("p", "1");
  assert.equal((await a.coop.avanza("b")).prossimo, "2014-11-03T09:05:00.000Z");
  busy = false;
  clock.advance(299_000);
  assert.equal((await a.coop.avanza("b")).inviati, 0);
  clock.advance(1_000);
  assert.equal((await a.coop.avanza("b")).inviati, 1);
  assert.deepEqual(presi, ['"1"']);
});

test("legame: when one lane gets nowhere the others keep what they delivered", async () => {
  const clock = unOrologio();
  const presi: string[] = [];
  const a = unNodo({
    ...{ ...base, clock, contratto: { corsie: 2, legame: "uno" } },
    legami: { uno: unoPerVolta(presi, (corpo) => corpo === '"ferma"') },
  });
  // Lane 1 for the first person, lane 0 for the second.
  await a.accoda("p1", "ferma");
  await a.accoda("p2", "va");
  const lanes = () => a.uow.transaction(({ coop }) => coop.listUscite());
  assert.deepEqual(
    (await lanes()).map(({ corsia, contatore }) => [corsia, contatore]),
    [
      [0, 1],
      [1, 1],
    ],
  );
  await a.coop.avanza("b");
  await a.coop.avanza("b");
  const cursori = (await lanes()).map(({ cursore }) => cursore).sort();
  assert.deepEqual(cursori, [0, 1]);
  assert.deepEqual(presi, ['"va"']);
});

test("legame: a contract that names an unknown binding stops the start; one that reports too much is a defect", async () => {
  const clock = unOrologio();
  assert.throws(
    () => unNodo({ ...base, clock, contratto: { legame: "piccione" } }),
    /non c'è il legame piccione/,
  );
  const bugiardo: Legame = {
    consegna: async (_contratto, tratti) =>
      tratti.map(({ corsia }) => ({
        ...{ fino: corsia.cursore + 9, testa: "", esiti: new Map() },
        prova: { corpo: "", intestazioni: {} },
      })),
  };
  const a = unNodo({
    ...{ ...base, clock, contratto: { corsie: 1, legame: "x" } },
    legami: { x: bugiardo },
  });
  await a.accoda("p", "1");
  await assert.rejects(a.coop.avanza("b"), /fuori dal lotto/);
  const [lane] = await a.uow.transaction(({ coop }) => coop.listUscite());
  assert.equal(lane?.cursore, 0);
});
