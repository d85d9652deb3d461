import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { concludiPercorso } from "../adesione/decide.ts";
import { unaAdesione } from "../adesione/fixtures.ts";
import { scrittureDi } from "../denaro/scritture.ts";
import { rinunciaDote, sospendiDote } from "../dote/decide-vita.ts";
import { fineDote } from "../dote/vita.ts";
import { REGOLE_GEFO_2014 as REGOLE } from "../pacchetto/regole-gefo.ts";
import type { Caso, StatoCaso } from "../presa-in-carico/caso.ts";
import { STATI_CASO } from "../presa-in-carico/caso.ts";
import { evolveCaso } from "../presa-in-carico/evolve.ts";
import { alPasso, avvia, erogato, must, OGGI, ORA } from "../presa-in-carico/fixtures.ts";
import { addDays, addMs, type CivilDate, type Instant } from "../time.ts";
import { chiudiPercorso, type DaChiudere, daChiudereDi, type MOTIVI_CHIUSURA } from "./chiusura.ts";

const DAY_MS = 86_400_000;
const inT = (caso: Caso): Caso =>
  evolveCaso(caso, { tipo: "stato-aggiornato", at: ORA, stato: "T" });
const avviato = (): Caso => {
  const confermata = alPasso("confermata");
  return inT(must(confermata, avvia(confermata)));
};
const il = (giorno: CivilDate): Instant =>
  addMs(ORA, Math.round((Date.parse(giorno) - Date.parse(OGGI)) / DAY_MS) * DAY_MS);
const di = (caso: Caso, mossoOn: CivilDate = OGGI) => daChiudereDi(caso, mossoOn, REGOLE);
const rinunciato = (perCambio: boolean): Caso => {
  const atto = { on: OGGI, nota: "", documentoId: "doc", perCambio };
  return must(avviato(), rinunciaDote(avviato(), atto, ORA));
};

test("K1: prima della conferma, e in attesa di un altro operatore, nessuno è da chiudere", () => {
  for (const stato of Object.keys(STATI_CASO) as StatoCaso[])
    assert.equal(di(alPasso(stato)), null, stato);
  const finito = evolveCaso(rinunciato(true), {
    ...{ tipo: "percorso-chiuso", at: ORA, dataFine: OGGI, esito: "conclusa" },
  });
  assert.equal(finito.stato, "confermata");
  assert.equal(di({ ...finito, stato: "chiuso" }), null);
  assert.equal(di({ ...avviato(), statoAdesione: "F" }), null);
});

test("K2: ogni motivo ha il suo giorno, e vale quello che comincia per primo", () => {
  const fine = fineDote(avviato().dote as never, REGOLE);
  const sospeso = must(
    avviato(),
    sospendiDote(avviato(), { dal: OGGI, motivo: "salute" }, REGOLE, ORA),
  );
  const attesi: Readonly<
    Record<keyof typeof MOTIVI_CHIUSURA, readonly [Caso, CivilDate, CivilDate]>
  > = {
    "dote-chiusa": [rinunciato(false), OGGI, addDays(OGGI, 1)],
    "dote-finita": [avviato(), addDays(fine, -10), addDays(fine, 1)],
    "sospesa-troppo": [sospeso, OGGI, addDays(OGGI, REGOLE.presa.sospensioneMaxDays + 1)],
    "servizi-finiti": [inT(erogato()), OGGI, addDays(OGGI, 1)],
    fermo: [avviato(), OGGI, addDays(OGGI, REGOLE.termini.fermoDays + 1)],
  };
  for (const [motivo, [caso, mosso, dal]] of Object.entries(attesi))
    assert.deepEqual(di(caso, mosso), {
      ...{ motivo, dal, entro: addDays(dal, REGOLE.termini.chiusuraDays) },
    });
});

test("ciò che è previsto durare non è fermo prima della sua fine prevista", () => {
  const { dote } = avviato();
  const finePrevista = addDays(OGGI, 90);
  const servizi = (dote?.servizi ?? []).map((uno) => ({
    ...uno,
    incarico: { sedeId: "1", professionistaId: "1", finePrevista },
  }));
  const caso = { ...avviato(), dote: { ...dote, servizi } } as Caso;
  const lunghe = { ...REGOLE.termini, durataDoteMonths: { 1: 24, 2: 24, 3: 24, 4: 24 } };
  const da = daChiudereDi(caso, OGGI, { ...REGOLE, termini: lunghe });
  assert.equal(da?.dal, addDays(finePrevista, REGOLE.termini.fermoDays + 1));
});

test("K3: un percorso si chiude dal giorno in cui è da chiudere, mai prima", () => {
  const caso = avviato();
  const da = di(caso) as DaChiudere;
  fc.assert(
    fc.property(fc.integer({ min: -70, max: 200 }), (giorni) => {
      const adesso = il(addDays(da.dal, giorni));
      const deciso = chiudiPercorso(caso, { esito: "conclusa" }, da, REGOLE, adesso);
      assert.equal(deciso.ok, giorni >= 0);
      if (!deciso.ok)
        assert.deepEqual(deciso.rifiuto, { code: "percorso.non-da-chiudere", dal: da.dal });
    }),
  );
  assert.equal(chiudiPercorso(caso, { esito: "conclusa" }, null, REGOLE, ORA).ok, false);
});

test("K4: la chiusura conclude ciò che è in corso, libera il previsto, lascia rendicontare", () => {
  const caso = avviato();
  const [primo] = caso.dote?.servizi ?? [];
  assert.ok(primo && caso.dote);
  const secondo = { ...primo, id: "s-2" as never, stato: "pianificato" as const, dataInizio: null };
  const due = { ...caso, dote: { ...caso.dote, servizi: [primo, secondo] } };
  const da = di(due) as DaChiudere;
  const deciso = chiudiPercorso(due, { esito: "abbandonata" }, da, REGOLE, il(da.dal));
  assert.ok(deciso.ok);
  const dopo = evolveCaso(due, deciso.value);
  assert.deepEqual(
    dopo.dote?.servizi.map(({ stato, esito }) => [stato, esito]),
    [
      ["erogato", "abbandonata"],
      ["non-erogato", null],
    ],
  );
  assert.deepEqual([dopo.stato, dopo.dote?.stato], ["confermata", "conclusa"]);
  const [scritta, ...altre] = scrittureDi(due, deciso.value);
  assert.deepEqual([scritta?.causale, altre.length], ["rilascio", 0]);
  // The news of the region does not take away what may still be paid.
  const chiusa = evolveCaso(dopo, { tipo: "adesione-chiusa", at: ORA, stato: "R" });
  assert.deepEqual([chiusa.stato, chiusa.dote?.stato], ["confermata", "conclusa"]);
});

test("K4: una data di fine scritta sta fra l'inizio e oggi", () => {
  const caso = avviato();
  const da = di(caso) as DaChiudere;
  const prova = (dataFine: CivilDate) =>
    chiudiPercorso(caso, { esito: "conclusa", dataFine }, da, REGOLE, il(da.dal));
  assert.ok(prova(addDays(OGGI, 3)).ok);
  for (const dataFine of [addDays(OGGI, -1), addDays(da.dal, 1)]) {
    const deciso = prova(dataFine);
    assert.ok(!deciso.ok && "campo" in deciso.rifiuto && deciso.rifiuto.campo === "dataFine");
  }
});

test("K5: di un percorso chiuso la regione fa F, o R se il giovane ha abbandonato, da P come da T", () => {
  for (const stato of ["P", "T"] as const)
    for (const abbandonato of [false, true]) {
      const deciso = concludiPercorso(unaAdesione({ stato }), abbandonato, ORA);
      const [evento] = deciso.ok ? deciso.value : [];
      assert.ok(evento?.tipo === "stato-cambiato");
      assert.equal(evento.a, abbandonato ? "R" : "F");
    }
});
