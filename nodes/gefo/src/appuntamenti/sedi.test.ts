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
const io = () => gefo.come(gefo.addetto(MIO));

before(async () => {
  gefo = await gefoDiProva();
  const { dati, version } = must(await io().operatore({ operatoreId: MIO }));
  const altra = { comune: "Sesto San Giovanni", indirizzo: "viale dei Forni 8" };
  const nuovi = { ...dati, sedi: [...dati.sedi, altra] };
  const chiave = gefo.uuid();
  const desk = gefo.come(gefo.regione());
  must(await desk.salvaOperatore({ chiave, operatoreId: MIO, version, dati: nuovi }));
});
after(() => gefo.close());

test("ogni sede dell'operatore ha i suoi turni, e la lista si filtra per la sede in cui uno è atteso", async () => {
  const { sedi } = must(await io().agenda({}));
  assert.deepEqual(
    sedi.map(({ luogo }) => luogo),
    ["via del Naviglio 12, Milano", "viale dei Forni 8, Sesto San Giovanni"],
  );
  const [prima, seconda] = sedi;
  assert.ok(prima && seconda);
  const [qui, la, attesa] = [
    (await unCaso(gefo, MIO)).adesioneId,
    (await unCaso(gefo, MIO)).adesioneId,
    (await unCaso(gefo, MIO)).adesioneId,
  ];
  for (const [adesioneId, { sede }] of [
    [qui, prima],
    [la, seconda],
  ] as const) {
    const [turno] = must(await io().turniLiberi({ sede })).turni;
    const inizio = turno?.inizio;
    must(await io().fissaAppuntamento({ chiave: gefo.uuid(), adesioneId, sede, inizio }));
  }
  must(await io().mettiInAttesa({ adesioneId: attesa, sede: seconda.sede }));
  const trovati = async (sede: string) =>
    must(await io().lavoro({ sede })).righe.map(({ adesioneId }) => adesioneId);
  assert.deepEqual(await trovati(prima.sede), [qui]);
  assert.deepEqual((await trovati(seconda.sede)).toSorted(), [la, attesa].toSorted());
});
