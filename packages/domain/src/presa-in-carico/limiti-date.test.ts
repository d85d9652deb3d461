import assert from "node:assert/strict";
import { test } from "node:test";
import { checkChiusuraSede } from "../appuntamento/calendario.ts";
import { checkApertura, checkChiusura } from "../avviso/vita.ts";
import type { CivilDate } from "../time.ts";
import { decidiTutela } from "./tutela.ts";

const G = (giorno: string) => giorno as CivilDate;
const OGGI = G("2026-11-25");
type Esito = Readonly<{ ok: boolean; rifiuto?: unknown }>;
const come = (esito: Esito): string => {
  const { code = "", campo = "" } = (esito.rifiuto ?? {}) as Record<string, string>;
  return `${code} ${campo}`.trim();
};

test("una sede si chiude da oggi in avanti, e non fra molti anni", () => {
  for (const [dal, al, atteso] of [
    ["2026-11-25", "2026-11-25", ""],
    ["2026-12-10", "2026-12-11", ""],
    ["2016-12-10", "2016-12-11", "data.troppo-presto dal"],
    ["2026-11-24", "2026-12-01", "data.troppo-presto dal"],
    ["2026-12-10", "2036-12-11", "data.troppo-avanti al"],
    ["2036-12-10", "2036-12-11", "data.troppo-avanti dal"],
  ] as const)
    assert.equal(come(checkChiusuraSede({ dal: G(dal), al: G(al) }, OGGI)), atteso, `${dal} ${al}`);
});

test("un avviso non si apre e non finisce fra un secolo", () => {
  const apri = (dal: string, al: string) =>
    come(checkApertura({ dal: G(dal), al: al === "" ? null : G(al) }, OGGI));
  assert.equal(apri("2026-12-01", ""), "");
  assert.equal(apri("2026-12-01", "2028-12-31"), "");
  assert.equal(apri("2096-12-01", ""), "data.troppo-avanti dal");
  assert.equal(apri("2026-12-01", "2096-12-01"), "data.troppo-avanti al");
  const aperto = { dal: G("2026-01-01"), al: null };
  assert.equal(come(checkChiusura(aperto, G("2096-12-01"), OGGI)), "data.troppo-avanti al");
});

test("chi decide per un minorenne non ha più di centodieci anni", () => {
  const di = (nascita: string) =>
    come(
      decidiTutela(
        { relazione: "TUT", secondo: null, dataNascitaTutore: G(nascita) },
        G("2010-05-05"),
        OGGI,
      ),
    );
  assert.equal(di("1980-01-01"), "");
  assert.equal(di("1908-01-01"), "tutela.eta-impossibile dataNascita");
});
