import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { esegui, operazione } from "./operazione.ts";

const op = operazione({
  ...{ id: "prova", sommario: "Prova", metodo: "POST", percorso: "/prova", ruoli: ["anonimo"] },
  ingresso: z.object({ nota: z.string(), righe: z.array(z.object({ nome: z.string() })) }),
  uscita: z.string(),
});
const chiedi = (raw: unknown) =>
  esegui(op, async () => ({ ok: true, valore: "arrivato" }), { ruolo: "anonimo" }, raw);

test("un carattere che nessun archivio sa tenere è rifiutato accanto al suo campo, non è un guasto", async () => {
  for (const male of ["a\u0000b", "\ud800"]) {
    const esito = await chiedi({ nota: "va bene: è 😀\n", righe: [{ nome: male }] });
    assert.ok(!esito.ok);
    assert.equal(esito.problema.status, 400);
    assert.deepEqual(
      esito.problema.errori?.map(({ campo }) => campo),
      ["righe.0.nome"],
    );
  }
});

test("il testo di ogni lingua passa com'è, e un file non viene guardato", async () => {
  const righe = [{ nome: "Łukasz Ñandú 李 😀" }];
  assert.deepEqual(await chiedi({ nota: "riga\nriga\t", righe, file: new Uint8Array([0]) }), {
    ...{ ok: true, valore: "arrivato" },
  });
});
