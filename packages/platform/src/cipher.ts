import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/**
 * Keeps personal data unreadable at rest. `seal` never gives the same text twice; `digest` always does,
 * so that a sealed value can be found without being opened.
 */
export interface Cipher {
  /** AES-256-GCM: base64url of nonce, tag and ciphertext. */
  seal(text: string): string;
  /** Throws when the text was sealed with another key or has been altered. */
  open(sealed: string): string;
  /** The same for the bytes of a file: nonce, tag and ciphertext. */
  sealBytes(bytes: Uint8Array): Uint8Array;
  openBytes(sealed: Uint8Array): Uint8Array;
  /** HMAC-SHA-256 in hex. */
  digest(text: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** A key that is read once: bytes would be read again for each text. */
const derive = (key: Uint8Array, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync("sha256", key, "", `staffetta ${use}`, KEY_BYTES)));

/** @param key 32 random bytes, the node's own, outside the database */
export function createCipher(key: Uint8Array): Cipher {
  if (key.byteLength !== KEY_BYTES) throw new Error("La chiave dei dati deve essere di 32 byte");
  const sealKey = derive(key, "seal");
  const digestKey = derive(key, "digest");
  const sealBytes = (bytes: Uint8Array): Buffer => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", sealKey, nonce);
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  };
  const openBytes = (bytes: Uint8Array): Buffer => {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", sealKey, nonce);
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  };
  return {
    seal: (text) => sealBytes(Buffer.from(text, "utf8")).toString("base64url"),
    open: (sealed) => openBytes(Buffer.from(sealed, "base64url")).toString("utf8"),
    sealBytes,
    openBytes,
    digest: (text) => createHmac("sha256", digestKey).update(text).digest("hex"),
  };
}
