import { type Banco, runBanco } from "../bench/banco.ts";

/** `npm run bench -- <banco> [--json] …`: one file for each bench; the last line is JSON. */
const BANCHI: Readonly<Record<string, () => Promise<{ readonly banco: Banco }>>> = {
  queue: () => import("../bench/banco-queue.ts"),
  relay: () => import("../bench/banco-relay.ts"),
  fuzz: () => import("../bench/banco-fuzz.ts"),
  sap: () => import("../bench/banco-sap.ts"),
  soak: () => import("../bench/banco-soak.ts"),
};

const [nome = "relay", ...argomenti] = process.argv.slice(2);
const found = Object.hasOwn(BANCHI, nome) ? BANCHI[nome] : undefined;
if (found === undefined) {
  console.error(`I banchi sono: ${Object.keys(BANCHI).join(", ")}`);
  process.exit(2);
}
const { banco } = await found();
await runBanco(banco, argomenti);
