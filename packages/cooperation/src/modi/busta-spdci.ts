import { createHash, type KeyObject } from "node:crypto";
import { type Algoritmo, algoritmoDi, signWith, verifyWith } from "./jws.ts";

/**
 * The signed envelope of SPDCI 1.0: `signature` covers `header` and `message` in the manner of HTTP
 * signatures. The standard leaves the digest and the exact text open: SHA-256 of the JSON of the two, in
 * this order, without spaces. See docs/adr for the choice.
 */
export interface Busta {
  readonly signature: string;
  readonly header: Readonly<Record<string, unknown>>;
  readonly message: Readonly<Record<string, unknown>>;
}

export interface FirmatarioSpdci {
  readonly senderId: string;
  readonly kid: string;
  readonly chiave: KeyObject;
}

const NOMI: Readonly<Record<Algoritmo, string>> = {
  EdDSA: "ed25519",
  ES256: "es256",
  RS256: "rs256",
};
const VALIDITY_S = 300;

const digestOf = ({ header, message }: Pick<Busta, "header" | "message">): string =>
  `SHA-256=${createHash("sha256").update(JSON.stringify({ header, message })).digest("base64")}`;

const textOf = (created: string, expires: string, digest: string): Buffer =>
  Buffer.from(`(created): ${created}\n(expires): ${expires}\ndigest: ${digest}`);

export function firmaBusta(
  { senderId, kid, chiave }: FirmatarioSpdci,
  contenuto: Pick<Busta, "header" | "message">,
  now: number,
): Busta {
  const alg = algoritmoDi(chiave);
  if (alg === null) throw new Error("La chiave non è RSA, P-256 o Ed25519");
  const [created, expires] = [String(now), String(now + VALIDITY_S)];
  const firma = signWith(alg, textOf(created, expires, digestOf(contenuto)), chiave);
  const campi = [
    `namespace="spdci"`,
    `kidId="${senderId}|${kid}|${NOMI[alg]}"`,
    `algorithm="${NOMI[alg]}"`,
    `created="${created}"`,
    `expires="${expires}"`,
    `headers="(created) (expires) digest"`,
    `signature="${firma.toString("base64")}"`,
  ];
  return { signature: `Signature: ${campi.join(", ")}`, ...contenuto };
}

export interface FirmaLetta {
  readonly senderId: string;
  readonly kid: string;
  readonly created: string;
  readonly expires: string;
  readonly firma: string;
}

/** Null when the text is not a signature of this kind. */
export function leggiFirmaSpdci(text: string): FirmaLetta | null {
  const campo = (nome: string): string =>
    new RegExp(`(?:^|[ ,:])${nome}="([^"]*)"`).exec(text)?.[1] ?? "";
  const [senderId, kid] = campo("kidId").split("|");
  const letta = { created: campo("created"), expires: campo("expires"), firma: campo("signature") };
  const right = campo("namespace") === "spdci" && /^\d+$/.test(letta.created + letta.expires);
  if (!right || letta.firma === "" || !senderId || !kid) return null;
  return { senderId, kid, ...letta };
}

/** The key decides the algorithm; times are in seconds. */
export function verificaBusta(
  busta: Busta,
  chiave: KeyObject,
  { now, skew }: Readonly<{ now: number; skew: number }>,
): boolean {
  const letta = leggiFirmaSpdci(busta.signature);
  const alg = algoritmoDi(chiave);
  if (letta === null || alg === null) return false;
  const { created, expires, firma } = letta;
  if (Number(created) - skew > now || Number(expires) + skew < now) return false;
  const text = textOf(created, expires, digestOf(busta));
  return verifyWith(alg, text, chiave, Buffer.from(firma, "base64"));
}
