import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  buona,
  colloquio,
  conDote,
  type GefoDiProva,
  gefoDiProva,
  unCaso,
  unPatto,
} from "../fixtures.ts";

const MIO = "OP-0001";
let gefo: GefoDiProva;
const io = () => gefo.come(gefo.addetto(MIO));
const agenda = async (adesioneId: string) =>
  (await buona(io().agenda({ adesioneId }))).appuntamenti;
const lettere = async (adesioneId: string) => (await buona(io().posta({ adesioneId }))).lettere;

before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

test("[P9] convocare molti insieme rifiuta uno per uno chi è già stato incontrato: niente posto, niente lettera", async () => {
  const nuovo = (await unCaso(gefo, MIO)).adesioneId;
  const incontrato = (await unCaso(gefo, MIO)).adesioneId;
  await colloquio(gefo, MIO, incontrato);
  const conPatto = (await unCaso(gefo, MIO)).adesioneId;
  await unPatto(gefo, MIO, conPatto);
  const { adesioneId: inCarico } = await conDote(gefo, MIO, [{ misura: "2-A", oreUnita: 10 }]);
  const adesioni = [inCarico, conPatto, incontrato, nuovo];
  const esito = await buona(io().convocaCasi({ chiave: gefo.uuid(), adesioni, sede: MIO }));
  assert.equal(esito.fatti, 1);
  for (const { adesioneId, fatto, detto } of esito.righe) {
    assert.equal(fatto, adesioneId === nuovo);
    if (!fatto) assert.match(detto, /Il caso è «.+»: si convoca solo chi aspetta/);
  }
  for (const adesioneId of [inCarico, conPatto, incontrato]) {
    assert.deepEqual(await agenda(adesioneId), []);
    assert.ok((await lettere(adesioneId)).every(({ modello }) => modello !== "Convocazione"));
  }
});

test("[P9] uno solo, o in attesa di un posto, vale lo stesso; la pagina del caso sa perché", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  await colloquio(gefo, MIO, adesioneId);
  const [turno] = (await buona(io().turniLiberi({ sede: MIO }))).turni;
  const posto = { chiave: gefo.uuid(), adesioneId, sede: MIO, inizio: turno?.inizio };
  const rifiuti = [
    await io().fissaAppuntamento(posto),
    await io().mettiInAttesa({ adesioneId, sede: MIO }),
  ];
  for (const esito of rifiuti)
    assert.ok(!esito.ok && esito.problema.type.endsWith("appuntamento.non-convocabile"));
  const { azioni } = await buona(io().caso({ adesioneId }));
  assert.match(azioni["fissaAppuntamento"]?.perche ?? "", /primo colloquio/);
});

test("[P9] registrato il colloquio, l'appuntamento ancora da venire si libera e ogni pagina dice il motivo vero", async () => {
  const { adesioneId } = await unCaso(gefo, MIO);
  const [turno] = (await buona(io().turniLiberi({ sede: MIO }))).turni;
  const posto = { chiave: gefo.uuid(), adesioneId, sede: MIO, inizio: turno?.inizio };
  await buona(io().fissaAppuntamento(posto));
  const quando = { canale: "sportello", giorno: gefo.oggi(), ora: "09:00" };
  const base = { chiave: gefo.uuid(), adesioneId };
  await buona(io().registraContatto({ ...base, esito: "colloquio", ...quando }));
  const motivo = "non serve più: il colloquio c'è già stato";
  const [libero] = await agenda(adesioneId);
  assert.deepEqual([libero?.stato, libero?.motivo], ["DI", motivo]);
  const promemoria = (await lettere(adesioneId)).find(({ modello }) => modello === "Promemoria");
  assert.deepEqual([promemoria?.stato, promemoria?.risposta], ["esclusa", motivo]);
  const dopo = (await buona(io().turniLiberi({ sede: MIO }))).turni;
  assert.equal(dopo[0]?.inizio, turno?.inizio);
});
