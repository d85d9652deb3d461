import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TESTA_INIZIALE } from "./catena.ts";
import { Freschi } from "./freschi.ts";
import type { MessaggioInUscita, Tratto } from "./store.ts";

const uno = (progressivo: number): MessaggioInUscita => ({
  ...{ partner: "b", corsia: 0, progressivo, id: `m${progressivo}`, tipo: "prova.v1" },
  ...{ persona: "p", riservato: false, sale: "s", corpo: "{}", accodatoAt: "" },
});

const tratto = (cursore: number, fino: number, contatore = fino): Tratto => ({
  corsia: {
    ...{ partner: "b", corsia: 0, contatore, cursore, testa: TESTA_INIZIALE },
    ultimaRicevutaAt: null,
  },
  messaggi: Array.from({ length: fino - cursore }, (_, i) => uno(cursore + 1 + i)),
});

const numeri = (freschi: Freschi): readonly number[] | null =>
  freschi.attesi(0, "b", 1_000)?.messaggi.map(({ progressivo }) => progressivo) ?? null;

/** A lane read once, and all of it acknowledged. */
function nota(fino: number): Freschi {
  const freschi = new Freschi();
  freschi.comincia();
  freschi.letto(tratto(0, fino));
  freschi.parti(fino);
  freschi.arriva({ cursore: fino, testa: TESTA_INIZIALE, ultimaRicevutaAt: null });
  return freschi;
}

test("una corsia si legge finché non se ne conosce il cursore; poi ciò che si conferma basta", () => {
  const freschi = new Freschi();
  freschi.aggiungi(uno(1));
  assert.equal(numeri(freschi), null);
  freschi.comincia();
  freschi.letto(undefined);
  freschi.aggiungi(uno(1));
  assert.equal(numeri(freschi), null);
  const conosciuta = nota(1);
  assert.deepEqual(numeri(conosciuta), []);
  conosciuta.aggiungi(uno(2));
  conosciuta.aggiungi(uno(3));
  assert.deepEqual(numeri(conosciuta), [2, 3]);
});

test("un numero saltato, una parola di un altro processo, troppi messaggi: si torna a leggere", () => {
  const saltata = nota(1);
  saltata.aggiungi(uno(3));
  saltata.aggiungi(uno(2));
  assert.equal(numeri(saltata), null);
  const dubbia = nota(1);
  dubbia.dubita();
  dubbia.aggiungi(uno(2));
  assert.equal(numeri(dubbia), null);
  const piena = nota(1);
  for (let n = 2; n < 1_000; n++) piena.aggiungi(uno(n));
  assert.equal(numeri(piena), null);
});

test("ciò che si conferma mentre la corsia si legge non si perde e non si raddoppia", () => {
  const freschi = new Freschi();
  freschi.comincia();
  for (const n of [2, 3, 4]) freschi.aggiungi(uno(n));
  freschi.letto(tratto(0, 3));
  freschi.aggiungi(uno(3));
  freschi.parti(3);
  freschi.arriva({ cursore: 3, testa: TESTA_INIZIALE, ultimaRicevutaAt: null });
  assert.deepEqual(numeri(freschi), [4]);
  const conBuco = new Freschi();
  conBuco.comincia();
  conBuco.aggiungi(uno(5));
  conBuco.letto(tratto(0, 3));
  conBuco.parti(3);
  conBuco.arriva({ cursore: 3, testa: TESTA_INIZIALE, ultimaRicevutaAt: null });
  assert.equal(numeri(conBuco), null);
});

/** One step of a courier on this lane: what is known, or what the database says. @returns the new cursor */
function deliver(freschi: Freschi, cursore: number, contatore: number): number {
  const known = freschi.attesi(0, "b", 10);
  const lane = known ?? tratto(cursore, Math.min(contatore, cursore + 10), contatore);
  if (known === null) {
    freschi.comincia();
    freschi.letto(lane.messaggi.length === 0 ? undefined : lane);
  }
  if (lane.messaggi.length === 0) return cursore;
  const fino = cursore + lane.messaggi.length;
  assert.equal(lane.messaggi[0]?.progressivo, cursore + 1);
  assert.equal(lane.messaggi.at(-1)?.progressivo, fino);
  freschi.parti(fino);
  freschi.arriva({ cursore: fino, testa: TESTA_INIZIALE, ultimaRicevutaAt: null });
  return fino;
}

test("in qualunque ordine arrivino le conferme, ciò che parte è la corsia, senza buchi né doppi", () => {
  const passo = fc.constantFrom("conferma", "conferme scambiate", "parte", "fallisce");
  fc.assert(
    fc.property(fc.array(passo, { maxLength: 80 }), (passi) => {
      const freschi = new Freschi();
      let [contatore, cursore] = [0, 0];
      const act = {
        conferma: () => freschi.aggiungi(uno(++contatore)),
        "conferme scambiate": () => {
          contatore += 2;
          freschi.aggiungi(uno(contatore));
          freschi.aggiungi(uno(contatore - 1));
        },
        parte: () => {
          cursore = deliver(freschi, cursore, contatore);
        },
        fallisce: () => freschi.dubita(),
      };
      for (const cosa of passi) act[cosa as keyof typeof act]();
      for (let i = 0; i < 200 && cursore < contatore; i++) act.parte();
      assert.equal(cursore, contatore);
    }),
  );
});
