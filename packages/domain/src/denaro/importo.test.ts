import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { euro, leggiImporto, testoRifiutoImporto } from "./importo.ts";

const letto = (testo: string): number | string => {
  const esito = leggiImporto(testo);
  return esito.ok ? esito.value : esito.rifiuto.code;
};

test("un importo si legge in tutti i modi in cui si scrive in italiano", () => {
  const modi: readonly (readonly [number, readonly string[]])[] = [
    [12_00, ["12", " 12 ", "12,00", "€ 12", "12 €", "€12,00", "12 euro", "EUR 12", "12.00", "012"]],
    [12_50, ["12,5", "12,50", "12.5", "12.50", "12,50€"]],
    [1_000_00, ["1000", "1.000", "1 000", "1.000,00", "1 000,00", "1000,00", "€ 1.000"]],
    [1_000_50, ["1000,50", "1 000,5", "1.000,5", "1.000,50", "1000.50", "1\u00A0000,50"]],
    [1_000_000_00, ["1.000.000,00", "1.000.000", "1 000 000", "1000000"]],
    [0, ["0", "0,00", "0,0"]],
    [5, ["0,05"]],
  ];
  for (const [cents, testi] of modi)
    for (const testo of testi) assert.equal(letto(testo), cents, testo);
});

test("ciò che ha due letture, o nessuna, non diventa mai un importo", () => {
  const rifiuti: Readonly<Record<string, readonly string[]>> = {
    "importo.vuoto": ["", "   ", "€"],
    "importo.negativo": ["-1", "- 1", "−12,50", "€ -3", "-€ 3", "-1.000,00"],
    "importo.decimali": ["12,345", "1.000,505", "1,000", "0,001"],
    "importo.dubbio": [
      ...[
        "1,000.50",
        "0.500",
        "1000.505",
        "1.00.000",
        "10.00,50",
        "1.000.50",
        "1.0000",
        "12.345678",
      ],
      ...["1 00", "1.000 000", "1,2,3", ",50", "12,", ".", "1 .000"],
    ],
    "importo.parole": ["dieci", "12x", "1e3", "0x10", "12-50", "+5", "12 $", "Infinity", "1'000"],
    "importo.troppo": ["9".repeat(20), "1.000.000.000.000.000,00", "1".repeat(5_000)],
  };
  for (const [code, testi] of Object.entries(rifiuti))
    for (const testo of testi) assert.equal(letto(testo), code, testo.slice(0, 40));
});

test("ogni rifiuto dice come si scrive", () => {
  for (const testo of ["", "-1", "12,345", "1,000.50", "dieci", "9".repeat(20)]) {
    const esito = leggiImporto(testo);
    assert.ok(!esito.ok);
    assert.match(testoRifiutoImporto(esito.rifiuto), /scriv|cifre/i);
  }
});

test("un importo mostrato e riletto è lo stesso", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (cents) => {
      assert.equal(letto(euro(cents)), cents);
      assert.equal(letto((cents / 100).toFixed(2)), cents);
      assert.equal(letto((cents / 100).toFixed(2).replace(".", ",")), cents);
    }),
  );
});
