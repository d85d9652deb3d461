import assert from "node:assert/strict";
import { test } from "node:test";
import { servizicoap } from "@staffetta/contracts";
import { type Chiedi, leggiDocumento } from "@staffetta/nodo";
import type { Contesto } from "../contesto.ts";
import { politicaInSap } from "./in-sap.ts";

/** What leaves for the SAP, without a network: the answers of the Ministry are given here. */
const OGGI = "2026-03-02";
const riga = (row: object | null) => ({ get: async () => row });
const note: { identificativo?: string; fonte?: string }[] = [];
let dati: object | null = null;
const stores = {
  adesioni: riga({ giovaneId: "g1" }),
  giovani: riga({
    ...{ id: "g1", cfSigillato: "x", nome: "Ada", cognome: "Prova", sesso: "F" },
    ...{ dataNascita: "2003-04-17", email: "ada@esempio.it", telefono: "+39 333 0000000" },
  }),
  datiSap: { get: async () => (dati === null ? null : { datiSigillati: JSON.stringify(dati) }) },
  sapNote: { get: async () => null, put: async (riga: object) => note.push(riga) },
  prese: riga({ operatoreId: "OP-0007", fascia: 2, dataPatto: "2026-01-20" }),
};
const ctx = {
  regione: "13",
  clock: { now: () => `${OGGI}T09:00:00.000Z` },
  cipher: { open: (testo: string) => (testo === "x" ? "TSTZRN03D57L219H" : testo) },
  uow: { transaction: (fn: (s: unknown) => unknown) => fn(stores) },
} as unknown as Contesto;
const corpo = (misura: string) =>
  ({
    ...{ politicaId: "p", adesioneId: "a", misura, dataInizio: "2026-02-01" },
    ...{ dataFine: null, esito: null, at: "2026-02-01T10:00:00.000Z" },
  }) as never;

const politica = (titolo: string, ente: string, id: string): string =>
  `<politiche_attive><tipo_attivita>C02</tipo_attivita><titolo_denominazione>${titolo}</titolo_denominazione><data_proposta>2026-02-01</data_proposta><titolo_progetto>02</titolo_progetto><codice_ente_promotore>${ente}</codice_ente_promotore><identificativo_politica>${id}</identificativo_politica></politiche_attive>`;
const SAP = `<lavoratore><datiinvio><dataultimoagg>${OGGI}</dataultimoagg><identificativosap>QA10000017T</identificativosap><codiceentetit>H501C000001</codiceentetit><tipovariazione>01</tipovariazione></datiinvio><politiche_attive_lst>${politica("Altrui", "H501C000001", "0800000001A")}${politica("Un altro corso", "L219S000007", "1300000001A")}${politica("Misura 2-A", "L219S000007", "1300000002B")}</politiche_attive_lst></lavoratore>`;

const risponde =
  (codice: string, chieste: string[] = []): Chiedi =>
  async ({ operazione }) => {
    chieste.push(operazione);
    const campi: Readonly<Record<string, string>> = { CodiceSAP: codice, SAP };
    return { esito: { esito: "applicato" }, campo: (nome) => campi[nome] ?? "" };
  };

test("in SAP: a code that no list knows does not leave, and nobody is asked anything", async () => {
  const chieste: string[] = [];
  const detto = await politicaInSap(ctx, corpo("mai vista"), risponde("QA10000017T", chieste));
  assert.deepEqual(detto, {
    ...{ esito: "rifiutato", codice: "servizicoap.codice-non-in-uscita" },
    fatti: { lista: "tipo-attivita", codice: "A99" },
  });
  assert.deepEqual(chieste, []);
});

test("in SAP: without a SAP and without the data of a first one, the refusal says what is missing", async () => {
  dati = null;
  const chieste: string[] = [];
  const detto = await politicaInSap(ctx, corpo("2-A"), risponde("0", chieste));
  assert.deepEqual(detto, {
    ...{ esito: "rifiutato", codice: "servizicoap.sap-da-completare" },
    fatti: { mancano: ["cittadinanza, luogo di nascita e domicilio"] },
  });
  assert.deepEqual(chieste, ["verificaEsistenzaSAP"]);
});

test("in SAP: with them the first insertion leaves whole, and its identifier is kept", async () => {
  const domicilio = { comune: "L219", cap: "10121", indirizzo: "via Po 1" };
  dati = { cittadinanza: "000", comuneNascita: "L219", domicilio };
  let mandata = "";
  const detto = await politicaInSap(ctx, corpo("2-A"), async ({ operazione, campi }) => {
    const isInvio = operazione === "invioSAP";
    if (isInvio) mandata = campi[0]?.[1] ?? "";
    return { esito: { esito: "applicato" }, campo: () => (isInvio ? "QA00000042K" : "0") };
  });
  assert.deepEqual(detto, { esito: "applicato" });
  const letta = leggiDocumento(servizicoap.LAVORATORE, mandata, { oggi: OGGI });
  assert.ok(letta.ok, JSON.stringify(letta));
  const { datiinvio, datianagrafici, politiche_attive_lst } = letta.valore;
  assert.deepEqual([datiinvio.tipovariazione, datiinvio.identificativosap], ["01", null]);
  assert.equal(datianagrafici?.datipersonali.cognome, "PROVA");
  assert.equal(datianagrafici?.recapiti?.cellulare, "+393330000000");
  assert.equal(politiche_attive_lst?.politiche_attive.length, 2);
  for (const vuota of ["datiamministrativi", "esperienzelavoro_lst", "livelliistruzione_lst"])
    assert.ok(mandata.includes(`<${vuota}/>`), vuota);
  assert.ok(mandata.includes("<allegato/>"));
  const { identificativo, fonte } = note.at(-1) ?? {};
  assert.deepEqual([identificativo, fonte], ["QA00000042K", "primo-inserimento"]);
});

test("in SAP: a question to be asked again later leaves the message where it is", async () => {
  const dopo = { codice: "X001", dettaglio: "", retryAfterMs: 1 };
  assert.deepEqual(await politicaInSap(ctx, corpo("2-A"), async () => dopo), dopo);
});

test("in SAP: sections 0 and 6 alone; the policies of the others stay, ours keep their identifiers", async () => {
  const detto = await politicaInSap(ctx, corpo("2-A"), risponde("QA10000017T"));
  assert.ok(detto !== null && "campi" in detto);
  assert.equal(detto.operazione, "invioSAP");
  const letta = leggiDocumento(servizicoap.LAVORATORE, detto.campi[0]?.[1] ?? "", { oggi: OGGI });
  assert.ok(letta.ok);
  const { datiinvio, datianagrafici, politiche_attive_lst } = letta.valore;
  assert.equal(datianagrafici, null);
  assert.deepEqual([datiinvio.codiceentetit, datiinvio.tipovariazione], ["L219C000001", "02"]);
  assert.deepEqual(
    politiche_attive_lst?.politiche_attive.map((una) => [
      una.titolo_denominazione,
      una.identificativo_politica,
      una.ultimo_evento?.evento ?? null,
    ]),
    [
      ["Altrui", "0800000001A", null],
      ["Un altro corso", "1300000001A", null],
      ["Patto di servizio e presa in carico", null, "10"],
      ["Misura 2-A", "1300000002B", "02"],
    ],
  );
});
