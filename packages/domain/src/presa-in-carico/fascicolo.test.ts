import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { REGOLE_GEFO_2014 as REGOLE } from "../pacchetto/regole-gefo.ts";
import { addDays, type CivilDate, instantInRome } from "../time.ts";
import type { Caso } from "./caso.ts";
import * as decide from "./decide.ts";
import * as fascicolo from "./decide-verifiche.ts";
import {
  alPasso,
  avviaIl,
  conferma,
  contatto,
  conVerifiche,
  type Deciso,
  must,
  NASCITA,
  nuovo,
  OGGI,
  ORA,
  PATTO,
  PROFILATA,
  verifica,
} from "./fixtures.ts";
import { maggiorenneOn, RELAZIONI_TUTELA, type RelazioneTutela } from "./tutela.ts";

const codice = (deciso: Deciso): string => (deciso.ok ? "ok" : deciso.rifiuto.code);
const colloquio = (): Caso => contatto(contatto(nuovo(), "convocato"), "colloquio");
const firma = (caso: Caso, altro: Partial<typeof PATTO> = {}) =>
  decide.firmaPatto(caso, { ...PATTO, ...altro }, REGOLE, ORA);
const sedicenne = "1998-03-02" as CivilDate;
const ADULTO = "1970-01-01" as CivilDate;

test("[G9] il patto vuole identità, requisiti, profilazione: ognuno che manca chiude la porta con il suo nome", () => {
  const pieno = conVerifiche(colloquio());
  assert.equal(codice(firma(pieno)), "ok");
  assert.equal(codice(firma({ ...pieno, identita: null })), "identita.non-verificata");
  assert.equal(codice(firma({ ...pieno, requisiti: [] })), "requisiti.mai-verificati");
  assert.equal(codice(firma({ ...pieno, profilata: null })), "profilazione.manca");
  const domani = { ...PROFILATA, validoDal: addDays(OGGI, 1) };
  assert.equal(codice(firma({ ...pieno, profilata: domani })), "profilazione.non-ancora-valida");
});

test("[G9] la fascia del patto è la classe della profilazione, e il patto dice quale", () => {
  const deciso = firma(conVerifiche(colloquio()));
  assert.ok(deciso.ok && deciso.value.tipo === "patto-firmato");
  assert.deepEqual(
    [deciso.value.patto.fascia, deciso.value.patto.profilazioneId],
    [PROFILATA.classe, PROFILATA.id],
  );
});

test("[G10] una attività non compatibile rende negativa la verifica, e una verifica negativa chiude il patto", () => {
  for (const [attivita, { compatibile }] of Object.entries(REGOLE.presa.requisiti.attivita)) {
    const visto = { ...conVerifiche(colloquio()), requisiti: [] };
    const deciso = fascicolo.verificaRequisiti(visto, verifica([attivita]), REGOLE, ORA);
    const dopo = must(visto, deciso);
    assert.equal(dopo.requisiti.at(-1)?.esito, compatibile ? "positivo" : "negativo", attivita);
    assert.equal(codice(firma(dopo)), compatibile ? "ok" : "requisiti.negativi", attivita);
  }
  const senza = { ...verifica(), prove: [] };
  const caso = colloquio();
  assert.equal(
    codice(fascicolo.verificaRequisiti(caso, senza, REGOLE, ORA)),
    "requisiti.prova-manca",
  );
  const ignota = fascicolo.verificaRequisiti(caso, verifica(["astronauta"]), REGOLE, ORA);
  assert.equal(codice(ignota), "requisiti.attivita-sconosciuta");
});

test("[G10] ogni inizio di un servizio vuole una verifica positiva non più vecchia dei giorni dell'avviso", () => {
  const { validitaDays } = REGOLE.presa.requisiti;
  fc.assert(
    fc.property(fc.integer({ min: -3, max: 2 * validitaDays }), (passati) => {
      const confermata = alPasso("confermata");
      const giorno = addDays(OGGI, passati);
      const adesso = instantInRome(giorno > OGGI ? giorno : OGGI, "20:00");
      const deciso = avviaIl(confermata, giorno, adesso);
      if (passati < 0) assert.equal(codice(deciso), "data.troppo-presto");
      else
        assert.equal(codice(deciso), passati <= validitaDays ? "ok" : "requisiti.verifica-vecchia");
    }),
  );
});

test("[G10] vale l'ultima verifica fatta fino a quel giorno, in qualunque ordine siano state scritte", () => {
  const confermata = alPasso("confermata");
  const dopo = "2014-11-27T10:00:00.000Z" as never;
  const negativa = verifica(["lavoro"], "2014-11-25" as CivilDate);
  const peggio = must(confermata, fascicolo.verificaRequisiti(confermata, negativa, REGOLE, dopo));
  const prima = verifica([], "2014-11-22" as CivilDate);
  const caso = must(peggio, fascicolo.verificaRequisiti(peggio, prima, REGOLE, dopo));
  assert.equal(codice(avviaIl(caso, "2014-11-23" as CivilDate, dopo)), "ok");
  assert.equal(codice(avviaIl(caso, "2014-11-26" as CivilDate, dopo)), "requisiti.negativi");
});

test("[G11] un minore firma con chi ne ha la tutela; l'altro genitore è d'accordo o si dichiara perché non serve", () => {
  const pieno = conVerifiche(colloquio());
  assert.equal(codice(firma(pieno, { dataNascita: sedicenne })), "tutela.manca");
  for (const relazione of Object.keys(RELAZIONI_TUTELA) as RelazioneTutela[])
    for (const secondo of ["consenso", "dichiarazione", null] as const) {
      const tutela = { relazione, secondo, dataNascitaTutore: ADULTO };
      const deciso = fascicolo.registraTutela(pieno, tutela, sedicenne, ORA);
      const manca = relazione === "GEN" && secondo === null;
      assert.equal(
        codice(deciso),
        manca ? "tutela.secondo-genitore-manca" : "ok",
        `${relazione} ${secondo}`,
      );
      if (!manca)
        assert.equal(codice(firma(must(pieno, deciso), { dataNascita: sedicenne })), "ok");
    }
  const giovane = { relazione: "TUT", secondo: null, dataNascitaTutore: sedicenne } as const;
  const pari = fascicolo.registraTutela(pieno, giovane, sedicenne, ORA);
  assert.equal(codice(pari), "tutela.tutore-minorenne");
  const adulto = { ...giovane, dataNascitaTutore: ADULTO };
  assert.equal(codice(fascicolo.registraTutela(pieno, adulto, NASCITA, ORA)), "tutela.non-serve");
});

test("[G11] a diciotto anni il tutore non decide più: avviso prima, poi nessun servizio finché non conferma di persona", () => {
  const nascita = "1996-12-10" as CivilDate;
  const tutela = { relazione: "TUT", secondo: null, dataNascitaTutore: ADULTO } as const;
  const caso = must(
    conVerifiche(colloquio()),
    fascicolo.registraTutela(conVerifiche(colloquio()), tutela, nascita, ORA),
  );
  const il = (giorno: string) => instantInRome(giorno as CivilDate, "12:00");
  assert.equal(fascicolo.avanzaTutela(caso, REGOLE, il("2014-11-09")), null);
  const avviso = fascicolo.avanzaTutela(caso, REGOLE, il("2014-11-10"));
  assert.ok(avviso);
  const avvisato = must(caso, { ok: true, value: avviso });
  assert.equal(fascicolo.avanzaTutela(avvisato, REGOLE, il("2014-11-11")), null);
  const fine = fascicolo.avanzaTutela(avvisato, REGOLE, il("2014-12-10"));
  assert.ok(fine);
  const cessata = must(avvisato, { ok: true, value: fine });
  assert.equal(cessata.tutela?.stato, "cessata");
  const confermata = { ...alPasso("confermata"), tutela: cessata.tutela };
  const dopo = il("2014-12-11");
  const chiuso = avviaIl(confermata, "2014-12-11" as CivilDate, dopo);
  assert.equal(codice(chiuso), "tutela.da-confermare");
  const sua = must(confermata, fascicolo.confermaMaggiorenne(confermata, dopo));
  assert.equal(codice(avviaIl(sua, "2014-12-11" as CivilDate, dopo)), "ok");
  assert.equal(codice(fascicolo.confermaMaggiorenne(sua, dopo)), "tutela.niente-da-confermare");
});

test("chi è nato il 29 febbraio diventa maggiorenne il primo marzo", () => {
  assert.equal(maggiorenneOn("2000-02-29" as CivilDate), "2018-03-01");
  assert.equal(maggiorenneOn("1996-12-10" as CivilDate), "2014-12-10");
});

test("[G12] dove l'avviso vuole il preavviso, la NON presa si decide dopo la risposta o dopo il suo termine", () => {
  const rinuncia = { motivo: "requisiti-mancanti", nota: "lavora", contatti: [] } as const;
  const convocato = alPasso("convocato");
  const chiede = (caso: Caso, at = ORA) => decide.nonPrendereInCarico(caso, rinuncia, REGOLE, at);
  const primo = chiede(convocato);
  assert.ok(primo.ok && primo.value.tipo === "preavviso-inviato");
  const avvisato = must(convocato, primo);
  assert.equal(avvisato.stato, "convocato");
  assert.equal(codice(chiede(avvisato)), "preavviso.attendi");
  const entro = avvisato.preavviso?.entro as CivilDate;
  const scaduto = instantInRome(addDays(entro, 1), "09:00");
  const finito = chiede(avvisato, scaduto);
  assert.ok(finito.ok && finito.value.tipo === "non-preso-in-carico");
  const risposto = must(avvisato, fascicolo.registraControdeduzioni(avvisato, "ho smesso", ORA));
  assert.equal(
    codice(fascicolo.registraControdeduzioni(risposto, "e poi", ORA)),
    "preavviso.gia-risposto",
  );
  assert.equal(
    codice(fascicolo.registraControdeduzioni(avvisato, "tardi", scaduto)),
    "preavviso.termine-passato",
  );
  const deciso = chiede(risposto);
  assert.ok(deciso.ok && deciso.value.tipo === "non-preso-in-carico");
  const accolto = must(risposto, fascicolo.archiviaPreavviso(risposto, "è vero", ORA));
  assert.equal(accolto.preavviso, null);
});

test("[G13] in un'altra provincia la classe si chiede di nuovo; nella stessa non cambia niente", () => {
  const caso = conVerifiche(colloquio());
  const altrove = must(caso, fascicolo.cambiaResidenza(caso, "BG", ORA));
  assert.equal(altrove.profilata, null);
  assert.equal(codice(firma(altrove)), "profilazione.manca");
  assert.equal(codice(fascicolo.cambiaResidenza(caso, "MI", ORA)), "profilazione.stessa-provincia");
  const firmato = conferma(alPasso("dote-inviata"));
  const dopo = must(firmato, fascicolo.cambiaResidenza(firmato, "BG", ORA));
  assert.deepEqual([dopo.patto?.fascia, dopo.dote?.fascia], [2, 2]);
});

test("un documento scaduto non prova l'identità", () => {
  const caso = colloquio();
  const vecchia = { on: OGGI, documento: "passaporto", scadeOn: "2014-11-19" } as never;
  const deciso = fascicolo.verificaIdentita(caso, vecchia, ORA);
  assert.equal(codice(deciso), "identita.documento-scaduto");
});
