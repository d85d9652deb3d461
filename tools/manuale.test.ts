import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const FOLDER = join(import.meta.dirname, "../docs/manuali");

test("il manuale dell'operatore mostra ogni immagine che c'è, e dice a parole che cosa si vede", () => {
  const testo = readFileSync(join(FOLDER, "operatore.md"), "utf8");
  const immagini = [...testo.matchAll(/!\[([^\]]*)\]\(immagini\/([^)]+)\)/g)];
  assert.deepEqual(
    immagini.map(([, , file]) => file).sort(),
    readdirSync(join(FOLDER, "immagini")).sort(),
  );
  for (const [, parole = "", file] of immagini) {
    assert.ok(parole.split(" ").length >= 4, `${file}: «${parole}»`);
    const bytes = readFileSync(join(FOLDER, "immagini", file ?? ""));
    assert.ok(bytes.byteLength < 150_000, `${file} pesa ${bytes.byteLength} byte`);
  }
});
