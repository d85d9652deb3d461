import type { KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { chiaveDaJwk, esaminaVoucher } from "@staffetta/cooperation/modi";

/** `npm run staffetta -- verifica-voucher <file o testo> --aud … --jwks … --client … --finalita …` */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    aud: { type: "string", multiple: true },
    emittente: { type: "string" },
    jwks: { type: "string" },
    client: { type: "string" },
    finalita: { type: "string" },
    prova: { type: "string" },
    metodo: { type: "string", default: "GET" },
    indirizzo: { type: "string", default: "" },
    traccia: { type: "string" },
  },
});

/** A file when there is one with that name, else the text itself. */
const readText = (given: string): string =>
  (given.length < 500 && existsSync(given) ? readFileSync(given, "utf8") : given).trim();

async function readChiaviPubblicate(source: string): Promise<ReadonlyMap<string, KeyObject>> {
  const text = /^https?:/.test(source)
    ? await (await fetch(source)).text()
    : readFileSync(source, "utf8");
  const { keys = [] } = JSON.parse(text) as { keys?: { kid?: string }[] };
  return new Map(
    keys.flatMap((jwk): [string, KeyObject][] => {
      const key = chiaveDaJwk(jwk);
      return key === null || jwk.kid === undefined ? [] : [[jwk.kid, key]];
    }),
  );
}

const [given] = positionals;
if (given === undefined) {
  console.error(
    "Uso: verifica-voucher <file o testo> [--aud …] [--emittente …] [--jwks indirizzo o file]",
  );
  console.error(
    "     [--client …] [--finalita …] [--prova <DPoP> --metodo GET --indirizzo …] [--traccia …]",
  );
  process.exit(2);
}
const { aud, emittente, client, finalita, jwks, prova, traccia, metodo, indirizzo } = values;
const righe = esaminaVoucher(readText(given), {
  ...(aud === undefined ? {} : { aud }),
  ...(emittente === undefined ? {} : { emittente }),
  ...(client === undefined ? {} : { clientId: client }),
  ...(finalita === undefined ? {} : { purposeId: finalita }),
  ...(jwks === undefined ? {} : { chiavi: await readChiaviPubblicate(jwks) }),
  ...(traccia === undefined ? {} : { tracciamento: readText(traccia) }),
  ...(prova === undefined ? {} : { dpop: { prova: readText(prova), htm: metodo, htu: indirizzo } }),
  ...{ now: Math.floor(Date.now() / 1000), skew: 30 },
});
for (const { bene, testo, rimedio } of righe) {
  console.log(`${bene ? "✔" : "✖"} ${testo}`);
  if (!bene) console.log(`  → ${rimedio}`);
}
process.exitCode = righe.every(({ bene }) => bene) ? 0 : 1;
