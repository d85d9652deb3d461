import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addMs, type CivilDate, type Instant } from "../time.ts";
import {
  assegnaA,
  checkInMano,
  dotiInScadenza,
  inMano,
  lascia,
  minoreFinoA,
  prendiInMano,
  SENZA_TERMINE,
  type VoceCoda,
} from "./coda.ts";
import { daCercare, nomePerRicerca, perRicerca } from "./nome.ts";
import { REGOLE_LAVORO } from "./regole.ts";

const ADESSO = "2026-11-25T10:00:00.000Z" as Instant;
const VOCE: VoceCoda = {
  ...{ adesioneId: "a", operatoreId: "OP-0001", vista: "da-convocare", entro: SENZA_TERMINE },
  ...{ assegnatario: null, inManoA: null, inManoFino: null },
};
const presa = (chi: string, fino: Instant): VoceCoda => ({
  ...VOCE,
  inManoA: chi,
  inManoFino: fino,
});

const AZIONI = {
  prende: (voce: VoceCoda) => prendiInMano(voce, "Anna", REGOLE_LAVORO, ADESSO),
  lascia: (voce: VoceCoda) => lascia(voce, "Anna", ADESSO),
  assegna: (voce: VoceCoda) => assegnaA(voce, "Bruno", "Anna", ADESSO),
  lavora: (voce: VoceCoda) => checkInMano(voce, "Anna", ADESSO),
};

test("L1: chi trova il caso in mano a un collega è rifiutato in ogni azione, e sa chi e fino a quando", () => {
  const fra = addMs(ADESSO, 60_000);
  const voci = {
    libera: [VOCE, true],
    mia: [presa("Anna", fra), true],
    altrui: [presa("Bruno", fra), false],
    scaduta: [presa("Bruno", ADESSO), true],
  } as const;
  for (const [nome, [voce, ammessa]] of Object.entries(voci))
    for (const [azione, fai] of Object.entries(AZIONI)) {
      const esito = fai(voce);
      assert.equal(esito.ok, ammessa, `${azione} su ${nome}`);
      if (!esito.ok)
        assert.deepEqual(esito.rifiuto, {
          ...{ code: "lavoro.in-mano-ad-altri", chi: "Bruno", fino: fra },
        });
    }
});

test("L2: fra quante persone si vuole, in ogni momento una sola ha in mano il caso e il tempo la libera", () => {
  const mossa = fc.record({
    chi: fc.constantFrom("Anna", "Bruno", "Carla"),
    azione: fc.constantFrom("prende", "lascia"),
    poi: fc.integer({ min: 0, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(mossa), (mosse) => {
      let voce = VOCE;
      let adesso = ADESSO;
      for (const { chi, azione, poi } of mosse) {
        const mano = inMano(voce, adesso);
        const esito =
          azione === "prende"
            ? prendiInMano(voce, chi, REGOLE_LAVORO, adesso)
            : lascia(voce, chi, adesso);
        assert.equal(esito.ok, mano === null || mano.chi === chi);
        if (esito.ok) voce = esito.value;
        adesso = addMs(adesso, poi * 60_000);
      }
      const fine = addMs(adesso, REGOLE_LAVORO.presaMinutes * 60_000);
      assert.equal(inMano(voce, fine), null);
    }),
  );
});

test("L7: un nome si cerca senza maiuscole, accenti, apostrofi e trattini", () => {
  assert.equal(perRicerca("D'Amìco"), "damico");
  assert.equal(perRicerca("  De  Gasperi-Ñuñez "), "de gasperi nunez");
  assert.equal(perRicerca("Łukasz Øster Straße"), "lukasz oster strasse");
  assert.equal(nomePerRicerca("Nicolò", "Zoë"), "nicolo zoe");
  fc.assert(
    fc.property(fc.string(), (testo) =>
      assert.equal(perRicerca(perRicerca(testo)), perRicerca(testo)),
    ),
  );
});

test("cercare un segno che nessun nome ha non trova tutti: trova nessuno", () => {
  for (const testo of ["%", "_", "\\", "Rossi%", "😀", "*", "-", "''"])
    assert.equal(daCercare(testo), "*", testo);
  assert.equal(daCercare("   "), "");
  assert.equal(daCercare("Rossi, Anna"), "rossi anna");
  assert.equal(daCercare("D’Amìco"), "damico");
  // Nothing that a name is searched by can begin like that.
  fc.assert(fc.property(fc.string(), (nome) => assert.ok(!perRicerca(nome).startsWith("*"))));
});

test("una dote è in scadenza da oggi a trenta giorni", () => {
  const oggi = "2026-11-25" as CivilDate;
  const scadenza = dotiInScadenza(oggi, REGOLE_LAVORO);
  assert.deepEqual([scadenza.dal, scadenza.al], [oggi, "2026-12-25"]);
});

test("un minore è tale fino al giorno dei diciotto anni", () => {
  const nato = "2009-02-28" as CivilDate;
  assert.equal(minoreFinoA(nato, "2026-11-25" as CivilDate), "2027-02-28");
  assert.equal(minoreFinoA(nato, "2027-02-28" as CivilDate), null);
});
