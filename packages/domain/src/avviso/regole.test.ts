import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { REGOLE_GEFO_2014 as REGOLE } from "../pacchetto/regole-gefo.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import type { CivilDate, Instant } from "../time.ts";
import { anteprimaDi } from "./anteprima.ts";
import { cambiaCifre, cifreDi } from "./cifre-regole.ts";

test("cambiare una cifra cambia quella e nessun'altra; rimetterla ridà le regole di prima", () => {
  const cifre = cifreDi(REGOLE);
  fc.assert(
    fc.property(fc.constantFrom(...cifre), fc.nat(1_000_000), ({ percorso, valore }, nuovo) => {
      const esito = cambiaCifre(REGOLE, { [percorso]: nuovo });
      assert.equal(esito.ok, nuovo !== valore);
      if (!esito.ok) return;
      const diverse = cifreDi(esito.value).filter((una, i) => una.valore !== cifre[i]?.valore);
      assert.deepEqual(
        diverse.map((una) => [una.percorso, una.valore]),
        [[percorso, nuovo]],
      );
      const indietro = cambiaCifre(esito.value, { [percorso]: valore });
      assert.deepEqual(indietro.ok && indietro.value, REGOLE);
    }),
  );
});

test("una cifra che non c'è, negativa o con la virgola è rifiutata", () => {
  for (const cifre of [{ "misure.9.tariffaCents": 1 }, { "termini.pattoDays": -1 }])
    assert.equal(cambiaCifre(REGOLE, cifre).ok, false);
  assert.equal(cambiaCifre(REGOLE, { "termini.pattoDays": 1.5 }).ok, false);
});

test("ciò che il pacchetto dà per non verificato si vede cifra per cifra", () => {
  const dubbie = cifreDi(REGOLE).filter(({ daVerificare }) => daVerificare);
  assert.ok(dubbie.some(({ percorso }) => percorso === "massimaliFasciaCents.4"));
  assert.ok(!dubbie.some(({ percorso }) => percorso === "termini.convocazioneDays"));
});

test("l'anteprima conta le scadenze che si spostano e i ritardi nuovi, e lascia ferme le doti inviate", () => {
  const oggi = "2014-12-20" as CivilDate;
  const caso = (dataAdesione: string): Caso => ({
    ...{ adesioneId: "a" as never, operatoreId: "OP-0001" as never },
    dataAdesione: dataAdesione as CivilDate,
    assegnatoAt: `${dataAdesione}T09:00:00.000Z` as Instant,
    ...{ stato: "da-convocare", statoAdesione: "A", tentativi: 0, assenze: [], convocatoOn: null },
    ...{ colloquioOn: null, patto: null, dote: null, nonPresa: null, version: 1 },
    ...{ identita: null, requisiti: [], profilata: null, tutela: null, preavviso: null },
    precedenti: [],
  });
  const nuove = cambiaCifre(REGOLE, { "termini.convocazioneDays": 30 });
  assert.ok(nuove.ok);
  const come = { vecchie: REGOLE, nuove: nuove.value, oggi };
  const esito = anteprimaDi([caso("2014-11-01"), caso("2014-12-10")], come);
  assert.deepEqual(
    [esito.casi, esito.scadenzeSpostate, esito.nuoviRitardi, esito.dotiFerme],
    [2, 2, 1, 0],
  );
});
