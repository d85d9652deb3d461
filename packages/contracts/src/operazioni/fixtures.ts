import assert from "node:assert/strict";
import { checkRuolo, type Operazione, type Operazioni } from "../operazione.ts";
import type { Soggetto } from "../soggetto.ts";

const regione = { id: "prova", nome: "Prova", regione: "10" as never };
const ente = { id: "prova", nome: "Prova", operatoreId: "OP-0001" as never };
/** One soggetto for each role and function, by the name that the tables of who may use. */
export const SOGGETTI: Readonly<Record<string, Soggetto>> = {
  anonimo: { ruolo: "anonimo" },
  giovane: { ruolo: "giovane", nome: "Prova", identita: {} as never },
  sportello: { ruolo: "addetto", ...ente, funzioni: ["sportello"] },
  legale: { ruolo: "addetto", ...ente, funzioni: ["legale"] },
  erogatore: { ruolo: "addetto", ...ente, funzioni: ["erogatore"] },
  istruttoria: { ruolo: "regione", ...regione, funzione: "istruttoria" },
  controllo: { ruolo: "regione", ...regione, funzione: "controllo" },
  monitoraggio: { ruolo: "regione", ...regione, funzione: "monitoraggio" },
  revisore: {
    ruolo: "revisore",
    ...regione,
    dal: "2014-01-01" as never,
    al: "2014-12-31" as never,
  },
  ministero: { ruolo: "ministero", nome: "Prova" },
  sistema: { ruolo: "sistema", nome: "Prova" },
};
export const ammessi = (op: Operazione): string[] =>
  Object.keys(SOGGETTI).filter((chi) => checkRuolo(op, SOGGETTI[chi] as Soggetto) === null);

/** Each operation of a node has its line, written by hand: one that nobody has decided about fails. */
export function checkTabella(ops: Operazioni, tabella: Readonly<Record<string, string>>): void {
  assert.deepEqual(Object.keys(ops).toSorted(), Object.keys(tabella).toSorted());
  for (const [nome, op] of Object.entries(ops))
    assert.deepEqual(ammessi(op).join(" "), tabella[nome], nome);
}
