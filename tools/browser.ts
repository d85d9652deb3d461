import { spawnSync } from "node:child_process";
import { findBrowser } from "../e2e/browser.ts";

const APT = "/usr/bin/apt-get";

/** The tests in a browser take the one that is found; root on Debian gets Debian's; others are told how. */
export function ensureBrowser(): void {
  if (findBrowser() !== undefined) return;
  const root = process.getuid?.() === 0;
  if (root && spawnSync(APT, ["--version"]).status === 0) {
    console.log("Installo Chromium dai pacchetti di Debian (solo la prima volta)…");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const run = (...args: string[]) => spawnSync(APT, args, { env, stdio: "inherit" }).status;
    if (run("install", "-y", "-qq", "chromium") !== 0) {
      run("update", "-qq");
      run("install", "-y", "-qq", "chromium");
    }
  }
  if (findBrowser() === undefined)
    console.log(
      "Non c'è un browser: le prove nel browser sono saltate. Per farle: sudo apt-get install chromium",
    );
}
