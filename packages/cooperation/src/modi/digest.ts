import { createHash } from "node:crypto";

/** RFC 3230 header of a body. Base64, as the pattern's text says; see `leggiDigest` for what arrives. */
export const digestDi = (body: string): string =>
  `SHA-256=${createHash("sha256").update(body).digest("base64")}`;

export const sha256Hex = (text: string): string => createHash("sha256").update(text).digest("hex");
export const sha256Url = (text: string): string =>
  createHash("sha256").update(text).digest("base64url");

export type FormaDigest = "base64" | "hex";

const SHAPE = /^sha-256=(.+)$/i;

/**
 * Whether a Digest header is of this body, and how it was written: the pattern's text says base64, some
 * national examples show hex. Both are accepted; which one is told, so that it can be logged.
 */
export function leggiDigest(header: string, body: string): FormaDigest | null {
  const value = SHAPE.exec(header.trim())?.[1];
  const hash = createHash("sha256").update(body).digest();
  if (value === hash.toString("base64")) return "base64";
  return value?.toLowerCase() === hash.toString("hex") ? "hex" : null;
}
