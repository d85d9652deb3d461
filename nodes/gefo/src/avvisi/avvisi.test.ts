import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDays } from "@staffetta/domain";
import { type GefoDiProva, gefoDiProva, inviaPiano, semina, unCaso } from "../fixtures.ts";

let gefo: GefoDiProva;
before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

const desk = () => gefo.come(gefo.regione());
const must = <T>(risposta: Readonly<{ ok: true; valore: T }> | Readonly<{ ok: false }>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};
const avvisoId = "GG-2014";
const ATTO = { atto: "D.d.s. 3/2014", motivo: "prova" };

test("l'anteprima non scrive niente; la versione salvata vale dal suo giorno, e non si cambia più", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0001");
  const validaDal = addDays(gefo.oggi(), 2);
  const cambio = { avvisoId, numero: 1, validaDal, cifre: { "misure.1-C.tariffaCents": 4000 } };
  const vuota = { ...cambio, cifre: { "misure.1-C.tariffaCents": "" } };
  const rifiutata = await desk().anteprimaRegole(vuota as never);
  assert.ok(!rifiutata.ok && rifiutata.problema.errori?.[0]?.messaggio === "Scrivi un numero");
  const prova = must(await desk().anteprimaRegole(cambio));
  assert.equal(prova.casi, 1);
  assert.deepEqual(prova.cambiano, [
    { percorso: "misure.1-C.tariffaCents", prima: 3550, dopo: 4000 },
  ]);
  assert.equal(must(await desk().regole({ avvisoId })).versioni.length, 1);
  must(await desk().salvaRegole({ chiave: gefo.uuid(), ...cambio, ...ATTO }));
  const tardi = await desk().salvaRegole({ chiave: gefo.uuid(), ...cambio, ...ATTO });
  assert.ok(!tardi.ok && tardi.problema.type === "urn:staffetta:regole.cambiate");
  await assert.rejects(gefo.sqlDiretto("UPDATE versione_regole SET numero = 9"), /non si cambia/);

  const [uno = "", due = ""] = await semina(gefo, 2, "OP-0001");
  const servizi = [{ misura: "1-C", oreUnita: 2 }];
  const io = () => gefo.come(gefo.addetto("OP-0001"));
  const valore = async (id: string) => must(await io().caso({ adesioneId: id })).dote?.valoreCents;
  must(await inviaPiano(gefo, "OP-0001", uno, servizi));
  gefo.avanza(2);
  must(await inviaPiano(gefo, "OP-0001", due, servizi));
  assert.deepEqual([await valore(uno), await valore(due)], [71_00, 80_00]);
  assert.ok(adesioneId);
});

test("nel passato non si scrivono regole, e un addetto o un controllore non ne scrivono affatto", async () => {
  const cifre = { "termini.pattoDays": 10 };
  const ieri = { avvisoId, numero: 2, validaDal: addDays(gefo.oggi(), -1), cifre };
  const passato = await desk().salvaRegole({ chiave: gefo.uuid(), ...ieri, ...ATTO });
  assert.ok(!passato.ok && passato.problema.type === "urn:staffetta:regole.nel-passato");
  for (const chi of [gefo.addetto("OP-0001"), gefo.regione("C", "controllo")]) {
    const esito = await gefo.come(chi).salvaRegole({ chiave: gefo.uuid(), ...ieri, ...ATTO });
    assert.ok(!esito.ok && esito.problema.status === 403);
  }
});

const vitaDi = async (id: string) => {
  const { avvisi } = must(await desk().avvisi({}));
  const uno = avvisi.find((avviso) => avviso.id === id);
  assert.ok(uno);
  return uno;
};
const tipoDi = (risposta: unknown): string =>
  (risposta as { problema?: { type: string } }).problema?.type.replace("urn:staffetta:", "") ??
  "ok";

test("un avviso nuovo prende le regole di un altro e il suo denaro, una volta sola", async () => {
  const dal = addDays(gefo.oggi(), 10);
  const nuovo = {
    ...{ chiave: gefo.uuid(), id: "gg-2015", titolo: "Avviso 2015", dal, al: "" },
    ...{ regoleDi: avvisoId, importoCents: 300_00, ...ATTO },
    linee: [{ misura: "1-C", importoCents: 200_00 }],
  };
  const senzaDenaro = await desk().creaAvviso(nuovo);
  assert.equal(tipoDi(senzaDenaro), "linea.senza-denaro");
  const decreto = { chiave: gefo.uuid(), importoCents: 500_00, atto: "D.d.u.o. 1/2015" };
  must(await desk().stanzia(decreto));
  must(await desk().creaAvviso(nuovo));
  must(await desk().creaAvviso(nuovo));
  const ancora = { ...nuovo, chiave: gefo.uuid() };
  assert.equal(tipoDi(await desk().creaAvviso(ancora)), "avviso.gia-aperto");
  const { linee } = must(await desk().bilancio({}));
  const sue = linee.filter(({ id }) => id.startsWith("GG-2015"));
  assert.deepEqual(
    sue.map(({ livello, disponibile }) => [livello, disponibile]),
    [
      ["avviso", 300_00],
      ["misura", 200_00],
    ],
  );
  const { cifre } = must(await desk().regole({ avvisoId: "GG-2015", giorno: dal }));
  const tariffa = cifre.find(({ percorso }) => percorso === "misure.1-C.tariffaCents");
  assert.equal(tariffa?.valore, 4000);
  const ieri = { ...ancora, id: "GG-2016", dal: addDays(gefo.oggi(), -1) };
  assert.equal(tipoDi(await desk().creaAvviso(ieri)), "avviso.nel-passato");
});

test("chiuso un avviso, chi ha aderito prima va avanti; chi aderisce dopo, senza un altro avviso, non ha la dote", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0001");
  const al = addDays(gefo.oggi(), 1);
  const scelta = { avvisoId, atti: (await vitaDi(avvisoId)).atti.length, al };
  const prova = must(await desk().anteprimaChiusura(scelta));
  assert.ok(prova.casi >= 1 && prova.senzaDote >= 1);
  assert.equal(prova.dopo, null);
  assert.equal((await vitaDi(avvisoId)).al, null);
  must(await desk().chiudiAvviso({ ...scelta, chiave: gefo.uuid(), ...ATTO }));
  const secondo = { ...scelta, al: addDays(al, 3), chiave: gefo.uuid(), ...ATTO };
  assert.equal(tipoDi(await desk().chiudiAvviso(secondo)), "avviso.cambiato");
  await assert.rejects(gefo.sqlDiretto("DELETE FROM atto_avviso"), /non si cambia/);
  const [prima = ""] = await semina(gefo, 1, "OP-0001");
  gefo.avanza(3);
  const [dopo = ""] = await semina(gefo, 1, "OP-0001");
  const servizi = [{ misura: "1-C", oreUnita: 2 }];
  must(await inviaPiano(gefo, "OP-0001", prima, servizi));
  const tardi = await inviaPiano(gefo, "OP-0001", dopo, servizi);
  assert.equal(tipoDi(tardi), "avviso.nessuno-aperto");
  gefo.avanza(10);
  const [nuova = ""] = await semina(gefo, 1, "OP-0001");
  must(await inviaPiano(gefo, "OP-0001", nuova, servizi));
  assert.ok(adesioneId);
});
