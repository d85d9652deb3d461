import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureChiavi } from "@staffetta/nodo";
import { type Cluster, startCluster } from "@staffetta/platform";
import { caricaDemo, isVuoto } from "@staffetta/sandbox";
import { prendiLucchetto } from "./lucchetto.ts";
import {
  ambienteDi,
  databaseDi,
  FOLDER,
  FOLDER_CHIAVI,
  FOLDER_PG,
  indirizzoDi,
  processi,
  readRegioni,
} from "./piano.ts";
import { scegliPorte } from "./porte.ts";
import { createSorvegliante } from "./sorvegliante.ts";

/** `npm start`: everything a person needs to try the whole deck in a browser, on one machine. */
const PINNED_MAJOR = "24";
if (process.versions.node.split(".")[0] !== PINNED_MAJOR)
  throw new Error(`Questo programma gira con Node ${PINNED_MAJOR}, non ${process.version}`);

const { values } = parseArgs({
  options: {
    regioni: { type: "string", default: "lombardia" },
    "senza-demo": { type: "boolean", default: false },
  },
});

const dice = (riga: string): void => console.log(riga);
const DEMO_IN_CORSO = join(FOLDER, "demo-in-corso");

const PG_RETRY_MS = 1_000;

/** A server that dies is started again on the same port: the nodes find it there by themselves. */
function keepUp(cluster: Cluster, onAgain: (again: Cluster) => void): void {
  const { port } = cluster;
  const again = async (): Promise<void> => {
    try {
      const next = await startCluster({ folder: FOLDER_PG, durable: true, port });
      onAgain(next);
      keepUp(next, onAgain);
      dice("Il database è di nuovo in funzione.");
    } catch {
      setTimeout(() => void again(), PG_RETRY_MS);
    }
  };
  cluster.onExit(() => {
    dice("Il database si è fermato; riparte.");
    void again();
  });
}

/** One URL per node, or the private server that comes with the install. */
async function openDatabases(nodi: readonly string[]) {
  const given = (nodo: string): string | undefined =>
    process.env[`STAFFETTA_DATABASE_URL_${databaseDi(nodo).toUpperCase()}`];
  const needed = nodi.filter((nodo) => given(nodo) === undefined);
  let cluster: Cluster | null = null;
  if (needed.length > 0) {
    const port = Number(process.env["STAFFETTA_PORTA_POSTGRES"] ?? 0);
    cluster = await startCluster({ folder: FOLDER_PG, durable: true, port });
    for (const nodo of needed) await cluster.ensureDatabase(databaseDi(nodo));
    keepUp(cluster, (again) => {
      cluster = again;
    });
  }
  return {
    urlDi: (nodo: string): string => given(nodo) ?? cluster?.url(databaseDi(nodo)) ?? "",
    own: needed.length === nodi.length,
    stop: async () => cluster?.stop(),
  };
}

/** A demo that was cut short would be half a world: it is thrown away and made again. */
async function discardHalfDemo(): Promise<void> {
  if (!existsSync(DEMO_IN_CORSO)) return;
  dice("Il caricamento di prova era rimasto a metà: ricomincio da capo.");
  rmSync(FOLDER_PG, { recursive: true, force: true });
  rmSync(DEMO_IN_CORSO);
}

const BAR_WIDTH = 30;
function progress(share: number): void {
  const done = Math.round(share * BAR_WIDTH);
  const bar = "█".repeat(done) + "░".repeat(BAR_WIDTH - done);
  if (process.stdout.isTTY) process.stdout.write(`\r${bar} ${Math.round(share * 100)} %`);
  else if (Math.round(share * 100) % 20 === 0) dice(`${Math.round(share * 100)} %`);
}

async function main(): Promise<void> {
  const startedAt = performance.now();
  mkdirSync(FOLDER, { recursive: true });
  const rilascia = prendiLucchetto(join(FOLDER, "avvio.lock"));
  process.once("exit", rilascia);
  const regioni = readRegioni(values.regioni);
  const tutti = await scegliPorte(processi(regioni, process.env));
  const nodi = tutti.filter(({ nome }) => nome !== "inizio").map(({ nome }) => nome);
  await discardHalfDemo();
  for (const nodo of nodi) ensureChiavi(FOLDER_CHIAVI, nodo);
  dice("Avvio il database…");
  const databases = await openDatabases(nodi);
  const { urlDi } = databases;
  const sorvegliante = createSorvegliante(
    tutti,
    (processo) =>
      ambienteDi(processo, tutti, processo.nome === "inizio" ? "" : urlDi(processo.nome)),
    dice,
  );
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    dice("\nFermo tutto…");
    await sorvegliante.ferma();
    await databases.stop();
    dice("Fermato. I dati restano: riparti quando vuoi con npm start.");
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  process.on("SIGHUP", () => void stop());

  if (databases.own && !values["senza-demo"] && (await isVuoto(urlDi))) {
    dice("Il database è vuoto: carico una piccola popolazione inventata.");
    writeFileSync(DEMO_IN_CORSO, "");
    await caricaDemo({ urlDi, chiavi: FOLDER_CHIAVI, regioni, onProgress: progress });
    rmSync(DEMO_IN_CORSO);
    dice("");
  }
  dice("Avvio i nodi…");
  await sorvegliante.avvia();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  dice(`\nStaffetta è in funzione (${seconds} s). Si comincia da qui:\n`);
  const width = Math.max(...tutti.map(({ nome }) => nome.length));
  for (const uno of tutti) dice(`  ${uno.nome.padEnd(width)}  ${indirizzoDi(uno)}`);
  dice("\nCtrl-C per fermare. I dati restano in .staffetta; npm run reset li cancella.");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
