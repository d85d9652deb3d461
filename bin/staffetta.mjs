// The only file that the Node found outside runs: it needs nothing but Node 20's built-ins. It installs what
// is missing, then hands over to the Node that this project pins.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installa, isInstallato } from "./installa.mjs";

const NODE_MAJOR_MIN = 20;
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const COMMANDS = {
  start: "tools/start/start.ts",
  test: "tools/test.ts",
  check: "tools/check.ts",
  reset: "tools/reset.ts",
  schema: "tools/schema.ts",
  documenti: "tools/documenti.ts",
  sim: "sandbox/src/cli/sim.ts",
  bench: "sandbox/src/cli/bench.ts",
  manuale: "tools/manuale.ts",
  importa: "sandbox/src/cli/importa.ts",
  "importa-operatori": "sandbox/src/cli/importa-operatori.ts",
  "importa-comunicazioni": "sandbox/src/cli/importa-comunicazioni.ts",
  "importa-pagamenti": "sandbox/src/cli/importa-pagamenti.ts",
  "importa-indennita": "sandbox/src/cli/importa-indennita.ts",
  "importa-codici": "sandbox/src/cli/importa-codici.ts",
  "importa-politiche-passive": "sandbox/src/cli/importa-politiche-passive.ts",
  prova: "sandbox/src/cli/prova.ts",
  finto: "sandbox/src/cli/finto.ts",
  "verifica-voucher": "sandbox/src/cli/verifica-voucher.ts",
  collauda: "sandbox/src/cli/collauda.ts",
};

const [command = "", ...args] = process.argv.slice(2);
// The authorization server is no node: it has words of its own.
const file =
  command === "finto" && args[0] === "pdnd" ? "sandbox/src/cli/finto-pdnd.ts" : COMMANDS[command];
if (file === undefined) {
  console.error(`Comandi: ${Object.keys(COMMANDS).join(", ")}`);
  process.exit(2);
}
if (Number(process.versions.node.split(".")[0]) < NODE_MAJOR_MIN) {
  console.error(`Serve Node.js ${NODE_MAJOR_MIN} o più recente; questo è ${process.version}.`);
  process.exit(2);
}

if (!isInstallato(root)) {
  const status = installa(root);
  if (status !== 0) {
    console.error("L'installazione non è riuscita: controlla la rete e riprova.");
    process.exit(status);
  }
}

const pinned = join(root, "node_modules", "node", "bin", "node");
// A small nursery and an early first sweep: little time, and much less memory for each process.
const flags = [
  "--disable-warning=ExperimentalWarning",
  "--max-semi-space-size=8",
  "--initial-old-space-size=32",
];
const child = spawn(pinned, [...flags, join(root, file), ...args], {
  cwd: process.cwd(),
  stdio: "inherit",
  // What was once stripped of its types and compiled is not again at the next start.
  env: { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "staffetta"), ...process.env },
});
// A terminal's Ctrl-C reaches the whole group: the child decides how to end, and this waits for it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    if (signal !== "SIGINT") child.kill(signal);
  });
child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
