import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Risposta } from "@staffetta/contracts";
import { type GefoDiProva, gefoDiProva, unCaso } from "../fixtures.ts";

const MIO = "OP-0001";
let gefo: GefoDiProva;
const must = <T>(risposta: Risposta<T>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};
const io = (operatoreId = MIO) => gefo.come(gefo.addetto(operatoreId));
const turni = async (sede = MIO) => must(await io(sede).turniLiberi({ sede })).turni;
const stati = async (adesioneId: string, operatoreId = MIO) =>
  must(await io(operatoreId).agenda({ adesioneId })).appuntamenti.map(({ stato }) => stato);
const modelli = async (adesioneId: string, operatoreId = MIO) =>
  must(await io(operatoreId).posta({ adesioneId })).lettere.map(({ modello }) => modello);

async function fissato(operatoreId = MIO) {
  const { adesioneId } = await unCaso(gefo, operatoreId);
  const [turno] = await turni(operatoreId);
  const inizio = turno?.inizio;
  const comando = { chiave: gefo.uuid(), adesioneId, sede: operatoreId, inizio };
  const { appuntamentoId } = must(await io(operatoreId).fissaAppuntamento(comando));
  return { adesioneId, appuntamentoId, inizio, comando };
}

before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

test("[P1] dieci sportelli chiedono insieme lo stesso posto, uno lo prende; ripetere la stessa chiave non ne prende un altro", async () => {
  const casi = [];
  for (let i = 0; i < 10; i++) casi.push(await unCaso(gefo, MIO));
  const [turno] = await turni();
  const esiti = await Promise.all(
    casi.map(({ adesioneId }) =>
      io().fissaAppuntamento({
        ...{ chiave: gefo.uuid(), adesioneId, sede: MIO, inizio: turno?.inizio },
      }),
    ),
  );
  assert.equal(esiti.filter(({ ok }) => ok).length, 1);
  for (const esito of esiti)
    if (!esito.ok) assert.match(esito.problema.type, /appuntamento\.pieno$/);
  const { comando, appuntamentoId, adesioneId } = await fissato();
  assert.equal(must(await io().fissaAppuntamento(comando)).appuntamentoId, appuntamentoId);
  const doppio = await io().fissaAppuntamento({ ...comando, chiave: gefo.uuid() });
  assert.ok(!doppio.ok && doppio.problema.type.endsWith("appuntamento.gia-fissato"));
  assert.deepEqual(await stati(adesioneId), ["DE"]);
});

test("fissare convoca: il caso va avanti, la lettera parte con il file per il calendario, il promemoria aspetta", async () => {
  const { adesioneId, appuntamentoId } = await fissato();
  const caso = must(await io().caso({ adesioneId }));
  assert.equal(caso.vista, "da-incontrare");
  assert.equal(caso.contatti[0]?.esito, "convocato");
  assert.deepEqual((await modelli(adesioneId)).sort(), ["Convocazione", "Promemoria"]);
  const { contenuto } = must(await io().appuntamentoIcs({ appuntamentoId }));
  assert.match(Buffer.from(contenuto).toString(), /BEGIN:VEVENT/);
  const altrui = await io("OP-0002").appuntamentoIcs({ appuntamentoId });
  assert.ok(!altrui.ok && altrui.problema.status === 404);
});

test("venuto e non venuto sono fatti del caso, si registrano solo dopo l'inizio, e l'assenza si può spiegare", async () => {
  const uno = await fissato("OP-0003");
  const due = await fissato("OP-0003");
  const presto = await io("OP-0003").registraPresenza({
    ...{ chiave: gefo.uuid(), appuntamentoId: uno.appuntamentoId, venuto: "si" },
  });
  assert.ok(!presto.ok && presto.problema.type.endsWith("appuntamento.non-ancora"));
  gefo.avanza(5);
  for (const [{ appuntamentoId }, venuto] of [
    [uno, "si"],
    [due, "no"],
  ] as const)
    must(await io("OP-0003").registraPresenza({ chiave: gefo.uuid(), appuntamentoId, venuto }));
  assert.deepEqual(await stati(uno.adesioneId, "OP-0003"), ["ER"]);
  const colloquio = must(await io("OP-0003").caso({ adesioneId: uno.adesioneId }));
  assert.equal(colloquio.vista, "patto-da-firmare");
  assert.deepEqual(await stati(due.adesioneId, "OP-0003"), ["NP"]);
  assert.ok((await modelli(due.adesioneId, "OP-0003")).includes("Non ti sei presentato"));
});

test("spostare lascia traccia, prende il posto nuovo e lo scrive con il motivo", async () => {
  const { adesioneId, appuntamentoId } = await fissato("OP-0004");
  const [, altro] = await turni("OP-0004");
  const motivo = "l'operatore quel giorno non c'è";
  const chiave = gefo.uuid();
  must(
    await io("OP-0004").spostaAppuntamento({
      chiave,
      appuntamentoId,
      inizio: altro?.inizio,
      motivo,
    }),
  );
  assert.deepEqual((await stati(adesioneId, "OP-0004")).sort(), ["DE", "SP"]);
  assert.ok((await modelli(adesioneId, "OP-0004")).includes("Appuntamento spostato"));
});

test("[P5] chi non trova posto aspetta, e il posto che si libera è del primo che aspetta", async () => {
  const sede = "OP-0005";
  const [turno] = await turni(sede);
  const giorno = turno?.inizio.slice(0, 10) ?? "";
  const dal = `${giorno.slice(0, 8)}${String(Number(giorno.slice(8)) + 1).padStart(2, "0")}`;
  // One day is left, and its slots are all taken.
  must(await io(sede).chiudiSede({ sede, dal, al: "2015-12-31", motivo: "lavori in corso" }));
  const presi = [];
  while ((await turni(sede)).length > 0) presi.push(await fissato(sede));
  assert.equal(presi.length, 9);
  // The clock of the test stands still: who asks in the same instant comes in the order of the ids.
  const due = [await unCaso(gefo, sede), await unCaso(gefo, sede)];
  due.sort((a, b) => (a.adesioneId < b.adesioneId ? -1 : 1));
  const [primo, secondo] = due;
  assert.ok(primo && secondo);
  const attesa = async () => must(await io(sede).agenda({})).inAttesa.length;
  for (const { adesioneId } of [primo, secondo])
    must(await io(sede).mettiInAttesa({ adesioneId, sede }));
  assert.equal(await attesa(), 2);
  const appuntamentoId = presi[4]?.appuntamentoId;
  const motivo = "ha trovato lavoro";
  const chiave = gefo.uuid();
  must(await io(sede).annullaAppuntamento({ chiave, appuntamentoId, chi: "giovane", motivo }));
  assert.deepEqual(await stati(primo.adesioneId, sede), ["DE"]);
  assert.deepEqual(await stati(secondo.adesioneId, sede), []);
  assert.equal(await attesa(), 1);
});

test("[P6] una chiusura annulla ciò che copre, lo spiega, e dà a ciascuno il primo posto dopo", async () => {
  const sede = "OP-0006";
  const uno = await fissato(sede);
  const due = await fissato(sede);
  const giorno = gefo.oggi();
  const { annullati } = must(
    await io(sede).chiudiSede({
      sede,
      dal: giorno,
      al: "2014-11-14",
      motivo: "la caldaia è rotta",
    }),
  );
  assert.equal(annullati, 2);
  for (const { adesioneId } of [uno, due]) {
    assert.deepEqual((await stati(adesioneId, sede)).sort(), ["DE", "DI"]);
    const scritte = await modelli(adesioneId, sede);
    assert.ok(scritte.includes("Appuntamento annullato"));
    assert.ok(scritte.includes("Si è liberato un posto"));
  }
});

test("molte convocazioni insieme: a ciascuno il suo turno, chi non può lo dice, ripetere non rifà", async () => {
  const sede = "OP-0007";
  const adesioni = [];
  for (let i = 0; i < 4; i++) adesioni.push((await unCaso(gefo, sede)).adesioneId);
  const gia = (await fissato(sede)).adesioneId;
  const chiave = gefo.uuid();
  const comando = { chiave, adesioni: [...adesioni, gia, gefo.uuid()], sede };
  const esito = must(await io(sede).convocaCasi(comando));
  assert.equal(esito.fatti, 4);
  assert.deepEqual(must(await io(sede).convocaCasi(comando)), esito);
  for (const adesioneId of adesioni) assert.deepEqual(await stati(adesioneId, sede), ["DE"]);
  const [uno] = adesioni;
  must(
    await io(sede).nonPrendereInCarico({
      ...{ chiave: gefo.uuid(), adesioneId: uno, motivo: "rifiuto-del-giovane" },
    }),
  );
  assert.deepEqual(await stati(uno ?? "", sede), ["DI"]);
});
