import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { clienteDi, operazioniGefo } from "@staffetta/contracts";
import { componiCodiceFiscale } from "@staffetta/domain";
import { COMUNICAZIONI, importaTabella } from "./tabelle.ts";

const chi = { nome: "Giulia", cognome: "Vallechiara", sesso: "F" } as const;
const CF = componiCodiceFiscale({ ...chi, dataNascita: "1994-05-14" as never, luogo: "Z999" });

const RIGHE = [
  "protocollo;codiceFiscale;tipo;datore;contratto;dal;al;precedente;bonusRichiesto",
  `CO-0001;${CF};assunzione;99000000001;tempo-determinato;2015-01-10;2015-04-09;;no`,
  `CO-0002;${CF};proroga;99000000001;tempo-determinato;2015-04-10;2015-09-30;CO-0001;`,
  `CO-0003;${CF};assunzione;99000000001;tempo-determinato;2015-05-10;2015-04-09;;si`,
  "CO-0004;SBAGLIATO;assunzione;99000000001;a-voce;2015-02-30;;;",
];

test("comunicazioni: ogni riga ha il suo esito, e un file riletto non raddoppia niente", async () => {
  const folder = mkdtempSync(join(tmpdir(), "staffetta-co-"));
  const file = join(folder, "co.csv");
  writeFileSync(file, RIGHE.join("\n"));
  const note = new Set<string>();
  // The node keeps them by protocollo: here only the door is tried, on the real schema.
  const implementazione = {
    importaComunicazione: async (_: unknown, { protocollo }: { protocollo: string }) => {
      const esito = note.has(protocollo) ? "duplicata" : "accettata";
      note.add(protocollo);
      return { ok: true, valore: { esito } };
    },
  } as never;
  const sistema = { ruolo: "sistema", nome: "importazione" } as const;
  const nodo = clienteDi(operazioniGefo, implementazione, sistema);
  const leggi = (nome: string) =>
    importaTabella({
      ...{ file: nome, nome, tabella: COMUNICAZIONI, nodo, onProgress: () => undefined },
    });
  try {
    assert.deepEqual(await leggi(file), { accettata: 2, duplicata: 0, rifiutata: 2, saltata: 0 });
    const esiti = readFileSync(`${file}.esiti.csv`, "utf8").split("\n");
    assert.match(esiti[3] ?? "", /^3;rifiutata;"al: La fine viene prima dell'inizio/);
    assert.match(esiti[4] ?? "", /codiceFiscale.*contratto.*dal/);
    assert.deepEqual(await leggi(file), { accettata: 0, duplicata: 0, rifiutata: 0, saltata: 4 });
    const copia = join(folder, "copia.csv");
    copyFileSync(file, copia);
    assert.deepEqual(await leggi(copia), { accettata: 0, duplicata: 2, rifiutata: 2, saltata: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
