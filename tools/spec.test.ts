import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "./start/piano.ts";

/** Every numbered invariant of a SPEC.md has a test that names it, and no test names one that is not there. */
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const files = (pattern: string): string[] =>
  globSync(pattern, { cwd: ROOT, exclude: (path) => path.includes("node_modules") });

for (const spec of files("{packages,nodes}/**/SPEC.md")) {
  const declared = new Set([...read(spec).matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id));
  const [letter = ""] = [...declared][0] ?? [];
  test(`${spec}: ogni invariante ha la sua prova e ogni prova il suo invariante`, () => {
    assert.ok(declared.size >= 3);
    const titles = files("{packages,nodes,sandbox,e2e}/**/*.test.ts").flatMap((file) =>
      [...read(file).matchAll(/test\(\s*(["'`])(.*?)\1/gs)].map(([, , title]) => title ?? ""),
    );
    const named = new Set(
      titles.flatMap((title) =>
        [...title.matchAll(new RegExp(`\\b(${letter}\\d+)\\b`, "g"))].map(([, id]) => id),
      ),
    );
    assert.deepEqual([...declared].sort(), [...named].sort());
  });
}
