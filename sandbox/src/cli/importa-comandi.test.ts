import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { conCifraDiControllo } from "@staffetta/domain";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";

/** The commands as a person types them: the same program, a file, what is told at the end. */
let gefo: TestDatabase;
let ministero: TestDatabase;
let folder = "";
before(async () => {
  [gefo, ministero] = [await testDatabase({ sets: [] }), await testDatabase({ sets: [] })];
  folder = mkdtempSync(join(tmpdir(), "staffetta-comandi-"));
});
after(async () => {
  await gefo.close();
  await ministero.close();
  rmSync(folder, { recursive: true, force: true });
});

const PROGRAMMA = join(import.meta.dirname, "../../../bin/staffetta.mjs");

function scrivi(...args: readonly string[]) {
  const env = {
    ...process.env,
    STAFFETTA_CHIAVI: join(folder, "chiavi"),
    STAFFETTA_DATABASE_URL_GEFO_10: gefo.url,
    STAFFETTA_DATABASE_URL_MINISTERO: ministero.url,
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAMMA, ...args], {
    ...{ env, encoding: "utf8" },
  });
  return { status, detto: `${stdout}${stderr}` };
}

const salva = (nome: string, righe: readonly string[]): string => {
  const file = join(folder, nome);
  writeFileSync(file, `\uFEFF${righe.join("\r\n")}\r\n`);
  return file;
};

test("importa-operatori: entra chi va bene, ogni riga sbagliata dice perché, due volte non raddoppia", async () => {
  const iva = conCifraDiControllo("1234567890");
  const file = salva("operatori.csv", [
    "codice;denominazione;comune;indirizzo;telefono;codiceFiscale;partitaIva;firmatario;misure;atto",
    `OP-0900;Ente «Ponte», Lodi;Lodi;via Prova 1;;${iva};${iva};Ada Prima;1-C 2-A;D.d.s. 1/2014`,
    `OP-0901;Ente senza atto;Lodi;via Prova 2;;${iva};${iva};;;`,
  ]);
  const prima = scrivi("importa-operatori", file);
  assert.match(prima.detto, /riga 3: atto: manca l'atto di accreditamento/);
  assert.match(prima.detto, /1 nuovi, 0 aggiornati, 0 già uguali, 1 rifiutati\./);
  assert.equal(prima.status, 1);
  assert.match(scrivi("importa-operatori", file).detto, /0 nuovi, 0 aggiornati, 1 già uguali/);
  const righe = await gefo.db.sql.query<{ id: string; misure: readonly string[] }>(
    "prova-enti",
    "SELECT operatore_id AS id, misure FROM ente",
  );
  assert.deepEqual(righe, [{ id: "OP-0900", misure: ["1-C", "2-A"] }]);
});

test("importa-codici: le voci entrano con le loro date, e l'esito di ogni riga è accanto al file", async () => {
  const file = salva("codici.csv", [
    "lista,codice,descrizione,dal,al",
    "tipo-attivita,A99,Voce di prova,2014-05-01,",
    "tipo-attivita,A98,Voce con la data storta,2014-02-30,",
    "lista-che-non-c-e,X,Nessuno,,",
  ]);
  const prima = scrivi("importa-codici", file);
  assert.match(prima.detto, /1 aggiunte, 0 aggiornate, 0 già uguali, 2 rifiutate/);
  assert.equal(prima.status, 1);
  const accanto = /Riga per riga: (.*)/.exec(prima.detto)?.[1] ?? "";
  const esiti = readFileSync(accanto, "utf8");
  assert.equal(esiti.trim().split("\n").length, 4, esiti);
  const [voce] = await ministero.db.sql.query<{ descrizione: string }>(
    "prova-codici",
    "SELECT descrizione FROM codice WHERE codice = 'A99'",
  );
  assert.equal(voce?.descrizione, "Voce di prova");
});

test("un comando senza file, con un file che non c'è o una regione inventata dice come si usa", () => {
  for (const [args, parole] of [
    [["importa-operatori"], /Quale file\? npm run staffetta -- importa-operatori operatori\.csv/],
    [["importa-codici"], /Colonne: lista, codice, descrizione; facoltative: dal, al/],
  ] as const) {
    const { status, detto } = scrivi(...args);
    assert.match(detto, parole);
    assert.equal(status, 2);
  }
  const file = salva("vuoto.csv", ["codice"]);
  const { status, detto } = scrivi("importa-operatori", file, "--regione", "99");
  assert.match(detto, /«99» non è un codice di regione/);
  assert.equal(status, 2);
});
