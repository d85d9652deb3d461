import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CodiceRegione, GiovaneId } from "../ids.ts";
import { REGOLE_ADESIONE_2014 } from "../pacchetto/regole-adesione.ts";
import { MOTIVI_NON_PRESA, type MotivoNonPresa } from "../presa-in-carico/contatto.ts";
import type { CivilDate, Instant } from "../time.ts";
import { type Adesione, STATI_ADESIONE, type StatoAdesione } from "./adesione.ts";
import * as decide from "./decide.ts";
import { type EventoAdesione, evolve } from "./evolve.ts";
import { ALTRO, OGGI, OPERATORE, ORA, unaAdesione } from "./fixtures.ts";
import { valutaRequisiti } from "./requisiti.ts";
import { type Autorita, findTransizione, STATI_APERTI, TRANSIZIONI } from "./transizioni.ts";

const STATI = Object.keys(STATI_ADESIONE) as StatoAdesione[];
const AUTORITA: readonly Autorita[] = ["giovane", "operatore", "regione", "registro-nazionale"];

/** The law written a second time, by hand, as a reader of the wire would: `da` → `a` → who. */
const LEGGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  A: {
    P: "operatore",
    X: "operatore regione",
    D: "giovane",
    U: "operatore regione",
    N: "registro-nazionale",
    C: "operatore regione",
  },
  P: { T: "operatore", F: "operatore regione", R: "operatore regione", C: "regione" },
  T: { F: "operatore regione", R: "operatore regione", C: "regione" },
  F: { A: "regione" },
  C: { A: "regione" },
  D: { A: "regione" },
  U: { A: "regione" },
  N: { A: "regione" },
  X: { A: "regione" },
  R: { A: "regione" },
};

test("[A1] ogni casella della tabella, stato per stato e autorità per autorità, dice quello che dice la legge", () => {
  let ammesse = 0;
  for (const da of STATI)
    for (const a of STATI)
      for (const chi of AUTORITA) {
        const expected = (LEGGE[da]?.[a] ?? "").split(" ").includes(chi);
        const esito = decide.cambiaStato(unaAdesione({ stato: da }), { a, chi }, ORA);
        assert.equal(esito.ok, expected, `${da} → ${a} da ${chi}`);
        if (esito.ok) ammesse++;
        else
          assert.deepEqual(esito.rifiuto, {
            code: "adesione.transizione-non-ammessa",
            stato: da,
            a,
            chi,
          });
      }
  assert.equal(ammesse, 27);
});

test("[A1] prima del primo giorno del programma nessun passaggio è ammesso", () => {
  const prima = "2014-04-30T10:00:00.000Z" as Instant;
  for (const { da, a, chi } of TRANSIZIONI) {
    const [una] = chi;
    assert.ok(una);
    assert.equal(decide.cambiaStato(unaAdesione({ stato: da }), { a, chi: una }, prima).ok, false);
  }
});

test("[A1] il giorno che conta è quello di Roma: le 23 del 30 aprile a Londra sono già maggio", () => {
  const passo = { da: "A", a: "D", rettifica: false } as const;
  assert.equal(findTransizione({ ...passo, giorno: "2014-04-30" }), undefined);
  const notte = "2014-04-30T22:30:00.000Z" as Instant;
  assert.ok(decide.cambiaStato(unaAdesione(), { a: "D", chi: "giovane" }, notte).ok);
});

const chi = {
  regione: "10" as CodiceRegione,
  canale: "regionale",
  giovaneId: "g" as GiovaneId,
} as const;
const registra = (dataNascita: string, altre: readonly Adesione[] = [], dataAdesione = OGGI) =>
  decide.registra(
    { ...chi, id: unaAdesione().id, dataNascita: dataNascita as CivilDate, dataAdesione },
    altre,
    REGOLE_ADESIONE_2014,
    ORA,
  );

test("[A2] con un'adesione aperta nella regione la seconda è rifiutata e dice quale; con una chiusa no", () => {
  for (const stato of STATI) {
    const prima = unaAdesione({ stato });
    const esito = registra("1995-01-01", [prima]);
    assert.equal(esito.ok, !STATI_APERTI.has(stato), stato);
    if (!esito.ok)
      assert.deepEqual(esito.rifiuto, { code: "adesione.gia-aperta", adesioneId: prima.id, stato });
  }
});

test("[A7] dai quindici anni compiuti al giorno prima dei trenta, e l'età si congela", () => {
  const casi = [
    ["1999-11-03", true, 15],
    ["1999-11-04", false, 14],
    ["1984-11-04", true, 29],
    ["1984-11-03", false, 30],
    ["1984-02-29", false, 30],
  ] as const;
  for (const [nascita, ammesso, anni] of casi) {
    const esito = registra(nascita);
    assert.equal(esito.ok, ammesso, nascita);
    const valutate = valutaRequisiti(nascita as CivilDate, OGGI, REGOLE_ADESIONE_2014);
    assert.equal(valutate[0]?.fatti.etaYears, anni);
    if (esito.ok)
      assert.equal(esito.value[0]?.tipo === "adesione-registrata" && esito.value[0].etaYears, anni);
  }
});

test("[A7] chi è nato il 29 febbraio compie gli anni il primo marzo, se l'anno non è bisestile", () => {
  const eta = (giorno: string): number | undefined =>
    valutaRequisiti("1996-02-29" as CivilDate, giorno as CivilDate, REGOLE_ADESIONE_2014)[0]?.fatti
      .etaYears;
  assert.equal(eta("2014-02-28"), 17);
  assert.equal(eta("2014-03-01"), 18);
  assert.equal(eta("2016-02-29"), 20);
});

test("[A4] mentre P aspetta la conferma nessuno può cambiare stato, qualunque passaggio chieda", () => {
  const adesione = unaAdesione({ stato: "P", inConferma: true, operatoreId: OPERATORE });
  for (const a of STATI)
    for (const autorita of AUTORITA) {
      const esito = decide.cambiaStato(adesione, { a, chi: autorita }, ORA);
      assert.equal(!esito.ok && esito.rifiuto.code, "adesione.in-conferma", `${a} ${autorita}`);
    }
  assert.ok(decide.confermaPresa(adesione, ORA).ok);
  for (const stato of STATI)
    assert.equal(decide.confermaPresa(unaAdesione({ stato }), ORA).ok, false);
});

const applica = (prima: Adesione | null, eventi: readonly EventoAdesione[]): Adesione =>
  eventi.reduce<Adesione | null>(evolve, prima) as Adesione;

test("[A5] la P rifiutata torna ad A con una rettifica e finisce in N, e nient'altro è una rettifica", () => {
  const adesione = unaAdesione({ stato: "P", inConferma: true, version: 3 });
  const esito = decide.rettificaPresa(adesione, "adesione.presa-in-carico-altrove", ORA);
  assert.ok(esito.ok);
  const stati = esito.value.map(
    (evento) => evento.tipo === "stato-cambiato" && [evento.da, evento.a, evento.rettifica],
  );
  assert.deepEqual(stati, [
    ["P", "A", true],
    ["A", "N", false],
  ]);
  const dopo = applica(adesione, esito.value);
  assert.deepEqual([dopo.stato, dopo.inConferma, dopo.version], ["N", false, 5]);
  assert.deepEqual(
    TRANSIZIONI.filter(({ soloRettifica }) => soloRettifica).map(({ da, a }) => da + a),
    ["PA"],
  );
  assert.equal(decide.rettificaPresa(unaAdesione({ stato: "P" }), "x", ORA).ok, false);
});

test("[A6] l'operatore si sceglie e si cambia solo in A, e solo con un altro", () => {
  for (const stato of STATI) {
    const esito = decide.scegliOperatore(unaAdesione({ stato }), OPERATORE, ORA);
    assert.equal(esito.ok, stato === "A", stato);
  }
  const scelto = unaAdesione({ operatoreId: OPERATORE });
  assert.equal(decide.scegliOperatore(scelto, OPERATORE, ORA).ok, false);
  const cambio = decide.scegliOperatore(scelto, ALTRO, ORA);
  assert.ok(cambio.ok);
  assert.deepEqual(cambio.value[0], {
    tipo: "operatore-scelto",
    at: ORA,
    operatoreId: ALTRO,
    precedenteId: OPERATORE,
  });
});

test("[A6] prende in carico solo l'operatore scelto dal giovane", () => {
  const adesione = unaAdesione({ operatoreId: OPERATORE });
  assert.ok(decide.prendiInCarico(adesione, OPERATORE, ORA).ok);
  const altro = decide.prendiInCarico(adesione, ALTRO, ORA);
  assert.equal(!altro.ok && altro.rifiuto.code, "adesione.operatore-diverso");
  assert.equal(decide.prendiInCarico(unaAdesione(), OPERATORE, ORA).ok, false);
});

test("[A8] da ogni stato chiuso la regione riapre in A, con la data di allora", () => {
  for (const stato of STATI.filter((uno) => !STATI_APERTI.has(uno))) {
    const chiusa = unaAdesione({ stato, dataAdesione: "2014-06-01" as CivilDate });
    const esito = decide.cambiaStato(chiusa, { a: "A", chi: "regione", motivo: "errore" }, ORA);
    assert.ok(esito.ok, stato);
    const dopo = applica(chiusa, esito.value);
    assert.deepEqual([dopo.stato, dopo.dataAdesione], ["A", "2014-06-01"]);
  }
});

test("[A9] la prima politica fa T, le altre niente, e senza presa confermata nessuna", () => {
  for (const stato of STATI) {
    const esito = decide.avviaPolitica(unaAdesione({ stato }), ORA);
    assert.equal(esito.ok, stato === "P" || stato === "T", stato);
    if (esito.ok) assert.equal(esito.value.length, stato === "P" ? 1 : 0);
  }
  const provvisoria = unaAdesione({ stato: "P", inConferma: true });
  assert.equal(decide.avviaPolitica(provvisoria, ORA).ok, false);
});

test("[A10] ogni motivo di NON presa in carico porta dove dice il pacchetto, o da nessuna parte", () => {
  for (const motivo of Object.keys(MOTIVI_NON_PRESA) as MotivoNonPresa[]) {
    const prima = unaAdesione({ operatoreId: OPERATORE });
    const esito = decide.nonPresa(prima, motivo, REGOLE_ADESIONE_2014, ORA);
    assert.ok(esito.ok, motivo);
    const atteso = REGOLE_ADESIONE_2014.statoNonPresa[motivo];
    const dopo = applica(prima, esito.value);
    assert.equal(dopo.stato, atteso ?? "A", motivo);
    if (atteso === null) assert.equal(dopo.operatoreId, null, motivo);
  }
});

/** Any sequence of commands: what is refused changes nothing, what is decided is applied. */
const comando = fc.oneof(
  fc.record({
    tipo: fc.constant("stato" as const),
    a: fc.constantFrom(...STATI),
    chi: fc.constantFrom(...AUTORITA),
  }),
  fc.record({
    tipo: fc.constantFrom("scegli" as const, "prendi" as const),
    operatore: fc.constantFrom(OPERATORE, ALTRO),
  }),
  fc.record({
    tipo: fc.constantFrom("conferma" as const, "rettifica" as const, "politica" as const),
  }),
);
type Comando = typeof comando extends fc.Arbitrary<infer C> ? C : never;

function decidi(adesione: Adesione, uno: Comando) {
  switch (uno.tipo) {
    case "stato":
      return decide.cambiaStato(adesione, { a: uno.a, chi: uno.chi }, ORA);
    case "scegli":
      return decide.scegliOperatore(adesione, uno.operatore, ORA);
    case "prendi":
      return decide.prendiInCarico(adesione, uno.operatore, ORA);
    case "conferma":
      return decide.confermaPresa(adesione, ORA);
    case "rettifica":
      return decide.rettificaPresa(adesione, "altrove", ORA);
    case "politica":
      return decide.avviaPolitica(adesione, ORA);
  }
}

test("[A3] [A11] qualunque sia la storia, le versioni non hanno salti, solo P può essere in conferma, e decidere non cambia niente", () => {
  fc.assert(
    fc.property(fc.array(comando, { maxLength: 40 }), (comandi) => {
      let adesione = unaAdesione();
      for (const uno of comandi) {
        const before = structuredClone(adesione);
        const esito = decidi(adesione, uno);
        assert.deepEqual(adesione, before);
        assert.deepEqual(decidi(adesione, uno), esito);
        if (!esito.ok) continue;
        const dopo = applica(adesione, esito.value);
        assert.equal(dopo.version, adesione.version + esito.value.length);
        if (dopo.inConferma) assert.equal(dopo.stato, "P");
        assert.equal(dopo.dataAdesione, adesione.dataAdesione);
        adesione = dopo;
      }
    }),
    { numRuns: 500 },
  );
});
