import assert from "node:assert/strict";
import { test } from "node:test";
import { annullaSap, provvisoria, riceviSap } from "./decide.ts";
import {
  ALTRO,
  anagrafici,
  CF_ALTRO,
  CPI,
  contesto,
  dopo,
  giorno,
  NESSUNA,
  nota,
  OPERATORE,
  ORA,
  unaPolitica,
  unaPresa,
  unInvio,
} from "./fixtures.ts";
import { isIdPolitica, isIdSap, nuovoIdPolitica, nuovoIdSap } from "./identificativi.ts";
import { notificheDi } from "./notifiche.ts";
import { evolveSap, type InvioSap, type Sap, statoPer } from "./sap.ts";
import { foglia } from "./sezioni.ts";

const rifiuto = (sap: Sap | null, invio: InvioSap, ctx = contesto()): string => {
  const deciso = riceviSap(sap === null ? NESSUNA : nota(sap), invio, ctx);
  assert.ok(!deciso.ok, "si aspettava un rifiuto");
  return deciso.rifiuto.code;
};
const decide = (sap: Sap, invio: InvioSap, ctx = contesto()) => {
  const deciso = riceviSap(nota(sap), invio, ctx);
  assert.ok(deciso.ok, JSON.stringify(deciso));
  return deciso.value;
};
const unaSap = (ctx = contesto()): Sap => dopo(null, unInvio(), ctx);

test("[S1] il primo inserimento fa una SAP attiva, titolare chi l'ha mandata", () => {
  const sap = unaSap();
  assert.equal(sap.stato, "01");
  assert.equal(sap.titolare, CPI);
  assert.equal(sap.versione, 1);
  assert.equal(sap.tipoVariazione, "01");
});

test("[S1] un secondo primo inserimento diverso è rifiutato, e dice quale SAP c'è già", () => {
  const sap = unaSap();
  const deciso = riceviSap(
    { perId: null, perCodiceFiscale: sap },
    unInvio({ sezioni: anagrafici("ALTROVE") }),
    contesto(),
  );
  assert.deepEqual(deciso, {
    ok: false,
    rifiuto: { code: "sap.gia-presente", id: sap.id, titolare: CPI },
  });
  assert.equal(rifiuto(null, unInvio({ tipoVariazione: "02" })), "sap.sconosciuta");
  const altroId = unInvio({ tipoVariazione: "02", id: "QA99999999T" as typeof sap.id });
  const ignota = riceviSap({ perId: null, perCodiceFiscale: sap }, altroId, contesto());
  assert.equal(!ignota.ok && ignota.rifiuto.code, "sap.sconosciuta");
  assert.equal(rifiuto(null, unInvio({ codiceFiscale: null })), "sap.senza-codice-fiscale");
});

test("[S2] la stessa SAP mandata due volte non lascia eventi, nemmeno se i vuoti sono scritti in un altro modo", () => {
  const ctx = contesto();
  const invio = unInvio({ politiche: [unaPresa(), unaPolitica()] });
  const sap = dopo(null, invio, ctx);
  assert.deepEqual(decide(sap, invio, ctx), { eventi: [], avvisi: [] });
  const vuoti = { ...invio, sezioni: { ...invio.sezioni, amministrativi: {}, allegato: "" } };
  assert.deepEqual(decide(sap, vuoti, ctx).eventi, []);
});

test("[S7] chi non è titolare manda le sezioni 0 e 6: le altre sono rifiutate, o ignorate se le regole lo dicono", () => {
  const sap = unaSap();
  const soloSei = unInvio({
    ...{ id: sap.id, ente: ALTRO, tipoVariazione: "02", codiceFiscale: null },
    ...{
      sezioni: { amministrativi: {}, allegato: null },
      politiche: [unaPolitica({ ente: ALTRO })],
    },
  });
  assert.equal(decide(sap, soloSei).eventi.length, 1);
  assert.equal(decide(sap, { ...soloSei, sezioni: sap.sezioni }).eventi.length, 1);
  const tutto = { ...soloSei, sezioni: anagrafici("ALTROVE") };
  assert.equal(rifiuto(sap, tutto), "sap.sezioni-di-altro-titolare");
  const tollerato = decide(sap, tutto, contesto({ sezioniDiAltri: "ignora" }));
  assert.deepEqual(tollerato.avvisi, [{ code: "sezioni.ignorate", sezioni: ["anagrafici"] }]);
  assert.deepEqual(
    tollerato.eventi.map(({ tipo }) => tipo),
    ["politica-aggiunta"],
  );
});

const conIndice = (indiceprofiling: string | null) => ({
  ...anagrafici(),
  amministrativi: { statoinanagrafe: { indiceprofiling, dataevento: "2026-01-20" } },
});

test("[S8] il profiling del Ministero resta, anche se il titolare lo cambia o lo tace", () => {
  const sap = dopo(null, unInvio({ sezioni: conIndice("0.644371661") }), contesto());
  for (const sezioni of [conIndice("0.1"), conIndice(null)]) {
    const invio = unInvio({ id: sap.id, tipoVariazione: "02", sezioni });
    const { amministrativi } = dopo(sap, invio, contesto()).sezioni;
    assert.equal(foglia(amministrativi, "statoinanagrafe", "indiceprofiling"), "0.644371661");
  }
  const cambiato = unInvio({ id: sap.id, tipoVariazione: "02", sezioni: conIndice("0.1") });
  assert.deepEqual(decide(sap, cambiato).avvisi, [{ code: "profiling.conservato" }]);
});

test("[S8] un profiling mai calcolato lascia il posto al primo che arriva", () => {
  const sap = dopo(null, unInvio({ sezioni: conIndice("0.000000000") }), contesto());
  const invio = unInvio({ id: sap.id, tipoVariazione: "02", sezioni: conIndice("0.5") });
  const { amministrativi } = dopo(sap, invio, contesto()).sezioni;
  assert.equal(foglia(amministrativi, "statoinanagrafe", "indiceprofiling"), "0.5");
});

test("[S10] il codice fiscale cambia solo con 05, dal titolare, verso uno libero", () => {
  const sap = unaSap();
  const sezioni = {};
  const cambio = unInvio({ id: sap.id, tipoVariazione: "05", codiceFiscale: CF_ALTRO, sezioni });
  const cambiata = dopo(sap, cambio, contesto());
  assert.equal(cambiata.codiceFiscale, CF_ALTRO);
  assert.equal(cambiata.tipoVariazione, "05");
  assert.equal(rifiuto(sap, { ...cambio, tipoVariazione: "02" }), "sap.codice-fiscale-diverso");
  assert.equal(rifiuto(sap, { ...cambio, ente: ALTRO }), "sap.non-titolare");
  const altra = { ...sap, id: nuovoIdSap("QA", 99), codiceFiscale: CF_ALTRO };
  const occupato = riceviSap({ perId: sap, perCodiceFiscale: altra }, cambio, contesto());
  assert.ok(!occupato.ok);
  assert.deepEqual(occupato.rifiuto, { code: "sap.codice-fiscale-occupato", id: altra.id });
});

test("[S10] sesso e nascita che non tornano con il codice fiscale sono un rifiuto", () => {
  const storto = {
    anagrafici: { datipersonali: { sesso: "M", datanascita: "2004-12-05" } },
  };
  assert.equal(rifiuto(null, unInvio({ sezioni: storto })), "sap.anagrafica-diversa");
  assert.equal(
    rifiuto(null, unInvio({ codiceFiscale: "SMPBNL04T45B354Z" })),
    "sap.codice-fiscale-non-valido",
  );
});

test("[S11] annulla il titolare o il Ministero, una volta sola; dopo non si aggiorna più", () => {
  const sap = unaSap();
  const altro = annullaSap(sap, ALTRO, ORA);
  assert.ok(!altro.ok && altro.rifiuto.code === "sap.non-titolare");
  assert.ok(!annullaSap(null, CPI, ORA).ok);
  for (const [chi, stato] of [
    [CPI, "02"],
    [null, "03"],
  ] as const) {
    const deciso = annullaSap(sap, chi, ORA, stato);
    assert.ok(deciso.ok);
    const chiusa = evolveSap(sap, deciso.value.eventi);
    assert.equal(chiusa.stato, stato);
    const ancora = annullaSap(chiusa, chi, ORA, stato);
    assert.deepEqual(ancora, { ok: true, value: { eventi: [], avvisi: [] } });
    assert.equal(rifiuto(chiusa, unInvio({ id: sap.id, tipoVariazione: "02" })), "sap.non-attiva");
  }
});

test("[S12] la presa in carico con progetto 05 di un altro ente porta con sé la titolarità", () => {
  const ctx = contesto();
  const sap = dopo(null, unInvio({ politiche: [unaPresa()] }), ctx);
  const trasferimento = unInvio({
    ...{ id: sap.id, ente: ALTRO, tipoVariazione: "02", sezioni: anagrafici("ALTROVE") },
    politiche: [unaPresa({ ente: ALTRO, progetto: "05", dataProposta: giorno("2026-02-20") })],
  });
  const { eventi } = decide(sap, trasferimento, ctx);
  const spostata = evolveSap(sap, eventi);
  assert.equal(spostata.titolare, ALTRO);
  assert.deepEqual(spostata.exTitolari, [CPI]);
  assert.equal(foglia(spostata.sezioni.anagrafici, "datipersonali", "cognome"), "ALTROVE");
  assert.equal(statoPer(spostata, CPI), "04");
  assert.equal(statoPer(spostata, ALTRO), "01");
  assert.equal(spostata.politiche.length, 2);
  assert.deepEqual(notificheDi(sap, eventi, ALTRO), [
    { motivo: "02", ente: CPI },
    { motivo: "17", ente: CPI },
  ]);
  assert.deepEqual(
    notificheDi(sap, eventi, null).map(({ motivo }) => motivo),
    ["02", "16", "17"],
  );
});

test("[S14] di un annullamento del Ministero viene a sapere il titolare; di uno suo nessuno", () => {
  const sap = unaSap();
  const chiusa = (ente: typeof CPI | null) =>
    [{ tipo: "sap-chiusa", at: ORA, stato: "02", ente }] as const;
  assert.deepEqual(notificheDi(sap, chiusa(null), null), [{ motivo: "01", ente: CPI }]);
  assert.deepEqual(notificheDi(sap, chiusa(CPI), CPI), []);
  assert.deepEqual(notificheDi(null, chiusa(null), null), []);
});

test("[S16] gli identificativi nostri hanno la forma del contratto, e i numeri diversi sono diversi", () => {
  const ids = new Set<string>();
  for (let numero = 1; numero <= 500; numero++) {
    const id = nuovoIdSap("ZZ", numero);
    assert.ok(isIdSap(id), id);
    const politica = nuovoIdPolitica({
      ...{ regione: "00", numero, idSap: id, ente: OPERATORE, tipoAttivita: "A02" },
      dataProposta: "2026-01-20",
    });
    assert.ok(isIdPolitica(politica), politica);
    ids.add(id).add(politica);
  }
  assert.equal(ids.size, 1000);
});

test("[S19] ogni messaggio che cambia qualcosa fa una versione, una sola", () => {
  const ctx = contesto();
  const sap = dopo(null, unInvio({ politiche: [unaPresa(), unaPolitica()] }), ctx);
  assert.equal(sap.versione, 1);
  const sezioni = anagrafici("ALTROVE");
  const invio = unInvio({ id: sap.id, tipoVariazione: "02", sezioni, politiche: [] });
  const seconda = dopo(sap, { ...invio, politiche: [unaPolitica({ tipoAttivita: "C02" })] }, ctx);
  assert.equal(seconda.versione, 2);
  assert.equal(dopo(seconda, invio, ctx).versione, 2);
  assert.equal(seconda.tipoVariazione, "02");
});

test("[S19] un primo inserimento con l'identificativo di una SAP nota è un aggiornamento, e lo si dice", () => {
  const sap = unaSap();
  const deciso = decide(sap, unInvio({ id: sap.id, sezioni: anagrafici("ALTROVE") }));
  assert.deepEqual(deciso.avvisi, [{ code: "variazione.diversa", inviata: "01", applicata: "02" }]);
  assert.equal(deciso.eventi.length, 1);
});

test("[S22] il primo inserimento prende la SAP provvisoria con il suo identificativo e le sue politiche", () => {
  const ctx = contesto();
  const { codiceFiscale, ente, dataUltimoAgg } = unInvio({ ente: OPERATORE });
  assert.ok(codiceFiscale !== null);
  const eventi = provvisoria({ codiceFiscale, ente, dataUltimoAgg, sezioni: {} }, ctx);
  const nata = evolveSap(null, eventi);
  const soloSei = unInvio({ id: nata.id, tipoVariazione: "02", sezioni: {}, ente: ALTRO });
  const conPolitica = dopo(nata, { ...soloSei, politiche: [unaPresa()] }, ctx);
  assert.ok(conPolitica.provvisoria);
  const presa = dopo(conPolitica, unInvio(), ctx);
  assert.deepEqual(
    [presa.id, presa.titolare, presa.provvisoria, presa.exTitolari, presa.politiche.length],
    [nata.id, CPI, false, [], 1],
  );
  const altri = unInvio({ ente: ALTRO, sezioni: anagrafici("ALTROVE") });
  assert.equal(rifiuto(presa, altri), "sap.gia-presente");
});

test("[S23] un primo inserimento ha un recapito, o è rifiutato; le sezioni che mancano no", () => {
  const senza = unInvio({
    sezioni: { anagrafici: { ...(anagrafici().anagrafici as object), recapiti: { fax: "011" } } },
  });
  assert.equal(rifiuto(null, senza), "sap.senza-recapiti");
  const tollerato = riceviSap(NESSUNA, senza, contesto({ primoSenzaRecapiti: "avvisa" }));
  assert.deepEqual(tollerato.ok && tollerato.value.avvisi, [{ code: "recapiti.assenti" }]);
  assert.ok(riceviSap(NESSUNA, unInvio(), contesto()).ok);
});

test("[S23] l'identificativo di un primo inserimento lo dà il Ministero", () => {
  const scelto = unInvio({ id: nuovoIdSap("QA", 77) });
  assert.equal(rifiuto(null, scelto), "sap.sconosciuta");
});

test("[S24] una data di aggiornamento nel futuro si tiene e si segnala, una volta sola", () => {
  const domani = unInvio({ dataUltimoAgg: giorno("2026-03-03") });
  const deciso = riceviSap(NESSUNA, domani, contesto());
  assert.deepEqual(deciso.ok && deciso.value.avvisi, [
    { code: "invio.nel-futuro", data: "2026-03-03" },
  ]);
  assert.deepEqual(decide(dopo(null, domani, contesto()), domani).avvisi, []);
});
