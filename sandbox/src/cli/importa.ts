import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bindPg, createBorsaLavoro, migrations } from "@staffetta/borsalavoro";
import { bindCoopPg, CONTRATTO_PREDEFINITO, COOP_MIGRATIONS } from "@staffetta/cooperation";
import { type CodiceRegione, REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import { borsaLavoroDi, CANALE_SVEGLIA, ensureChiavi, readChiavi } from "@staffetta/nodo";
import {
  createCipher,
  migrate,
  openDatabase,
  pgUnitOfWork,
  startCluster,
  systemClock,
  systemRandom,
} from "@staffetta/platform";
import { fileEsiti, importa } from "../importa/importa.ts";

/** `npm run staffetta -- importa <file>`: with Staffetta running, or without. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { regione: { type: "string", default: "10" } },
});
const [file] = positionals;
if (file === undefined || !existsSync(file)) {
  console.error(
    file === undefined
      ? "Quale file? npm run staffetta -- importa adesioni.csv"
      : `Il file ${file} non c'è. Controlla il percorso.`,
  );
  process.exit(2);
}

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, ".staffetta");
const regione = values.regione as CodiceRegione;
const nodo = borsaLavoroDi(regione);
const DATABASE = nodo.replaceAll("-", "_");

/** The server that `npm start` keeps running, when it does: its lock and its port are in its folder. */
function runningUrl(): string | null {
  const lock = join(FOLDER, "avvio.lock");
  const pidFile = join(FOLDER, "postgres", "data", "postmaster.pid");
  if (!existsSync(lock) || !existsSync(pidFile)) return null;
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
  } catch {
    return null;
  }
  const port = readFileSync(pidFile, "utf8").split("\n")[3];
  const password = readFileSync(join(FOLDER, "postgres", "password"), "utf8").trim();
  return `postgres://staffetta:${password}@127.0.0.1:${port}/${DATABASE}`;
}

const BAR_WIDTH = 30;
function draw(share: number, text: string): void {
  if (!process.stderr.isTTY) return;
  const done = Math.round(share * BAR_WIDTH);
  process.stderr.write(`\r${"█".repeat(done)}${"░".repeat(BAR_WIDTH - done)} ${text}`);
}

const given = process.env[`STAFFETTA_DATABASE_URL_${DATABASE.toUpperCase()}`];
const running = given ?? runningUrl();
const cluster =
  running === null ? await startCluster({ folder: join(FOLDER, "postgres"), durable: true }) : null;
await cluster?.ensureDatabase(DATABASE);
const chiavi = join(FOLDER, "chiavi");
ensureChiavi(chiavi, nodo);
const cipher = createCipher(readChiavi(chiavi, nodo).dati);
const database = openDatabase({ url: running ?? cluster?.url(DATABASE) ?? "", poolMax: 2 });
try {
  await migrate(database, [COOP_MIGRATIONS, migrations]);
  const [clock, random] = [systemClock, systemRandom];
  const uow = pgUnitOfWork(database, (sql) => {
    const coop = bindCoopPg(sql, {
      ...{ clock, random, cifra: cipher, canaleSveglia: CANALE_SVEGLIA },
      corsieDi: () => CONTRATTO_PREDEFINITO.corsie,
    });
    return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
  });
  const coop = (): never => {
    throw new Error("L'importazione non guarda i flussi");
  };
  const parte = createBorsaLavoro(
    { clock, random, cipher, uow, coop },
    { regione, regole: REGOLE_ADESIONE_2014 },
  );
  const conteggio = await importa({
    ...{ file, parte },
    onProgress: (share, { accettate, duplicate, rifiutate }) =>
      draw(share, `${accettate} accettate, ${duplicate} duplicate, ${rifiutate} rifiutate`),
  });
  const { accettate, duplicate, rifiutate, saltate } = conteggio;
  console.log(
    `\n${accettate} accettate, ${duplicate} duplicate, ${rifiutate} rifiutate, ${saltate} già fatte prima.`,
  );
  console.log(`Riga per riga: ${fileEsiti(file)}`);
  if (running === null) console.log("I messaggi agli altri sistemi partono al prossimo npm start.");
} finally {
  await database.close();
  await cluster?.stop();
}
