import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

type Installa = { isInstallato(root: string): boolean };
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const { isInstallato } = (await import(join(ROOT, "bin/installa.mjs"))) as Installa;

test("una copia installata con npm ci non si installa una seconda volta", () => {
  assert.equal(isInstallato(ROOT), true);
});

test("una libreria mancante o di un'altra versione si installa", () => {
  const root = mkdtempSync(join(tmpdir(), "staffetta-installa-"));
  const vuole = { packages: { "node_modules/hono": { version: "2.0.0", integrity: "b" } } };
  const scrivi = (file: string, testo: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), testo);
  };
  try {
    scrivi("package-lock.json", JSON.stringify(vuole));
    assert.equal(isInstallato(root), false);
    scrivi("node_modules/node/bin/node", "");
    scrivi("node_modules/.package-lock.json", JSON.stringify({ packages: {} }));
    assert.equal(isInstallato(root), false);
    const altra = JSON.stringify(vuole).replace("2.0.0", "1.0.0");
    scrivi("node_modules/.package-lock.json", altra);
    assert.equal(isInstallato(root), false);
    scrivi(
      "node_modules/.package-lock.json",
      readFileSync(join(root, "package-lock.json"), "utf8"),
    );
    assert.equal(isInstallato(root), true);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
