import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { flagsDiNode } from "@staffetta/platform";
import { FOLDER, type Processo, ROOT } from "./piano.ts";

/** Keeps the processes up: who dies is started again, more and more slowly; who is asked to stop, stops. */
export interface Sorvegliante {
  /** Resolves when every process answers. */
  avvia(): Promise<void>;
  ferma(): Promise<void>;
}

const RESTART_MIN_MS = 500;
const RESTART_MAX_MS = 30_000;
/** A process that has lived this long starts again without delay. */
const HEALTHY_MS = 60_000;
const STOP_TIMEOUT_MS = 8_000;
const START_TIMEOUT_MS = 60_000;

/** All that a node is given of the environment of who starts it; what Node has compiled once serves all. */
const EREDITATE = Object.fromEntries(
  ["PATH", "NODE_COMPILE_CACHE"].flatMap((nome) => {
    const valore = process.env[nome];
    return valore === undefined ? [] : [[nome, valore]];
  }),
);

interface Posto {
  child: ChildProcess | null;
  attesaMs: number;
}

export function createSorvegliante(
  processi: readonly Processo[],
  ambienteDi: (processo: Processo) => Readonly<Record<string, string>>,
  dice: (riga: string) => void,
): Sorvegliante {
  let stopping = false;
  const posti = new Map<string, Posto>();
  const folder = join(FOLDER, "registri");

  const start = (processo: Processo, onReady: () => void): void => {
    const posto = posti.get(processo.nome) ?? { child: null, attesaMs: RESTART_MIN_MS };
    posti.set(processo.nome, posto);
    const log = createWriteStream(join(folder, `${processo.nome}.log`), { flags: "a" });
    const child = spawn(process.execPath, [...flagsDiNode(), join(ROOT, processo.main)], {
      env: { ...EREDITATE, TZ: "UTC", ...ambienteDi(processo) },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    posto.child = child;
    const bornAt = performance.now();
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    child.once("message", () => onReady());
    child.once("exit", (code, signal) => {
      posto.child = null;
      if (stopping) return;
      const lived = performance.now() - bornAt;
      posto.attesaMs =
        lived > HEALTHY_MS ? RESTART_MIN_MS : Math.min(RESTART_MAX_MS, posto.attesaMs * 2);
      const causa = signal ?? `codice ${code}`;
      dice(`${processo.nome} si è fermato (${causa}); riparte. Dettagli in .staffetta/registri.`);
      setTimeout(() => {
        if (!stopping) start(processo, () => dice(`${processo.nome} è di nuovo in funzione.`));
      }, posto.attesaMs);
    });
  };

  const ferma = async (): Promise<void> => {
    stopping = true;
    const children = [...posti.values()].flatMap(({ child }) => child ?? []);
    await Promise.all(
      children.map(
        (child) =>
          new Promise<void>((resolve) => {
            const kill = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
            child.once("exit", () => {
              clearTimeout(kill);
              resolve();
            });
            child.kill("SIGTERM");
          }),
      ),
    );
  };

  return {
    avvia: async () => {
      mkdirSync(folder, { recursive: true });
      const ready = processi.map(
        (processo) =>
          new Promise<void>((resolve, reject) => {
            const late = setTimeout(
              () =>
                reject(
                  new Error(
                    `${processo.nome} non risponde: guarda .staffetta/registri/${processo.nome}.log`,
                  ),
                ),
              START_TIMEOUT_MS,
            );
            start(processo, () => {
              clearTimeout(late);
              resolve();
            });
          }),
      );
      // Whoever started is not left running beside one that did not.
      await Promise.all(ready).catch(async (error: unknown) => {
        await ferma();
        throw error;
      });
    },
    ferma,
  };
}
