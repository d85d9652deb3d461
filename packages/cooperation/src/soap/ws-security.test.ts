import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { scriviBusta } from "./busta.ts";
import { firmaBusta, guardiaFirma, type PoliticaFirma } from "./ws-security.ts";

const CHIAVI = new URL("chiavi-di-prova/", import.meta.url);
const pem = (file: string): string => readFileSync(new URL(file, CHIAVI), "utf8");
const chiave = (nome: string) => ({
  chiavePem: pem(`${nome}.key.pem`),
  certificatoPem: pem(`${nome}.cert.pem`),
});
const NOW = "2027-03-01T10:00:00.000Z";
const PER = "https://ministero.esempio/servizicoap";
const POLITICA: PoliticaFirma = {
  profili: ["ID_AUTH_SOAP_01", "ID_AUTH_SOAP_02", "INTEGRITY_SOAP_01"],
  ammessi: [{ nome: "piemonte", regione: "13", pem: pem("regione.cert.pem") }],
  indirizzi: [PER],
};
const plain = scriviBusta("urn:prova", "saluta", [["Testo", "<a>ciao</a>"]]);
const firmata = (nome = "regione", messageId = "urn:uuid:1", now = NOW): string =>
  firmaBusta(plain, chiave(nome), { per: PER, messageId, now });

const visti = () => {
  const set = new Set<string>();
  return async (id: string): Promise<boolean> => !set.has(id) && set.add(id) !== undefined;
};
async function apre(xml: string, now = NOW, claim = visti()): Promise<string> {
  const esito = await guardiaFirma(POLITICA).verifica(xml, { now, claim });
  if (!esito.ok) return esito.motivo;
  return `${esito.chi.utente} ${esito.chi.regione}: ${esito.radice.children[0]?.text}`;
}

test("WS-Security: a signed message is opened, and says who has sent it", async () => {
  assert.equal(await apre(firmata()), "piemonte 13: <a>ciao</a>");
});

test("WS-Security: the same message a second time is refused", async () => {
  const claim = visti();
  assert.match(await apre(firmata(), NOW, claim), /^piemonte/);
  assert.match(await apre(firmata(), NOW, claim), /già stato ricevuto/);
  assert.match(await apre(firmata("regione", "urn:uuid:2"), NOW, claim), /^piemonte/);
});

const ALTERATE: readonly (readonly [string, () => string, RegExp])[] = [
  ["without a signature", () => plain, /un solo elemento Security/],
  ["by a stranger", () => firmata("estraneo"), /non è fra quelli ammessi/],
  ["altered in its body", () => firmata().replace("ciao", "addio"), /firma non è valida/],
  ["altered in its address", () => firmata().replace(PER, `${PER}/x`), /firma non è valida/],
  ["altered in its time", () => firmata().replace("10:05", "10:06"), /firma non è valida/],
  [
    ...["for somebody else"],
    () => firmaBusta(plain, chiave("regione"), { per: "urn:altro", messageId: "1", now: NOW }),
    /non per questo servizio/,
  ] as never,
  ["expired", () => firmata("regione", "1", "2027-03-01T09:50:00.000Z"), /scaduto/],
  ["from the future", () => firmata("regione", "1", "2027-03-01T10:10:00.000Z"), /dal futuro/],
  [
    "with a weaker digest",
    () =>
      firmata().replace(
        "http://www.w3.org/2001/04/xmlenc#sha256",
        "http://www.w3.org/2000/09/xmldsig#sha1",
      ),
    /non è ammesso/,
  ],
  [
    "whose certificate is another's",
    () => {
      const der = (nome: string) => pem(`${nome}.cert.pem`).replaceAll(/-----[^-]+-----|\s/g, "");
      return firmata("estraneo").replace(der("estraneo"), der("regione"));
    },
    /firma non è valida/,
  ],
];
for (const [come, xml, motivo] of ALTERATE)
  test(`WS-Security: a message ${come} is refused`, async () => {
    assert.match(await apre(xml()), motivo);
  });

test("WS-Security: a signed body moved aside, with another in its place, is refused", async () => {
  const xml = firmata();
  const body = /<soapenv:Body.*<\/soapenv:Body>/s.exec(xml)?.[0] ?? "";
  const falso = body.replace("ciao", "addio");
  const avvolto = (id: string): string =>
    xml
      .replace(body, falso.replace('wsu:Id="BODY"', `wsu:Id="${id}"`))
      .replace("</soapenv:Header>", `<w:x xmlns:w="urn:w">${body}</w:x></soapenv:Header>`);
  assert.match(await apre(avvolto("FALSO")), /non è quello del messaggio|non è valida/);
  assert.match(await apre(avvolto("BODY")), /non è valida/);
  assert.doesNotMatch(await apre(avvolto("BODY")), /addio/);
});

const xmlsec1 = spawnSync("xmlsec1", ["--version"]).status === 0;
const WSU = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
const IDS = [
  `${WSU}:Timestamp`,
  "http://www.w3.org/2005/08/addressing:To",
  "http://www.w3.org/2005/08/addressing:MessageID",
  "http://schemas.xmlsoap.org/soap/envelope/:Body",
];

function conXmlsec(args: readonly string[], xml: string): { ok: boolean; out: string } {
  const folder = mkdtempSync(join(tmpdir(), "staffetta-xmlsec-"));
  try {
    const file = join(folder, "busta.xml");
    writeFileSync(file, xml);
    const ids = IDS.flatMap((name) => ["--id-attr:Id", name]);
    const done = spawnSync("xmlsec1", [...args, ...ids, file], { encoding: "utf8" });
    return { ok: done.status === 0, out: `${done.stdout}${done.stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const senza = xmlsec1 || process.env["CI"] === "true" ? {} : { skip: "manca xmlsec1" };

test("WS-Security: xmlsec1 verifies what we sign, and sees an alteration", senza, () => {
  const cert = new URL("regione.cert.pem", CHIAVI).pathname;
  const verify = ["--verify", "--enabled-key-data", "x509,rsa", "--pubkey-cert-pem", cert];
  const buona = conXmlsec(verify, firmata());
  assert.ok(buona.ok, buona.out);
  assert.ok(!conXmlsec(verify, firmata().replace("ciao", "addio")).ok);
});

test("WS-Security: we verify what xmlsec1 signs", senza, async () => {
  const vuota = firmata()
    .replaceAll(/<ds:DigestValue>[^<]*<\/ds:DigestValue>/g, "<ds:DigestValue></ds:DigestValue>")
    .replace(
      /<ds:SignatureValue>[^<]*<\/ds:SignatureValue>/,
      "<ds:SignatureValue></ds:SignatureValue>",
    )
    .replace("ciao", "salve");
  const key = new URL("regione.key.pem", CHIAVI).pathname;
  const fatta = conXmlsec(["--sign", "--privkey-pem", key], vuota);
  assert.ok(fatta.ok, fatta.out);
  assert.equal(
    await apre(fatta.out.slice(fatta.out.indexOf("<?xml"))),
    "piemonte 13: <a>salve</a>",
  );
});
