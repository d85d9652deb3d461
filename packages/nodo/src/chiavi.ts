import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ChiavePropria } from "@staffetta/cooperation";

/**
 * The keys of a node, in one folder: its private key, the key of its data, and the public keys of all
 * nodes (`pubbliche/<nodo>.<kid>.pem`; several of one node during a rotation).
 */
export interface Chiavi {
  readonly propria: ChiavePropria;
  readonly dati: Uint8Array;
  readonly chiaviDi: (partner: string) => ReadonlyMap<string, KeyObject>;
}

const PRIVATE_MODE = 0o600;
const DATA_KEY_BYTES = 32;

/** Makes what is missing; what is there is never touched. */
export function ensureChiavi(folder: string, nodo: string): void {
  const pubbliche = join(folder, "pubbliche");
  mkdirSync(pubbliche, { recursive: true });
  const privata = join(folder, `${nodo}.privata.pem`);
  const dati = join(folder, `${nodo}.dati.key`);
  if (!existsSync(dati)) writeFileSync(dati, randomBytes(DATA_KEY_BYTES), { mode: PRIVATE_MODE });
  if (existsSync(privata)) return;
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = `${nodo}-${randomBytes(4).toString("hex")}`;
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  writeFileSync(
    join(pubbliche, `${nodo}.${kid}.pem`),
    publicKey.export({ type: "spki", format: "pem" }),
  );
  writeFileSync(privata, `${kid}\n${pem}`, { mode: PRIVATE_MODE });
}

export function readChiavi(folder: string, nodo: string): Chiavi {
  const text = readFileSync(join(folder, `${nodo}.privata.pem`), "utf8");
  const end = text.indexOf("\n");
  const propria = { kid: text.slice(0, end), chiave: createPrivateKey(text.slice(end + 1)) };
  const pubbliche = join(folder, "pubbliche");
  const read = new Map<string, ReadonlyMap<string, KeyObject>>();
  let readMs = 0;
  return {
    propria,
    dati: new Uint8Array(readFileSync(join(folder, `${nodo}.dati.key`))),
    chiaviDi: (partner) => {
      // A file that comes or goes changes its folder: a key taken away is not believed any more.
      const { mtimeMs } = statSync(pubbliche);
      if (mtimeMs !== readMs) read.clear();
      readMs = mtimeMs;
      const known = read.get(partner) ?? readPubbliche(pubbliche, partner);
      read.set(partner, known);
      return known;
    },
  };
}

function readPubbliche(folder: string, partner: string): ReadonlyMap<string, KeyObject> {
  const prefix = `${partner}.`;
  const files = readdirSync(folder).filter((file) => file.startsWith(prefix));
  return new Map(
    files.map((file) => [
      file.slice(prefix.length, -".pem".length),
      createPublicKey(readFileSync(join(folder, file))),
    ]),
  );
}
