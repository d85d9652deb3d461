import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { esportaProva, type RigaProva, verificaProva } from "@staffetta/cooperation";
import { readChiavi } from "@staffetta/nodo";
import { createCipher, openDatabase } from "@staffetta/platform";

/**
 * `npm run staffetta -- prova esporta --nodo gefo-10 --url … --chiavi … prova.jsonl` and
 * `npm run staffetta -- prova verifica --nodo gefo-10 --chiavi … prova.jsonl`: the second needs no database.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    nodo: { type: "string" },
    url: { type: "string" },
    chiavi: { type: "string", default: ".staffetta/chiavi" },
  },
});
const [azione, file] = positionals;
const { nodo, url, chiavi } = values;

async function esporta(target: string, name: string, database: string): Promise<void> {
  const db = openDatabase({ url: database, poolMax: 1 });
  const out = createWriteStream(target);
  let righe = 0;
  try {
    for await (const riga of esportaProva(
      db.sql,
      name,
      createCipher(readChiavi(chiavi, name).dati),
    )) {
      righe++;
      if (!out.write(`${JSON.stringify(riga)}\n`)) await once(out, "drain");
    }
  } finally {
    out.end();
    await db.close();
  }
  console.log(`${righe} righe in ${target}. Non contengono il testo dei messaggi.`);
}

async function* readRighe(source: string): AsyncGenerator<RigaProva> {
  for await (const line of createInterface({ input: createReadStream(source) }))
    if (line !== "") yield JSON.parse(line) as RigaProva;
}

if (azione === "esporta" && file !== undefined && nodo !== undefined && url !== undefined)
  await esporta(file, nodo, url);
else if (azione === "verifica" && file !== undefined && nodo !== undefined && existsSync(file)) {
  const { chiaviDi } = readChiavi(chiavi, nodo);
  const { messaggi, ricevute, provati, problemi } = await verificaProva(readRighe(file), chiaviDi);
  console.log(`${messaggi} messaggi, ${provati} provati da ${ricevute} ricevute firmate.`);
  for (const problema of problemi) console.log(`✖ ${problema}`);
  if (problemi.length === 0) console.log("La prova tiene.");
  process.exitCode = problemi.length === 0 ? 0 : 1;
} else {
  console.error("Uso: prova esporta --nodo <nodo> --url <database> <file>");
  console.error("     prova verifica --nodo <nodo> <file>");
  process.exit(2);
}
