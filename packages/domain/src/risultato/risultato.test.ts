import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { REGOLE_RENDICONTO_2014 as REGOLE } from "../pacchetto/regole-rendiconto.ts";
import { addDays, type CivilDate } from "../time.ts";
import { type Comunicazione, catene } from "./catena.ts";
import { provaRisultato } from "./prova.ts";

const day = (text: string): CivilDate => text as CivilDate;
const INIZIO = day("2015-01-10");
const GAP = REGOLE.catena.interruzioneDaysMax;

const una = (parti: Partial<Comunicazione> = {}): Comunicazione => ({
  ...{ protocollo: "CO-1", tipo: "assunzione", datore: "99000000001" },
  ...{ contratto: "tempo-determinato", dal: INIZIO, al: addDays(INIZIO, 89), precedente: null },
  ...{ bonusRichiesto: false, ...parti },
});
const regola = REGOLE.risultati["3"];
assert.ok(regola);
const prova = (comunicazioni: readonly Comunicazione[], usati: readonly string[] = []) =>
  provaRisultato({
    ...{ comunicazioni, regola, catena: REGOLE.catena, usati: new Set(usati) },
    periodo: { dal: INIZIO, al: addDays(INIZIO, 100) },
    ...{ fascia: 2, previstoCents: 300_000 },
  });
const codice = (esito: ReturnType<typeof prova>): string => (esito.ok ? "ok" : esito.rifiuto.code);

test("catena: una proroga continua il contratto, e le durate si sommano", () => {
  const proroga = una({
    ...{ protocollo: "CO-2", tipo: "proroga", precedente: "CO-1" },
    ...{ dal: addDays(INIZIO, 90), al: addDays(INIZIO, 179) },
  });
  const [catena, ...altre] = catene([proroga, una()], GAP);
  assert.equal(altre.length, 0);
  assert.deepEqual([catena?.durataDays, catena?.al], [180, addDays(INIZIO, 179)]);
  assert.equal(codice(prova([una()])), "risultato.troppo-breve");
  assert.equal(codice(prova([una(), proroga])), "ok");
});

test("catena: un'interruzione tollerata non conta nei giorni, una più lunga spezza la catena", () => {
  const dopo = (gap: number) =>
    una({ protocollo: "CO-2", dal: addDays(INIZIO, 90 + gap), al: addDays(INIZIO, 180 + gap) });
  assert.deepEqual(
    catene([una(), dopo(GAP)], GAP).map(({ durataDays }) => durataDays),
    [181],
  );
  assert.equal(catene([una(), dopo(GAP + 1)], GAP).length, 2);
  assert.equal(catene([una(), una({ protocollo: "CO-2", datore: "99000000002" })], GAP).length, 2);
});

test("catena: la trasformazione vale per quello che il contratto è diventato; la cessazione lo taglia", () => {
  const trasformato = una({
    ...{ protocollo: "CO-2", tipo: "trasformazione", contratto: "tempo-indeterminato" },
    ...{ dal: addDays(INIZIO, 60), al: null, precedente: "CO-1" },
  });
  const [catena] = catene([una(), trasformato], GAP);
  assert.deepEqual([catena?.contratto, catena?.durataDays], ["tempo-indeterminato", null]);
  const cessato = una({ protocollo: "CO-3", tipo: "cessazione", dal: addDays(INIZIO, 69) });
  const [corta] = catene([una(), trasformato, cessato], GAP);
  assert.equal(corta?.durataDays, 70);
});

test("risultato: la riga della tabella dipende dal contratto e dalla fascia della presa in carico", () => {
  const importo = (parti: Partial<Comunicazione>): number => {
    const esito = prova([una(parti)]);
    assert.ok(esito.ok, codice(esito));
    return esito.value.importoCents;
  };
  assert.equal(importo({ contratto: "tempo-indeterminato", al: null }), 200_000);
  assert.equal(importo({ contratto: "apprendistato-professionalizzante", al: null }), 200_000);
  assert.equal(importo({ al: addDays(INIZIO, 364) }), 130_000);
  assert.equal(importo({ al: addDays(INIZIO, 179) }), 80_000);
});

test("risultato: mai più di quanto la dote ha promesso, mai due volte, mai insieme a un bonus", () => {
  const stabile = una({ contratto: "tempo-indeterminato", al: null });
  const poco = provaRisultato({
    ...{ comunicazioni: [stabile], regola, catena: REGOLE.catena, usati: new Set<string>() },
    ...{ periodo: { dal: INIZIO, al: INIZIO }, fascia: 4, previstoCents: 100 },
  });
  assert.equal(poco.ok && poco.value.importoCents, 100);
  assert.equal(codice(prova([stabile], ["CO-1"])), "risultato.gia-usato");
  const agenzia = una({
    contratto: "somministrazione",
    al: addDays(INIZIO, 200),
    bonusRichiesto: true,
  });
  assert.equal(codice(prova([agenzia])), "risultato.doppio-finanziamento");
  assert.equal(codice(prova([])), "risultato.nessuna-comunicazione");
  assert.equal(
    codice(prova([una({ contratto: "tirocinio", al: null })])),
    "risultato.nessuna-comunicazione",
  );
  const prima = una({ dal: addDays(INIZIO, -1), al: null });
  assert.equal(codice(prova([prima])), "risultato.nessuna-comunicazione");
});

const evento = fc.record({
  dal: fc.integer({ min: 0, max: 300 }),
  dura: fc.integer({ min: 1, max: 120 }),
  datore: fc.constantFrom("99000000001", "99000000002"),
});
const longest = (list: readonly Comunicazione[]): number =>
  Math.max(0, ...catene(list, GAP).map(({ durataDays }) => durataDays ?? 1_000_000));

test("catena: una comunicazione in più, che non sia una cessazione, non accorcia mai la catena più lunga", () => {
  fc.assert(
    fc.property(fc.array(evento, { minLength: 1, maxLength: 8 }), (eventi) => {
      const tutte = eventi.map(({ dal, dura, datore }, i) =>
        una({
          ...{ protocollo: `CO-${i}`, datore, dal: addDays(INIZIO, dal) },
          al: addDays(INIZIO, dal + dura - 1),
        }),
      );
      for (let n = 1; n < tutte.length; n++)
        assert.ok(longest(tutte.slice(0, n + 1)) >= longest(tutte.slice(0, n)));
    }),
    { numRuns: 500 },
  );
});
