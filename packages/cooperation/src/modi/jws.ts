import {
  createHash,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { signEs256, verifyEs256 } from "../es256.ts";

/** Compact JWS with the three algorithms that the patterns use; nothing else is read or written. */
export type Algoritmo = "RS256" | "ES256" | "EdDSA";

export interface Jws {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly daFirmare: string;
  readonly firma: Uint8Array;
}

const hashOf = (alg: Algoritmo): string | null => (alg === "EdDSA" ? null : "sha256");

export const signWith = (alg: Algoritmo, data: Uint8Array, key: KeyObject): Buffer =>
  alg === "ES256" ? signEs256(data, key) : sign(hashOf(alg), data, key);

export const verifyWith = (
  alg: Algoritmo,
  data: Uint8Array,
  key: KeyObject,
  firma: Uint8Array,
): boolean =>
  alg === "ES256" ? verifyEs256(data, key, firma) : verify(hashOf(alg), data, key, firma);

/** The algorithm that a key is made for; null when it is none of ours. */
export function algoritmoDi(key: KeyObject): Algoritmo | null {
  if (key.asymmetricKeyType === "rsa") return "RS256";
  if (key.asymmetricKeyType === "ed25519") return "EdDSA";
  const isP256 = key.asymmetricKeyDetails?.namedCurve === "prime256v1";
  return key.asymmetricKeyType === "ec" && isP256 ? "ES256" : null;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export function firmaJws(
  header: Readonly<{ typ: string; kid?: string; jwk?: JsonWebKey }>,
  claims: Readonly<Record<string, unknown>>,
  key: KeyObject,
): string {
  const alg = algoritmoDi(key);
  if (alg === null) throw new Error("La chiave non è RSA, P-256 o Ed25519");
  const text = `${encode({ alg, ...header })}.${encode(claims)}`;
  const firma = signWith(alg, Buffer.from(text), key);
  return `${text}.${firma.toString("base64url")}`;
}

const PART = /^[A-Za-z0-9_-]+$/;

function objectOf(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What a token says, before anybody has checked it. Null when it is not a compact JWS. */
export function leggiJws(token: string): Jws | null {
  const parts = token.split(".");
  const [a = "", b = "", c = ""] = parts;
  if (parts.length !== 3 || !parts.every((part) => PART.test(part))) return null;
  const header = objectOf(a);
  const claims = objectOf(b);
  if (header === null || claims === null) return null;
  return { header, claims, daFirmare: `${a}.${b}`, firma: Buffer.from(c, "base64url") };
}

/** True when this key has signed these bytes with the algorithm that the token declares. */
export function verificaJws({ header, daFirmare, firma }: Jws, key: KeyObject): boolean {
  const alg = algoritmoDi(key);
  // The key decides the algorithm; a header that says another one is a confusion attack.
  if (alg === null || header["alg"] !== alg) return false;
  try {
    return verifyWith(alg, Buffer.from(daFirmare), key, firma);
  } catch {
    return false;
  }
}

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  RSA: ["e", "kty", "n"],
  EC: ["crv", "kty", "x", "y"],
  OKP: ["crv", "kty", "x"],
};

/** RFC 7638. Null when the JWK lacks a required member. */
export function improntaJwk(jwk: Readonly<Record<string, unknown>>): string | null {
  const members = MEMBERS[String(jwk["kty"])];
  if (members === undefined || members.some((name) => typeof jwk[name] !== "string")) return null;
  const canonical = JSON.stringify(Object.fromEntries(members.map((name) => [name, jwk[name]])));
  return createHash("sha256").update(canonical).digest("base64url");
}

/** Null when the JWK is not a public key that we can use. */
export function chiaveDaJwk(jwk: unknown): KeyObject | null {
  if (typeof jwk !== "object" || jwk === null || "d" in jwk) return null;
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
  } catch {
    return null;
  }
}

export const jwkDi = (key: KeyObject): JsonWebKey =>
  createPublicKeyOf(key).export({ format: "jwk" });

const createPublicKeyOf = (key: KeyObject): KeyObject =>
  key.type === "private" ? createPublicKey(key.export({ type: "pkcs8", format: "pem" })) : key;
