import { type KeyObject, sign, verify } from "node:crypto";

/**
 * ES256 (RFC 7518 §3.4): r and s as two halves of 32 bytes, side by side. OpenSSL speaks DER; asked for the
 * halves, Node exports and reads the key again at each call, which costs as much as signing. So the DER is
 * taken apart and put together here.
 */
const HALF_BYTES = 32;
const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** @param at where an INTEGER begins */
function copyInteger(der: Buffer, at: number, half: Buffer): number {
  const length = der[at + 1] ?? 0;
  const end = at + 2 + length;
  const from = Math.max(at + 2, end - HALF_BYTES);
  der.copy(half, HALF_BYTES - (end - from), from, end);
  return end;
}

function toHalves(der: Buffer): Buffer {
  const halves = Buffer.alloc(2 * HALF_BYTES);
  const second = copyInteger(der, 2, halves.subarray(0, HALF_BYTES));
  copyInteger(der, second, halves.subarray(HALF_BYTES));
  return halves;
}

/** The shortest INTEGER with this value, which DER wants positive. */
function toInteger(half: Uint8Array): readonly number[] {
  let from = 0;
  while (from < HALF_BYTES - 1 && half[from] === 0) from++;
  const bytes = [...half.subarray(from)];
  const padded = (bytes[0] ?? 0) > 0x7f ? [0, ...bytes] : bytes;
  return [INTEGER, padded.length, ...padded];
}

function toDer(halves: Uint8Array): Buffer {
  const r = toInteger(halves.subarray(0, HALF_BYTES));
  const s = toInteger(halves.subarray(HALF_BYTES));
  return Buffer.from([SEQUENCE, r.length + s.length, ...r, ...s]);
}

/** @returns 64 bytes */
export const signEs256 = (data: Uint8Array, key: KeyObject): Buffer =>
  toHalves(sign("sha256", data, key));

/** False also for a signature of any other length. */
export const verifyEs256 = (data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean =>
  signature.length === 2 * HALF_BYTES && verify("sha256", data, key, toDer(signature));
