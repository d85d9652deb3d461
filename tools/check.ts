import { CONTROLLI, esegui } from "./controlli.ts";

/** `npm run check`: the same checks as in `npm test`, alone. */
for (const controllo of CONTROLLI) {
  const { ok, testo } = esegui(controllo);
  console.log(`${ok ? "✔" : "✖"} ${controllo.nome}`);
  if (!ok) {
    console.log(testo);
    process.exitCode = 1;
  }
}
