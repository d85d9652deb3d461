import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CivilDate, Instant } from "../time.ts";
import {
  cambiaAccreditamento,
  checkFirmaAtto,
  checkNuovaDote,
  STATI_ACCREDITAMENTO,
  type StatoAccreditamento,
} from "./accreditamento.ts";
import { conCifraDiControllo, isPartitaIva } from "./partita-iva.ts";

const STATI = Object.keys(STATI_ACCREDITAMENTO) as StatoAccreditamento[];
const OGGI = "2014-11-20" as CivilDate;
const AT = "2014-11-01T10:00:00.000Z" as Instant;
/** The table of the SPEC, by hand. */
const TABELLA = new Set([
  ...["accreditato>sospeso", "accreditato>revocato"],
  ...["sospeso>accreditato", "sospeso>revocato"],
]);

test("[O1] ogni passaggio fra due stati: aperto dove dice la tabella, e mai nel futuro", () => {
  for (const da of STATI)
    for (const a of STATI) {
      const aperto = TABELLA.has(`${da}>${a}`);
      assert.equal(cambiaAccreditamento(da, { a, data: OGGI }, OGGI).ok, aperto, `${da} ${a}`);
      const domani = "2014-11-21" as CivilDate;
      assert.equal(cambiaAccreditamento(da, { a, data: domani }, OGGI).ok, false);
    }
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
