import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryDatabase } from "@staffetta/platform";
import fc from "fast-check";
import { type NodoDiProva, teste, unNodo, unOrologio } from "./fixtures.ts";
import type { RichiestaFirmata, RispostaFirmata } from "./ports.ts";

const noAnswer = (): Promise<never> => Promise.reject(new Error("nessuno risponde"));
const PASSI_MAX = 400;

interface Federazione {
  readonly a: NodoDiProva;
  /** Two processes of one node: each remembers what it has seen, both have one database. */
  readonly processi: readonly [NodoDiProva, NodoDiProva];
  /** What becomes of the requests, in their order. */
  readonly sorti: { verso: 0 | 1; persa: boolean }[];
  readonly richieste: RichiestaFirmata[];
  readonly clock: ReturnType<typeof unOrologio>;
  inceppa(volte: number): void;
}

function federazione(): Federazione {
  const clock = unOrologio();
  const database = memoryDatabase();
  const sorti: { verso: 0 | 1; persa: boolean }[] = [];
  const richieste: RichiestaFirmata[] = [];
  let inceppati = 0;
  const nodo = (): NodoDiProva =>
    unNodo({
      ...{ nome: "b", partner: "a", clock, database, invia: noAnswer },
      handler: async (stores, { persona, corpo }) => {
        if (persona === "p0" && inceppati-- > 0) throw new Error("guasto tecnico");
        await stores.ricorda(`${persona} ${corpo}`, `${persona} ${corpo}`);
        return { esito: "applicato" };
      },
    });
  const processi = [nodo(), nodo()] as const;
  const invia = async (richiesta: RichiestaFirmata): Promise<RispostaFirmata> => {
    const { verso, persa } = sorti.shift() ?? { verso: 0, persa: false };
    richieste.push(richiesta);
    const risposta = await processi[verso].coop.ricevi(richiesta);
    if (persa) throw new Error("risposta persa");
    return risposta;
  };
  const a = unNodo({ nome: "a", partner: "b", clock, invia, contratto: { corsie: 2 } });
  const inceppa = (volte: number): void => {
    inceppati = volte;
  };
  return { a, processi, sorti, richieste, clock, inceppa };
}

async function svuota({ a, processi, clock }: Federazione): Promise<void> {
  for (let passo = 0; passo < PASSI_MAX; passo++) {
    const uscite = await a.uow.transaction(({ coop }) => coop.listUscite());
    const { fermi } = await processi[0].coop.quadro();
    if (fermi.length === 0 && uscite.every(({ contatore, cursore }) => cursore === contatore))
      return;
    await a.coop.avanza("b");
    await processi[0].coop.riprovaFermi();
    clock.advance(120_000);
  }
  assert.fail("l'arretrato non si svuota");
}

test("due processi dello stesso nodo che ricordano cose diverse: ogni messaggio ha un effetto, in ordine, e le teste sono uguali", async () => {
  const sorte = fc.record({ verso: fc.constantFrom(0 as const, 1 as const), persa: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(sorte, { maxLength: 40 }),
      fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 40 }),
      fc.nat({ max: 6 }),
      async (sorti, persone, inceppati) => {
        const mondo = federazione();
        mondo.sorti.push(...sorti);
        mondo.inceppa(inceppati);
        for (const [i, persona] of persone.entries()) {
          await mondo.a.accoda(`p${persona}`, String(i).padStart(4, "0"));
          await mondo.a.coop.avanza("b");
        }
        await svuota(mondo);
        const ricordi = mondo.processi[0].ricordi();
        assert.equal(ricordi.length, persone.length);
        for (const persona of new Set(persone)) {
          const suoi = ricordi.filter((testo) => testo.startsWith(`p${persona} `));
          assert.deepEqual(suoi, suoi.toSorted());
        }
        const { uscita, entrata } = await teste(mondo.a, mondo.processi[0]);
        assert.deepEqual(uscita, entrata);
      },
    ),
    { numRuns: 80 },
  );
});

test("[I4] una richiesta ripetuta dove il processo ne suppone la continuazione è respinta lo stesso", async () => {
  const mondo = federazione();
  // The second process has seen the first lotto only: for it the other is what comes next.
  for (const [testo, verso] of [["uno", 1] as const, ["due", 0] as const]) {
    await mondo.a.accoda("p1", testo);
    mondo.sorti.push({ verso, persa: false });
    await mondo.a.coop.avanza("b");
  }
  const seconda = mondo.richieste[1];
  assert.ok(seconda !== undefined);
  const { status, body } = await mondo.processi[1].coop.ricevi(seconda);
  assert.equal(status, 409);
  assert.match(body, /jti-ripetuto/);
  assert.equal(mondo.processi[0].ricordi().length, 2);
});
