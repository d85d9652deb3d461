import { createServer } from "node:net";
import { freePort } from "@staffetta/platform";
import type { Processo } from "./piano.ts";

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** Port 0 becomes a free one; a port that is taken stops the start, with the way out in words. */
export async function scegliPorte(processi: readonly Processo[]): Promise<readonly Processo[]> {
  const scelti: Processo[] = [];
  for (const processo of processi) {
    const porta = processo.porta === 0 ? await freePort() : processo.porta;
    if (!(await isFree(porta))) {
      const variable = `STAFFETTA_PORTA_${processo.nome.replace(/-10$/, "").toUpperCase().replaceAll("-", "_")}`;
      throw new Error(
        `La porta ${porta} (${processo.nome}) è già usata da un altro programma. Chiudilo, oppure scegline un'altra: ${variable}=9000 npm start`,
      );
    }
    scelti.push({ ...processo, porta });
  }
  return scelti;
}
