import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startCluster } from "@staffetta/platform";
import pg from "pg";
import { CREATE_EFFETTO } from "../bench/effetto.ts";
import { measureDrain, measureStream } from "../bench/libreria.ts";
import { measureLimit } from "../bench/limite.ts";
import { backlog, stream, trickle } from "../bench/staffetta.ts";
import { round } from "../bench/statistica.ts";

/** `npm run bench -- relay`: the relay, a kept library and the disk, in one run; the last line is JSON. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    messages: { type: "string", default: "100000" },
  },
});
if ((positionals[0] ?? "relay") !== "relay") {
  console.error("C'è un solo banco: relay");
  process.exit(2);
}
const messages = Number(values.messages);
const say = (text: string): void => console.error(text);

const folder = mkdtempSync(join(tmpdir(), "staffetta-bench-"));
chmodSync(folder, 0o711);
const cluster = await startCluster({ folder: join(folder, "postgres"), durable: true });
let databases = 0;
const nuovoUrl = async (): Promise<string> => {
  const name = `bench_${++databases}`;
  await cluster.ensureDatabase(name);
  return cluster.url(name);
};
const posto = { chiavi: join(folder, "chiavi"), urlDi: nuovoUrl };

async function libreria() {
  const urls = { a: await nuovoUrl(), b: await nuovoUrl() };
  const client = new pg.Client({ connectionString: urls.b });
  await client.connect();
  await client.query(CREATE_EFFETTO);
  await client.end();
  return urls;
}

try {
  say("limite: righe durevoli in una tabella…");
  const limit = await measureLimit(await nuovoUrl(), messages);
  say(
    `libreria: graphile-worker, ${messages / 5} lavori in arretrato e ${messages / 10} in flusso…`,
  );
  const drainMsgPerSec = await measureDrain(await libreria(), messages / 5);
  const streamLibrary = await measureStream(await libreria(), messages / 10);
  say("staffetta: arretrato…");
  const arretrato = await backlog(posto, messages);
  say("staffetta: tre destinatari…");
  const fanout = await backlog(posto, messages / 4, ["b", "c", "d"]);
  say("staffetta: flusso…");
  const flusso = await stream(posto, messages / 5);
  say("staffetta: goccia, 500 al secondo…");
  const goccia = await trickle(posto, 500, 10);
  const [cpu] = cpus();
  console.log(
    JSON.stringify({
      messages,
      backlog: { msgPerSec: arretrato.msgPerSec },
      stream: flusso,
      trickle: goccia,
      fanout: { msgPerSec: fanout.msgPerSec },
      limit,
      library: { name: "graphile-worker", drainMsgPerSec, streamMsgPerSec: streamLibrary },
      ratios: {
        backlogToLibrary: round(arretrato.msgPerSec / drainMsgPerSec, 2),
        backlogToLimit: round(arretrato.msgPerSec / limit.rowsPerSec, 2),
        streamToLibrary: round(flusso.msgPerSec / streamLibrary, 2),
        fanout: round(fanout.msgPerSec / arretrato.msgPerSec, 2),
      },
      rssMb: arretrato.rssMb,
      machine: {
        ...{ cpu: cpu?.model, cores: cpus().length, memoryGb: round(totalmem() / 2 ** 30) },
        ...{ node: process.version, date: new Date().toISOString().slice(0, 10) },
      },
    }),
  );
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
