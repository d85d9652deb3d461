import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csv, innocua, xlsx } from "./foglio.ts";

const leggi = (bytes: Uint8Array): string[][] =>
  parse(Buffer.from(bytes), { bom: true, delimiter: ";", record_delimiter: "\r\n" });

test("una cella scritta da qualcuno non diventa mai una formula, e riletta è quella di prima", () => {
  const PERICOLI = ["=1+1", "+39 333", "-2", "@SUM(A1)", "\t=1", " =1", "|cmd", "%0A", "\u00a0=1"];
  for (const una of PERICOLI) assert.equal(innocua(una), `'${una}`);
  assert.equal(innocua('D\'Amico; "Anna"'), 'D\'Amico; "Anna"');
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (righe) => {
      const [, ...lette] = leggi(csv({ titolo: "t", colonne: ["a", "b"], righe }));
      assert.deepEqual(
        lette,
        righe.map((riga) => riga.map(innocua)),
      );
      for (const cella of lette.flat()) assert.doesNotMatch(cella, /^[=+\-@\t\r]/);
    }),
  );
});

test("il CSV si apre con un foglio italiano: BOM, punto e virgola, virgola decimale, a capo di Windows", () => {
  const text = Buffer.from(
    csv({
      titolo: "t",
      colonne: ["Città", "€"],
      righe: [
        ["Cantù", 12.5],
        [null, 1],
      ],
    }),
  ).toString();
  assert.equal(text, "\uFEFFCittà;€\r\nCantù;12,5\r\n;1\r\n");
});

test("il file Excel è un archivio con dentro le celle", async () => {
  const bytes = await xlsx({ titolo: "Lista", colonne: ["a"], righe: [["=1+1"], [3], [null]] });
  assert.deepEqual([...bytes.slice(0, 2)], [0x50, 0x4b]);
});
