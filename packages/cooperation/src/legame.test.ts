import assert from "node:assert/strict";
import { test } from "node:test";
import { unNodo, unOrologio } from "./fixtures.ts";
import { headAfter } from "./legame.ts";
import type { Legame } from "./ports.ts";

const noAnswer = (): Promise<never> => Promise.reject(new Error("nessuno risponde"));
const base = { nome: "a", partner: "b", invia: noAnswer } as const;

/** A partner that understands one message a call: the older systems. */
function unoPerVolta(presi: string[], guasto: () => boolean = () => false): Legame {
  return {
    consegna: async (_contratto, lotto) => {
      const messaggi = lotto.messaggi.slice(0, 1);
      const [uno] = messaggi;
      if (uno === undefined || guasto())
        return { codice: "soap-fault", dettaglio: "occupato", retryAfterMs: 300_000 };
      presi.push(uno.corpo);
      return {
        fino: uno.progressivo,
        testa: headAfter({ ...lotto, messaggi }),
        esiti: new Map(
          uno.corpo.includes("no")
            ? [[uno.progressivo, { esito: "rifiutato", codice: "prova.no", fatti: {} } as const]]
            : [],
        ),
        prova: { corpo: `<ok>${uno.progressivo}</ok>`, intestazioni: {} },
      };
    },
  };
}

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
    assert.deepEqual(await a.coop.avanza("b", 0), { inviati: 1, prossimo: "subito" });
    const [lane] = await a.uow.transaction(({ coop }) => coop.listUscite());
    assert.equal(lane?.cursore, i);
  }
  assert.equal((await a.coop.avanza("b", 0)).prossimo, "attendi");
  assert.deepEqual(presi, ['"1"', '"no"', '"3"']);
  assert.deepEqual(told, ['"1" applicato', '"no" rifiutato', '"3" applicato']);
});

test("legame: a partner that asks for a pause is not called before its end", async () => {
  const clock = unOrologio("2014-11-03T09:00:00.000Z");
  const presi: string[] = [];
  let busy = true;
  const a = unNodo({
    ...{ ...base, clock, contratto: { corsie: 1, legame: "uno" } },
    legami: { uno: unoPerVolta(presi, () => busy) },
  });
  await a.accoda("p", "1");
  assert.equal((await a.coop.avanza("b", 0)).prossimo, "2014-11-03T09:05:00.000Z");
  busy = false;
  clock.advance(299_000);
  assert.equal((await a.coop.avanza("b", 0)).inviati, 0);
  clock.advance(1_000);
  assert.equal((await a.coop.avanza("b", 0)).inviati, 1);
  assert.deepEqual(presi, ['"1"']);
});

test("legame: a contract that names an unknown binding stops the start; one that reports too much is a defect", async () => {
  const clock = unOrologio();
  assert.throws(
    () => unNodo({ ...base, clock, contratto: { legame: "piccione" } }),
    /non c'è il legame piccione/,
  );
  const bugiardo: Legame = {
    consegna: async (_contratto, { corsia }) => ({
      ...{ fino: corsia.cursore + 9, testa: "", esiti: new Map() },
      prova: { corpo: "", intestazioni: {} },
    }),
  };
  const a = unNodo({
    ...{ ...base, clock, contratto: { corsie: 1, legame: "x" } },
    legami: { x: bugiardo },
  });
  await a.accoda("p", "1");
  await assert.rejects(a.coop.avanza("b", 0), /fuori dal lotto/);
  const [lane] = await a.uow.transaction(({ coop }) => coop.listUscite());
  assert.equal(lane?.cursore, 0);
});
