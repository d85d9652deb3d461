import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { servizicoap } from "@staffetta/contracts";
import { bindCoopMemory, CONTRATTO_PREDEFINITO, scriviBusta } from "@staffetta/cooperation";
import { createCipher, memoryDatabase, memoryUnitOfWork, seededRandom } from "@staffetta/platform";
import { legameServizicoap } from "./legame.ts";

/** A partner that counts its calls and refuses, when told to, those of one operation. */
let limite: string | null = null;
const chiamate: string[] = [];
const partner = createServer((richiesta, risposta) => {
  let corpo = "";
  richiesta.on("data", (pezzo) => {
    corpo += pezzo;
  });
  richiesta.on("end", () => {
    const operazione = /<(?:\w+:)?(invioSAP|setStatoAdesioneYG|verificaEsistenzaSAP)/.exec(
      corpo,
    )?.[1];
    chiamate.push(operazione ?? "");
    const oltre = operazione === limite;
    const campi = {
      invioSAP: [["Esito", oltre ? "X001" : "OK"] as const],
      setStatoAdesioneYG: [["Esito", "OK"] as const],
      verificaEsistenzaSAP: [["CodiceSAP", oltre ? "X001 Limite" : "QA10000017T"] as const],
    }[operazione ?? ""];
    risposta.setHeader("content-type", "text/xml; charset=utf-8");
    risposta.end(scriviBusta(servizicoap.NS_TYPES, `risposta_${operazione}`, campi ?? []));
  });
});
let indirizzo = "";
before(async () => {
  await new Promise<void>((pronto) => partner.listen(0, "127.0.0.1", pronto));
  indirizzo = `http://127.0.0.1:${(partner.address() as AddressInfo).port}/`;
});
after(() => void partner.close());

function unLegame(memoria = memoryDatabase()) {
  let adesso = "2026-03-02T09:00:00.000Z";
  const clock = { now: () => adesso };
  const random = seededRandom("legame", clock);
  const cifra = createCipher(new Uint8Array(32).fill(7));
  const uow = memoryUnitOfWork(memoria, (tx) => {
    const coop = bindCoopMemory(tx, { clock, random, corsieDi: () => 1, cifra });
    return { stores: coop, beforeCommit: coop.beforeCommit };
  });
  const legame = legameServizicoap({
    ...{ clock, random, uow, contrattoDi: () => ({}) },
    inParole: async ({ tipo }, chiedi) => {
      if (tipo === "senza-parole") return null;
      if (tipo === "stato") return { operazione: "setStatoAdesioneYG", campi: [] };
      const trovata = await chiedi({ operazione: "verificaEsistenzaSAP", campi: [] });
      if (!("campo" in trovata)) return trovata;
      return { operazione: "invioSAP", campi: [["SAP", trovata.campo("CodiceSAP")]] };
    },
  });
  const contratto = { ...CONTRATTO_PREDEFINITO, nome: "ministero", indirizzo };
  const tratto = (corsia: number, tipo: string) => ({
    corsia: { corsia, partner: "ministero", cursore: 0, contatore: 1, testa: "" },
    messaggi: [{ tipo, progressivo: 1, corpo: "{}", id: `${corsia}`, persona: "p" }],
  });
  const consegna = (...tipi: string[]) =>
    legame.consegna(
      contratto as never,
      tipi.map((tipo, corsia) => tratto(corsia, tipo)) as never,
    ) as unknown as Promise<readonly Readonly<Record<string, unknown>>[]>;
  const alle = (ora: string): void => {
    adesso = ora;
  };
  return { consegna, close: legame.close, alle };
}

for (const ferma of ["invioSAP", "verificaEsistenzaSAP"])
  test(`X001 di ${ferma}: quell'operazione aspetta il periodo dopo, le altre vanno avanti`, async () => {
    const memoria = memoryDatabase();
    const { consegna, close, alle } = unLegame(memoria);
    chiamate.length = 0;
    limite = ferma;
    const [politica, stato] = await consegna("politica", "stato");
    // Midnight in Rome is fourteen hours later.
    const attesa = { codice: "X001", retryAfterMs: 14 * 3_600_000 };
    assert.partialDeepStrictEqual(politica, attesa);
    assert.equal(stato?.["fino"], 1);
    const quante = (): number => chiamate.filter((una) => una === ferma).length;
    assert.equal(quante(), 1);
    await consegna("politica", "stato");
    assert.equal(quante(), 1, "il circuito è aperto: nessuno la chiama");
    const ripartito = unLegame(memoria);
    assert.equal((await ripartito.consegna("politica"))[0]?.["codice"], "X001");
    assert.equal(quante(), 1, "anche dopo un riavvio");
    await ripartito.close();
    limite = null;
    alle("2026-03-02T22:59:59.000Z");
    assert.equal((await consegna("politica", "stato"))[0]?.["codice"], "X001");
    alle("2026-03-02T23:00:00.000Z");
    assert.equal((await consegna("politica"))[0]?.["fino"], 1);
    assert.equal(quante(), 2);
    await close();
  });

test("ciò che non ha parole è rifiutato con il suo nome, senza chiamare nessuno", async () => {
  const { consegna, close } = unLegame();
  chiamate.length = 0;
  const [uno] = await consegna("senza-parole");
  const esiti = uno?.["esiti"] as ReadonlyMap<number, unknown>;
  assert.deepEqual(esiti.get(1), {
    ...{ esito: "rifiutato", codice: "servizicoap.non-portato", fatti: { tipo: "senza-parole" } },
  });
  assert.deepEqual(chiamate, []);
  await close();
});
