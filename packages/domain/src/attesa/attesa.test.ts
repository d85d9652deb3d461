import assert from "node:assert/strict";
import { test } from "node:test";
import { OGGI, OPERATORE, unaAdesione } from "../adesione/fixtures.ts";
import { REGOLE_ADESIONE_2014 as REGOLE } from "../pacchetto/regole-adesione.ts";
import { addDays, addMonths, type CivilDate } from "../time.ts";
import { attesaDi } from "./attesa.ts";

const PATTO = "2014-11-20" as CivilDate;
const presa = unaAdesione({ stato: "P", operatoreId: OPERATORE });
const NOTO = { contattato: true, dataPatto: PATTO };
const { offertaMonths } = REGOLE.termini;

test("chi è in carico sa entro quando comincia la prima attività, e se quel giorno è passato", () => {
  const entro = addMonths(PATTO, offertaMonths);
  for (const [oggi, oltreTermine] of [
    [PATTO, false],
    [entro, false],
    [addDays(entro, 1), true],
  ] as const) {
    const attesa = attesaDi(presa, NOTO, REGOLE, oggi);
    assert.deepEqual([attesa?.entro, attesa?.oltreTermine], [entro, oltreTermine]);
  }
});

test("il termine della prima attività è una regola dell'avviso", () => {
  const due = { ...REGOLE, termini: { ...REGOLE.termini, offertaMonths: 2 } };
  assert.equal(attesaDi(presa, NOTO, due, PATTO)?.entro, addMonths(PATTO, 2));
});

test("chi non sa il giorno del patto, e chi aspetta la conferma, non ha una data inventata", () => {
  assert.equal(attesaDi(presa, { ...NOTO, dataPatto: null }, REGOLE, OGGI)?.entro, null);
  const inConferma = { ...presa, inConferma: true };
  assert.equal(attesaDi(inConferma, NOTO, REGOLE, OGGI)?.chi, "Il registro nazionale");
});
