import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { AdesioneId } from "../ids.ts";
import type { CivilDate, Instant } from "../time.ts";
import { conta } from "./conta.ts";
import type { Fatto, FattoContato } from "./fatti.ts";

const GIORNI = ["2014-11-03", "2014-11-04", "2014-11-05", "2014-11-06"] as const;
const noto = (giorno: string): Instant => `${giorno}T12:00:00.000Z` as Instant;

let ordine = 0;
const un = (persona: string, giorno: string, fatto: Fatto, notoGiorno = giorno): FattoContato => ({
  ...{ persona, adesioneId: `a-${persona}` as AdesioneId, giorno: giorno as CivilDate },
  ...{ notoAt: noto(notoGiorno), ordine: ordine++, fatto },
});
const domanda = (giorno: string, notoAt = noto("2015-01-01")) =>
  ({ giorno: giorno as CivilDate, notoAt, attesaDaysMax: 60 }) as const;

const STORIA: readonly FattoContato[] = [
  un("anna", "2014-11-03", { tipo: "adesione", canale: "regionale" }),
  un("anna", "2014-11-03", { tipo: "operatore", operatoreId: "OP-0001" }),
  un("anna", "2014-11-04", { tipo: "contatto", esito: "colloquio" }),
  un("anna", "2014-11-05", { tipo: "presa", fascia: 2 }, "2014-11-06"),
  un("bea", "2014-11-03", { tipo: "adesione", canale: "nazionale" }),
  un("bea", "2014-11-05", { tipo: "stato", a: "D" }),
  un("carla", "2014-11-04", { tipo: "adesione", canale: "regionale" }),
];

test("ogni persona senza presa in carico sta in una sola parte di D4, e le parti fanno il totale", () => {
  const { nonPresiInCarico: d4, presiInCarico: d3 } = conta(STORIA, domanda("2014-11-05"));
  assert.equal(d3.persone, 1);
  assert.equal(d4.totale, 2);
  assert.deepEqual(d4.chiusiSenzaPresa, { D: 1 });
  assert.equal(d4.senzaOperatore, 1);
});

test("il colloquio vale anche come convocazione e risposta", () => {
  const { giovaniContattati } = conta(STORIA, domanda("2014-11-05"));
  assert.deepEqual(giovaniContattati, {
    convocati: 1,
    raggiunti: 1,
    colloquiati: 1,
    conOperatore: 1,
  });
});

test("un fatto noto dopo non cambia la cifra com'era nota prima", () => {
  const prima = conta(STORIA, domanda("2014-11-05", noto("2014-11-05")));
  const dopo = conta(STORIA, domanda("2014-11-05", noto("2014-11-06")));
  assert.deepEqual([prima.presiInCarico.persone, dopo.presiInCarico.persone], [0, 1]);
});

test("oltre il termine di attesa si passa nella parte di chi aspetta troppo", () => {
  const storia = [
    un("dora", "2014-11-03", { tipo: "adesione", canale: "regionale" }),
    un("dora", "2014-11-03", { tipo: "operatore", operatoreId: "OP-0001" }),
  ];
  const parte = (giorno: string) => conta(storia, domanda(giorno)).nonPresiInCarico;
  assert.equal(parte("2015-01-02").inAttesaEntroTermine, 1);
  assert.equal(
    conta(storia, { ...domanda("2015-01-03"), notoAt: noto("2015-02-01") }).nonPresiInCarico
      .inAttesaOltreTermine,
    1,
  );
});

const fatto = fc.record({
  persona: fc.constantFrom("p1", "p2", "p3"),
  giorno: fc.constantFrom(...GIORNI),
  notoGiorno: fc.constantFrom(...GIORNI),
  fatto: fc.oneof(
    fc.constant<Fatto>({ tipo: "operatore", operatoreId: "OP-0001" }),
    fc.constantFrom<Fatto>(
      { tipo: "contatto", esito: "convocato" },
      { tipo: "contatto", esito: "colloquio" },
    ),
    fc.constantFrom<Fatto>({ tipo: "stato", a: "D" }, { tipo: "stato", a: "T" }),
    fc.constant<Fatto>({ tipo: "presa", fascia: 1 }),
    fc.constantFrom<Fatto>(
      { tipo: "politica", politicaId: "x", misura: "5" },
      { tipo: "politica", politicaId: "y", misura: "3" },
    ),
  ),
});

test("qualunque siano i fatti e il loro ordine d'arrivo: stessa domanda, stessa risposta, e i conti tornano", () => {
  const nati = ["p1", "p2", "p3"].map((chi) =>
    un(chi, "2014-11-03", { tipo: "adesione", canale: "regionale" }),
  );
  fc.assert(
    fc.property(
      fc.array(fatto, { maxLength: 25 }),
      fc.constantFrom(...GIORNI),
      fc.constantFrom(...GIORNI),
      (fatti, giorno, notoGiorno) => {
        const storia = [
          ...nati,
          ...fatti.map((uno) => un(uno.persona, uno.giorno, uno.fatto, uno.notoGiorno)),
        ];
        const asked = domanda(giorno, noto(notoGiorno));
        const cifre = conta(storia, asked);
        assert.deepEqual(conta(storia.toReversed(), asked), cifre);
        const later = [...storia, un("p1", giorno, { tipo: "presa", fascia: 4 }, "2014-12-31")];
        assert.deepEqual(conta(later, asked), cifre);
        const { presiInCarico: d3, nonPresiInCarico: d4, politicheAttivate: d5 } = cifre;
        assert.equal(d3.persone + d4.totale, 3);
        const chiusi = Object.values(d4.chiusiSenzaPresa).reduce((sum, n) => sum + n, 0);
        assert.equal(
          d4.senzaOperatore +
            d4.inAttesaEntroTermine +
            d4.inAttesaOltreTermine +
            d4.colloquioSenzaPatto +
            chiusi,
          d4.totale,
        );
        assert.equal(
          Object.values(d5.perMisura).reduce((sum, n) => sum + n, 0),
          d5.politiche,
        );
      },
    ),
    { numRuns: 300 },
  );
});
