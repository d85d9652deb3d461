import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { seededRandom } from "@staffetta/platform";
import { avanzaTesta, improntaDi, TESTA_INIZIALE } from "./catena.ts";
import { firmaEs256 } from "./firma.ts";
import { unOrologio } from "./fixtures.ts";
import { type RigaProva, verificaProva } from "./prova.ts";

async function unaProva() {
  const clock = unOrologio();
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const b = firmaEs256({
    ...{ nodo: "b", propria: { kid: "b-1", chiave: privateKey }, chiaviDi: () => new Map() },
    ...{ clock, random: seededRandom("prova", clock) },
  });
  const impronte = ["uno", "due", "tre"].map((corpo) => improntaDi("sale", corpo));
  let testa = TESTA_INIZIALE;
  const messaggi = impronte.map((impronta, i): RigaProva => {
    testa = avanzaTesta(testa, impronta, i + 1);
    return { tipo: "messaggio", partner: "b", corsia: 0, progressivo: i + 1, impronta };
  });
  const corpo = JSON.stringify({ v: 1, tratti: [{ corsia: 0, fino: 3, testa, esiti: [] }] });
  const intestazioni = await b.firma(corpo, "a");
  const ricevuta: RigaProva = {
    tipo: "ricevuta",
    partner: "b",
    corpo,
    intestazioni,
    at: clock.now(),
  };
  const righe: RigaProva[] = [{ tipo: "flusso", nodo: "a" }, ...messaggi, ricevuta];
  return { righe, chiaviDi: () => new Map([["b-1", publicKey]]) };
}

test("[I7] la prova si controlla senza database: catena, firme e teste tornano", async () => {
  const { righe, chiaviDi } = await unaProva();
  assert.deepEqual(await verificaProva(righe, chiaviDi), {
    messaggi: 3,
    ricevute: 1,
    provati: 3,
    problemi: [],
  });
});

test("[I7] un messaggio cambiato, tolto, o una ricevuta falsa si vedono", async () => {
  const { righe, chiaviDi } = await unaProva();
  const guasta = async (change: (righe: RigaProva[]) => void): Promise<number> => {
    const copia = structuredClone(righe) as RigaProva[];
    change(copia);
    return (await verificaProva(copia, chiaviDi)).problemi.length;
  };
  const cambiato = await guasta((copia) => {
    copia[2] = { ...copia[2], impronta: improntaDi("sale", "DUE") } as RigaProva;
  });
  assert.ok(cambiato > 0);
  assert.ok((await guasta((copia) => void copia.splice(2, 1))) > 0);
  assert.ok(
    (await guasta((copia) => {
      const last = copia[4] as Extract<RigaProva, { tipo: "ricevuta" }>;
      copia[4] = { ...last, corpo: last.corpo.replace('"fino":3', '"fino":2') };
    })) > 0,
  );
  assert.ok((await verificaProva(righe, () => new Map())).problemi.length > 0);
});
