import assert from "node:assert/strict";
import { test } from "node:test";
import type { z } from "zod";
import { centsDi, Importo, ImportoPositivo } from "./importo.ts";

const detto = (schema: z.ZodType, testo: unknown): unknown => {
  const esito = schema.safeParse(centsDi(testo));
  return esito.success ? esito.data : esito.error.issues.map(({ message }) => message).join(" / ");
};

test("il campo di un importo dice perché non si legge, una volta sola", () => {
  const casi: readonly (readonly [unknown, unknown])[] = [
    ["1.000,50", 1_000_50],
    ["", "Scrivi un importo in euro, per esempio 12,50"],
    [undefined, "Scrivi un importo in euro, per esempio 12,50"],
    ["-5", "Non può essere negativo: scrivi l'importo senza il segno meno"],
    ["12,345", "Dopo la virgola scrivi al massimo due cifre, per esempio 12,50"],
    ["0", "Scrivi un importo maggiore di zero"],
    [-5, "Scrivi un importo maggiore di zero"],
    ["9.999.999.999", "L'importo è troppo grande: controlla le cifre e scrivilo di nuovo"],
  ];
  for (const [testo, atteso] of casi) assert.equal(detto(ImportoPositivo, testo), atteso);
  assert.equal(detto(Importo, "0"), 0);
  assert.match(String(detto(Importo, -1)), /^Non può essere negativo/);
});

test("un testo che non è un importo non lo diventa per la strada dei numeri di JavaScript", () => {
  for (const testo of ["1e3", "0x10", "1.0.0", " ", "0.500"])
    assert.ok(!ImportoPositivo.safeParse(centsDi(testo)).success, testo);
  assert.match(String(Importo.safeParse("12,50").error?.issues[0]?.message), /centesimi/);
});
