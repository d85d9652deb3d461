import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { CompactSign, calculateJwkThumbprint, compactVerify, exportJWK, SignJWT } from "jose";
import {
  apriToken,
  asserzioneClient,
  chiaveDaJwk,
  controllaAud,
  controllaDpop,
  controllaFirma,
  controllaIntegrita,
  controllaTempi,
  controllaTraccia,
  controllaVoucher,
  digestDi,
  type EsitoModi,
  esaminaVoucher,
  firmaJws,
  improntaJwk,
  intestazioniIntegrita,
  type Jws,
  jwkDi,
  leggiDigest,
  leggiJws,
  problemaModi,
  provaDpop,
  RIFIUTI_MODI,
  sha256Hex,
  spiegaModi,
  tokenIdAuth,
  tokenTracciamento,
  verificaJws,
} from "./index.ts";

const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 });
const EC = generateKeyPairSync("ec", { namedCurve: "P-256" });
const ED = generateKeyPairSync("ed25519");
const NOW = 1_790_000_000;
const TEMPO = { now: NOW, skew: 30 };
const PARTI = { chi: "client-1", per: "https://nodo.esempio.it/api/v1" };
const momento = (jti = "j-1") => ({ now: NOW, jti });

const codice = (esito: EsitoModi<unknown> | null): string => {
  if (esito === null || esito.ok) return "ok";
  return esito.codice;
};

test("jose verifica ogni token che costruiamo, con RS256, ES256 ed EdDSA", async () => {
  for (const [{ privateKey, publicKey }, alg] of [
    [RSA, "RS256"],
    [EC, "ES256"],
    [ED, "EdDSA"],
  ] as const) {
    const token = tokenIdAuth({ kid: "k1", chiave: privateKey }, PARTI, momento());
    const { payload, protectedHeader } = await compactVerify(token, publicKey, {
      algorithms: [alg],
    });
    assert.deepEqual(protectedHeader, { alg, typ: "JWT", kid: "k1" });
    const claims = JSON.parse(new TextDecoder().decode(payload));
    assert.equal(claims.iss, "client-1");
    assert.equal(claims.sub, "client-1");
    assert.equal(claims.aud, PARTI.per);
    assert.equal(claims.exp - claims.iat, 120);
    assert.equal(claims.jti, "j-1");
  }
});

test("ID_AUTH_REST_01 non ha jti, ID_AUTH_REST_02 sì", () => {
  const chiave = { kid: "k1", chiave: RSA.privateKey };
  assert.equal(leggiJws(tokenIdAuth(chiave, PARTI, momento(), false))?.claims["jti"], undefined);
  assert.equal(leggiJws(tokenIdAuth(chiave, PARTI, momento()))?.claims["jti"], "j-1");
});

test("verifichiamo i token che fa jose, e nessun byte cambiato li lascia validi", async () => {
  for (const [{ privateKey, publicKey }, alg] of [
    [RSA, "RS256"],
    [EC, "ES256"],
    [ED, "EdDSA"],
  ] as const) {
    const token = await new SignJWT({ a: 1 })
      .setProtectedHeader({ alg, typ: "JWT", kid: "k" })
      .sign(privateKey);
    const jws = leggiJws(token);
    assert.ok(jws !== null && verificaJws(jws, publicKey));
    for (let i = 0; i < token.length; i += 5) {
      const changed = `${token.slice(0, i)}${token[i] === "A" ? "B" : "A"}${token.slice(i + 1)}`;
      const read: Jws | null = leggiJws(changed);
      // Beyond the last whole byte, base64url has bits that mean nothing.
      const identical: boolean =
        read !== null &&
        read.daFirmare === jws.daFirmare &&
        Buffer.compare(read.firma, jws.firma) === 0;
      assert.equal(read !== null && verificaJws(read, publicKey), identical, `posizione ${i}`);
    }
  }
});

test("un token firmato con la chiave pubblica come segreto, o senza firma, non passa", async () => {
  const pem = RSA.publicKey.export({ type: "spki", format: "pem" }) as string;
  const confuso = await new CompactSign(new TextEncoder().encode("{}"))
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .sign(new TextEncoder().encode(pem));
  const nessuna = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url")}.e30.AA`;
  for (const token of [confuso, nessuna]) {
    const jws = leggiJws(token);
    assert.ok(jws !== null);
    assert.equal(verificaJws(jws, RSA.publicKey), false);
    const aperto = apriToken(token, "voucher", { typ: ["JWT"], alg: ["RS256", "ES256"] });
    assert.equal(codice(aperto), "algoritmo-non-ammesso");
  }
});

test("l'impronta di una chiave è quella di RFC 7638, come la calcola jose", async () => {
  for (const { publicKey } of [RSA, EC, ED]) {
    const jwk = await exportJWK(publicKey);
    assert.equal(improntaJwk({ ...jwk }), await calculateJwkThumbprint(jwk, "sha256"));
    assert.deepEqual(jwkDi(publicKey), jwk);
  }
  assert.equal(improntaJwk({ kty: "RSA", n: "x" }), null);
  assert.equal(chiaveDaJwk({ ...jwkDi(EC.publicKey), d: "privata" }), null);
});

test("Digest si manda in base64 e si accetta anche esadecimale, dicendo quale", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (body, other) => {
      assert.equal(leggiDigest(digestDi(body), body), "base64");
      assert.equal(leggiDigest(`SHA-256=${sha256Hex(body)}`, body), "hex");
      if (other !== body) assert.equal(leggiDigest(digestDi(other), body), null);
    }),
  );
  assert.equal(leggiDigest(sha256Hex("x"), "x"), null);
});

const BODY = '{"giorno":"2026-11-24"}';
const firmata = (jti = "j-1") => ({
  "content-type": "application/json",
  ...intestazioniIntegrita({ kid: "k1", chiave: EC.privateKey }, PARTI, momento(jti), {
    body: BODY,
    headers: { "content-type": "application/json" },
  }),
});

test("INTEGRITY copre il corpo e il suo tipo: cambiato uno dei due, rifiuta dicendo quale", () => {
  const headers = firmata();
  const jws = leggiJws(headers["agid-jwt-signature"]);
  assert.ok(jws !== null);
  assert.deepEqual(jws.claims["signed_headers"], [
    { digest: digestDi(BODY) },
    { "content-type": "application/json" },
  ]);
  const esito = (changed: Record<string, string>, body = BODY) =>
    codice(controllaIntegrita(jws, { headers: { ...headers, ...changed }, body }));
  assert.equal(esito({}), "ok");
  assert.equal(esito({ digest: `SHA-256=${sha256Hex(BODY)}` }), "intestazioni-diverse");
  assert.equal(esito({}, `${BODY} `), "contenuto-alterato");
  assert.equal(esito({ digest: digestDi("x") }, "x"), "intestazioni-diverse");
  assert.equal(esito({ "content-type": "text/plain" }), "intestazioni-diverse");
  assert.equal(esito({ "content-encoding": "gzip" }), "intestazioni-diverse");
  const { digest: _, ...senza } = headers;
  assert.equal(codice(controllaIntegrita(jws, { headers: senza, body: BODY })), "firma-assente");
  const nuda = leggiJws(tokenIdAuth({ kid: "k1", chiave: EC.privateKey }, PARTI, momento()));
  assert.ok(nuda !== null);
  assert.equal(codice(controllaIntegrita(nuda, { headers, body: BODY })), "claim-mancante");
});

test("un digest esadecimale, firmato così, è accettato e dichiarato", () => {
  const digest = `SHA-256=${sha256Hex(BODY)}`;
  const token = firmaJws(
    { typ: "JWT", kid: "k1" },
    { signed_headers: [{ digest }, { "content-type": "application/json" }] },
    EC.privateKey,
  );
  const jws = leggiJws(token);
  assert.ok(jws !== null);
  const esito = controllaIntegrita(jws, {
    headers: { digest, "content-type": "application/json" },
    body: BODY,
  });
  assert.deepEqual(esito, { ok: true, valore: "hex" });
});

const CLAIMS = {
  ...{ iss: "https://pdnd.esempio.it", sub: "client-1", client_id: "client-1", jti: "v-1" },
  ...{ aud: PARTI.per, purposeId: "p-1", iat: NOW, nbf: NOW, exp: NOW + 600 },
};
const ATTESO = { emittente: "https://pdnd.esempio.it", aud: [PARTI.per] };
const voucher = (changed: Record<string, unknown>, key: KeyObject = RSA.privateKey): string => {
  const entries = Object.entries({ ...CLAIMS, ...changed }).filter(([, v]) => v !== undefined);
  return firmaJws({ typ: "at+jwt", kid: "pdnd-1" }, Object.fromEntries(entries), key);
};
const voucherEsito = (changed: Record<string, unknown>) => {
  const aperto = apriToken(voucher(changed), "voucher", { typ: ["at+jwt"], alg: ["RS256"] });
  assert.ok(aperto.ok);
  return controllaVoucher(aperto.valore, ATTESO, TEMPO);
};

const VOUCHER_ROTTI: readonly (readonly [Record<string, unknown>, string, string])[] = [
  [{}, "ok", ""],
  [{ iss: "https://altro" }, "emittente-sbagliato", "iss"],
  [{ aud: "https://altro" }, "destinatario-sbagliato", "aud"],
  [{ aud: ["https://altro", PARTI.per] }, "ok", ""],
  [{ aud: undefined }, "destinatario-sbagliato", "aud"],
  [{ sub: "client-2" }, "soggetto-diverso", "sub"],
  [{ client_id: undefined }, "claim-mancante", "client_id"],
  [{ purposeId: undefined }, "claim-mancante", "purposeId"],
  [{ jti: undefined }, "claim-mancante", "jti"],
  [{ jti: "" }, "claim-mancante", "jti"],
  [{ exp: undefined }, "claim-mancante", "exp"],
  [{ exp: "domani" }, "claim-mancante", "exp"],
  [{ iat: undefined }, "claim-mancante", "iat"],
  [{ nbf: undefined }, "claim-mancante", "nbf"],
  [{ exp: NOW - 30 }, "ok", ""],
  [{ exp: NOW - 31 }, "token-scaduto", "exp"],
  [{ iat: NOW + 30 }, "ok", ""],
  [{ iat: NOW + 31 }, "token-futuro", "iat"],
  [{ nbf: NOW + 31 }, "token-futuro", "nbf"],
];
for (const [changed, atteso, dove] of VOUCHER_ROTTI)
  test(`un voucher con ${JSON.stringify(changed)} dà ${atteso} ${dove}`, () => {
    const esito = voucherEsito(changed);
    assert.equal(codice(esito), atteso);
    if (!esito.ok) {
      assert.equal(esito.fatti.dove, dove);
      assert.match(spiegaModi(esito), /\p{L}{4}/u);
      assert.equal(problemaModi(esito).type, `urn:staffetta:modi:${atteso}`);
    }
  });

test("il nome del claim sbagliato, quello trovato e quello atteso sono nella frase", () => {
  const esito = voucherEsito({ aud: "https://altro" });
  assert.ok(!esito.ok);
  assert.match(
    spiegaModi(esito),
    /il tuo `aud` è «https:\/\/altro», ci si aspetta «https:\/\/nodo\.esempio\.it\/api\/v1»/,
  );
});

test("un token d'altro tipo non fa da voucher, con o senza «application/»", () => {
  const open = (typ: string) =>
    codice(
      apriToken(firmaJws({ typ }, CLAIMS, RSA.privateKey), "voucher", {
        ...{ typ: ["at+jwt"], alg: ["RS256"] },
      }),
    );
  assert.equal(open("at+jwt"), "ok");
  assert.equal(open("application/at+jwt"), "ok");
  assert.equal(open("JWT"), "tipo-non-ammesso");
  assert.equal(
    codice(apriToken("non.è", "voucher", { typ: ["JWT"], alg: ["RS256"] })),
    "token-illeggibile",
  );
});

const HTM = "POST";
const HTU = "https://nodo.esempio.it/api/v1/cifre/invia";
test("la prova DPoP vale per questa richiesta, questo token, questa chiave e questo minuto", async () => {
  const token = voucher({});
  const jkt = improntaJwk({ ...jwkDi(EC.publicKey) });
  const atteso = { htm: HTM, htu: HTU, token, jkt, maxAge: 60 };
  const prova = provaDpop(EC.privateKey, { htm: HTM, htu: HTU }, momento("d-1"), token);
  await compactVerify(prova, EC.publicKey);
  const esito = (p: string, cambia: Partial<typeof atteso> = {}, now = NOW) =>
    codice(controllaDpop(p, { ...atteso, ...cambia }, { now, skew: 30 }));
  assert.equal(esito(prova), "ok");
  assert.equal(esito(prova, { htu: `${HTU}?giorno=oggi` }), "ok");
  assert.equal(esito(prova, { htm: "GET" }), "dpop-altra-richiesta");
  assert.equal(esito(prova, { htu: `${HTU}/altro` }), "dpop-altra-richiesta");
  assert.equal(esito(prova, { token: voucher({ jti: "v-2" }) }), "dpop-altro-token");
  assert.equal(esito(prova, { jkt: "x" }), "dpop-altra-chiave");
  assert.equal(esito(prova, {}, NOW + 91), "dpop-vecchia");
  assert.equal(esito(prova, {}, NOW - 31), "dpop-vecchia");
  assert.equal(
    esito(provaDpop(RSA.privateKey, { htm: HTM, htu: HTU }, momento(), token)),
    "dpop-altra-chiave",
  );
  const falsa = await new SignJWT({ htm: HTM, htu: HTU, jti: "d", iat: NOW })
    .setProtectedHeader({ alg: "ES256", typ: "dpop+jwt", jwk: jwkDi(EC.publicKey) as never })
    .sign(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
  assert.equal(esito(falsa), "dpop-non-valida");
});

test("AUDIT_REST_02 lega la traccia al voucher con il suo SHA-256 esadecimale", () => {
  const traccia = { userID: "addetto-7", userLocation: "sportello 3", LoA: "2" };
  const chiave = { kid: "k1", chiave: RSA.privateKey };
  const token = tokenTracciamento(chiave, PARTI, momento(), {
    ...{ ...traccia, purposeId: "p-1", dnonce: "8472910" },
  });
  const asserzione = leggiJws(
    asserzioneClient(
      chiave,
      { clientId: "client-1", purposeId: "p-1", aud: "https://pdnd.esempio.it/as" },
      momento(),
      token,
    ),
  );
  assert.ok(asserzione !== null);
  const digest = (asserzione.claims["digest"] as { alg: string; value: string }).value;
  assert.match(digest, /^[0-9a-f]{64}$/);
  const jws = leggiJws(token);
  assert.ok(jws !== null);
  const esito = (legame: { digest: string | null; purposeId: string | null }) =>
    controllaTraccia(token, jws, legame);
  assert.deepEqual(esito({ digest, purposeId: "p-1" }), { ok: true, valore: traccia });
  assert.equal(codice(esito({ digest: "0".repeat(64), purposeId: "p-1" })), "tracciamento-diverso");
  assert.equal(codice(esito({ digest, purposeId: "p-2" })), "finalita-diversa");
  assert.equal(codice(esito({ digest: null, purposeId: null })), "ok");
  for (const manca of ["userID", "userLocation"] as const) {
    const corto = tokenTracciamento(chiave, PARTI, momento(), { ...traccia, [manca]: "" });
    const letto = leggiJws(corto);
    assert.ok(letto !== null);
    assert.equal(
      codice(controllaTraccia(corto, letto, { digest: null, purposeId: null })),
      "claim-mancante",
    );
  }
});

test("chi esamina un voucher prima di chiamare legge tutte le righe sbagliate insieme", () => {
  const chiavi = new Map([["pdnd-1", RSA.publicKey]]);
  const attesi = {
    ...{ ...ATTESO, clientId: "client-1", purposeId: "p-1", chiavi, now: NOW, skew: 30 },
  };
  const sbagliate = (token: string, altro = {}) =>
    esaminaVoucher(token, { ...attesi, ...altro })
      .filter(({ bene }) => !bene)
      .map(({ dove }) => dove);
  assert.deepEqual(sbagliate(voucher({})), []);
  assert.deepEqual(sbagliate(voucher({ aud: "x", purposeId: "y", exp: NOW - 99 })), [
    ...["aud", "purposeId", "exp"],
  ]);
  assert.deepEqual(sbagliate(voucher({}), { chiavi: new Map() }), ["kid"]);
  assert.deepEqual(sbagliate(voucher({}, EC.privateKey)), ["firma"]);
  assert.deepEqual(sbagliate("niente"), ["voucher"]);
  const token = voucher({ cnf: { jkt: improntaJwk({ ...jwkDi(EC.publicKey) }) } });
  const prova = provaDpop(EC.privateKey, { htm: HTM, htu: HTU }, momento(), token);
  assert.deepEqual(sbagliate(token, { dpop: { prova, htm: HTM, htu: HTU } }), []);
  assert.deepEqual(sbagliate(token, { dpop: { prova, htm: "GET", htu: HTU } }), ["htm"]);
});

test("ogni rifiuto ha parole, un rimedio e uno stato HTTP", () => {
  for (const [nome, { status, title, rimedio }] of Object.entries(RIFIUTI_MODI)) {
    assert.match(nome, /^[a-z]+(-[a-z]+)*$/);
    assert.ok([400, 401, 403, 405, 503].includes(status), nome);
    assert.ok(title.length > 10 && rimedio.length > 20, nome);
  }
  assert.equal(codice(controllaAud({ claims: {} } as never, ["x"])), "destinatario-sbagliato");
  assert.equal(
    codice(controllaTempi({ claims: { exp: NOW, iat: NOW } } as never, TEMPO, ["exp", "iat"])),
    "ok",
  );
  const jws = leggiJws(voucher({}));
  assert.ok(jws !== null);
  assert.equal(codice(controllaFirma(jws, EC.publicKey, "x")), "firma-non-valida");
});
