import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./start/piano.ts";

/** The kept tools that read the whole repository. Each is one command, with what it must find clean. */
export interface Controllo {
  readonly nome: string;
  readonly comando: readonly string[];
}

export const CONTROLLI: readonly Controllo[] = [
  { nome: "tipi", comando: ["tsc", "--noEmit", "-p", "tsconfig.json"] },
  { nome: "forma e regole", comando: ["biome", "check", "--error-on-warnings", "."] },
  {
    nome: "direzione degli import",
    comando: [
      "depcruise",
      "packages",
      "nodes",
      "web",
      "sandbox",
      "tools",
      "e2e",
      "--config",
      ".dependency-cruiser.cjs",
    ],
  },
  {
    nome: "nessun giro fra i file",
    comando: [
      ...["depcruise", "packages", "nodes", "web", "sandbox", "tools", "e2e"],
      ...["--config", ".dependency-cruiser.cicli.cjs"],
    ],
  },
  { nome: "codice che nessuno usa", comando: ["knip", "--no-config-hints"] },
];

export function esegui({ comando }: Controllo): Readonly<{ ok: boolean; testo: string }> {
  const [program = "", ...args] = comando;
  const bin = join(ROOT, "node_modules", ".bin");
  const env = { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}` };
  const { status, stdout, stderr } = spawnSync(join(bin, program), args, {
    ...{ cwd: ROOT, env, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  });
  return { ok: status === 0, testo: `${stdout}${stderr}` };
}
