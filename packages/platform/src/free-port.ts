import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Under those that the system gives to whoever connects: between this moment and the one in which the port
 * is used a connection of somebody else could take one of theirs, and keep it.
 */
const FIRST = 15_000;
const LAST = 32_000;
const ATTEMPTS_MAX = 50;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** A port that nobody uses at this instant, nor is likely to take in the next. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
  throw new Error(`Nessuna porta libera fra ${FIRST} e ${LAST}`);
}
