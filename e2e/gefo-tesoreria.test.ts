import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type GefoDiProva, gefoDiProva } from "../nodes/gefo/src/fixtures.ts";
import { importaTabella, PAGAMENTI } from "../sandbox/src/importa/tabelle.ts";
import { ordinata } from "./ordinata.ts";

let gefo: GefoDiProva;
let folder: string;
before(async () => {
  gefo = await gefoDiProva();
  folder = mkdtempSync(join(tmpdir(), "staffetta-tesoreria-"));
});
after(async () => {
  await gefo.close();
  rmSync(folder, { recursive: true, force: true });
});

const importa = (file: string) =>
  importaTabella({
    ...{ file, nome: "tesoreria", tabella: PAGAMENTI, onProgress: () => undefined },
    nodo: gefo.come({ ruolo: "sistema", nome: "tesoreria" }),
  });

test("il file della tesoreria: ogni riga ha il suo esito, interrotto riprende, riletto non paga due volte", async () => {
  const [uno, due] = [await ordinata(gefo, "OP-0001"), await ordinata(gefo, "OP-0002")];
  const oggi = gefo.oggi();
  const file = join(folder, "pagamenti.csv");
  const righe = [
    "Riferimento;Ordine;Esito;Data;Importo;Motivo",
    `CRO-1;${uno.ordineId};pagato;${oggi};35,50;`,
    `CRO-2;${due.ordineId};pagato;${oggi};35,5O;`,
    `CRO-3;${due.ordineId};pagato;${oggi.replace("2014", "2013")};35,50;`,
    `CRO-4;ORD-99;pagato;${oggi};35,50;`,
    `CRO-5;${due.ordineId};pagato;${oggi};-35,50;`,
  ];
  writeFileSync(file, righe.join("\n"));
  const primo = await importa(file);
  const scritti = readFileSync(`${file}.esiti.csv`, "utf8");
  assert.deepEqual(primo, { accettata: 1, duplicata: 0, rifiutata: 4, saltata: 0 }, scritti);
  const esiti = scritti.split("\n");
  assert.match(esiti[2] ?? "", /Scrivi un importo in euro/);
  assert.match(esiti[3] ?? "", /soprattutto l'anno|l'ordine è del/);
  assert.match(esiti[4] ?? "", /ordineId: /);
  appendFileSync(file, `\nCRO-6;${due.ordineId};stornato;${oggi};35,50;conto chiuso`);
  appendFileSync(file, `\nCRO-1;${uno.ordineId};pagato;${oggi};35,50;`);
  assert.deepEqual(await importa(file), { accettata: 1, duplicata: 1, rifiutata: 0, saltata: 5 });
  const desk = gefo.come(gefo.regione());
  for (const [{ richiestaId }, stato] of [[uno, "pagata"] as const, [due, "insoluta"] as const]) {
    const letta = await desk.richiestaPagamento({ richiestaId });
    assert.equal(letta.ok && letta.valore.stato, stato);
  }
});
