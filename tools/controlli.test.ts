import assert from "node:assert/strict";
import { globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { CONTROLLI, type Controllo, esegui } from "./controlli.ts";
import { ROOT } from "./start/piano.ts";

for (const controllo of CONTROLLI)
  test(`controllo: ${controllo.nome}`, () => {
    const { ok, testo } = esegui(controllo);
    assert.ok(ok, testo.slice(-6_000));
  });

/** A violation put there on purpose: a tool that reads nothing would stay silent. */
const PIANTATE: Readonly<Record<string, Readonly<{ file: string; testo: string }>>> = {
  tipi: { file: "packages/domain/src/piantata.ts", testo: "export const uno: number = 'uno';\n" },
  "forma e regole": {
    file: "packages/domain/src/piantata.ts",
    testo: "export const adesso = (): number => Date.now();\n",
  },
  "direzione degli import": {
    file: "packages/domain/src/piantata.ts",
    testo: 'export { memoryDatabase } from "@staffetta/platform";\n',
  },
  "nessun giro fra i file": {
    file: "packages/domain/src/piantata.ts",
    testo:
      'import { piantata } from "./piantata.ts";\nexport const altra = (): unknown => piantata;\nexport { altra as piantata };\n',
  },
  "codice che nessuno usa": {
    file: "packages/domain/src/piantata.ts",
    testo: "export const nessuno = 1;\n",
  },
};

for (const controllo of CONTROLLI)
  test(`il controllo «${controllo.nome}» vede una violazione piantata apposta`, () => {
    const piantata = PIANTATE[controllo.nome];
    assert.ok(piantata, "manca la violazione da piantare");
    const file = join(ROOT, piantata.file);
    writeFileSync(file, piantata.testo);
    try {
      assert.equal(esegui(controllo as Controllo).ok, false);
    } finally {
      rmSync(file);
    }
  });

const FILE_LINES_MAX = 400;

test(`nessun file di codice passa le ${FILE_LINES_MAX} righe`, () => {
  const files = globSync("{packages,nodes,web,sandbox,tools,e2e}/**/*.ts", {
    cwd: ROOT,
    exclude: (path) => /node_modules|generati/.test(path),
  });
  assert.ok(files.length > 100);
  const long = files.filter(
    (file) => readFileSync(join(ROOT, file), "utf8").split("\n").length > FILE_LINES_MAX,
  );
  assert.deepEqual(long, []);
});

test("il repository parla solo del prodotto: nessun percorso assoluto, nessun registro di pacchetti", () => {
  const files = globSync(["**/*.{ts,mjs,md,sql,json,yml,css}", ".ci/run"], {
    cwd: ROOT,
    exclude: (path) => /node_modules|\.staffetta|package-lock/.test(path),
  });
  const forbidden = new RegExp(["/wo" + "rk/", "registry\\.npm" + "js", "/home/[a-z]+/"].join("|"));
  const guilty = files.filter((file) => forbidden.test(readFileSync(join(ROOT, file), "utf8")));
  assert.deepEqual(guilty, []);
});
