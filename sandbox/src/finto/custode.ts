import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Cleans up whatever way the counterpart ends, a kill included: a tiny process that waits for the end of
 * its input, which the system closes with us, then stops the database and removes the folder.
 */
const CUSTODE = `
process.stdin.resume();
process.stdin.on("end", async () => {
  const { readFileSync, rmSync } = require("node:fs");
  const [folder] = process.argv.slice(1);
  const pid = () => { try { return Number(readFileSync(folder + "/postgres/data/postmaster.pid", "utf8").split("\\n")[0]); } catch { return 0; } };
  const first = pid();
  if (first > 0) { try { process.kill(first, "SIGINT"); } catch {} }
  for (let i = 0; i < 100 && pid() > 0; i++) await new Promise((done) => setTimeout(done, 50));
  rmSync(folder, { recursive: true, force: true });
});`;

export function avviaCustode(folder: string): void {
  const child = spawn(process.execPath, ["-e", CUSTODE, folder], {
    ...{ stdio: ["pipe", "ignore", "ignore"], detached: true },
  });
  child.unref();
  (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
}

const parentOf = (pid: number): Readonly<{ pid: number; comando: string }> | null => {
  try {
    const ppid = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
    return { pid: ppid, comando: readFileSync(`/proc/${ppid}/cmdline`, "utf8") };
  } catch {
    return null;
  }
};

const WATCH_MS = 1_000;

/** Ends with whoever has started us through npm, even when no signal arrives. */
export function seguiChiAvvia(ferma: () => void): void {
  const chain: number[] = [];
  for (let pid = process.pid; ; ) {
    const parent = parentOf(pid);
    if (parent === null || !/npm|staffetta/.test(parent.comando) || chain.length > 4) break;
    chain.push(parent.pid);
    pid = parent.pid;
  }
  const alive = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return (error as { code?: string }).code === "EPERM";
    }
  };
  setInterval(() => {
    if (!chain.every(alive)) ferma();
  }, WATCH_MS).unref();
}
