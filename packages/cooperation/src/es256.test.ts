import assert from "node:assert/strict";
import { generateKeyPairSync, sign, verify } from "node:crypto";
import { test } from "node:test";
import { signEs256, verifyEs256 } from "./es256.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const HALVES = { dsaEncoding: "ieee-p1363" } as const;
const short = (half: Buffer): boolean => half[0] === 0 || (half[0] ?? 0) > 0x7f;

test("mille firme si leggono nei due versi con la forma che Node fa da sé, anche quando una metà comincia con zero", () => {
  let curious = 0;
  for (let i = 0; i < 1_000; i++) {
    const data = Buffer.from(`messaggio ${i}`);
    const nostra = signEs256(data, privateKey);
    assert.equal(nostra.length, 64);
    assert.ok(verify("sha256", data, { key: publicKey, ...HALVES }, nostra));
    const sua = sign("sha256", data, { key: privateKey, ...HALVES });
    assert.ok(verifyEs256(data, publicKey, sua));
    if (short(nostra.subarray(0, 32)) || short(sua.subarray(32))) curious++;
  }
  assert.ok(curious > 100, "le forme particolari si sono viste");
});

test("una firma di un'altra lunghezza, di tutti zeri o di altri dati non vale, e non fa cadere niente", () => {
  const data = Buffer.from("messaggio");
  const firma = signEs256(data, privateKey);
  const strane = [
    Buffer.alloc(0),
    Buffer.alloc(64),
    Buffer.alloc(64, 0xff),
    firma.subarray(0, 63),
    Buffer.concat([firma, Buffer.alloc(1)]),
  ];
  for (const strana of strane) assert.equal(verifyEs256(data, publicKey, strana), false);
  assert.equal(verifyEs256(Buffer.from("altro"), publicKey, firma), false);
  assert.ok(verifyEs256(data, publicKey, firma));
});
