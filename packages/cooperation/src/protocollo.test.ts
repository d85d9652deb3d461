import assert from "node:assert/strict";
import { test } from "node:test";
import { seededRandom } from "@staffetta/platform";
import fc from "fast-check";
import { firmaSimulata } from "./firma.ts";
import { type NodoDiProva, teste, unNodo, unOrologio } from "./fixtures.ts";
import type { RichiestaFirmata, RispostaFirmata } from "./ports.ts";

const ROUNDS_MAX = 80;
const noAnswer = (): Promise<never> => Promise.reject(new Error("nessuno risponde"));

/** Steps every lane, past all back-offs, until nothing waits to leave. */
async function drain(
  nodo: NodoDiProva,
  partner: string,
  clock: { advance(ms: number): void },
): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const waiting = await nodo.uow.transaction(({ coop }) => coop.listUscite());
    const open = waiting.filter(({ contatore, cursore }) => cursore < contatore);
    if (open.length === 0) return;
    await nodo.coop.avanza(partner);
    clock.advance(120_000);
  }
  assert.fail("l'arretrato non si svuota");
}

function dueNodi(fault: () => "ok" | "persa" | "risposta-persa" | "doppia" = () => "ok") {
  const clock = unOrologio();
  const nodi: { b?: NodoDiProva } = {};
  const invia = async (richiesta: RichiestaFirmata): Promise<RispostaFirmata> => {
    const ricevi = nodi.b?.coop.ricevi;
    if (ricevi === undefined) throw new Error("nessuno risponde");
    const kind = fault();
    if (kind === "persa") throw new Error("richiesta persa");
    const risposta = await ricevi(richiesta);
    if (kind === "doppia") return ricevi(richiesta);
    if (kind === "risposta-persa") throw new Error("risposta persa");
    return risposta;
  };
  const a = unNodo({ nome: "a", partner: "b", clock, invia });
  const b = unNodo({ nome: "b", partner: "a", clock, invia: noAnswer });
  nodi.b = b;
  return { a, b, clock };
}

const perPersona = (ricordi: readonly string[], persona: string): string[] =>
  ricordi.filter((testo) => testo.startsWith(`${persona} `));

test("flusso: whatever is lost or doubled on the way, each message takes effect once and in order, and both ends hold one head (I1, I2, I3, I7)", async () => {
  const faults = fc.array(fc.constantFrom("ok", "persa", "risposta-persa", "doppia"), {
    maxLength: 40,
  });
  const messages = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(faults, messages, async (schedule, persone) => {
      const left = [...schedule];
      const { a, b, clock } = dueNodi(() => left.shift() ?? "ok");
      let sent = 0;
      for (const persona of persone) {
        await a.accoda(`p${persona}`, String(sent++).padStart(4, "0"));
        if (sent % 7 === 0) await a.coop.avanza("b");
      }
      await drain(a, "b", clock);
      assert.equal(b.ricordi().length, persone.length);
      for (const persona of new Set(persone)) {
        const texts = perPersona(b.ricordi(), `p${persona}`);
        assert.deepEqual(texts, texts.toSorted());
      }
      const { uscita, entrata } = await teste(a, b);
      assert.deepEqual(uscita, entrata);
    }),
    { numRuns: 60 },
  );
});

test("flusso: a refusal goes back to the sender once and the lane goes on", async () => {
  const clock = unOrologio();
  const told: string[] = [];
  const nodi: { b?: NodoDiProva } = {};
  const a = unNodo({
    nome: "a",
    partner: "b",
    clock,
    invia: (richiesta) => nodi.b?.coop.ricevi(richiesta) ?? Promise.reject(new Error("no")),
    suEsito: async (_stores, { corpo }, { esito }) => void told.push(`${corpo} ${esito}`),
  });
  nodi.b = unNodo({
    nome: "b",
    partner: "a",
    clock,
    invia: () => Promise.reject(new Error("no")),
    handler: async (stores, { corpo }) => {
      if (corpo === '"no"') return { esito: "rifiutato", codice: "prova.no", fatti: { perche: 1 } };
      await stores.ricorda(corpo, corpo);
      return { esito: "applicato" };
    },
  });
  for (const testo of ["uno", "no", "due"]) await a.accoda("p", testo);
  await drain(a, "b", clock);
  assert.deepEqual(told, ['"uno" applicato', '"no" rifiutato', '"due" applicato']);
  assert.deepEqual(nodi.b.ricordi(), ['"uno"', '"due"']);
  const { rifiuti } = await a.coop.quadro();
  assert.deepEqual(
    rifiuti.map(({ codice, fatti }) => ({ codice, fatti })),
    [{ codice: "prova.no", fatti: { perche: 1 } }],
  );
  const aParte = await a.coop.quadro(["prova.no"]);
  assert.deepEqual(aParte.rifiuti, []);
  assert.deepEqual(
    aParte.contati.map(({ codice, partner, quanti }) => [codice, partner, quanti]),
    [["prova.no", "b", 1]],
  );
});

test("quarantena: only the same person waits behind a fault, and the late outcome comes back (I5)", async () => {
  const clock = unOrologio();
  const nodi: { a?: NodoDiProva; b?: NodoDiProva } = {};
  const told: string[] = [];
  let broken = true;
  nodi.a = unNodo({
    nome: "a",
    partner: "b",
    clock,
    invia: (richiesta) => nodi.b?.coop.ricevi(richiesta) ?? Promise.reject(new Error("no")),
    suEsito: async (_stores, { corpo }, { esito }) => void told.push(`${corpo} ${esito}`),
  });
  nodi.b = unNodo({
    nome: "b",
    partner: "a",
    clock,
    invia: (richiesta) => nodi.a?.coop.ricevi(richiesta) ?? Promise.reject(new Error("no")),
    handler: async (stores, { persona, corpo }) => {
      if (persona === "lenta" && broken) throw new Error("disco pieno");
      await stores.ricorda(`${persona} ${corpo}`, `${persona} ${corpo}`);
      return { esito: "applicato" };
    },
  });
  const { a, b } = nodi;
  await a.accoda("lenta", "1");
  await a.accoda("svelta", "1");
  await a.accoda("lenta", "2");
  await a.accoda("svelta", "2");
  await drain(a, "b", clock);
  assert.deepEqual(b.ricordi(), ['svelta "1"', 'svelta "2"']);
  assert.deepEqual(told, ['"1" applicato', '"2" applicato']);
  const { fermi } = await b.coop.quadro();
  assert.deepEqual(
    fermi.map(({ stato }) => stato),
    ["in ritentativo", "in coda"],
  );
  broken = false;
  clock.advance(60_000);
  assert.equal(await b.coop.riprovaFermi(), 2);
  await drain(b, "a", clock);
  assert.deepEqual(perPersona(b.ricordi(), "lenta"), ['lenta "1"', 'lenta "2"']);
  assert.equal(told.length, 4);
  assert.deepEqual((await b.coop.quadro()).fermi, []);
});

test("porta: a replayed request, a gap and another history are refused and change nothing (I4)", async () => {
  const clock = unOrologio();
  const captured: RichiestaFirmata[] = [];
  const b = unNodo({ nome: "b", partner: "a", clock, invia: noAnswer });
  const other = unNodo({ nome: "b", partner: "a", clock, invia: noAnswer });
  const a = unNodo({
    nome: "a",
    partner: "b",
    clock,
    contratto: { corsie: 1 },
    invia: async (richiesta) => {
      captured.push(richiesta);
      return b.coop.ricevi(richiesta);
    },
  });
  await a.accoda("p", "1");
  await a.coop.avanza("b");
  await a.accoda("p", "2");
  await a.coop.avanza("b");
  const [first, second] = captured;
  assert.ok(first && second);
  const replayed = await b.coop.ricevi(first);
  assert.equal(JSON.parse(replayed.body).type.split(":").at(-1), "jti-ripetuto");
  assert.deepEqual(JSON.parse((await other.coop.ricevi(second)).body).tratti, [
    { corsia: 0, codice: "lacuna", fatti: { atteso: 1, da: 2 } },
  ]);
  const lookalike = unNodo({
    nome: "a",
    partner: "b",
    clock,
    random: seededRandom("altro"),
    contratto: { corsie: 1 },
    invia: b.coop.ricevi,
  });
  await lookalike.accoda("p", "un'altra storia");
  assert.equal((await lookalike.coop.avanza("b")).inviati, 0);
  assert.deepEqual(b.ricordi(), ['p "1"', 'p "2"']);
  assert.deepEqual(other.ricordi(), []);
  const { allarmi } = await b.coop.quadro();
  assert.deepEqual(allarmi.map(({ codice }) => codice).sort(), [
    "catena-interrotta",
    "jti-ripetuto",
  ]);
});

test("porta: a lane that is turned away does not hold back the others (I4)", async () => {
  const clock = unOrologio();
  const b = unNodo({ nome: "b", partner: "a", clock, invia: noAnswer });
  const first = unNodo({ nome: "a", partner: "b", clock, invia: b.coop.ricevi });
  await first.accoda("p1", "1");
  await first.coop.avanza("b");
  // The same node with its memory lost: the history of p1's lane is another one.
  const again = unNodo({
    ...{ nome: "a", partner: "b", clock, random: seededRandom("altro") },
    invia: b.coop.ricevi,
  });
  await again.accoda("p1", "un'altra storia");
  await again.accoda("p2", "2");
  assert.equal((await again.coop.avanza("b")).inviati, 1);
  assert.deepEqual(b.ricordi(), ['p1 "1"', 'p2 "2"']);
  const stati = (await again.coop.quadro()).corsie.map(({ arretrato, stato }) => [
    arretrato,
    stato,
  ]);
  assert.deepEqual(stati.toSorted(), [
    [0, "aperta"],
    [1, "in errore"],
  ]);
  assert.deepEqual(
    (await again.coop.quadro()).allarmi.map(({ codice }) => codice),
    ["ricevuta-catena-interrotta"],
  );
});

test("porta: an unknown node, an unreadable batch and an altered body each get their own refusal", async () => {
  const clock = unOrologio();
  const b = unNodo({ nome: "b", partner: "a", clock, invia: noAnswer });
  const firma = firmaSimulata({ nodo: "a", clock, random: seededRandom(1) });
  const ask = async (mittente: string, body: string, signed = body): Promise<string> => {
    const headers = await firma.firma(signed, "b");
    const answer = await b.coop.ricevi({ mittente, destinatario: "b", headers, body });
    return JSON.parse(answer.body).type.split(":").at(-1);
  };
  assert.equal(await ask("x", "{}"), "nodo-sconosciuto");
  assert.equal(await ask("a", "non è un lotto"), "lotto-illeggibile");
  assert.equal(await ask("a", "cambiato per strada", "{}"), "corpo-alterato");
  assert.equal((await b.coop.quadro()).allarmi.length, 3);
});

test("circuito: a partner that does not answer is left alone for longer and longer, then drained (I9)", async () => {
  const clock = unOrologio();
  let up = false;
  let calls = 0;
  const b = unNodo({ nome: "b", partner: "a", clock, invia: noAnswer });
  const a = unNodo({
    nome: "a",
    partner: "b",
    clock,
    contratto: { corsie: 1 },
    invia: (richiesta) => {
      calls++;
      return up ? b.coop.ricevi(richiesta) : noAnswer();
    },
  });
  for (let i = 0; i < 10; i++) await a.accoda("p", String(i));
  for (let minute = 0; minute < 60; minute++) {
    await a.coop.avanza("b");
    clock.advance(5_000);
  }
  assert.ok(calls < 20, `${calls} tentativi in cinque minuti`);
  up = true;
  await drain(a, "b", clock);
  assert.equal(b.ricordi().length, 10);
});
