import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** One start at a time for one folder; a lock left by a process that was killed is taken over. */
export function prendiLucchetto(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true });
  const mine = String(process.pid);
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: "wx" });
      return () => {
        if (existsSync(file) && readFileSync(file, "utf8") === mine) rmSync(file);
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = Number(readFileSync(file, "utf8"));
    if (isStaffetta(owner))
      throw new Error(
        `Staffetta è già avviata (processo ${owner}). Fermala con Ctrl-C prima di riavviarla.`,
      );
    rmSync(file, { force: true });
  }
}

/** A number may belong to another program by now: on Linux its command line tells. */
function isStaffetta(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("tools/");
  } catch {
    return true;
  }
}
