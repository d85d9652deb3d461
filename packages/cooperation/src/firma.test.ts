import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { test } from "node:test";
import { seededRandom } from "@staffetta/platform";
import { CompactSign, compactVerify } from "jose";
import { firmaEs256 } from "./firma.ts";
import { unOrologio } from "./fixtures.ts";

const coppia = () => generateKeyPairSync("ec", { namedCurve: "P-256" });

function dueFirme() {
  const clock = unOrologio();
  const random = seededRandom("firma", clock);
  const [prima, seconda, estranea] = [coppia(), coppia(), coppia()];
  const note = new Map<string, KeyObject>([["a-1", prima.publicKey]]);
  const firmaCon = (kid: string, chiave: KeyObject) =>
    firmaEs256({ nodo: "a", propria: { kid, chiave }, chiaviDi: () => new Map(), clock, random });
  const b = firmaEs256({
    ...{ nodo: "b", propria: { kid: "b-1", chiave: seconda.privateKey }, clock, random },
    chiaviDi: () => note,
  });
  return { clock, note, b, prima, seconda, estranea, firmaCon };
}

const codice = (esito: Readonly<{ ok: boolean; codice?: string }>): string =>
  esito.ok ? "ok" : (esito.codice ?? "");

test("[I8] una firma ES256 vale per il suo corpo, il suo destinatario e il suo tempo", async () => {
  const { clock, b, prima, firmaCon } = dueFirme();
  const a = firmaCon("a-1", prima.privateKey);
  const headers = await a.firma("ciao", "b");
  assert.equal(codice(await b.verifica("ciao", headers, "a")), "ok");
  assert.equal(codice(await b.verifica("ciao!", headers, "a")), "corpo-alterato");
  assert.equal(codice(await b.verifica("ciao", {}, "a")), "firma-assente");
  assert.equal(
    codice(await b.verifica("ciao", await a.firma("ciao", "c"), "a")),
    "destinatario-sbagliato",
  );
  clock.advance(170_000);
  assert.equal(codice(await b.verifica("ciao", headers, "a")), "ok");
  clock.advance(20_000);
  assert.equal(codice(await b.verifica("ciao", headers, "a")), "token-scaduto");
});

test("[I8] durante una rotazione valgono la chiave vecchia e la nuova, dopo solo la nuova", async () => {
  const { b, note, prima, seconda, estranea, firmaCon } = dueFirme();
  const vecchia = firmaCon("a-1", prima.privateKey);
  const nuova = firmaCon("a-2", seconda.privateKey);
  assert.equal(
    codice(await b.verifica("x", await nuova.firma("x", "b"), "a")),
    "chiave-sconosciuta",
  );
  note.set("a-2", seconda.publicKey);
  assert.equal(codice(await b.verifica("x", await nuova.firma("x", "b"), "a")), "ok");
  assert.equal(codice(await b.verifica("x", await vecchia.firma("x", "b"), "a")), "ok");
  note.delete("a-1");
  assert.equal(
    codice(await b.verifica("x", await vecchia.firma("x", "b"), "a")),
    "chiave-sconosciuta",
  );
  const falsa = firmaCon("a-2", estranea.privateKey);
  assert.equal(codice(await b.verifica("x", await falsa.firma("x", "b"), "a")), "firma-non-valida");
});

test("[I8] nessun byte cambiato in una firma la lascia valida", async () => {
  const { b, prima, firmaCon } = dueFirme();
  const headers = await firmaCon("a-1", prima.privateKey).firma("x", "b");
  const token = headers["agid-jwt-signature"] ?? "";
  for (let i = 0; i < token.length; i += 7) {
    const changed = token.slice(0, i) + (token[i] === "A" ? "B" : "A") + token.slice(i + 1);
    if (changed === token) continue;
    const esito = await b.verifica(
      "x",
      { ...headers, "agid-jwt-signature": changed, authorization: `Bearer ${changed}` },
      "a",
    );
    assert.equal(esito.ok, false, `posizione ${i}`);
  }
});

test("[I8] un'altra libreria legge le nostre firme, e noi le sue: solo ES256, solo senza estensioni", async () => {
  const { b, clock, prima, seconda, firmaCon } = dueFirme();
  const headers = await firmaCon("a-1", prima.privateKey).firma("x", "b");
  const nostra = headers["agid-jwt-signature"] ?? "";
  const letta = await compactVerify(nostra, prima.publicKey, { algorithms: ["ES256"] });
  const claims = JSON.parse(new TextDecoder().decode(letta.payload));
  assert.equal(claims.aud, "b");
  const iat = Math.floor(Date.parse(clock.now()) / 1000);
  const esitoDi = async (intestazione: object, chiave: KeyObject): Promise<string> => {
    const payload = { ...claims, iat, exp: iat + 60 };
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: "ES256", kid: "a-1", ...intestazione })
      .sign(chiave, { crit: { estensione: true } });
    const altrui = { ...headers, "agid-jwt-signature": token, authorization: `Bearer ${token}` };
    return codice(await b.verifica("x", altrui, "a"));
  };
  assert.equal(await esitoDi({}, prima.privateKey), "ok");
  assert.equal(await esitoDi({}, seconda.privateKey), "firma-non-valida");
  const estesa = { crit: ["estensione"], estensione: 1 };
  assert.equal(await esitoDi(estesa, prima.privateKey), "firma-non-valida");
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  assert.equal(await esitoDi({ alg: "PS256" }, rsa), "firma-non-valida");
  assert.equal(await esitoDi({ kid: "chissà" }, prima.privateKey), "chiave-sconosciuta");
});
