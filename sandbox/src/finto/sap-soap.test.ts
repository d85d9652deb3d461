import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { servizicoap } from "@staffetta/contracts";
import type { CodiceRegione } from "@staffetta/domain";
import { leggiDocumento } from "@staffetta/nodo";
import * as soap from "soap";
import { avviaFinto, type Finto } from "./finto.ts";
import type { StatoIniziale } from "./stato.ts";

/** Another's SOAP client drives the operations on the SAP from our WSDL. */
const NOTA = { id: "QA10000017T", cf: "SMLVST00C28Z330N", ente: "L219C099901" };
const STATO = {
  ...{ adesioni: [], utenti: [] },
  sap: [{ identificativoSap: NOTA.id, codiceFiscale: NOTA.cf, codiceEnteTitolare: NOTA.ente }],
} as unknown as StatoIniziale;

let finto: Finto;
let client: soap.Client;
before(async () => {
  const dove = { ruolo: "ministero", regione: "13" as CodiceRegione, porta: 0 } as const;
  finto = await avviaFinto({ ...dove, stato: STATO });
  client = await soap.createClientAsync(`${finto.indirizzo}?wsdl`);
});
after(() => finto?.ferma());

const chiama = async (
  operazione: string,
  richiesta: Readonly<Record<string, string>>,
): Promise<Record<string, string>> => {
  const metodo = client[`${operazione}Async`];
  assert.ok(metodo, `il WSDL non ha ${operazione}`);
  const [risposta] = await metodo(richiesta);
  const testi = Object.entries(risposta ?? {}).map(([nome, v]) => [nome, v === null ? "" : v]);
  return Object.fromEntries(testi);
};
const idSap = (id: string): string => `<IDSAP><IdentificativoSap>${id}</IdentificativoSap></IDSAP>`;
const lavoratore = (testo: string): servizicoap.Lavoratore => {
  const letto = leggiDocumento(servizicoap.LAVORATORE, testo, { oggi: "2030-01-01" });
  assert.ok(letto.ok, JSON.stringify(letto));
  return letto.valore;
};

test("la SAP dello stato iniziale c'è: si trova, si legge, si sa di chi è", async () => {
  const verifica = `<VerificaSAP><codiceFiscale>${NOTA.cf}</codiceFiscale></VerificaSAP>`;
  const { CodiceSAP } = await chiama("verificaEsistenzaSAP", { CodiceFiscale: verifica });
  assert.equal(CodiceSAP, NOTA.id);
  const { SAP = "" } = await chiama("richiestaSAP", { CodiceSAP: idSap(NOTA.id) });
  const sap = lavoratore(SAP);
  assert.equal(sap.datianagrafici?.datipersonali.codicefiscale, NOTA.cf);
  assert.equal(sap.datiinvio.codiceentetit, NOTA.ente);
  const titolare = await chiama("richiestaCodSAPRegTitolare", { CodiceFiscale: NOTA.cf });
  assert.deepEqual(
    [titolare["CodiceSAP"], titolare["CodiceRegione"], titolare["CodiceEnteTitolare"]],
    [NOTA.id, "13", NOTA.ente],
  );
});

test("leggere, fondere, rimandare: la sezione 6 cresce e il titolare resta", async () => {
  const { SAP = "" } = await chiama("richiestaSAP", { CodiceSAP: idSap(NOTA.id) });
  const prima = lavoratore(SAP);
  const politica = `<politiche_attive><tipo_attivita>A02</tipo_attivita><data_proposta>2025-03-01</data_proposta><titolo_progetto>02</titolo_progetto><codice_ente_promotore>F205C000002</codice_ente_promotore></politiche_attive>`;
  const altrui = `<lavoratore><datiinvio><dataultimoagg>2025-03-02</dataultimoagg><identificativosap>${NOTA.id}</identificativosap><codiceentetit>F205C000002</codiceentetit><tipovariazione>02</tipovariazione></datiinvio><politiche_attive_lst>${politica}</politiche_attive_lst></lavoratore>`;
  for (let volta = 0; volta < 2; volta++) {
    const { Esito, CodiceSAP } = await chiama("invioSAP", { SAP: altrui });
    assert.deepEqual([Esito, CodiceSAP], ["OK", NOTA.id]);
  }
  const dopo = lavoratore(
    (await chiama("richiestaSAP", { CodiceSAP: idSap(NOTA.id) }))["SAP"] ?? "",
  );
  assert.equal(dopo.politiche_attive_lst?.politiche_attive.length, 1);
  const rimandata = { ...dopo, datiinvio: { ...dopo.datiinvio, tipovariazione: "02" } };
  const testo = servizicoap.codifica(servizicoap.LAVORATORE, rimandata);
  const { Esito } = await chiama("invioSAP", { SAP: testo });
  assert.equal(Esito, "OK");
  assert.equal(dopo.datiinvio.codiceentetit, prima.datiinvio.codiceentetit);
});

test("un KO di invioSAP è la sola lista delle anomalie", async () => {
  const { Esito, MessaggioErrore = "" } = await chiama("invioSAP", { SAP: "<lavoratore/>" });
  assert.equal(Esito, "KO");
  assert.match(MessaggioErrore, /^<ListaAnomalie><Anomalia><CodiceAnomalia>/);
});

test("DID, presa in carico e annullamento passano dallo stesso contratto", async () => {
  const did = { CodiceFiscale: NOTA.cf, DataDID: "2025-03-03", Evento: "I" };
  const chi = { DataEvento: "2025-03-03", CodiceEntePromotore: "H501N000001" };
  assert.equal((await chiama("gestisciDID", { ...did, ...chi }))["Esito"], "OK");
  const { DID = "" } = await chiama("richiestaSAP_N00_A02", { CodiceFiscale: NOTA.cf });
  assert.match(DID, /^<ListaDID><codicefiscale>SMLVST00C28Z330N</);
  assert.match(DID, /<N00>.*<A02>/s);
  assert.equal((await chiama("annullaSAP", { CodiceSAP: idSap(NOTA.id) }))["Esito"], "OK");
  const { SAP } = await chiama("richiestaSAP", { CodiceSAP: idSap(NOTA.id) });
  assert.equal(SAP ?? "", "");
  const { SAPs } = await chiama("recuperaListaSAPNonAttive", { Parametri: "" });
  assert.ok(String(SAPs).split(/[ ,]/).includes(NOTA.id));
});

test("la verifica NEET dice ciò che la Banca dati sa, e che cosa non sa", async () => {
  const neet = (CodiceFiscale: string) =>
    chiama("verificaCondizioniNEET", { CodiceFiscale, DataRiferimento: "2025-03-10" });
  const nota = await neet(NOTA.cf);
  assert.equal(nota["CodiceEsito"], "E999");
  assert.deepEqual([nota["Eta"], nota["Scuola"], nota["Universita"]], ["S", "", ""]);
  assert.match(nota["DescrizioneEsito"] ?? "", /Non noto.*scuola, università/);
  const ignota = await neet("MCKNLT99L21D969P");
  assert.match(ignota["DescrizioneEsito"] ?? "", /nessuna SAP.*età/);
  const vecchia = await neet("RSSMRA80A01H501U");
  assert.deepEqual([vecchia["CodiceEsito"], vecchia["Eta"]], ["E001", "N"]);
});
