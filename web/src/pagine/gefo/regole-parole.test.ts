import assert from "node:assert/strict";
import { test } from "node:test";
import { cifreDi, REGOLE_GEFO_2014 } from "@staffetta/domain";
import { ARGOMENTI, nomeDi } from "./regole-parole.ts";

test("ogni cifra dell'avviso ha parole sue, e due non si chiamano allo stesso modo", () => {
  const nomi = cifreDi(REGOLE_GEFO_2014).map(({ percorso }) => {
    const argomento = ARGOMENTI[percorso.split(".")[0] ?? ""];
    assert.ok(argomento, percorso);
    assert.doesNotMatch(nomeDi(percorso), /[a-z][A-Z]/, percorso);
    return `${argomento}: ${nomeDi(percorso)}`;
  });
  assert.equal(new Set(nomi).size, nomi.length);
  assert.equal(
    nomeDi("misure.3.tariffaFasciaCents.3"),
    "3 Accompagnamento al lavoro, tariffa, fascia 3",
  );
});
