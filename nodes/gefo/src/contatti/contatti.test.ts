import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Risposta } from "@staffetta/contracts";
import { addDays } from "@staffetta/domain";
import { type GefoDiProva, gefoDiProva, unCaso } from "../fixtures.ts";

const [MIO, ALTRO] = ["OP-0001", "OP-0002"] as const;
const NOTTE = "scadenze delle doti, maggiore età e convocazioni mancate";
let gefo: GefoDiProva;
const must = <T>(risposta: Risposta<T>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};
const io = (operatoreId: string = MIO) => gefo.come(gefo.addetto(operatoreId));
const contatta = async (adesioneId: string, esito: string, altro: object = {}) =>
  io().registraContatto({
    ...{ chiave: gefo.uuid(), adesioneId, canale: "telefono", esito },
    ...{ giorno: gefo.oggi(), ora: "09:00", ...altro },
  });
const giustifica = (adesioneId: string, motivo = "salute") =>
  io().giustificaAssenza({ chiave: gefo.uuid(), adesioneId, assenza: motivo });
const modelli = async (adesioneId: string, operatoreId: string = MIO) =>
  must(await io(operatoreId).posta({ adesioneId })).lettere.map(({ modello }) => modello);
const nonConvocati = async () =>
  must(await gefo.come(gefo.regione()).istruttoria({})).nonConvocati.map((una) => una.adesioneId);

/** The giovane has chosen another operatore. */
async function cambia(adesioneId: string): Promise<void> {
  const [riga] = await gefo.uow.transaction(async ({ casi }) => [await casi.get(adesioneId)]);
  assert.ok(riga);
  await gefo.ricevi("adesione-operatore.v1", {
    ...{ adesioneId, operatoreId: ALTRO, precedenteId: MIO, dataAdesione: riga.caso.dataAdesione },
    anagrafica: await anagraficaDi(adesioneId),
    recapiti: { email: "giulia@esempio.it", telefono: "333 1234567" },
    at: `${gefo.oggi()}T08:30:00.000Z`,
  });
}
const anagraficaDi = async (adesioneId: string) => must(await io().caso({ adesioneId })).anagrafica;

before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

test("il caso propone il prossimo contatto, e ogni tentativo dice chi, come, com'è andato e con quale prova", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  const prima = must(await io().caso({ adesioneId })).piano;
  assert.deepEqual([prima?.passo, prima?.tentativi, prima?.daVerificare], ["tentativo", 0, true]);
  must(await contatta(adesioneId, "nessuna-risposta", { prova: "chiamata 7781" }));
  const { piano, contatti } = must(await io().caso({ adesioneId }));
  assert.equal(piano?.tentativi, 1);
  assert.ok(!piano?.canali.includes("telefono"));
  const [uno] = contatti;
  assert.deepEqual(
    [uno?.canale, uno?.esito, uno?.prova, uno?.addetto !== ""],
    ["telefono", "nessuna-risposta", "chiamata 7781", true],
  );
});

test("[C4] [C5] un'assenza giustificata resta scritta con il suo motivo, non conta e si convoca di nuovo", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  must(await contatta(adesioneId, "convocato"));
  const presto = await giustifica(adesioneId);
  assert.ok(!presto.ok && presto.problema.type.endsWith("assenza.nessuna"));
  must(await contatta(adesioneId, "mancata-presentazione", { ora: "10:00" }));
  assert.equal(must(await io().caso({ adesioneId })).piano?.passo, "assenza");
  must(await giustifica(adesioneId));
  const { piano, contatti } = must(await io().caso({ adesioneId }));
  assert.deepEqual([piano?.passo, piano?.assenza], ["nuova-convocazione", null]);
  assert.ok(contatti.some(({ assenza }) => assenza === "salute"));
  const chiude = { chiave: gefo.uuid(), adesioneId, motivo: "mancata-presentazione" };
  const rifiuto = await io().nonPrendereInCarico(chiude);
  assert.ok(!rifiuto.ok && rifiuto.problema.type.endsWith("non-presa.nessuna-assenza"));
  must(await contatta(adesioneId, "mancata-presentazione"));
  gefo.avanza(11);
  for (const canale of ["telefono", "email"])
    must(await contatta(adesioneId, "nessuna-risposta", { canale }));
  const tardi = await giustifica(adesioneId);
  assert.ok(!tardi.ok && tardi.problema.type.endsWith("assenza.fuori-tempo"));
  must(await io().nonPrendereInCarico(chiude));
});

test("[C7] dopo una sola convocazione nessuno è irreperibile: il rifiuto dice che cosa manca", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  const chiude = () =>
    io().nonPrendereInCarico({ chiave: gefo.uuid(), adesioneId, motivo: "irreperibile" });
  must(await contatta(adesioneId, "convocato"));
  gefo.avanza(2);
  const rifiuto = await chiude();
  assert.ok(!rifiuto.ok && rifiuto.problema.type.endsWith("non-presa.pochi-tentativi"));
  assert.match(
    rifiuto.problema.detail,
    /almeno 3 tentativi su 2 canali.*finora 1; ancora da fare: 2 tentativi e 1 canale diverso/,
  );
  must(await contatta(adesioneId, "nessuna-risposta"));
  must(await contatta(adesioneId, "nessuna-risposta", { canale: "email" }));
  must(await chiude());
});

test("[C6] passati i giorni senza convocazione lo sanno la Regione e il giovane, una volta sola", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  const convocato = (await unCaso(gefo, MIO)).adesioneId;
  must(await contatta(convocato, "convocato"));
  gefo.avanza(60);
  await gefo.lavora(NOTTE);
  const { entro } = must(await io().caso({ adesioneId }));
  assert.ok(entro === gefo.oggi() && !(await nonConvocati()).includes(adesioneId));
  gefo.avanza(1);
  // The Region doesn't wait for the night to see it.
  assert.ok((await nonConvocati()).includes(adesioneId));
  for (let volte = 0; volte < 3; volte++) await gefo.lavora(NOTTE);
  const volte = (await nonConvocati()).filter((una) => una === adesioneId).length;
  assert.equal(volte, 1);
  assert.ok((await nonConvocati()).includes(adesioneId));
  assert.ok(!(await nonConvocati()).includes(convocato));
  assert.deepEqual(await modelli(adesioneId), ["Nessuno ti ha chiamato in tempo"]);
  assert.match(must(await io().caso({ adesioneId })).avviso ?? "", /scegliere un altro operatore/);
  gefo.avanza(1);
  await gefo.lavora(NOTTE);
  assert.equal((await modelli(adesioneId)).length, 1);
});

test("[C6] la lista dell'operatore e la Regione contano gli stessi giorni, dall'adesione del giovane", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  const termine = addDays(gefo.oggi(), 60);
  gefo.avanza(40);
  await cambia(adesioneId);
  const { entro } = must(await io(ALTRO).caso({ adesioneId }));
  assert.equal(entro, termine);
  gefo.avanza(60);
  await gefo.lavora(NOTTE);
  const { nonConvocati: righe } = must(await gefo.come(gefo.regione()).istruttoria({}));
  assert.equal(righe.find((una) => una.adesioneId === adesioneId)?.dal, entro);
});

test("[C6] convocato, o con un altro operatore, il caso esce dall'elenco; il nuovo ha il suo tempo", async () => {
  const [uno, due] = [await unCaso(gefo, MIO), await unCaso(gefo, MIO)];
  gefo.avanza(61);
  await gefo.lavora(NOTTE);
  const prima = await nonConvocati();
  for (const { adesioneId } of [uno, due]) assert.ok(prima.includes(adesioneId));
  must(await contatta(uno.adesioneId, "convocato"));
  await cambia(due.adesioneId);
  const dopo = await nonConvocati();
  for (const { adesioneId } of [uno, due]) assert.ok(!dopo.includes(adesioneId));
  const { entro } = must(await io(ALTRO).caso({ adesioneId: due.adesioneId }));
  assert.equal(entro, addDays(gefo.oggi(), 7));
  gefo.avanza(7);
  await gefo.lavora(NOTTE);
  assert.ok(!(await nonConvocati()).includes(due.adesioneId));
  gefo.avanza(1);
  await gefo.lavora(NOTTE);
  assert.ok((await nonConvocati()).includes(due.adesioneId));
  assert.deepEqual(await modelli(due.adesioneId, ALTRO), ["Nessuno ti ha chiamato in tempo"]);
});
