import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ensureChiavi } from "@staffetta/nodo";
import { flagsDiNode, freePort } from "@staffetta/platform";
import type { AvvioNodo, Comando } from "./nodo.ts";

/** A node of the bench seen from its parent: commands by message, death by signal. */
export interface NodoDiBanco {
  readonly nome: string;
  readonly url: string;
  chiedi<T>(comando: Comando): Promise<T>;
  /** SIGKILL: nothing is said, nothing is finished. */
  uccidi(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  riavvia(): Promise<void>;
  ferma(): Promise<void>;
}

interface Attesa {
  readonly resolve: (valore: unknown) => void;
  readonly reject: (error: Error) => void;
}

async function openNodo(avvio: AvvioNodo): Promise<NodoDiBanco> {
  let child: ChildProcess;
  let lastId = 0;
  let attese = new Map<number, Attesa>();
  const start = async (): Promise<void> => {
    const mine = new Map<number, Attesa>();
    attese = mine;
    child = fork(fileURLToPath(new URL("./nodo.ts", import.meta.url)), [JSON.stringify(avvio)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: flagsDiNode(),
    });
    child.once("exit", () => {
      for (const { reject } of mine.values()) reject(new Error(`${avvio.nome} è morto`));
    });
    const [message] = (await once(child, "message")) as [{ pronto?: boolean }];
    if (message.pronto !== true) throw new Error(`${avvio.nome} non parte`);
    child.on(
      "message",
      ({ id, valore, errore }: { id: number; valore: unknown; errore?: string }) => {
        const attesa = mine.get(id);
        mine.delete(id);
        if (errore === undefined) attesa?.resolve(valore);
        else attesa?.reject(new Error(errore));
      },
    );
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  await start();
  return {
    nome: avvio.nome,
    url: avvio.url,
    chiedi: <T>(comando: Comando) =>
      new Promise<T>((resolve, reject) => {
        const id = ++lastId;
        attese.set(id, { resolve: resolve as (valore: unknown) => void, reject });
        child.send({ id, comando });
      }),
    uccidi: () => end("SIGKILL"),
    riavvia: start,
    ferma: () => end("SIGKILL"),
  };
}

export interface OpzioniCoppia {
  readonly chiavi: string;
  readonly corsie: number;
  /** URL of an empty database for each node. */
  readonly urlDi: (nodo: string) => Promise<string>;
  readonly destinatari: readonly string[];
}

/** One sender `a` and its destinations, each with its own database, keys and port. */
export async function apriCoppia(
  opzioni: OpzioniCoppia,
): Promise<{ readonly a: NodoDiBanco; readonly altri: readonly NodoDiBanco[] }> {
  const { chiavi, corsie, urlDi, destinatari } = opzioni;
  const nomi = ["a", ...destinatari];
  const ports = new Map<string, number>();
  for (const nome of nomi) {
    ensureChiavi(chiavi, nome);
    ports.set(nome, await freePort());
  }
  const indirizzo = (nome: string): string => `http://127.0.0.1:${ports.get(nome)}`;
  const open = async (nome: string, partner: readonly string[]): Promise<NodoDiBanco> =>
    openNodo({
      ...{ nome, url: await urlDi(nome), port: ports.get(nome) ?? 0, chiavi, corsie },
      partner: partner.map((uno) => ({ nome: uno, indirizzo: indirizzo(uno) })),
    });
  const altri = [];
  for (const nome of destinatari) altri.push(await open(nome, ["a"]));
  return { a: await open("a", destinatari), altri };
}
