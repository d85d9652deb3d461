import assert from "node:assert/strict";
import { test } from "node:test";
import { type CivilDate, concorda, normalizzaCodiceFiscale } from "@staffetta/domain";
import { seededRandom } from "@staffetta/platform";
import { sorteDi } from "./caso.ts";
import { unGiovane } from "./giovane.ts";
import { unPercorso } from "./percorso.ts";

const QUANTI = 20_000;
const percent = (part: number, whole: number): number => (part / whole) * 100;
const within2 = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) <= 2, `${actual.toFixed(1)} % invece di ${expected} %`);

test("il generatore riproduce l'imbuto lombardo di luglio 2015 entro due punti", () => {
  const sorte = sorteDi(seededRandom(2015));
  const percorsi = Array.from({ length: QUANTI }, () => unPercorso(sorte));
  const operatore = percorsi.filter(({ operatoreAfterDays }) => operatoreAfterDays !== null);
  const convocati = percorsi.filter(({ convocatoAfterDays }) => convocatoAfterDays !== null);
  const colloqui = percorsi.filter(({ colloquioAfterDays }) => colloquioAfterDays !== null);
  within2(percent(operatore.length, QUANTI), 69.0);
  within2(percent(convocati.length, operatore.length), 85.1);
  within2(percent(colloqui.length, convocati.length), 92.9);
});

test("nessuno è convocato senza operatore, né firma senza colloquio", () => {
  const sorte = sorteDi(seededRandom(7));
  for (let i = 0; i < 2_000; i++) {
    const percorso = unPercorso(sorte);
    if (percorso.operatoreAfterDays === null) assert.equal(percorso.convocatoAfterDays, null);
    if (percorso.colloquioAfterDays === null) assert.equal(percorso.patto, null);
    if (percorso.patto === null) assert.equal(percorso.politicaAfterDays, null);
    if (percorso.patto !== null) assert.equal(percorso.nonPresa, null);
  }
});

test("ogni giovane generato ha un codice fiscale valido, coerente e di nessuno", () => {
  const sorte = sorteDi(seededRandom(3));
  for (let i = 0; i < 500; i++) {
    const { anagrafica } = unGiovane(sorte, "2014-11-03" as CivilDate, i);
    assert.ok(normalizzaCodiceFiscale(anagrafica.codiceFiscale).ok);
    assert.ok(concorda(anagrafica.codiceFiscale, anagrafica));
    assert.equal(anagrafica.codiceFiscale.slice(11, 15), "Z999");
  }
});

test("lo stesso seme dà le stesse persone", () => {
  const draw = (seed: number) => {
    const sorte = sorteDi(seededRandom(seed));
    return Array.from({ length: 20 }, (_, i) => unGiovane(sorte, "2014-11-03" as CivilDate, i));
  };
  assert.deepEqual(draw(42), draw(42));
  assert.notDeepEqual(draw(42), draw(43));
});
