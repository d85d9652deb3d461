import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { AdesioneId, ServizioId } from "../ids.ts";
import { REGOLE_RENDICONTO_2014 } from "../pacchetto/regole-rendiconto.ts";
import { addDays, type CivilDate, type Instant } from "../time.ts";
import { type ContestoRegistro, controllaRiga, controllaRighe } from "./controlla.ts";
import { isFestivo } from "./festivi.ts";
import {
  lunediDi,
  minutiDi,
  minutiTotali,
  type RigaRegistro,
  siSovrappongono,
} from "./registro.ts";

const GIORNO = "2014-11-05" as CivilDate;
const day = (text: string): CivilDate => text as CivilDate;

const riga = (parti: Partial<RigaRegistro> = {}): RigaRegistro => ({
  ...{ id: "r-1", servizioId: "s-1" as ServizioId, adesioneId: "a-1" as AdesioneId },
  ...{ persona: "giulia", misura: "1-C", giorno: GIORNO, dalle: "09:00", alle: "11:00" },
  ...{ sedeId: "sede", professionistaId: "anna" },
  ...{ firmaGiovaneAt: null, firmaProfessionistaAt: null, rendicontazioneId: null },
  ...parti,
});
const contesto = (parti: Partial<ContestoRegistro> = {}): ContestoRegistro => ({
  adesso: "2014-12-01T13:18:00.000Z" as Instant,
  impegnataAt: "2014-11-01T13:16:00.000Z" as Instant,
  periodo: { dal: day("2014-11-03"), al: day("2014-12-31") },
  sedi: [{ id: "sede", nome: "Via Uno", dal: day("2014-11-04"), al: day("2014-11-20") }],
  professionisti: [{ id: "anna", nome: "Anna", dal: day("2014-11-01"), al: null }],
  altre: [],
  regole: REGOLE_RENDICONTO_2014.registro,
  ...parti,
});
const codici = (una: RigaRegistro, parti: Partial<ContestoRegistro> = {}): string[] =>
  controllaRiga(una, contesto(parti)).rifiuti.map(({ code }) => code);

test("registro: una riga giusta passa", () => {
  assert.deepEqual(codici(riga()), []);
  assert.equal(minutiDi(riga()), 120);
});

test("[E1] la stessa persona non è in due posti: il rifiuto nomina l'altra riga, anche di un'altra dote", () => {
  const altra = riga({ id: "r-2", servizioId: "s-9" as ServizioId, dalle: "10:59", alle: "12:00" });
  const { rifiuti } = controllaRiga(riga(), contesto({ altre: [altra] }));
  assert.deepEqual(rifiuti, [
    {
      ...{ code: "registro.sovrapposta", campo: "dalle" },
      altra: { servizioId: "s-9", giorno: GIORNO, dalle: "10:59", alle: "12:00", chi: "giovane" },
    },
  ]);
  assert.deepEqual(codici(riga(), { altre: [{ ...altra, dalle: "11:00" }] }), []);
});

test("[E2] un professionista non è con due giovani, se non è la stessa lezione di gruppo", () => {
  const altra = riga({ id: "r-2", persona: "luca" });
  assert.deepEqual(codici(riga(), { altre: [altra] }), ["registro.sovrapposta"]);
  const lezione = { misura: "2-A" } as const;
  assert.deepEqual(codici(riga(lezione), { altre: [{ ...altra, ...lezione }] }), []);
  const sfasata = { ...altra, ...lezione, alle: "12:00" };
  assert.deepEqual(codici(riga(lezione), { altre: [sfasata] }), ["registro.sovrapposta"]);
});

test("[E3] fuori dal periodo, nel futuro, nell'anno sbagliato", () => {
  assert.deepEqual(codici(riga({ giorno: day("2014-10-31") })).slice(0, 1), [
    "registro.fuori-periodo",
  ]);
  assert.deepEqual(codici(riga({ giorno: day("2015-11-05") })).slice(0, 1), [
    "registro.anno-sbagliato",
  ]);
  assert.deepEqual(codici(riga({ giorno: day("2014-12-02") })).slice(0, 1), [
    "registro.nel-futuro",
  ]);
});

test("[E3] le ore di oggi si scrivono quando sono passate, sull'orologio di Roma", () => {
  const sede = { id: "sede", nome: "Via Uno", dal: day("2014-11-01"), al: null };
  const con = (giorno: string, dalle: string, alle: string) =>
    codici(riga({ giorno: day(giorno), dalle, alle }), { sedi: [sede] });
  // 13:18 of Greenwich are 14:18 in Rome.
  assert.deepEqual(con("2014-12-01", "23:00", "23:30"), ["registro.non-ancora-finita"]);
  assert.deepEqual(con("2014-12-01", "14:00", "14:19"), ["registro.non-ancora-finita"]);
  assert.deepEqual(con("2014-12-01", "13:00", "14:18"), []);
  assert.deepEqual(con("2014-11-30", "23:00", "23:30"), []);
});

test("[E3] nessuna ora prima del denaro: il giorno dell'invio si comincia dopo l'invio", () => {
  const sede = { id: "sede", nome: "Via Uno", dal: day("2014-11-01"), al: null };
  const con = (giorno: string, dalle: string, alle: string) =>
    codici(riga({ giorno: day(giorno), dalle, alle }), {
      ...{ sedi: [sede], impegnataAt: "2014-11-03T13:16:00.000Z" as Instant },
    });
  assert.deepEqual(con("2014-11-03", "08:00", "14:00"), ["registro.prima-della-dote"]);
  assert.deepEqual(con("2014-11-03", "14:15", "15:00"), ["registro.prima-della-dote"]);
  assert.deepEqual(con("2014-11-03", "14:16", "15:00"), []);
  assert.deepEqual(con("2014-11-04", "08:00", "12:00"), []);
});

test("[E4] sede e professionista valgono in quel giorno, o il rifiuto dice quando", () => {
  assert.deepEqual(codici(riga({ giorno: day("2014-11-21") })), ["registro.sede-non-accreditata"]);
  assert.deepEqual(codici(riga({ giorno: day("2014-11-03") })), ["registro.sede-non-accreditata"]);
  assert.deepEqual(codici(riga({ professionistaId: "ignoto" })), [
    "registro.professionista-non-disponibile",
  ]);
  const { rifiuti } = controllaRiga(riga({ giorno: day("2014-11-21") }), contesto());
  assert.deepEqual(rifiuti[0], {
    ...{ code: "registro.sede-non-accreditata", campo: "sedeId", giorno: "2014-11-21" },
    ...{ nome: "Via Uno", dal: "2014-11-04", al: "2014-11-20" },
  });
});

test("[E5] orario rovesciato e troppe ore in un giorno", () => {
  assert.deepEqual(codici(riga({ alle: "09:00" })), ["registro.orario-rovesciato"]);
  const altra = riga({ id: "r-2", dalle: "11:00", alle: "17:30" });
  assert.deepEqual(codici(riga(), { altre: [altra] }), ["registro.troppe-ore"]);
  assert.deepEqual(codici(riga({ dalle: "00:00", alle: "23:59" })), ["registro.troppe-ore"]);
});

test("[E6] domeniche e feste nazionali sono un avviso", () => {
  assert.ok(isFestivo(day("2014-11-09")) && isFestivo(day("2014-12-08")));
  assert.ok(
    isFestivo(day("2014-04-21")) && isFestivo(day("2015-04-06")) && isFestivo(day("2026-04-06")),
  );
  assert.equal(isFestivo(GIORNO), false);
  const esito = controllaRiga(riga({ giorno: day("2014-11-09") }), contesto());
  assert.deepEqual([esito.rifiuti, esito.avvisi.length], [[], 1]);
});

test("registro: la settimana comincia di lunedì", () => {
  assert.equal(lunediDi(GIORNO), "2014-11-03");
  assert.equal(lunediDi(day("2014-11-09")), "2014-11-03");
  assert.equal(lunediDi(day("2014-11-10")), "2014-11-10");
});

const hhmm = fc.integer({ min: 0, max: 23 * 4 }).map((quarter) => {
  const hours = String(Math.floor(quarter / 4)).padStart(2, "0");
  return `${hours}:${String((quarter % 4) * 15).padStart(2, "0")}`;
});
const unaRiga = fc
  .record({
    ...{ giorno: fc.integer({ min: 0, max: 6 }), dalle: hhmm, alle: hhmm },
    ...{ persona: fc.constantFrom("giulia", "luca"), misura: fc.constantFrom("1-C", "2-A") },
    professionistaId: fc.constantFrom("anna", "ugo"),
  })
  .map(({ giorno, ...resto }) => riga({ ...(resto as object), giorno: addDays(GIORNO, giorno) }));

test("[E1] dopo qualunque successione di righe nessuna persona è in due posti, [E5] né oltre le ore ammesse", () => {
  const aperto = contesto({
    professionisti: ["anna", "ugo"].map((id) => ({
      id,
      nome: id,
      dal: day("2014-01-01"),
      al: null,
    })),
  });
  fc.assert(
    fc.property(fc.array(unaRiga, { maxLength: 30 }), (proposte) => {
      const numerate = proposte.map((una, i) => ({ ...una, id: `r-${i}` }));
      const esiti = controllaRighe(numerate, aperto);
      const scritte = numerate.filter((_, i) => esiti[i]?.rifiuti.length === 0);
      for (const [i, a] of scritte.entries()) {
        for (const b of scritte.slice(i + 1))
          assert.ok(a.persona !== b.persona || !siSovrappongono(a, b));
        const insieme = scritte.filter(
          ({ persona, giorno }) => persona === a.persona && giorno === a.giorno,
        );
        assert.ok(minutiTotali(insieme) <= aperto.regole.minutiGiornoMax);
      }
    }),
    { numRuns: 300 },
  );
});
