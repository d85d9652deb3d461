import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { checkRuolo, operazione } from "./operazione.ts";
import type { Funzione, Ruolo, Soggetto } from "./soggetto.ts";

const vuoto = z.strictObject({});
const op = (metodo: "GET" | "POST", ruoli: readonly Ruolo[], funzioni?: readonly Funzione[]) =>
  operazione({
    ...{ id: "una", sommario: "Una", metodo, percorso: "/una", ruoli },
    ...(funzioni && { funzioni }),
    ...{ ingresso: vuoto, uscita: vuoto },
  });
const base = { id: "prova", nome: "Prova", regione: "10" as never };
const addetto = (...funzioni: ("sportello" | "legale" | "erogatore")[]): Soggetto => ({
  ...{ ruolo: "addetto", id: "prova", nome: "Prova", operatoreId: "OP-0001" as never, funzioni },
});
const regione = (funzione: "istruttoria" | "controllo" | "monitoraggio"): Soggetto => ({
  ...{ ruolo: "regione", ...base, funzione },
});
const revisore: Soggetto = {
  ...{ ruolo: "revisore", ...base, dal: "2026-01-01" as never, al: "2026-01-31" as never },
};

test("una operazione con funzioni si apre a chi ne ha almeno una, e dice a chi spetta", () => {
  const firma = op("POST", ["addetto", "regione"], ["legale", "istruttoria"]);
  assert.equal(checkRuolo(firma, addetto("legale")), null);
  assert.equal(checkRuolo(firma, addetto("sportello", "legale")), null);
  assert.equal(checkRuolo(firma, regione("istruttoria")), null);
  for (const chi of [addetto("sportello"), addetto("erogatore"), regione("controllo")]) {
    const problema = checkRuolo(firma, chi);
    assert.equal(problema?.status, 403);
    assert.match(problema?.rimedio ?? "", /legale rappresentante/);
  }
});

test("le funzioni di una parte non chiudono la porta all'altra", () => {
  const elenco = op("GET", ["addetto", "regione"], ["istruttoria"]);
  assert.equal(checkRuolo(elenco, addetto("erogatore")), null);
  assert.equal(checkRuolo(elenco, regione("monitoraggio"))?.status, 403);
});

test("un revisore legge dove è nominato e non scrive mai, qualunque cosa dica l'operazione", () => {
  assert.equal(checkRuolo(op("GET", ["revisore"]), revisore), null);
  assert.equal(checkRuolo(op("GET", ["regione"]), revisore)?.status, 403);
  assert.equal(checkRuolo(op("POST", ["revisore"]), revisore)?.status, 403);
});
