import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { after, before, test } from "node:test";
import { firmaJws, moduloToken, provaDpop } from "@staffetta/cooperation/modi";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { CLIENT, momento } from "./banco.ts";
import { avviaPdnd, type PdndFinta } from "./pdnd.ts";

let pdnd: PdndFinta;
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
before(async () => {
  pdnd = await avviaPdnd();
  const chiavi = new Map([
    ["k1", rsa.publicKey],
    ["k2", ec.publicKey],
  ]);
  pdnd.registra({ clientId: CLIENT, finalita: { f1: "https://servizio/api" }, chiavi });
});
after(() => pdnd.close());

const claims = () => {
  const { now, jti } = momento();
  return {
    ...{ iss: CLIENT, sub: CLIENT, aud: pdnd.aud, purposeId: "f1", jti },
    ...{ iat: now, exp: now + 60 },
  };
};
interface Cambi {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kid?: string;
  readonly typ?: string;
  readonly es256?: boolean;
  readonly form?: Readonly<Record<string, string>>;
  readonly dpop?: string;
}
async function chiedi(cambi: Cambi = {}) {
  const tutti = Object.entries({ ...claims(), ...cambi.claims }).filter(([, v]) => v !== undefined);
  const header = { typ: cambi.typ ?? "JWT", kid: cambi.kid ?? "k1" };
  const chiave = cambi.es256 === true ? ec.privateKey : rsa.privateKey;
  const form = moduloToken(CLIENT, firmaJws(header, Object.fromEntries(tutti), chiave));
  for (const [name, value] of Object.entries(cambi.form ?? {})) form.set(name, value);
  const headers = cambi.dpop === undefined ? {} : { dpop: cambi.dpop };
  const answer = await fetch(pdnd.token, { method: "POST", body: form, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

test("il voucher è un at+jwt RS256 che jose verifica con le chiavi pubblicate", async () => {
  const { status, body } = await chiedi();
  assert.equal(status, 200);
  assert.equal(body["token_type"], "Bearer");
  const keys = createRemoteJWKSet(new URL(pdnd.jwks));
  const { payload, protectedHeader } = await jwtVerify(body["access_token"] ?? "", keys, {
    ...{ issuer: pdnd.emittente, audience: "https://servizio/api", typ: "at+jwt" },
    algorithms: ["RS256"],
  });
  assert.equal(payload.sub, CLIENT);
  assert.equal(payload["client_id"], CLIENT);
  assert.equal(payload["purposeId"], "f1");
  assert.equal(protectedHeader.typ, "at+jwt");
});

const ADESSO = Math.floor(Date.now() / 1000);
const RIFIUTI: readonly (readonly [string, Cambi, string])[] = [
  ["ES256 nell'asserzione", { kid: "k2", es256: true }, "algoritmo-non-ammesso"],
  ["firma d'altri", { claims: {}, kid: "k2" }, "firma-non-valida"],
  ["kid sconosciuto", { kid: "k9" }, "chiave-sconosciuta"],
  ["typ d'altro", { typ: "at+jwt" }, "tipo-non-ammesso"],
  ["iss sconosciuto", { claims: { iss: "x", sub: "x" } }, "client-non-abilitato"],
  ["sub diverso", { claims: { sub: "x" } }, "soggetto-diverso"],
  ["client_id diverso", { form: { client_id: "x" } }, "soggetto-diverso"],
  ["aud d'altro", { claims: { aud: "https://altro" } }, "destinatario-sbagliato"],
  ["finalità ignota", { claims: { purposeId: "f2" } }, "finalita-diversa"],
  ["senza finalità", { claims: { purposeId: undefined } }, "finalita-diversa"],
  ["scaduta", { claims: { exp: ADESSO - 100 } }, "token-scaduto"],
  ["dal futuro", { claims: { iat: ADESSO + 1_000, exp: ADESSO + 2_000 } }, "token-futuro"],
  ["senza jti", { claims: { jti: undefined } }, "claim-mancante"],
  [
    "digest SHA-256",
    { claims: { digest: { alg: "SHA-256", value: "0".repeat(64) } } },
    "algoritmo-non-ammesso",
  ],
  [
    "digest in base64",
    { claims: { digest: { alg: "SHA256", value: "A".repeat(44) } } },
    "claim-mancante",
  ],
  ["grant_type", { form: { grant_type: "password" } }, "claim-mancante"],
  ["tipo di asserzione", { form: { client_assertion_type: "x" } }, "claim-mancante"],
  ["niente asserzione", { form: { client_assertion: "x" } }, "token-illeggibile"],
];
for (const [caso, cambi, atteso] of RIFIUTI)
  test(`la PDND finta rifiuta ${caso}: ${atteso}`, async () => {
    const { status, body } = await chiedi(cambi);
    assert.equal(status, 400);
    assert.equal(body["type"], `urn:staffetta:modi:${atteso}`);
  });

test("la stessa asserzione non si usa due volte, e la prova DPoP nemmeno", async () => {
  const fisse = { jti: "sempre-questo" };
  assert.equal((await chiedi({ claims: fisse })).status, 200);
  assert.equal((await chiedi({ claims: fisse })).body["type"], "urn:staffetta:modi:jti-ripetuto");
  const dpop = provaDpop(ec.privateKey, { htm: "POST", htu: pdnd.token }, momento());
  const prima = await chiedi({ dpop });
  assert.equal(prima.body["token_type"], "DPoP");
  assert.equal((await chiedi({ dpop })).body["type"], "urn:staffetta:modi:dpop-ripetuta");
  const altrove = provaDpop(ec.privateKey, { htm: "POST", htu: `${pdnd.token}/x` }, momento());
  assert.equal(
    (await chiedi({ dpop: altrove })).body["type"],
    "urn:staffetta:modi:dpop-altra-richiesta",
  );
});

test("una chiave revocata non chiede più voucher e non si legge più", async () => {
  assert.equal((await fetch(`${pdnd.chiaviClient}/k1`)).status, 200);
  await fetch(`${pdnd.indirizzo}/finto/revoca/k1`, { method: "POST" });
  assert.equal((await fetch(`${pdnd.chiaviClient}/k1`)).status, 404);
  assert.equal((await chiedi()).body["type"], "urn:staffetta:modi:chiave-revocata");
});
