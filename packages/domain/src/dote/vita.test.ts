import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CONTI_VUOTI } from "../erogazione/conti.ts";
import { REGOLE_GEFO_2014 as REGOLE } from "../pacchetto/regole-gefo.ts";
import type { Caso } from "../presa-in-carico/caso.ts";
import * as decideCaso from "../presa-in-carico/decide.ts";
import { massimaleCents } from "../presa-in-carico/decide.ts";
import { verificaRequisiti } from "../presa-in-carico/decide-verifiche.ts";
import {
  ALTRO,
  alPasso,
  avvia,
  avviaIl,
  conferma,
  type Deciso,
  DOTE,
  erogato,
  must,
  OGGI,
  ORA,
  verifica,
} from "../presa-in-carico/fixtures.ts";
import { addDays, type CivilDate, instantInRome } from "../time.ts";
import * as vita from "./decide-vita.ts";
import { misurePer, STATI_DOTE, type StatoDote } from "./dote.ts";
import { calcolaPiano } from "./piano.ts";
import type { Servizio } from "./servizio.ts";
import { avanzaDote, fineDote } from "./vita.ts";

const SPORTELLO = { ...REGOLE, presa: { ...REGOLE.presa, ammissione: "sportello" } } as const;
const RINUNCIA = { on: OGGI, nota: "trasloco", documentoId: "doc-2", perCambio: false };
const codice = (deciso: Deciso): string => (deciso.ok ? "ok" : deciso.rifiuto.code);
const il = (giorno: CivilDate) => instantInRome(giorno, "12:00");

const confermata = (): Caso => alPasso("confermata");
const conStato = (stato: StatoDote): Caso => {
  const caso = confermata();
  return { ...caso, dote: caso.dote && { ...caso.dote, stato } };
};
const preavviso: Caso["preavviso"] = {
  tipo: "decadenza",
  motivo: "assenze-ingiustificate",
  nota: "",
  at: ORA,
  entro: OGGI,
  controdeduzioni: { at: ORA, testo: "ero malato" },
};

/** Table 1 of the SPEC, by hand. */
const TABELLA: Readonly<Record<vita.ComandoDote, readonly StatoDote[]>> = {
  ammettiDote: ["in-verifica"],
  nonAmmettereDote: ["in-verifica"],
  rinunciaDote: ["in-verifica", "assegnata", "avviata", "sospesa"],
  sospendiDote: ["assegnata", "avviata"],
  riprendiDote: ["sospesa"],
  avviaDecadenza: ["assegnata", "avviata", "sospesa"],
  decidiDecadenza: ["assegnata", "avviata", "sospesa"],
  revocaDote: ["assegnata", "avviata", "sospesa", "conclusa", "rendicontata"],
  chiudiPerFermo: ["assegnata", "avviata", "sospesa"],
};

test("[V1] ogni comando in ogni stato della dote: aperto dove dice la tabella, altrove rifiutato con i suoi fatti", () => {
  for (const stato of Object.keys(STATI_DOTE) as StatoDote[]) {
    const caso = conStato(stato);
    const avvisato: Caso = { ...caso, preavviso };
    const prove: Readonly<Record<vita.ComandoDote, Deciso>> = {
      ammettiDote: vita.ammettiDote(caso, ORA),
      nonAmmettereDote: vita.nonAmmettereDote(caso, "manca una firma", ORA),
      rinunciaDote: vita.rinunciaDote(caso, RINUNCIA, ORA),
      sospendiDote: vita.sospendiDote(caso, { dal: OGGI, motivo: "salute" }, REGOLE, ORA),
      riprendiDote: vita.riprendiDote(caso, OGGI, REGOLE, ORA),
      avviaDecadenza: vita.avviaDecadenza(
        caso,
        { motivo: "assenze-ingiustificate", nota: "" },
        REGOLE,
        ORA,
      ),
      decidiDecadenza: vita.decidiDecadenza(avvisato, "confermo", ORA),
      revocaDote: vita.revocaDote(caso, "errore dell'ufficio", ORA),
      chiudiPerFermo: vita.chiudiPerFermo(caso, "operatore revocato", ORA),
    };
    for (const [comando, deciso] of Object.entries(prove)) {
      const atteso = TABELLA[comando as vita.ComandoDote].includes(stato);
      assert.equal(deciso.ok, atteso, `${comando} in ${stato}`);
      if (!deciso.ok) assert.equal(deciso.rifiuto.code, "dote.passo-non-aperto");
    }
  }
});

test("[V2] dove l'avviso vuole lo sportello, la dote confermata resta in verifica e nessun servizio inizia", () => {
  const caso = conferma(alPasso("dote-inviata"), SPORTELLO);
  assert.equal(caso.dote?.stato, "in-verifica");
  assert.equal(codice(avvia(caso)), "dote.in-verifica");
  const ammessa = must(caso, vita.ammettiDote(caso, ORA));
  assert.equal(ammessa.dote?.stato, "assegnata");
  assert.equal(codice(avvia(ammessa)), "ok");
  const respinta = must(caso, vita.nonAmmettereDote(caso, "manca una firma", ORA));
  assert.deepEqual([respinta.stato, respinta.dote?.stato], ["patto", "non-ammessa"]);
});

test("[V2] chi è già in carico non aspetta il registro: la sua nuova dote prosegue da sola", () => {
  const caso = conferma(alPasso("dote-inviata"), SPORTELLO);
  const respinta = must(caso, vita.nonAmmettereDote(caso, "manca una firma", ORA));
  const nuova = must(respinta, decideCaso.inviaDote(respinta, DOTE, REGOLE, ORA));
  const seguito = decideCaso.seguitoDote(nuova, REGOLE, ORA);
  assert.ok(seguito);
  assert.equal(must(nuova, { ok: true, value: seguito }).dote?.stato, "assegnata");
  const verificata = decideCaso.seguitoDote(nuova, SPORTELLO, ORA);
  assert.ok(verificata);
  assert.equal(must(nuova, { ok: true, value: verificata }).dote?.stato, "in-verifica");
  assert.equal(decideCaso.seguitoDote(alPasso("dote-inviata"), REGOLE, ORA), null);
});

test("[V3] la rinuncia libera ciò che era solo previsto; ciò che è iniziato si conclude e si rendiconta", () => {
  const mai = must(confermata(), vita.rinunciaDote(confermata(), RINUNCIA, ORA));
  assert.deepEqual([mai.stato, mai.dote?.stato], ["chiuso", "rinunciata"]);
  assert.equal(mai.dote?.servizi[0]?.stato, "non-erogato");
  const avviato = must(confermata(), avvia(confermata()));
  const dopo = must(avviato, vita.rinunciaDote(avviato, RINUNCIA, ORA));
  assert.deepEqual([dopo.stato, dopo.dote?.servizi[0]?.stato], ["confermata", "avviato"]);
  assert.equal(codice(vita.rinunciaDote(dopo, RINUNCIA, ORA)), "dote.passo-non-aperto");
});

test("[V4] una dote sospesa non avvia servizi e la sua fine si sposta dei giorni della sospensione", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: REGOLE.presa.sospensioneMaxDays }), (giorni) => {
      const caso = confermata();
      const fine = fineDote(caso.dote as never, REGOLE);
      const sospesa = must(
        caso,
        vita.sospendiDote(caso, { dal: OGGI, motivo: "salute" }, REGOLE, ORA),
      );
      assert.equal(codice(avvia(sospesa)), "dote.sospesa");
      const al = addDays(OGGI, giorni);
      const ripresa = must(sospesa, vita.riprendiDote(sospesa, al, REGOLE, il(al)));
      assert.equal(fineDote(ripresa.dote as never, REGOLE), addDays(fine, giorni));
    }),
  );
  const caso = confermata();
  const sospesa = must(caso, vita.sospendiDote(caso, { dal: OGGI, motivo: "salute" }, REGOLE, ORA));
  const tardi = addDays(OGGI, REGOLE.presa.sospensioneMaxDays + 1);
  assert.equal(codice(vita.riprendiDote(sospesa, tardi, REGOLE, il(tardi))), "dote.sospesa-troppo");
});

test("[V5] il giorno dopo la sua fine la dote perde ciò che è solo previsto, una volta sola", () => {
  const caso = confermata();
  const fine = fineDote(caso.dote as never, REGOLE);
  assert.equal(vita.scadiDote(caso, REGOLE, il(fine)), null);
  const evento = vita.scadiDote(caso, REGOLE, il(addDays(fine, 1)));
  assert.ok(evento);
  const scaduta = must(caso, { ok: true, value: evento });
  assert.deepEqual([scaduta.stato, scaduta.dote?.stato], ["chiuso", "conclusa"]);
  assert.equal(scaduta.dote?.conclusione, "naturale");
  assert.equal(vita.scadiDote(scaduta, REGOLE, il(addDays(fine, 2))), null);
  assert.equal(
    codice(avviaIl(caso, addDays(fine, 1), il(addDays(fine, 1)))),
    "servizio.oltre-la-dote",
  );
});

test("[V6] una decadenza si decide solo dopo la risposta del giovane o dopo il suo termine", () => {
  const caso = confermata();
  const accusa = { motivo: "assenze-ingiustificate", nota: "tre volte" } as const;
  const avvisato = must(caso, vita.avviaDecadenza(caso, accusa, REGOLE, ORA));
  assert.equal(codice(vita.decidiDecadenza(avvisato, "sì", ORA)), "preavviso.attendi");
  assert.equal(codice(vita.avviaDecadenza(avvisato, accusa, REGOLE, ORA)), "preavviso.gia-inviato");
  const entro = avvisato.preavviso?.entro as CivilDate;
  const dopo = vita.decidiDecadenza(avvisato, "confermo", il(addDays(entro, 1)));
  const decaduta = must(avvisato, dopo);
  assert.deepEqual([decaduta.dote?.stato, decaduta.preavviso], ["decaduta", null]);
  assert.equal(decaduta.dote?.chiusura?.motivo, "assenze-ingiustificate");
  assert.equal(codice(vita.decidiDecadenza(caso, "sì", ORA)), "preavviso.manca");
});

test("[V7] dopo una dote chiusa un altro operatore riparte dal piano, con lo stesso patto e ciò che resta", () => {
  const chiuso = must(confermata(), vita.rinunciaDote(confermata(), RINUNCIA, ORA));
  const nuovo = must(chiuso, vita.assegnaOperatore(chiuso, ALTRO, ORA));
  assert.deepEqual(
    [nuovo.stato, nuovo.operatoreId, nuovo.dote, nuovo.patto],
    ["patto", ALTRO, null, chiuso.patto],
  );
  assert.equal(nuovo.precedenti.length, 1);
  assert.equal(
    codice(vita.assegnaOperatore(chiuso, chiuso.operatoreId, ORA)),
    "caso.stesso-operatore",
  );
  assert.equal(codice(vita.assegnaOperatore(confermata(), ALTRO, ORA)), "caso.passo-non-aperto");
  const usato = {
    ...nuovo,
    precedenti: nuovo.precedenti.map((una) => ({ ...una, usatoCents: 7 })),
  };
  const intero = { ...REGOLE, presa: { ...REGOLE.presa, valoreDopoCambio: "intero" } } as const;
  assert.equal(massimaleCents(usato, REGOLE), REGOLE.massimaliFasciaCents[2] - 7);
  assert.equal(massimaleCents(usato, intero), REGOLE.massimaliFasciaCents[2]);
});

test("[V8] lo stato della dote segue i suoi servizi: assegnata, avviata, conclusa", () => {
  const caso = confermata();
  assert.equal(caso.dote?.stato, "assegnata");
  const avviato = must(caso, avvia(caso));
  assert.equal(avviato.dote?.stato, "avviata");
  assert.deepEqual([erogato().dote?.stato, erogato().dote?.conclusione], ["conclusa", "naturale"]);
});

test("[V8] una dote è liquidata quando tutto è pagato; ciò che è tagliato per intero non la tiene aperta", () => {
  const { dote } = confermata();
  assert.ok(dote);
  const [primo] = dote.servizi;
  assert.ok(primo);
  const dopo = (...servizi: readonly Partial<Servizio>[]): StatoDote =>
    avanzaDote({ ...dote, servizi: servizi.map((parti) => ({ ...primo, ...parti })) }).stato;
  const pagato = { stato: "liquidato", ammessoCents: 100 } as const;
  const tagliato = { stato: "tagliato", ammessoCents: 0 } as const;
  assert.equal(dopo(pagato, { stato: "ammesso" }), "in-liquidazione");
  assert.equal(dopo(pagato, { ...tagliato, ammessoCents: 5 }), "in-liquidazione");
  const ripresentabile = { ...CONTI_VUOTI, ripresentabileCents: 5 };
  assert.equal(dopo(pagato, { ...tagliato, conti: ripresentabile }), "in-liquidazione");
  assert.equal(dopo(pagato, tagliato), "liquidata");
  assert.equal(dopo(tagliato), "rendicontata");
});

test("una misura non adatta all'età è rifiutata con l'età che serve", () => {
  const patto = alPasso("patto");
  const ragazzo = { ...DOTE, dataNascita: "1999-05-14" as CivilDate };
  const tirocinio = { ...ragazzo, servizi: [{ ...DOTE.servizi[0], misura: "5", oreUnita: 1 }] };
  const deciso = decideCaso.inviaDote(patto, tirocinio as never, REGOLE, ORA);
  assert.ok(!deciso.ok && deciso.rifiuto.code === "dote.eta-misura");
  assert.deepEqual([deciso.rifiuto.etaYears, deciso.rifiuto.minYears], [15, 16]);
});

test("una verifica negativa durante la dote chiude l'inizio dei servizi e non la dote", () => {
  const caso = confermata();
  const lavora = must(caso, verificaRequisiti(caso, verifica(["lavoro"]), REGOLE, ORA));
  assert.equal(lavora.dote?.stato, "assegnata");
  assert.equal(codice(avvia(lavora)), "requisiti.negativi");
});

test("il piano calcolato sulla pagina dice gli stessi numeri e gli stessi rifiuti del nodo", () => {
  const misure = Object.keys(REGOLE.misure);
  const riga = fc.record({
    misura: fc.constantFrom(...misure),
    oreUnita: fc.integer({ min: -2, max: 260 }),
  });
  fc.assert(
    fc.property(fc.array(riga, { minLength: 1, maxLength: 5 }), (righe) => {
      const patto = alPasso("patto");
      const tetto = massimaleCents(patto, REGOLE);
      const piano = calcolaPiano(righe, { misure: misurePer(2, REGOLE), massimaleCents: tetto });
      const servizi = righe.map((una, i) => ({ ...una, id: `s-${i}` }));
      const comando = { ...DOTE, servizi } as never;
      const deciso = decideCaso.inviaDote(patto, comando, REGOLE, ORA);
      const buono = piano.righe.every(({ problema }) => !problema) && piano.residuoCents >= 0;
      assert.equal(deciso.ok, buono);
      if (deciso.ok && deciso.value.tipo === "dote-inviata")
        assert.equal(deciso.value.dote.valoreCents, piano.valoreCents);
      assert.equal(piano.processoCents + piano.risultatoCents, piano.valoreCents);
    }),
  );
});
