import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CivilDate, Instant } from "../time.ts";
import {
  cambiaAccreditamento,
  checkFirmaAtto,
  checkNuovaDote,
  checkValidita,
  STATI_ACCREDITAMENTO,
  type StatoAccreditamento,
} from "./accreditamento.ts";
import { conCifraDiControllo, isPartitaIva } from "./partita-iva.ts";

const STATI = Object.keys(STATI_ACCREDITAMENTO) as StatoAccreditamento[];
const OGGI = "2014-11-20" as CivilDate;
const AT = "2014-11-01T10:00:00.000Z" as Instant;
const DATE = { ultimo: "2014-11-18" as CivilDate, oggi: OGGI };
/** The table of the SPEC, by hand. */
const TABELLA = new Set([
  ...["accreditato>sospeso", "accreditato>revocato"],
  ...["sospeso>accreditato", "sospeso>revocato"],
]);

test("[O1] ogni passaggio fra due stati: aperto dove dice la tabella, e mai nel futuro", () => {
  for (const da of STATI)
    for (const a of STATI) {
      const aperto = TABELLA.has(`${da}>${a}`);
      assert.equal(cambiaAccreditamento(da, { a, data: OGGI }, DATE).ok, aperto, `${da} ${a}`);
      const domani = "2014-11-21" as CivilDate;
      assert.equal(cambiaAccreditamento(da, { a, data: domani }, DATE).ok, false);
    }
});

test("[O1] un atto non viene prima di quello che lo precede: dieci anni prima è uno sbaglio", () => {
  for (const data of ["2014-11-17", "2004-11-19"] as CivilDate[]) {
    const esito = cambiaAccreditamento("accreditato", { a: "sospeso", data }, DATE);
    const minima = DATE.ultimo;
    const atteso = { code: "data.troppo-presto", campo: "data", data, minima };
    assert.deepEqual(esito.ok ? null : esito.rifiuto, atteso);
  }
  const pari = cambiaAccreditamento(
    "accreditato",
    { a: "sospeso", data: "2014-11-18" as CivilDate },
    DATE,
  );
  assert.ok(pari.ok);
});

test("[O7] i giorni di una sede e di un professionista stanno in un tempo credibile", () => {
  const vale = (dal: string, al: string) => {
    const esito = checkValidita({ dal, al }, "dati.sedi.0", OGGI);
    return esito.ok ? "" : `${esito.rifiuto.code} ${esito.rifiuto.campo}`;
  };
  assert.equal(vale("", ""), "");
  assert.equal(vale("2014-01-01", "2030-12-31"), "");
  assert.equal(vale("1914-01-01", ""), "data.troppo-presto dati.sedi.0.dal");
  assert.equal(vale("2014-05-01", "2094-01-01"), "data.troppo-avanti dati.sedi.0.al");
});

test("[O2] una dote nuova in ogni stato, con e senza atto, con e senza la misura", () => {
  for (const stato of STATI)
    for (const attoAt of [AT, null])
      for (const misure of [["2-A"], ["5"]] as const) {
        const esito = checkNuovaDote({ stato, attoAt, misure }, ["2-A"]);
        const aperta = stato === "accreditato" && attoAt !== null && misure[0] === "2-A";
        assert.equal(esito.ok, aperta, `${stato} ${attoAt} ${misure.join()}`);
      }
});

test("[O3] l'Atto si firma una volta, da accreditati e con i dati completi", () => {
  const ente = { codiceFiscale: "x", firmatario: "y", sedi: [1] };
  const misure = ["5"] as const;
  for (const stato of STATI)
    for (const attoAt of [AT, null])
      assert.equal(
        checkFirmaAtto({ stato, attoAt, misure }, ente).ok,
        stato === "accreditato" && attoAt === null,
      );
  const vuoto = { codiceFiscale: "", firmatario: "", sedi: [] };
  const esito = checkFirmaAtto({ stato: "accreditato", attoAt: null, misure: [] }, vuoto);
  assert.deepEqual(!esito.ok && esito.rifiuto, {
    code: "operatore.dati-mancanti",
    mancano: ["codice fiscale", "firmatario", "almeno una sede", "almeno una misura"],
  });
});

test("[O4] una cifra sbagliata, o due vicine scambiate, non passano la cifra di controllo", () => {
  assert.ok(isPartitaIva("00743110157"));
  const dieci = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(dieci, fc.nat(10), fc.integer({ min: 1, max: 9 }), (cifre, dove, quanto) => {
      fc.pre(cifre.some((cifra) => cifra > 0));
      const buona = conCifraDiControllo(cifre.join(""));
      assert.ok(isPartitaIva(buona));
      const altra = (Number(buona[dove]) + quanto) % 10;
      assert.equal(isPartitaIva(`${buona.slice(0, dove)}${altra}${buona.slice(dove + 1)}`), false);
    }),
  );
});
