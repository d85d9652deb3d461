import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { ascolta } from "./ascolto.ts";
import { apriBancoModi, type BancoModi, SISTEMA_DIRETTO } from "./banco.ts";

/** The guide is followed to the letter: its commands, its configuration, its program. */
const esegui = promisify(execFile);
const GUIDA = join(import.meta.dirname, "..", "..", "..", "docs", "guide", "collega-modi.md");
const guida = readFileSync(GUIDA, "utf8").split("## PDND")[0] ?? "";
const blocchi = (lingua: string): readonly string[] =>
  [...guida.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].flatMap(([, sua, testo = ""]) =>
    sua === lingua ? [testo] : [],
  );
/** Below this package, where the program's imports are found. */
const folder = mkdtempSync(join(import.meta.dirname, ".guida-"));

let banco: BancoModi;
let loro: Awaited<ReturnType<typeof ascolta>>;
const qui = (testo: string): string =>
  testo
    .replaceAll("https://borsalavoro.esempio.it/api/v1", banco?.api ?? "")
    .replaceAll("https://sil.regione13.esempio.it", loro.indirizzo);

before(async () => {
  loro = await ascolta(() => 202);
  const [accessi = ""] = blocchi("json");
  const { sistemi } = JSON.parse(qui(accessi)) as { sistemi: readonly unknown[] };
  banco = await apriBancoModi({ sistemi });
});
after(async () => {
  await banco?.close();
  await loro?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("l'esempio ModI della guida: le chiavi, l'abilitazione e il programma così come sono scritti", async () => {
  const [comandi = ""] = blocchi("");
  for (const riga of comandi.trim().split("\n")) {
    const [programma = "", ...parole] = riga.split(" ");
    await esegui(programma, parole, { cwd: folder });
  }
  const pubblica = createPublicKey(readFileSync(join(folder, "regione-13.k1.pem")));
  banco.chiaviDi(SISTEMA_DIRETTO, "k1", pubblica);
  const [programma = ""] = blocchi("ts");
  writeFileSync(join(folder, "chiama.ts"), qui(programma));
  const { stdout } = await esegui(process.execPath, ["chiama.ts"], { cwd: folder });
  const richiesta = /richiesta: '([^']+)'/.exec(stdout)?.[1];
  assert.ok(richiesta !== undefined, stdout);
  await loro.aspetta(1);
  const [{ headers, body } = { headers: {}, body: "" }] = loro.arrivate;
  assert.equal(headers["x-correlation-id"], richiesta);
  assert.equal(JSON.parse(body).edizioni, 0);
});
