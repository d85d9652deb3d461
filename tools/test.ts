import { spawnSync } from "node:child_process";
import { chmodSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { startCluster } from "@staffetta/platform";
import { ensureBrowser } from "./browser.ts";
import { ROOT } from "./start/piano.ts";

/** `npm test`: every test, on one real server that they share; `npm test -- cooperation` runs those of a path. */
const PINNED_MAJOR = "24";
if (process.versions.node.split(".")[0] !== PINNED_MAJOR)
  throw new Error(`Le prove girano con Node ${PINNED_MAJOR}, non ${process.version}`);

const asked = process.argv.slice(2);
const files = globSync(
  ["packages", "nodes", "web", "sandbox", "tools", "e2e"].map((one) => `${one}/**/*.test.ts`),
  {
    cwd: ROOT,
    exclude: (path) => path.includes("node_modules"),
  },
)
  .filter((file) => asked.length === 0 || asked.some((part) => file.includes(part)))
  .sort();
if (files.length === 0) throw new Error(`Nessuna prova con «${asked.join(" ")}» nel nome`);

if (files.some((file) => file.startsWith("e2e/"))) ensureBrowser();
const folder = mkdtempSync(join(tmpdir(), "staffetta-prove-"));
chmodSync(folder, 0o711);
const cluster = await startCluster({ folder, durable: false });
const env = { ...process.env, STAFFETTA_PG_TEST: cluster.url("postgres"), TZ: "UTC" };
const done = spawnSync(
  process.execPath,
  [
    ...["--disable-warning=ExperimentalWarning", "--test", "--test-concurrency=2"],
    ...["--test-timeout=300000", ...files.map((file) => relative(process.cwd(), join(ROOT, file)))],
  ],
  { env, stdio: "inherit" },
);
await cluster.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(done.status ?? 1);
