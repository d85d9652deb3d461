import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayInRome, fromMs, type Instant, timeInRome, toMs } from "../time.ts";
import {
  creaNotifica,
  dopoIlSilenzio,
  type EsitoInvio,
  isDaInviare,
  PASSI_NOTIFICA,
  prendiInInvio,
  registraEsitoInvio,
  registraRimbalzo,
} from "./invio.ts";
import { MODELLI_NOTIFICA, type ModelloNotifica, scrivi } from "./modelli.ts";
import type { Notifica } from "./notifica.ts";
import { REGOLE_NOTIFICHE } from "./regole.ts";

const MODELLI = Object.keys(MODELLI_NOTIFICA) as ModelloNotifica[];
const istante = fc
  .integer({ min: Date.parse("2014-01-01"), max: Date.parse("2027-01-01") })
  .map((ms) => fromMs(ms));
const ADESSO = "2026-11-25T10:00:00.000Z" as Instant;

const nuova = (modello: ModelloNotifica, senzaPromemoria = false, adesso = ADESSO): Notifica =>
  creaNotifica(
    { id: "n", chiave: "k", modello, canale: "email", senzaPromemoria },
    REGOLE_NOTIFICHE,
    adesso,
  );

type Passo = "prendi" | "rimbalzo" | EsitoInvio["esito"];

/** One step at the first instant at which it can be taken. */
function dopo(una: Notifica, passo: Passo): Notifica {
  const adesso = una.prossimoAt > ADESSO ? una.prossimoAt : ADESSO;
  if (passo === "rimbalzo") return registraRimbalzo(una, "casella piena");
  if (passo !== "prendi")
    return registraEsitoInvio(una, { esito: passo, risposta: "" }, REGOLE_NOTIFICHE, adesso);
  return isDaInviare(una, adesso) ? prendiInInvio(una, REGOLE_NOTIFICHE, adesso) : una;
}

test("N1: qualunque cosa succeda, una notifica passa solo fra gli stati della tabella", () => {
  const passi = fc.array(
    fc.constantFrom<Passo>("prendi", "rimbalzo", "inviata", "rifiutata", "guasto"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...MODELLI), fc.boolean(), passi, (modello, no, scelti) => {
      let una = nuova(modello, no);
      for (const passo of scelti) {
        const poi = dopo(una, passo);
        assert.ok(poi === una || PASSI_NOTIFICA[una.stato].includes(poi.stato));
        una = poi;
      }
    }),
  );
});

test("N3: di notte non parte niente che possa aspettare, anche quando cambia l'ora", () => {
  const { dalle, alle } = REGOLE_NOTIFICHE.silenzio;
  fc.assert(
    fc.property(istante, (adesso) => {
      const quando = dopoIlSilenzio(adesso, REGOLE_NOTIFICHE);
      assert.ok(quando >= adesso);
      assert.ok(timeInRome(quando) >= alle && timeInRome(quando) < dalle);
      assert.ok(toMs(quando) - toMs(adesso) <= 13 * 3_600_000);
    }),
  );
  const notte = "2026-10-24T22:30:00.000Z" as Instant;
  assert.equal(timeInRome(dopoIlSilenzio(notte, REGOLE_NOTIFICHE)), "08:00");
  assert.equal(dayInRome(dopoIlSilenzio(notte, REGOLE_NOTIFICHE)), "2026-10-25");
  assert.equal(nuova("appuntamento-annullato", false, notte).prossimoAt, notte);
  assert.ok(nuova("promemoria", false, notte).prossimoAt > notte);
});

test("N4: chi non vuole promemoria riceve solo ciò che è dovuto", () => {
  for (const modello of MODELLI) {
    const { dovuta } = MODELLI_NOTIFICA[modello];
    const { stato, risposta } = nuova(modello, true);
    assert.equal(stato, dovuta ? "in-attesa" : "esclusa");
    assert.equal(risposta, dovuta ? null : "la persona non vuole promemoria");
    assert.equal(nuova(modello, false).stato, "in-attesa");
  }
});

test("N5: un guasto si ritenta sempre più tardi e alla fine si dichiara; un rifiuto no", () => {
  let una = nuova("appuntamento-spostato");
  let adesso = ADESSO;
  const attese: number[] = [];
  while (una.stato === "in-attesa") {
    una = prendiInInvio(una, REGOLE_NOTIFICHE, adesso);
    una = registraEsitoInvio(una, { esito: "guasto", risposta: "giù" }, REGOLE_NOTIFICHE, adesso);
    if (una.stato === "in-attesa") attese.push(toMs(una.prossimoAt) - toMs(adesso));
    adesso = una.prossimoAt;
  }
  assert.equal(una.stato, "fallita");
  assert.equal(una.tentativi, REGOLE_NOTIFICHE.tentativiMax);
  assert.deepEqual(
    attese,
    attese.toSorted((a, b) => a - b),
  );
  const presa = prendiInInvio(nuova("convocazione"), REGOLE_NOTIFICHE, ADESSO);
  const esito = { esito: "rifiutata", risposta: "550" } as const;
  assert.equal(registraEsitoInvio(presa, esito, REGOLE_NOTIFICHE, ADESSO).stato, "respinta");
});

test("N6: ogni modello si scrive per intero, senza a capo nell'oggetto e con un SMS corto", () => {
  const dati = {
    ...{ nome: "Giulia", operatore: "Officina Lavoro Navigli", telefono: "02 5550101" },
    ...{ quando: "lunedì 3 novembre alle 10:30", dove: "via del Naviglio 12, Milano" },
    ...{ motivo: "la sede è chiusa\nquel giorno", rimedio: "scegli un altro giorno" },
    ...{
      entro: "10 novembre",
      tentativi: "3",
      giorni: "60",
      titolo: "un avviso",
      messaggio: "leggi qui",
    },
    conseguenza: "la tua dote può essere chiusa",
  };
  for (const modello of MODELLI) {
    const { oggetto, testo, breve } = scrivi(modello, dati as never);
    assert.doesNotMatch(oggetto + testo + breve, /[{}]/);
    assert.doesNotMatch(oggetto, /\n/);
    assert.ok(breve.length <= 320, modello);
    assert.throws(() => scrivi(modello, {} as never));
  }
});

test("N7: dopo la morte di chi la inviava, la stessa notifica riparte con lo stesso identificativo", () => {
  const presa = prendiInInvio(nuova("convocazione"), REGOLE_NOTIFICHE, ADESSO);
  assert.equal(isDaInviare(presa, ADESSO), false);
  const dopo = fromMs(toMs(ADESSO) + REGOLE_NOTIFICHE.presaSeconds * 1000);
  assert.ok(isDaInviare(presa, dopo));
  const ancora = prendiInInvio(presa, REGOLE_NOTIFICHE, dopo);
  assert.deepEqual([ancora.id, ancora.tentativi], ["n", 2]);
});
