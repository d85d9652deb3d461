import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CivilDate } from "../time.ts";
import {
  componiCodiceFiscale,
  concorda,
  formaBase,
  formeOmocodia,
  letteraControllo,
  nascitaNelCodice,
  normalizzaCodiceFiscale,
  sembraCodiceFiscale,
} from "./codice-fiscale.ts";

/** The worked example of the decree's own rule, with an invented place. */
const MARIA = {
  nome: "Maria",
  cognome: "Rossi",
  dataNascita: "1990-05-14" as CivilDate,
  sesso: "F",
  luogo: "Z999",
} as const;

const persona = fc.record({
  nome: fc.stringMatching(/^[A-Z][a-z]{1,10}$/),
  cognome: fc.stringMatching(/^[A-Z][a-z]{1,10}$/),
  dataNascita: fc
    .date({ min: new Date("1930-01-01"), max: new Date("2012-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10) as CivilDate),
  sesso: fc.constantFrom("F" as const, "M" as const),
  luogo: fc.stringMatching(/^[A-Z][1-9]{3}$/),
});

test("il codice composto è valido e concorda con la persona", () => {
  assert.equal(componiCodiceFiscale(MARIA).slice(0, 11), "RSSMRA90E54");
  fc.assert(
    fc.property(persona, (uno) => {
      const code = componiCodiceFiscale(uno);
      const esito = normalizzaCodiceFiscale(code);
      assert.ok(esito.ok);
      assert.ok(concorda(code, uno));
      assert.equal(concorda(code, { ...uno, sesso: uno.sesso === "F" ? "M" : "F" }), false);
    }),
  );
});

test("le 128 forme di omocodia sono tutte diverse, tutte valide, e tornano tutte alla stessa persona", () => {
  fc.assert(
    fc.property(persona, (uno) => {
      const base = componiCodiceFiscale(uno);
      const forme = formeOmocodia(base);
      assert.equal(new Set(forme).size, 128);
      for (const forma of forme) {
        assert.ok(normalizzaCodiceFiscale(forma).ok, forma);
        assert.equal(formaBase(forma), base);
        assert.ok(concorda(forma, uno));
      }
    }),
    { numRuns: 20 },
  );
});

test("una lettera sbagliata si vede: nessun carattere cambiato passa il controllo con la stessa lettera", () => {
  const base = componiCodiceFiscale(MARIA);
  for (let i = 0; i < 15; i++) {
    const other =
      base.charAt(i) === "A"
        ? "B"
        : /\d/.test(base.charAt(i))
          ? String((Number(base.charAt(i)) + 1) % 10)
          : "A";
    const wrong = base.slice(0, i) + other + base.slice(i + 1);
    assert.notEqual(letteraControllo(wrong.slice(0, 15)), base.charAt(15), wrong);
    assert.equal(normalizzaCodiceFiscale(wrong).ok, false, wrong);
  }
});

test("la nascita scritta nel codice si legge nel secolo giusto per chi aderisce", () => {
  const nato = (dataNascita: string) =>
    nascitaNelCodice(
      componiCodiceFiscale({ ...MARIA, dataNascita: dataNascita as CivilDate }),
      "2014-11-03" as CivilDate,
    );
  assert.equal(nato("1990-05-14")?.dataNascita, "1990-05-14");
  assert.equal(nato("2000-02-29")?.dataNascita, "2000-02-29");
  assert.equal(nato("1918-02-01")?.dataNascita, "1918-02-01");
  assert.equal(nato("1990-05-14")?.sesso, "F");
});

test("spazi e minuscole si tolgono; il provvisorio di undici cifre è accettato solo se la sua cifra torna", () => {
  const base = componiCodiceFiscale(MARIA);
  const typed = normalizzaCodiceFiscale(` ${base.slice(0, 6).toLowerCase()} ${base.slice(6)} `);
  assert.ok(typed.ok && typed.value === base);
  const validi = Array.from({ length: 10 }, (_, i) => `1234567890${i}`).filter(
    (one) => normalizzaCodiceFiscale(one).ok,
  );
  assert.equal(validi.length, 1);
  for (const wrong of ["", "ABC", "RSSMRA90E54Z999", "RSSMRA90X54Z999A", "123456789012"]) {
    const esito = normalizzaCodiceFiscale(wrong);
    assert.equal(esito.ok, false, wrong);
    if (!esito.ok) assert.ok(esito.rifiuto.messaggio.length > 10);
  }
});

test("nel campo che vale per due si capisce se è un nome o un codice, anche quando il codice non ha cifre", () => {
  for (const nome of ["Vallechiara Giulia", "Mastrogiovanniantonio", "Roccaverde Matteo", "Rossi"])
    assert.equal(sembraCodiceFiscale(nome), false, nome);
  const codice = componiCodiceFiscale(MARIA);
  for (const forma of formeOmocodia(codice)) assert.ok(sembraCodiceFiscale(forma), forma);
  assert.ok(sembraCodiceFiscale("12345"));
});
