import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { servizicoap } from "@staffetta/contracts";
import type { CodiceRegione } from "@staffetta/domain";
import { BasicAuthSecurity, createClientAsync } from "soap";
import { avviaFinto, type Finto } from "../finto/finto.ts";
import type { StatoIniziale } from "../finto/stato.ts";
import { leggiRisposta } from "./caso.ts";
import { collauda, resoconto } from "./collauda.ts";

/** The counterparts stand the conformance kit, and the recorded messages of the national wire. */
const UTENTE = { nome: "prova", password: "segreta" };
const CASI = new URL("../../../packages/nodo/src/servizicoap/casi/", import.meta.url);
const adesione = (
  codiceFiscale: string,
  dataAdesione: string,
  regione: string,
  stato: string,
  dataStato: string,
) => ({
  ...{ codiceFiscale, dataAdesione, regione, stato, dataStato },
});
const STATO = {
  adesioni: [
    adesione("PRVGTR05B49H501O", "2025-03-15", "08", "P", "2025-04-02"),
    adesione("MCKNLT99L21D969P", "2025-03-18", "09", "A", "2025-03-18"),
    adesione("NVNTRN02P14A944V", "2025-01-20", "06", "D", "2025-02-03"),
  ],
  sap: [
    {
      ...{ identificativoSap: "QA10000017T", codiceFiscale: "SMLVST00C28Z330N" },
      codiceEnteTitolare: "L219C099901",
    },
  ],
  utenti: [UTENTE],
} as unknown as StatoIniziale;
const STATO_REGIONE = {
  ...STATO,
  adesioni: [
    ...STATO.adesioni,
    adesione("TSTZRN03D57L219H", "2025-03-10", "13", "A", "2025-03-10"),
  ],
} as StatoIniziale;

const finti = new Map<string, Finto>();
const PIEMONTE = "13" as CodiceRegione;
before(async () => {
  const avvia = async (nome: string, ruolo: "ministero" | "regione", stato: StatoIniziale) =>
    finti.set(nome, await avviaFinto({ ruolo, regione: PIEMONTE, porta: 0, stato }));
  await Promise.all([
    avvia("ministero", "ministero", STATO),
    avvia("regione", "regione", STATO_REGIONE),
  ]);
});
after(async () => {
  await Promise.all([...finti.values()].map((finto) => finto.ferma()));
});
const indirizzo = (nome: string): string => finti.get(nome)?.indirizzo ?? "";

for (const ruolo of ["ministero", "regione"] as const)
  test(`il finto ${ruolo} passa tutto il collaudo, due volte`, async () => {
    for (const _ of [1, 2]) {
      const url = indirizzo(ruolo);
      const esiti = await collauda({ url, ruolo, regione: "13", credenziali: UTENTE });
      assert.ok(esiti.length >= 20);
      assert.ok(
        esiti.every(({ difetto }) => difetto === null),
        resoconto(esiti, false),
      );
    }
  });

test("il collaudo si accorge di un server che risponde sempre allo stesso modo", async () => {
  const esiti = await collauda({
    ...{ url: indirizzo("regione"), ruolo: "ministero", regione: "13", credenziali: UTENTE },
  });
  assert.ok(esiti.filter(({ difetto }) => difetto !== null).length > 20);
  assert.match(resoconto(esiti, false), /✖ getStatoAdesioneYG/);
});

test("il collaudo prova ogni operazione del ministero, e boccia quelle che il server non ha", async () => {
  const esiti = await collauda({
    ...{ url: indirizzo("regione"), ruolo: "ministero", regione: "13", credenziali: UTENTE },
  });
  const provate = new Set(esiti.map(({ caso }) => caso.operazione));
  const { NOMI_OPERAZIONI, descrizioneDi } = servizicoap;
  const sue = NOMI_OPERAZIONI.filter((nome) => descrizioneDi(nome).lato !== "regione");
  assert.deepEqual(
    sue.filter((nome) => !provate.has(nome)),
    [],
  );
  const assenti = sue.filter((nome) => descrizioneDi(nome).lato === "sap");
  const bocciate = (nome: string) =>
    esiti.every(({ caso, difetto }) => caso.operazione !== nome || difetto !== null);
  assert.deepEqual(
    assenti.filter((nome) => !bocciate(nome)),
    [],
  );
});

async function manda(ruolo: string, file: string) {
  const coded = Buffer.from(`${UTENTE.nome}:${UTENTE.password}`).toString("base64");
  const headers = { "content-type": "text/xml; charset=utf-8", authorization: `Basic ${coded}` };
  const body = readFileSync(new URL(file, CASI));
  const answer = await fetch(indirizzo(ruolo), { method: "POST", headers, body });
  return leggiRisposta(answer.status, new Uint8Array(await answer.arrayBuffer()));
}

const ATTESI: readonly (readonly [string, string, Readonly<Record<string, string | RegExp>>])[] = [
  ["ministero", "accept/01-invioUtenteYG-new.xml", { Esito: "OK", MessaggioErrore: "" }],
  ["ministero", "accept/03-checkUtenteYG.xml", { Esito: "OK", MessaggioErrore: "" }],
  [
    ...["ministero", "accept/04-getStatoAdesioneYG-request.xml"],
    {
      Esito: "OK",
      DataAdesione: "2025-03-15",
      StatoAdesione: "P",
      DataStatoAdesione: /^2025-04-02T/,
    },
  ] as never,
  ["ministero", "accept/08-verificaEsistenzaSAP.xml", { CodiceSAP: "0" }],
  [
    ...["ministero", "accept/09-invioSAP-first-insertion-minimal.xml"],
    { Esito: "OK", CodiceSAP: /^[A-Z]{2}[0-9]{8}[A-Z]$/ },
  ] as never,
  [
    "ministero",
    "reject/03-invioUtenteYG-duplicate.xml",
    { Esito: "KO", MessaggioErrore: />P000</ },
  ],
  [
    ...["ministero", "reject/05-setStatoAdesioneYG-unknown-state.xml"],
    {
      Esito: "KO",
      MessaggioErrore: /^Riscontrato errore nella validazione dell'input :<ListaAnomalie>/,
    },
  ] as never,
  [
    "regione",
    "reject/07-notifica-malformed-inner-xml.xml",
    { Esito: "KO", MessaggioErrore: /XML/ },
  ],
  ["ministero", "reject/11-soap12-envelope.xml", { faultcode: /VersionMismatch$/ }],
  ["ministero", "reject/12-wrong-namespace.xml", { faultcode: /Client$/ }],
];
for (const [ruolo, file, campi] of ATTESI)
  test(`${file}: il finto ${ruolo} risponde come dice il contratto`, async () => {
    const risposta = await manda(ruolo, file);
    for (const [nome, atteso] of Object.entries(campi))
      if (typeof atteso === "string") assert.equal(risposta.campo(nome), atteso, risposta.testo);
      else assert.match(risposta.campo(nome), atteso, risposta.testo);
  });

/** The npm package `soap`, which knows only our WSDL: every operation, both directions. */
async function peer(ruolo: string) {
  const client = await createClientAsync(`${indirizzo(ruolo)}?wsdl`, {
    wsdl_headers: {},
    endpoint: indirizzo(ruolo),
  });
  client.setSecurity(new BasicAuthSecurity(UTENTE.nome, UTENTE.password));
  return async (operazione: string, richiesta: object): Promise<Record<string, unknown>> => {
    const method = (
      client as unknown as Record<string, (r: object) => Promise<[Record<string, unknown>]>>
    )[`${operazione}Async`];
    assert.ok(method, operazione);
    const [risposta] = await method.call(client, richiesta);
    return risposta ?? {};
  };
}
const campiDi = (operazione: string): readonly string[] =>
  Object.keys(servizicoap.descrizioneDi(operazione as servizicoap.NomeOperazione).risposta);

const CF_SAP = "SMLVST00C28Z330N";
const DID = {
  DataDID: "2025-03-01",
  Evento: "02",
  DataEvento: "2025-03-01",
  CodiceEntePromotore: "L219C099901",
};
const PROFILO = {
  Tipo: "YG",
  CodProvincia: "058",
  TitoloStudio: "30",
  PresenzaItalia: "1",
  CondizioneOccupazionale: "1",
};
const idDoc = "<IDSAP><IdentificativoSap>QA10000017T</IdentificativoSap></IDSAP>";
const sapDoc = `<VerificaSAP><codiceFiscale>${CF_SAP}</codiceFiscale></VerificaSAP>`;
const statoDoc =
  "<DatiStatoAdesione><CodiceFiscale>MCKNLT99L21D969P</CodiceFiscale><DataAdesione>2025-03-18</DataAdesione><RegioneAdesione>09</RegioneAdesione><StatoAdesione>X</StatoAdesione><DataStatoAdesione>2025-04-01</DataStatoAdesione></DatiStatoAdesione>";
const utenteDoc = (regione: string): string =>
  `<sezione0><utente><CodiceFiscale>NVNTRN02P14A944V</CodiceFiscale><dataadesione>2025-01-20</dataadesione><Regione>${regione}</Regione></utente></sezione0>`;
const checkDoc = "<CheckUtenteYG><CodiceFiscale>MCKNLT99L21D969P</CodiceFiscale></CheckUtenteYG>";

const DAL_CLIENT: Readonly<Record<string, readonly (readonly [string, object])[]>> = {
  ministero: [
    ["invioUtenteYG", { UtenteYG: utenteDoc("06") }],
    ["checkUtenteYG", { CodiceFiscale: checkDoc }],
    ["getStatoAdesioneYG", { DatiStatoAdesione: statoDoc }],
    ["setStatoAdesioneYG", { DatiStatoAdesione: statoDoc }],
    ["verificaEsistenzaSAP", { CodiceFiscale: sapDoc }],
    ["richiestaSAP", { CodiceSAP: idDoc }],
    ["invioSAP", { SAP: "<lavoratore/>" }],
    ["recuperaListaSAPNonAttive", { Parametri: "" }],
    ["richiestaCodSAPRegTitolare", { CodiceFiscale: CF_SAP }],
    ["richiestaSAP_N00_A02", { CodiceFiscale: CF_SAP }],
    ["gestisciDID", { CodiceFiscale: CF_SAP, ...DID }],
    ["richiestaProfiling", { CodiceFiscale: CF_SAP, ...PROFILO }],
    ["verificaCondizioniNEET", { CodiceFiscale: CF_SAP, DataRiferimento: "2025-03-10" }],
    [
      "getDataAdesioneYG",
      { ...{ username: UTENTE.nome, password: UTENTE.password }, xmlRichiesta: "<x/>" },
    ],
    ["annullaSAP", { CodiceSAP: idDoc }],
  ],
  regione: [
    ["invioUtenteYG", { UtenteYG: utenteDoc("13") }],
    ["checkUtenteYG", { CodiceFiscale: checkDoc }],
    ["notificaCambioStatoAdesioneYG", { DatiStatoAdesione: statoDoc }],
    ["notificaSAP", { CodiceSAP: "QA10000017T", MotivoNotifica: "02" }],
  ],
};
for (const [ruolo, chiamate] of Object.entries(DAL_CLIENT))
  test(`un client SOAP indipendente usa dal WSDL ogni operazione del ${ruolo}`, async () => {
    const chiama = await peer(ruolo);
    for (const [operazione, richiesta] of chiamate) {
      const risposta = await chiama(operazione, richiesta);
      for (const campo of campiDi(operazione))
        assert.ok(campo in risposta, `${operazione} ${campo}`);
    }
    const wsdl = await (await fetch(`${indirizzo(ruolo)}?wsdl`)).text();
    const offerte = [...wsdl.matchAll(/<wsdl:operation name="(\w+)"/g)].map(([, nome]) => nome);
    assert.deepEqual(new Set(offerte), new Set(chiamate.map(([nome]) => nome)));
  });
