import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { riceviSap } from "./decide.ts";
import {
  ALTRO,
  CPI,
  contesto,
  dopo,
  giorno,
  nota,
  OPERATORE,
  unaPolitica,
  unaPresa,
  unInvio,
} from "./fixtures.ts";
import { fondiPolitiche } from "./fusione.ts";
import type { CodiceEnte, IdPolitica } from "./identificativi.ts";
import { type PoliticaInviata, type PoliticaSap, profilingInUscita } from "./politica.ts";
import { evolveSap, type Sap } from "./sap.ts";

const ENTI = [CPI, ALTRO, OPERATORE];
const id = (n: number): IdPolitica => `13${String(n).padStart(8, "0")}A` as IdPolitica;
const GIORNI = ["2026-01-05", "2026-01-20", "2026-02-01"].map(giorno);

const politica: fc.Arbitrary<PoliticaInviata> = fc
  .record({
    identificativo: fc.option(fc.integer({ min: 1, max: 6 }).map(id), { nil: null }),
    tipoAttivita: fc.constantFrom("A01", "A02", "C06", "N00"),
    dataProposta: fc.constantFrom(...GIORNI),
    progetto: fc.constantFrom("02", "05"),
    ente: fc.constantFrom(...ENTI),
    titolo: fc.constantFrom("uno", "due"),
    evento: fc.option(fc.constantFrom("01", "02", "10", "08"), { nil: null }),
    data: fc.constantFrom(...GIORNI),
  })
  .map(({ evento, data, ...resto }) =>
    unaPolitica({
      ...resto,
      dataInizio: null,
      ultimoEvento: evento === null ? null : { evento, data, descrizione: null },
    }),
  );

const senzaRipetuti = (politiche: readonly PoliticaInviata[]): PoliticaInviata[] =>
  politiche.filter(
    ({ identificativo }, i) =>
      identificativo === null ||
      politiche.findIndex((una) => una.identificativo === identificativo) === i,
  );
const invii = fc.array(
  fc.record({
    ente: fc.constantFrom(...ENTI),
    politiche: fc.array(politica, { maxLength: 5 }).map(senzaRipetuti),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Each message in turn on one SAP; what `see` finds between one and the next must hold. */
function racconta(
  storia: readonly Readonly<{ ente: CodiceEnte; politiche: readonly PoliticaInviata[] }>[],
  see: (prima: Sap, dopo: Sap, ente: CodiceEnte) => void,
): void {
  const ctx = contesto();
  let sap = dopo(null, unInvio({ politiche: [unaPresa()] }), ctx);
  for (const { ente, politiche } of storia) {
    const parte = { id: sap.id, ente, tipoVariazione: "02", politiche, sezioni: {} } as const;
    const deciso = riceviSap(nota(sap), unInvio({ ...parte, codiceFiscale: null }), ctx);
    assert.ok(deciso.ok);
    const after = evolveSap(sap, deciso.value.eventi);
    see(sap, after, ente);
    sap = after;
  }
}

test("[S3] qualunque storia di messaggi non toglie una politica, di nessuno", () => {
  fc.assert(
    fc.property(invii, (storia) =>
      racconta(storia, (prima, after) => {
        const ids = new Set(after.politiche.map(({ identificativo }) => identificativo));
        assert.equal(ids.size, after.politiche.length);
        for (const una of prima.politiche) assert.ok(ids.has(una.identificativo));
      }),
    ),
  );
});

test("[S5] in qualunque storia la politica di un altro ente resta com'era", () => {
  fc.assert(
    fc.property(invii, (storia) =>
      racconta(storia, (prima, after, ente) => {
        for (const una of prima.politiche)
          if (una.ente !== ente && una.inviataDa !== ente)
            assert.deepEqual(
              after.politiche.find(({ identificativo: x }) => x === una.identificativo),
              una,
            );
      }),
    ),
  );
});

test("[S2] ripetere l'ultimo messaggio di una storia non cambia niente", () => {
  fc.assert(
    fc.property(invii, (storia) => {
      const last = storia.at(-1);
      if (last === undefined) return;
      const states: Sap[] = [];
      racconta([...storia, last], (_prima, after) => void states.push(after));
      assert.deepEqual(states.at(-1), states.at(-2));
    }),
  );
});

const nuovi = () => {
  let numero = 1;
  return () => id(++numero);
};
const NOTA: PoliticaSap = {
  ...unaPolitica({ indiceProfiling: "2", presaInCarico: id(9) }),
  identificativo: id(1),
  inviataDa: CPI,
};
const fondi = (inviata: PoliticaInviata, ente: CodiceEnte = CPI) =>
  fondiPolitiche([NOTA], [inviata], ente, nuovi());

test("[S4] l'identificativo vince sulla chiave naturale, e senza identificativo vale la chiave", () => {
  const cambiata = unaPolitica({ titolo: "Nuovo" });
  assert.equal(fondi(cambiata).aggiornate[0]?.identificativo, id(1));
  const stessaId = unaPolitica({ identificativo: id(1), dataProposta: giorno("2026-01-05") });
  assert.equal(fondi(stessaId).aggiornate[0]?.dataProposta, "2026-01-05");
  const altraId = unaPolitica({ identificativo: id(3) });
  assert.equal(fondi(altraId).aggiunte[0]?.identificativo, id(3));
  const due = fondiPolitiche([NOTA], [unaPolitica(), unaPolitica()], CPI, nuovi());
  assert.equal(due.aggiunte.length, 1);
});

test("[S5] il promotore e chi l'ha mandata la cambiano; un altro lascia un avviso", () => {
  const cambiata = unaPolitica({ titolo: "Nuovo" });
  assert.equal(fondi(cambiata, OPERATORE).aggiornate.length, 1);
  assert.equal(fondi(cambiata, CPI).aggiornate.length, 1);
  const { aggiornate, avvisi } = fondi(cambiata, ALTRO);
  assert.deepEqual(aggiornate, []);
  assert.deepEqual(avvisi, [
    { code: "politica.di-altro-ente", identificativo: id(1), ente: OPERATORE },
  ]);
});

test("[S6] ciò che il messaggio non porta resta; un evento più vecchio non sostituisce quello noto", () => {
  const muta = unaPolitica({ titolo: "Nuovo", ultimoEvento: null });
  const [dopo] = fondi(muta).aggiornate;
  assert.deepEqual(
    [dopo?.indiceProfiling, dopo?.presaInCarico, dopo?.ultimoEvento],
    ["2", id(9), NOTA.ultimoEvento],
  );
  const vecchio = unaPolitica({
    ...{ titolo: "Nuovo" },
    ultimoEvento: { evento: "01", data: giorno("2026-01-01"), descrizione: null },
  });
  const esito = fondi(vecchio);
  assert.deepEqual(esito.aggiornate[0]?.ultimoEvento, NOTA.ultimoEvento);
  assert.deepEqual(esito.avvisi, [{ code: "politica.evento-vecchio", identificativo: id(1) }]);
});

test("[S9] zero è zero comunque sia scritto, ed esce come 0.00", () => {
  const zero = { ...NOTA, indiceProfiling: "0.000000000" };
  const inviata = unaPolitica({ indiceProfiling: "0.00", presaInCarico: id(9) });
  const { aggiornate } = fondiPolitiche([zero], [inviata], CPI, nuovi());
  assert.deepEqual(aggiornate, []);
  assert.equal(profilingInUscita("0.000000000"), "0.00");
  assert.equal(profilingInUscita("0.644371661"), "0.644371661");
  assert.equal(profilingInUscita(null), null);
});

test("[S17] la presa in carico ha per presa in carico se stessa; le altre del progetto l'ultima non dopo di loro", () => {
  const ids = [id(11), id(12), id(13), id(14)];
  const { aggiunte } = fondiPolitiche(
    [],
    [
      unaPolitica(),
      unaPolitica({ tipoAttivita: "A01" }),
      unaPolitica({ tipoAttivita: "C02", progetto: "05" }),
      unaPresa(),
    ],
    CPI,
    () => ids.shift() as IdPolitica,
  );
  const presa = aggiunte.find(({ tipoAttivita }) => tipoAttivita === "A02");
  assert.equal(presa?.presaInCarico, presa?.identificativo);
  const di = (tipo: string) => aggiunte.find(({ tipoAttivita }) => tipoAttivita === tipo);
  assert.equal(di("C06")?.presaInCarico, presa?.identificativo);
  assert.equal(di("A01")?.presaInCarico, null);
  assert.equal(di("C02")?.presaInCarico, null);
});

test("[S2] chi cambia chiave nello stesso messaggio non cede il suo posto a chi prende quella di prima", () => {
  const prima = unaPolitica({ identificativo: id(1), ente: OPERATORE });
  const altra = { ...prima, identificativo: null };
  const spostata = { ...prima, tipoAttivita: "A01" };
  const ctx = contesto();
  const sap = dopo(null, unInvio({ politiche: [prima] }), ctx);
  const due = unInvio({
    ...{ id: sap.id, tipoVariazione: "02", codiceFiscale: null, sezioni: {} },
    politiche: [altra, spostata],
  });
  const una = dopo(sap, due, ctx);
  assert.deepEqual(
    una.politiche.map(({ tipoAttivita }) => tipoAttivita),
    ["A01", prima.tipoAttivita],
  );
  assert.deepEqual(dopo(una, due, ctx), una);
});
