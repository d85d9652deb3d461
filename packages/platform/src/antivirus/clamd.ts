import { connect } from "node:net";
import type { Antivirus, Verdetto } from "./antivirus.ts";

const CHUNK_BYTES = 64 * 1024;
const TIMEOUT_MS = 30_000;

const framed = (bytes: Uint8Array): Buffer[] => {
  const parts: Buffer[] = [Buffer.from("zINSTREAM\0")];
  const size = (length: number): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(length);
    return head;
  };
  for (let at = 0; at < bytes.byteLength; at += CHUNK_BYTES) {
    const chunk = bytes.subarray(at, at + CHUNK_BYTES);
    parts.push(size(chunk.byteLength), Buffer.from(chunk));
  }
  return [...parts, size(0)];
};

function verdettoDi(answer: string): Verdetto {
  const text = answer.replaceAll("\0", "").trim();
  if (text === "stream: OK") return { pulito: true };
  const found = /^stream: (.+) FOUND$/.exec(text);
  if (found) return { pulito: false, minaccia: found[1] ?? "" };
  throw new Error(`clamd non ha saputo rispondere: ${text}`);
}

/**
 * The antivirus that administrations run, over its own protocol.
 * @see clamd(8), INSTREAM
 * @param indirizzo "host:port"
 */
export function clamd(indirizzo: string): Antivirus {
  const { hostname, port } = new URL(`tcp://${indirizzo}`);
  return {
    nome: "ClamAV",
    esamina: (bytes) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host: hostname, port: Number(port) });
        let answer = "";
        socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error("clamd non risponde")));
        socket.once("error", reject);
        socket.once("connect", () => {
          for (const part of framed(bytes)) socket.write(part);
        });
        socket.on("data", (part) => {
          answer += part.toString("utf8");
        });
        socket.once("end", () => {
          try {
            resolve(verdettoDi(answer));
          } catch (error) {
            reject(error);
          }
        });
      }),
  };
}
