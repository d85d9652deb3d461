import assert from "node:assert/strict";
import { test } from "node:test";
import { STATI_CASO, type StatoCaso } from "../presa-in-carico/caso.ts";
import type { Instant } from "../time.ts";
import { STATI_APPUNTAMENTO, type StatoAppuntamento } from "./appuntamento.ts";
import { checkCambiaDaSe, checkConvocabile, checkFissaDaSe } from "./da-se.ts";

test("[P7] il giovane si fissa da sé soltanto il primo incontro", () => {
  for (const stato of Object.keys(STATI_CASO) as StatoCaso[]) {
    const lecito = checkFissaDaSe({ stato });
    assert.equal(lecito.ok, stato === "da-convocare" || stato === "convocato", stato);
  }
});

test("[P9] si convoca solo chi aspetta il primo colloquio; gli altri sono rifiutati con il loro stato", () => {
  for (const stato of Object.keys(STATI_CASO) as StatoCaso[]) {
    const lecito = checkConvocabile({ stato });
    assert.equal(lecito.ok, stato === "da-convocare" || stato === "convocato", stato);
    if (!lecito.ok)
      assert.deepEqual(lecito.rifiuto, { code: "appuntamento.non-convocabile", stato });
  }
});

test("[P7] sposta e annulla solo ciò che è fissato e deve ancora cominciare", () => {
  const inizio = "2014-11-10T09:00:00.000Z" as Instant;
  const momenti = {
    prima: ["2014-11-10T08:59:59.999Z", null],
    allora: [inizio, "appuntamento.gia-cominciato"],
    dopo: ["2014-11-11T09:00:00.000Z", "appuntamento.gia-cominciato"],
  } as const;
  for (const stato of Object.keys(STATI_APPUNTAMENTO) as StatoAppuntamento[])
    for (const [quando, [adesso, atteso]] of Object.entries(momenti)) {
      const esito = checkCambiaDaSe({ stato, inizio }, adesso as Instant);
      const codice = esito.ok ? null : esito.rifiuto.code;
      assert.equal(
        codice,
        stato === "DE" ? atteso : "appuntamento.non-aperto",
        `${stato} ${quando}`,
      );
    }
});
