import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CodiceRegione,
  dayInRome,
  fromMs,
  type Instant,
  isFestivo,
  timeInRome,
  weekdayOf,
} from "@staffetta/domain";
import { seededRandom } from "@staffetta/platform";
import fc from "fast-check";
import { sorteDi } from "../popolazione/caso.ts";
import { quandoCe } from "./orari.ts";
import { simula } from "./simula.ts";

const sorte = sorteDi(seededRandom("orari"));
const istanti = fc.integer({ min: Date.parse("2014-01-01"), max: Date.parse("2016-12-31") });
const AL_LAVORO = { dalle: "09:00", alle: "18:00" };

const inUfficio = (at: Instant): boolean => {
  const ora = timeInRome(at);
  const day = dayInRome(at);
  return ora >= AL_LAVORO.dalle && ora < AL_LAVORO.alle && weekdayOf(day) < 5 && !isFestivo(day);
};

test("chi è in ufficio fa le cose di giorno, nei giorni di lavoro, e mai prima di quando doveva", () => {
  fc.assert(
    fc.property(istanti, (ms) => {
      const quando = quandoCe(ms, "ufficio", sorte);
      assert.ok(quando >= ms);
      assert.ok(inUfficio(fromMs(quando)), fromMs(quando));
      assert.equal(quandoCe(quando, "ufficio", sorte), quando);
    }),
  );
});

test("un giovane sul portale non fa niente di notte, ma la domenica sera sì; una macchina sempre", () => {
  fc.assert(
    fc.property(istanti, (ms) => {
      const ora = timeInRome(fromMs(quandoCe(ms, "casa", sorte)));
      assert.ok(ora >= "08:00" && ora < "23:00", ora);
      assert.equal(quandoCe(ms, "sempre", sorte), ms);
    }),
  );
  const domenicaSera = Date.parse("2014-11-09T20:00:00Z");
  assert.equal(quandoCe(domenicaSera, "casa", sorte), domenicaSera);
});

test("nel mondo simulato, anche con i guasti, ogni contatto cade in orario d'ufficio", async () => {
  const contatti: { id: string; at: string }[] = [];
  await simula({
    ...{
      seed: 11,
      youths: 60,
      days: 90,
      faults: ["perdita", "crollo", "fermo-partner", "inceppo"],
      da: "2014-11-03" as never,
    },
    regioni: ["10" as CodiceRegione],
    allaFine: async ({ gefi }) => {
      for (const gefo of gefi.values())
        await gefo.uow.transaction(async (stores) => {
          contatti.push(...(await stores.contatti.all()));
        });
    },
  });
  assert.ok(contatti.length > 50);
  const fuori = contatti.filter(({ at }) => !inUfficio(at as Instant));
  assert.deepEqual(
    fuori.map(({ at }) => at),
    [],
  );
});
