import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { servizicoap } from "@staffetta/contracts";
import {
  bindCoopMemory,
  createClientSoap,
  firmaBusta,
  guardiaFirma,
  type PorteSoap,
  type ScambioIntero,
} from "@staffetta/cooperation";
import {
  memoryDatabase,
  memoryUnitOfWork,
  seededRandom,
  serve,
  systemClock,
} from "@staffetta/platform";
import { Hono } from "hono";
import { montaServizicoap, type OpzioniServizicoap } from "./monta.ts";

/** The door: how much, how long, who; and every exchange kept. */
const random = seededRandom("porta", systemClock);
const uow = memoryUnitOfWork(memoryDatabase(), (tx) => ({
  stores: bindCoopMemory(tx, { clock: systemClock, random, corsieDi: () => 1 }),
}));
const guasti: unknown[] = [];
const porte: PorteSoap = {
  clock: systemClock,
  random,
  uow,
  onFault: (error) => void guasti.push(error),
};
const chiamanti: servizicoap.Chiamante[] = [];
const parte = {
  operazioni: ["checkUtenteYG", "annullaSAP", "richiestaSAP"],
  gestori: {
    checkUtenteYG: async (_: unknown, chi: servizicoap.Chiamante) => {
      chiamanti.push(chi);
      return servizicoap.okEsito("checkUtenteYG");
    },
    annullaSAP: () => Promise.reject(new Error("rotto")),
  },
} as const;

const pem = (file: string): string =>
  readFileSync(
    new URL(`../../../cooperation/src/soap/chiavi-di-prova/${file}.pem`, import.meta.url),
    "utf8",
  );
const tls = { cert: pem("ministero.cert"), key: pem("ministero.key"), ca: [pem("regione.cert")] };
const ammessi = [{ nome: "piemonte", regione: "13", pem: pem("regione.cert") }];
const chiusure: (() => Promise<void>)[] = [];

async function apri(opzioni: OpzioniServizicoap, conTls = false): Promise<number> {
  const app = new Hono();
  montaServizicoap(app, porte, parte, opzioni);
  const server = await serve(app, 0, conTls ? { tls } : {});
  chiusure.push(server.close);
  return server.port;
}
let aperta = 0;
before(async () => {
  aperta = await apri({ accesso: { utenti: [] }, limiti: { bytesMax: 100_000, attesaMs: 400 } });
});
after(async () => {
  await Promise.all(chiusure.map((chiudi) => chiudi()));
});

const CORPO = (doc: string): string =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:t="${servizicoap.NS_TYPES}"><e:Body>${doc}</e:Body></e:Envelope>`;
const CHECK = CORPO(
  "<t:checkUtenteYG><t:CodiceFiscale><![CDATA[<CheckUtenteYG><CodiceFiscale>TSTZRN03D57L219H</CodiceFiscale></CheckUtenteYG>]]></t:CodiceFiscale></t:checkUtenteYG>",
);
const manda = (body: string, headers: Record<string, string> = {}, percorso = "", porta = aperta) =>
  fetch(`http://127.0.0.1:${porta}/servizicoap${percorso}`, {
    ...{ method: "POST", headers: { "content-type": "text/xml; charset=utf-8", ...headers }, body },
  });
const ultimo = (): Promise<ScambioIntero | null> =>
  uow.transaction(async ({ coop }) => {
    const [uno] = await coop.scambi.list({
      operazione: "",
      esito: "",
      verso: "",
      dopo: null,
      limit: 1,
    });
    return uno === undefined ? null : coop.scambi.find(uno.id);
  });

test("porta: an exchange is kept with its exact bytes, and its outcome", async () => {
  const answer = await manda(CHECK, { soapaction: '"qualunque"' });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/xml; charset=utf-8");
  const text = await answer.text();
  const kept = await ultimo();
  assert.deepEqual([kept?.operazione, kept?.esito, kept?.stato], ["checkUtenteYG", "OK", 200]);
  assert.equal(Buffer.from(kept?.richiesta ?? []).toString(), CHECK);
  assert.equal(Buffer.from(kept?.risposta ?? []).toString(), text);
});

test("porta: a broken handler is a Server fault without detail, told to the operator's log", async () => {
  const doc = "<IDSAP><IdentificativoSap>QA10000017T</IdentificativoSap></IDSAP>";
  const answer = await manda(
    CORPO(`<t:annullaSAP><t:CodiceSAP><![CDATA[${doc}]]></t:CodiceSAP></t:annullaSAP>`),
  );
  assert.equal(answer.status, 500);
  const text = await answer.text();
  assert.match(text, /soapenv:Server/);
  assert.doesNotMatch(text, /rotto/);
  assert.equal(guasti.length, 1);
});

test("porta: an address of one operation refuses the others, and an operation not built says so", async () => {
  assert.equal((await manda(CHECK, {}, "/checkUtenteYG")).status, 200);
  assert.match(await (await manda(CHECK, {}, "/annullaSAP")).text(), /risponde solo annullaSAP/);
  const doc = "<IDSAP><IdentificativoSap>QA10000017T</IdentificativoSap></IDSAP>";
  const answer = await manda(
    CORPO(`<t:richiestaSAP><t:CodiceSAP><![CDATA[${doc}]]></t:CodiceSAP></t:richiestaSAP>`),
  );
  assert.match(await answer.text(), /non è disponibile qui/);
});

test("porta: an operation without Esito refuses a wrong document with a fault that carries the list", async () => {
  const answer = await manda(
    CORPO("<t:richiestaSAP><t:CodiceSAP>&lt;IDSAP/&gt;</t:CodiceSAP></t:richiestaSAP>"),
  );
  assert.equal(answer.status, 500);
  assert.match(await answer.text(), /soapenv:Client.*<detail><ListaAnomalie>.*S003/s);
});

test("porta: a parameter that the contract has not is KO with the list, never half read", async () => {
  for (const [da, a] of [
    ["</t:checkUtenteYG>", "<t:Altro>1</t:Altro></t:checkUtenteYG>"],
    [/t:CodiceFiscale/g, "CodiceFiscale"],
  ] as const) {
    const answer = await manda(CHECK.replace(da, a));
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Esito>KO<.*Riscontrato errore.*S004/s);
  }
});

test("porta: another type of content is refused", async () => {
  assert.equal((await manda(CHECK, { "content-type": "application/soap+xml" })).status, 415);
  assert.equal(
    (await manda(CHECK, { "content-type": "application/x-www-form-urlencoded" })).status,
    415,
  );
});

test("porta: another method is told that here one posts", async () => {
  for (const method of ["GET", "PUT", "DELETE", "PATCH"]) {
    const answer = await fetch(`http://127.0.0.1:${aperta}/servizicoap`, { method });
    assert.deepEqual([answer.status, answer.headers.get("allow")], [405, "POST"], method);
  }
});

test("porta: fifty megabytes are answered at the limit, and what had come is kept", async () => {
  const limiti = { bytesMax: 100_000, attesaMs: 20_000 };
  const porta = await apri({ accesso: { utenti: [] }, limiti });
  const answer = await manda("x".repeat(50 * 1024 * 1024), {}, "", porta);
  assert.equal(answer.status, 413);
  const kept = await ultimo();
  assert.equal(kept?.stato, 413);
  assert.ok((kept?.richiestaBytes ?? 0) < 1_000_000);
});

test("porta: a sender that is too slow is cut off", async () => {
  const startedAt = performance.now();
  const text = await new Promise<string>((resolve, reject) => {
    let answer = "";
    const socket = connect(aperta, "127.0.0.1", () => {
      socket.write(
        `POST /servizicoap HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 5000\r\n\r\n<e:Envelope`,
      );
    });
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer)).on("error", reject);
  });
  assert.match(text, /^HTTP\/1.1 408/);
  assert.ok(performance.now() - startedAt < 5_000);
  assert.equal(Buffer.from((await ultimo())?.richiesta ?? []).toString(), "<e:Envelope");
});

test("porta: Basic users enter with their region, nobody else does", async () => {
  const utenti = [{ nome: "piemonte", password: "segreta", regione: "13" }];
  const porta = await apri({ accesso: { utenti } });
  const con = (chi: string) => manda(CHECK, { authorization: `Basic ${btoa(chi)}` }, "", porta);
  assert.equal((await con("piemonte:segreta")).status, 200);
  const { utente, regione } = chiamanti.at(-1) ?? {};
  assert.deepEqual([utente, regione], ["piemonte", "13"]);
  for (const chi of ["piemonte:altra", "altro:segreta", ":", "piemonte"]) {
    const answer = await con(chi);
    assert.equal(answer.status, 401);
    assert.match(answer.headers.get("www-authenticate") ?? "", /^Basic /);
  }
  assert.equal((await manda(CHECK, {}, "", porta)).status, 401);
});

const clienteDi = (porta: number, extra: object, schema = "https") =>
  createClientSoap({
    ...{
      ns: servizicoap.NS_TYPES,
      indirizzi: { "*": `${schema}://localhost:${porta}/servizicoap` },
    },
    ...extra,
  });
const DOC = "<CheckUtenteYG><CodiceFiscale>TSTZRN03D57L219H</CodiceFiscale></CheckUtenteYG>";
const chiama = async (client: ReturnType<typeof createClientSoap>): Promise<string> => {
  const risposta = await client.chiama("checkUtenteYG", [["CodiceFiscale", DOC]]);
  await client.close();
  return risposta.ok ? "OK" : risposta.codice;
};

test("porta: with mutual TLS the certificate says who calls; without it, or with another, nobody enters", async () => {
  const porta = await apri({ accesso: { utenti: [], certificati: ammessi } }, true);
  const ca = pem("ministero.cert");
  const con = (nome: string) =>
    clienteDi(porta, { tls: { cert: pem(`${nome}.cert`), key: pem(`${nome}.key`), ca } });
  assert.equal(await chiama(con("regione")), "OK");
  const { utente, regione } = chiamanti.at(-1) ?? {};
  assert.deepEqual([utente, regione], ["piemonte", "13"]);
  assert.equal(await chiama(con("estraneo")), "partner-irraggiungibile");
  assert.equal(await chiama(clienteDi(porta, { tls: { ca } })), "partner-irraggiungibile");
});

test("porta: what came with a certificate is passed on under the name that the caller has behind", async () => {
  const dietro = { nome: "regione-13", password: "segreta" };
  const utenti = [{ ...dietro, regione: "13" }];
  const vicino = await apri({ accesso: { utenti } });
  const inoltra = { inoltraA: `http://127.0.0.1:${vicino}/servizicoap` };
  const accesso = { utenti: [], certificati: ammessi };
  const davanti = { ...parte, gestori: {} };
  let come = {};
  const opzioni = () => ({ accesso, ...inoltra, inoltraCome: come });
  const ca = pem("ministero.cert");
  const chiave = { cert: pem("regione.cert"), key: pem("regione.key"), ca };
  const passa = async (): Promise<string> => {
    const app = new Hono();
    montaServizicoap(app, porte, davanti, opzioni());
    const server = await serve(app, 0, { tls });
    chiusure.push(server.close);
    return chiama(clienteDi(server.port, { tls: chiave }));
  };
  assert.equal(await passa(), "soap-fault", "nobody is known behind: the door there is closed");
  come = { piemonte: dietro };
  assert.equal(await passa(), "OK");
  const { utente, regione } = chiamanti.at(-1) ?? {};
  assert.deepEqual([utente, regione], ["regione-13", "13"]);
});

test("porta: where a signature is asked for, a signed call enters once and an unsigned one never", async () => {
  const indirizzi = ["urn:ministero"];
  const profili = ["ID_AUTH_SOAP_01", "ID_AUTH_SOAP_02", "INTEGRITY_SOAP_01"] as const;
  const propria = { chiavePem: pem("ministero.key"), certificatoPem: pem("ministero.cert") };
  const porta = await apri({
    accesso: { utenti: [] },
    guardia: guardiaFirma({ profili, ammessi, indirizzi, propria }),
  });
  const chiave = { chiavePem: pem("regione.key"), certificatoPem: pem("regione.cert") };
  const firma = (messageId: string) => (xml: string) =>
    firmaBusta(xml, chiave, { per: "urn:ministero", messageId, now: systemClock.now() });
  assert.equal(await chiama(clienteDi(porta, { firma: firma("urn:uuid:1") }, "http")), "OK");
  assert.equal(chiamanti.at(-1)?.regione, "13");
  assert.match(Buffer.from((await ultimo())?.risposta ?? []).toString(), /<ds:SignatureValue>/);
  assert.equal(
    await chiama(clienteDi(porta, { firma: firma("urn:uuid:1") }, "http")),
    "soap-fault",
  );
  assert.equal(await chiama(clienteDi(porta, {}, "http")), "soap-fault");
});
