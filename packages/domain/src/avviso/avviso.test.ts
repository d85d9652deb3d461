import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, type CivilDate } from "../time.ts";
import { avvisoAl, giornoDelleRegole, versioneAl } from "./avviso.ts";
import { avvisoDi, checkAperto, checkApertura, checkChiusura } from "./vita.ts";

const G = (text: string) => text as CivilDate;
const giorno = fc.integer({ min: 0, max: 400 }).map((n) => addDays(G("2014-10-16"), n));

test("la versione in vigore è l'ultima che vale a quel giorno, e non dipende dall'ordine in cui si leggono", () => {
  const versione = fc.record({ numero: fc.integer({ min: 1, max: 50 }), validaDal: giorno });
  fc.assert(
    fc.property(
      fc.uniqueArray(versione, { minLength: 1, selector: ({ numero }) => numero }),
      giorno,
      (versioni, al) => {
        const scelta = versioneAl(versioni, al);
        assert.deepEqual(versioneAl(versioni.toReversed(), al), scelta);
        for (const altra of versioni)
          if (altra.validaDal <= al && scelta !== undefined && scelta.validaDal <= al)
            assert.ok(
              altra.validaDal < scelta.validaDal ||
                (altra.validaDal === scelta.validaDal && altra.numero <= scelta.numero),
            );
      },
    ),
  );
});

test("prima della prima versione vale la prima: nessun caso resta senza regole", () => {
  const versioni = [
    { numero: 2, validaDal: G("2015-02-01") },
    { numero: 1, validaDal: G("2014-10-16") },
  ];
  assert.equal(versioneAl(versioni, G("2014-01-01"))?.numero, 1);
  assert.equal(versioneAl(versioni, G("2015-01-31"))?.numero, 1);
  assert.equal(versioneAl(versioni, G("2015-02-01"))?.numero, 2);
});

test("di due avvisi aperti vale il più recente; uno chiuso non vale il giorno dopo", () => {
  const avvisi = [
    { id: "a", dal: G("2014-10-16"), al: null },
    { id: "b", dal: G("2015-01-01"), al: G("2015-06-30") },
  ];
  assert.equal(avvisoAl(avvisi, G("2014-12-31"))?.id, "a");
  assert.equal(avvisoAl(avvisi, G("2015-06-30"))?.id, "b");
  assert.equal(avvisoAl(avvisi, G("2015-07-01"))?.id, "a");
  assert.equal(avvisoAl(avvisi, G("2014-01-01")), undefined);
});

test("una dote vive con le regole del giorno in cui è stata inviata, anche se poi cambiano", () => {
  const dote = { stato: "assegnata", inviataAt: "2014-12-31T23:30:00.000Z" } as never;
  assert.equal(giornoDelleRegole({ dote }, G("2015-06-01")), "2015-01-01");
  assert.equal(giornoDelleRegole({ dote: null }, G("2015-06-01")), "2015-06-01");
});

test("chiudere un avviso non tocca chi ha già aderito, e nessuno resta senza regole", () => {
  const avviso = fc.record({
    id: fc.uuid(),
    dal: giorno,
    durata: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
  });
  fc.assert(
    fc.property(
      fc.array(avviso, { minLength: 1, maxLength: 4 }),
      giorno,
      giorno,
      (scritti, oggi, adesione) => {
        const avvisi = scritti.map(({ id, dal, durata }) => ({
          ...{ id, dal, programma: "", titolo: id },
          al: durata === null ? null : addDays(dal, durata),
        }));
        const [primo] = avvisi;
        assert.ok(primo && avvisoDi(avvisi, adesione));
        const al = addDays(oggi, 5);
        if (adesione > oggi || !checkChiusura(primo, al, oggi).ok) return;
        const dopo = avvisi.map((uno) => (uno === primo ? { ...uno, al } : uno));
        // Only what ended before today could be told otherwise, and that can't be closed again.
        assert.equal(avvisoDi(dopo, adesione)?.id, avvisoDi(avvisi, adesione)?.id);
      },
    ),
  );
});

test("un avviso comincia e finisce da oggi in poi, e non prima di cominciare", () => {
  const oggi = G("2015-03-10");
  const esito = (uno: Readonly<{ ok: boolean; rifiuto?: Readonly<{ code: string }> }>) =>
    uno.ok ? "ok" : uno.rifiuto?.code;
  assert.equal(esito(checkApertura({ dal: oggi, al: null }, oggi)), "ok");
  assert.equal(
    esito(checkApertura({ dal: G("2015-03-09"), al: null }, oggi)),
    "avviso.nel-passato",
  );
  const corto = { dal: G("2015-04-02"), al: G("2015-04-01") };
  assert.equal(esito(checkApertura(corto, oggi)), "avviso.fine-prima");
  const aperto = { dal: G("2015-01-01"), al: G("2015-06-30") };
  assert.equal(esito(checkChiusura(aperto, oggi, oggi)), "ok");
  assert.equal(esito(checkChiusura(aperto, G("2015-06-30"), oggi)), "avviso.gia-cosi");
  assert.equal(esito(checkChiusura(aperto, G("2015-03-09"), oggi)), "avviso.nel-passato");
  const finito = { dal: G("2015-01-01"), al: G("2015-02-01") };
  assert.equal(esito(checkChiusura(finito, G("2015-06-30"), oggi)), "avviso.nel-passato");
  const futuro = { dal: G("2015-05-01"), al: null };
  assert.equal(esito(checkChiusura(futuro, G("2015-04-01"), oggi)), "avviso.fine-prima");
  assert.equal(esito(checkAperto([finito], G("2015-02-02"))), "avviso.nessuno-aperto");
  assert.equal(esito(checkAperto([finito, futuro], G("2015-02-02"))), "avviso.nessuno-aperto");
  assert.equal(esito(checkAperto([finito, aperto], G("2015-02-02"))), "ok");
  assert.equal(esito(checkAperto([futuro], G("2015-02-02"))), "ok");
});
