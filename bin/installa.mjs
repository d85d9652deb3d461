// What the project needs, installed once: like its caller it uses nothing but Node 20's built-ins.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const readPackages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/** True when what npm has written down as installed is what the lock file asks, whoever ran npm. */
export function isInstallato(root) {
  const done = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(done) || !existsSync(join(root, "node_modules", "node", "bin", "node")))
    return false;
  let installed;
  try {
    installed = readPackages(done);
  } catch {
    // Written in half by somebody who was stopped: as if it were not there.
    return false;
  }
  return Object.entries(readPackages(join(root, "package-lock.json"))).every(
    ([path, { version, integrity, link, optional }]) =>
      !path.includes("node_modules/") ||
      link === true ||
      optional === true ||
      (installed[path]?.version === version && installed[path]?.integrity === integrity),
  );
}

const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** Two commands of a fresh copy, started together, would install into the same folder: the second waits. */
function withTurno(root, work) {
  const file = join(root, ".staffetta", "installazione");
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    pause(200);
    const owner = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
    if (owner > 0 && !isAlive(owner)) rmSync(file, { force: true });
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @returns the exit code of npm, 0 when there was nothing to do */
export const installa = (root) =>
  withTurno(root, () => {
    if (isInstallato(root)) return 0;
    console.error("Installo quello che manca (solo la prima volta)…");
    const npm = process.env.npm_execpath;
    const ci = ["ci", "--no-audit", "--no-fund"];
    const done = npm?.endsWith(".js")
      ? spawnSync(process.execPath, [npm, ...ci], { cwd: root, stdio: "inherit" })
      : spawnSync("npm", ci, { cwd: root, stdio: "inherit" });
    return done.status ?? 1;
  });
