import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Storia } from "./storia.ts";

const FOLDER = join(import.meta.dirname, "../../scenarios");

/** Every life story, in the order of its file name. */
export async function readStorie(): Promise<readonly Readonly<{ file: string; storia: Storia }>[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".ts"));
  const storie = [];
  for (const file of files.sort()) {
    const { storia } = (await import(join(FOLDER, file))) as { storia: Storia };
    storie.push({ file, storia });
  }
  return storie;
}
