import assert from "node:assert/strict";
import { test } from "node:test";
import { inOggetto } from "./campi.ts";

test("i nomi dei campi fanno un oggetto, con le sue liste", () => {
  assert.deepEqual(
    inOggetto({ "recapiti.email": "a@b", "righe.0.misura": "1-C", "righe.1.misura": "5" }),
    { recapiti: { email: "a@b" }, righe: [{ misura: "1-C" }, { misura: "5" }] },
  );
});

test("nessun nome di campo fa una lista lunga: si leggono solo i posti che una pagina può avere", () => {
  for (const nome of ["righe.1000.misura", "righe.4294967294", "righe.length", "righe.x.misura"])
    assert.deepEqual(inOggetto({ "righe.0.misura": "5", [nome]: "9" }), {
      righe: [{ misura: "5" }],
    });
  assert.deepEqual(inOggetto({ "righe.4294967294.misura": "5" }), {});
});

test("due campi che non stanno insieme non fermano la pagina: conta il primo", () => {
  assert.deepEqual(inOggetto({ righe: "x", "righe.0.misura": "5" }), { righe: "x" });
  assert.deepEqual(inOggetto({ "righe.0.misura": "5", righe: "x" }), { righe: [{ misura: "5" }] });
  assert.deepEqual(inOggetto({ "a.__proto__.b": "1", "constructor.prototype.c": "1" }), {});
});
