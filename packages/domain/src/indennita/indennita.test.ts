import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { REGOLE_RENDICONTO_2014 } from "../pacchetto/regole-rendiconto.ts";
import type { CivilDate } from "../time.ts";
import {
  chiudiMese,
  dichiaraMese,
  inviaMese,
  type MeseIndennita,
  STATI_INDENNITA,
  type StatoIndennita,
  type Tirocinio,
} from "./indennita.ts";

const REGOLE = REGOLE_RENDICONTO_2014.indennita;
const giorno = (text: string): CivilDate => text as CivilDate;
const OGGI = giorno("2015-03-10");
const TIROCINIO: Tirocinio = { misura: "5", dataInizio: giorno("2014-11-17"), dataFine: null };
const uno = (stato: StatoIndennita, parti: Partial<MeseIndennita> = {}): MeseIndennita => ({
  ...{ mese: "2014-12", orePreviste: 120, orePresenti: 100, importoCents: 400_00, stato },
  ...{ inviataOn: giorno("2015-03-01"), pagataOn: null, motivo: null, ...parti },
});
const dichiara = (parti: object, noti: readonly MeseIndennita[] = [], tirocinio = TIROCINIO) =>
  dichiaraMese(
    tirocinio,
    noti,
    { ...{ mese: "2014-12", orePreviste: 100, orePresenti: 80 }, ...parti },
    REGOLE,
    OGGI,
  );
const codice = (esito: Readonly<{ ok: boolean; rifiuto?: Readonly<{ code: string }> }>): string =>
  esito.ok ? "ok" : (esito.rifiuto?.code ?? "");

test("[T1] un mese si dichiara di un tirocinio iniziato, dentro le sue date, quando è finito", () => {
  assert.equal(codice(dichiara({})), "ok");
  assert.equal(codice(dichiara({ mese: "2014-10" })), "indennita.mese-fuori");
  assert.equal(codice(dichiara({ mese: "2013-12" })), "indennita.mese-fuori");
  assert.equal(codice(dichiara({ mese: "2015-04" })), "indennita.mese-fuori");
  assert.equal(codice(dichiara({ mese: "2015-03" })), "indennita.mese-non-finito");
  const finito = { ...TIROCINIO, dataFine: giorno("2015-03-06") };
  assert.equal(codice(dichiara({ mese: "2015-03" }, [], finito)), "ok");
  const altra = { ...TIROCINIO, misura: "1-C" };
  assert.equal(codice(dichiara({}, [], altra)), "indennita.non-tirocinio");
  const mai = { ...TIROCINIO, dataInizio: null };
  assert.equal(codice(dichiara({}, [], mai)), "indennita.non-tirocinio");
});

test("[T2] dovuto solo se le ore bastano; più ore delle previste sono rifiutate", () => {
  const stato = (orePresenti: number): string => {
    const esito = dichiara({ orePresenti });
    return esito.ok ? `${esito.value.stato} ${esito.value.importoCents}` : esito.rifiuto.code;
  };
  assert.equal(stato(70), "dichiarata 40000");
  assert.equal(stato(69), "non-dovuta 0");
  assert.equal(stato(101), "indennita.ore-non-valide");
  assert.equal(stato(-1), "indennita.ore-non-valide");
  assert.equal(codice(dichiara({ orePreviste: 0, orePresenti: 0 })), "indennita.ore-non-valide");
});

test("[T2] qualunque cosa si dichiari, i mesi dovuti non superano il massimo", () => {
  const lungo = { ...TIROCINIO, dataInizio: giorno("2014-01-07") };
  const mesi = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 100 })),
  );
  fc.assert(
    fc.property(mesi, (dichiarati) => {
      const noti = new Map<string, MeseIndennita>();
      for (const [n, orePresenti] of dichiarati) {
        const mese = `2014-${String(n).padStart(2, "0")}`;
        const esito = dichiara({ mese, orePresenti }, [...noti.values()], lungo);
        if (esito.ok) noti.set(mese, esito.value);
      }
      const dovuti = [...noti.values()].filter(({ importoCents }) => importoCents > 0);
      assert.ok(dovuti.length <= REGOLE.mesiMax);
    }),
  );
});

test("[T3] ogni passo in ogni stato", () => {
  const pagata = { esito: "pagata", data: OGGI, motivo: "" } as const;
  const passi: Readonly<Record<string, (m: MeseIndennita) => ReturnType<typeof inviaMese>>> = {
    dichiara: (m) => dichiara({}, [m]),
    invia: (m) => inviaMese(m, OGGI),
    paga: (m) => chiudiMese(m, pagata, OGGI),
  };
  const aperti: Readonly<Record<string, readonly StatoIndennita[]>> = {
    dichiara: ["dichiarata", "non-dovuta", "respinta"],
    invia: ["dichiarata", "respinta"],
    paga: ["inviata"],
  };
  for (const stato of Object.keys(STATI_INDENNITA) as StatoIndennita[])
    for (const [passo, fai] of Object.entries(passi)) {
      const esito = codice(fai(uno(stato)));
      const atteso = aperti[passo]?.includes(stato) ? "ok" : "indennita.passo-non-aperto";
      assert.equal(esito, atteso, `${passo} ${stato}`);
    }
  const chiudi = (parti: object) =>
    codice(chiudiMese(uno("inviata"), { ...pagata, ...parti }, OGGI));
  assert.equal(chiudi({ data: giorno("2014-03-10") }), "indennita.data-non-valida");
  assert.equal(chiudi({ esito: "respinta" }), "indennita.motivo-mancante");
  assert.equal(chiudi({ esito: "respinta", motivo: "conto chiuso" }), "ok");
});
