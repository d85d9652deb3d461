import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { avviaPdnd } from "./pdnd.ts";

/** The client that is ready to use: its key is made once and kept in a folder. */
const CLIENT_ID = "5a0e9c1f-3f7b-4c55-9d0e-1b2c3d4e5f60";
const KID = "cliente-di-prova";
const PRIVATE_MODE = 0o600;

function chiaveIn(folder: string) {
  const file = join(folder, "cliente-pdnd.pem");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" });
    writeFileSync(file, pem, { mode: PRIVATE_MODE });
  }
  return { file, privata: createPrivateKey(readFileSync(file)) };
}

/** `finto pdnd`: one purpose for each audience given. Says what to write in a node's configuration. */
export async function avviaFintaPdnd(
  opzioni: Readonly<{ porta: number; cartella: string; aud: readonly string[] }>,
): Promise<Readonly<{ testo: string; close: () => Promise<void> }>> {
  const { file, privata } = chiaveIn(opzioni.cartella);
  const pdnd = await avviaPdnd(opzioni.porta);
  const finalita = Object.fromEntries(opzioni.aud.map((aud, i) => [`finalita-${i + 1}`, aud]));
  const pubblica = createPublicKey(privata.export({ type: "pkcs8", format: "pem" }));
  pdnd.registra({ clientId: CLIENT_ID, finalita, chiavi: new Map([[KID, pubblica]]) });
  const { emittente, jwks, chiaviClient } = pdnd;
  const righe = [
    `PDND finta in funzione: ${pdnd.indirizzo}`,
    `  token          ${pdnd.token}`,
    `  aud            ${pdnd.aud}`,
    `  client         ${CLIENT_ID}, kid ${KID}, chiave privata in ${file}`,
    ...Object.entries(finalita).map(([nome, aud]) => `  finalità       ${nome} → ${aud}`),
    `  revocare       curl -X POST ${pdnd.indirizzo}/finto/revoca/${KID}`,
    `Nel nodo: STAFFETTA_ACCESSI='${JSON.stringify({ pdnd: { emittente, jwks, chiaviClient } })}'`,
  ];
  return { testo: righe.join("\n"), close: pdnd.close };
}
