import { createHash, randomBytes } from "node:crypto";
import type { Clock, Random } from "./ports.ts";

export const systemClock: Clock = { now: () => new Date().toISOString() };

const HEX_GROUPS = [8, 12, 16, 20] as const;

/** RFC 9562 version 7: 48 bits of Unix milliseconds, then chance. */
function uuidV7(unixMs: number, chance: Uint8Array): string {
  const bytes = new Uint8Array(16);
  let rest = unixMs;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes.set(chance.subarray(0, 10), 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString("hex");
  const [a, b, c, d] = HEX_GROUPS;
  return [hex.slice(0, a), hex.slice(a, b), hex.slice(b, c), hex.slice(c, d), hex.slice(d)].join(
    "-",
  );
}

const POOL_BYTES = 4096;
let pool = Buffer.alloc(0);
let spent = 0;

/** Asking the system costs as much for a few bytes as for many; each byte is given once. */
function chance(length: number): Buffer {
  if (length > POOL_BYTES) return randomBytes(length);
  if (spent + length > pool.length) {
    pool = randomBytes(POOL_BYTES);
    spent = 0;
  }
  spent += length;
  return pool.subarray(spent - length, spent);
}

export const systemRandom: Random = {
  uuid: () => uuidV7(Date.now(), chance(10)),
  bytes: (length) => Uint8Array.from(chance(length)),
  float: () => chance(4).readUInt32BE() / 2 ** 32,
};

/**
 * Chance that a seed repeats exactly. Not for secrets: simulation, tests and demo data only.
 * @param clock gives the instant inside the ids; simulated time keeps them repeatable
 */
export function seededRandom(seed: number | string, clock: Clock = EPOCH): Random {
  const hash = createHash("sha256").update(String(seed)).digest();
  let [a, b, c, d] = [0, 4, 8, 12].map((at) => hash.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  // sfc32: small, fast, passes the usual batteries; one 32-bit word a call.
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  const bytes = (length: number): Uint8Array => {
    const out = new Uint8Array(length);
    for (let i = 0; i < length; i += 4) {
      const word = next();
      for (let j = i; j < Math.min(i + 4, length); j++) out[j] = (word >>> ((j - i) * 8)) & 0xff;
    }
    return out;
  };
  return {
    bytes,
    float: () => next() / 2 ** 32,
    uuid: () => uuidV7(Date.parse(clock.now()), bytes(10)),
  };
}

const EPOCH: Clock = { now: () => "1970-01-01T00:00:00.000Z" };
