import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { STATI_ADESIONE, type StatoAdesione } from "../adesione/adesione.ts";
import { addDays, addMs, type CivilDate, dayInRome, type Instant, timeInRome } from "../time.ts";
import {
  type Appuntamento,
  concludi,
  fissa,
  perStatoAdesione,
  REGOLE_APPUNTAMENTI,
  STATI_APPUNTAMENTO,
  type StatoAppuntamento,
} from "./appuntamento.ts";
import { calendarioIniziale, turniDi } from "./calendario.ts";
import { ics } from "./ics.ts";

const ADESSO = "2026-11-25T10:00:00.000Z" as Instant;
const PRIMA = addMs(ADESSO, -3_600_000);
const DOPO = addMs(ADESSO, 86_400_000);
const CALENDARIO = calendarioIniziale("S1", "via del Naviglio 12");
const uno = (inizio: Instant, stato: StatoAppuntamento = "DE"): Appuntamento => ({
  ...{ id: "a", adesioneId: "x", sede: "S1", stato, inizio, fine: addMs(inizio, 2_700_000) },
  ...{ posto: 1, motivo: null },
});
const STATI = Object.keys(STATI_APPUNTAMENTO) as StatoAppuntamento[];

test("[P2] da ogni stato, ogni passaggio è ammesso o rifiutato come dice la tabella", () => {
  for (const inizio of [PRIMA, DOPO])
    for (const da of STATI)
      for (const a of STATI) {
        if (a === "DE") continue;
        const presenza = a === "ER" || a === "NP";
        const atteso = da === "DE" && (!presenza || inizio === PRIMA);
        const esito = concludi(uno(inizio, da), a, null, ADESSO);
        assert.equal(esito.ok, atteso, `${da} → ${a}`);
      }
});

test("[P3] lo stato dell'adesione cambia l'appuntamento come nella tabella, e solo se è ancora fissato", () => {
  const attesi: Readonly<Record<string, readonly [string | null, string | null]>> = {
    ...{ A: [null, null], C: ["DI", "DI"], D: ["DI", "DI"], N: ["DI", "DI"], X: ["DI", "DI"] },
    ...{ P: ["ER", "DI"], T: ["ER", "DI"], R: ["ER", "DI"], F: ["ER", "DI"], U: ["NP", "DI"] },
  };
  for (const stato of Object.keys(STATI_ADESIONE) as StatoAdesione[]) {
    const fatti = [PRIMA, DOPO].map((inizio) => perStatoAdesione(uno(inizio), stato, ADESSO));
    assert.deepEqual(fatti, attesi[stato], stato);
    for (const altro of STATI.filter((s) => s !== "DE"))
      assert.equal(perStatoAdesione(uno(DOPO, altro), stato, ADESSO), null);
  }
});

test("[P4] i turni di qualunque giorno stanno negli orari, non si accavallano, saltano le chiusure", () => {
  const chiusa = { dal: "2026-12-24" as CivilDate, al: "2027-01-06" as CivilDate, motivo: "feste" };
  const calendario = { ...CALENDARIO, chiusure: [chiusa] };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 800 }), (days) => {
      const giorno = addDays("2026-01-01" as CivilDate, days);
      const turni = turniDi(calendario, giorno);
      const festa = giorno >= chiusa.dal && giorno <= chiusa.al;
      const weekend = [0, 6].includes(new Date(`${giorno}T00:00:00Z`).getUTCDay());
      assert.equal(turni.length, festa || weekend ? 0 : 9);
      for (const [i, { inizio, fine }] of turni.entries()) {
        assert.equal(dayInRome(inizio), giorno);
        assert.ok(timeInRome(inizio) >= "09:00" && timeInRome(fine) <= "17:00");
        assert.ok(i === 0 || inizio >= (turni[i - 1]?.fine ?? ""));
      }
    }),
  );
});

test("un turno si dà solo nei giorni aperti, negli orari, con un posto libero: il più basso", () => {
  const inizio = "2026-11-26T08:00:00.000Z" as Instant;
  const chiede = (calendario: typeof CALENDARIO, quando: Instant, occupati: number[] = []) =>
    fissa(calendario, { inizio: quando, occupati }, REGOLE_APPUNTAMENTI, ADESSO);
  const dato = chiede({ ...CALENDARIO, posti: 3 }, inizio, [1, 3]);
  assert.ok(dato.ok && dato.value.posto === 2);
  const chiusure = [{ dal: "2026-11-26" as CivilDate, al: "2026-11-26" as CivilDate, motivo: "?" }];
  const rifiuti = [
    chiede(CALENDARIO, inizio, [1]),
    chiede(CALENDARIO, "2026-11-25T15:00:00.000Z" as Instant),
    chiede(CALENDARIO, "2026-11-26T08:10:00.000Z" as Instant),
    chiede({ ...CALENDARIO, chiusure }, inizio),
  ].map((esito) => (esito.ok ? "" : esito.rifiuto.code));
  assert.deepEqual(rifiuti, [
    ...["appuntamento.pieno", "appuntamento.fuori-tempo", "appuntamento.fuori-orario"],
    "appuntamento.sede-chiusa",
  ]);
});

test("il file per il calendario ha righe corte, testi protetti, e un annullamento si toglie da sé", () => {
  const dati = {
    titolo: "Colloquio; primo",
    luogo: "via è lunga, ".repeat(12),
    nota: "porta\nil cf",
  };
  const quando = { scritto: ADESSO, version: 2 };
  const text = ics(uno(DOPO), dati, quando);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75);
  assert.match(text, /SUMMARY:Colloquio\\; primo\r\n/);
  assert.match(text, /DTSTART:20261126T100000Z/);
  assert.match(text, /DESCRIPTION:porta\\nil cf/);
  assert.match(ics(uno(DOPO, "DI"), dati, quando), /METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
});
