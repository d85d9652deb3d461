import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import type { Banco, PostoBanco } from "./banco.ts";
import { CREATE_EFFETTO } from "./effetto.ts";
import { measureDrain, measureStream } from "./libreria.ts";
import { measureLimit } from "./limite.ts";
import { backlog, stream, trickle } from "./staffetta.ts";
import { round } from "./statistica.ts";

async function libreria({ nuovoUrl }: PostoBanco) {
  const urls = { a: await nuovoUrl(), b: await nuovoUrl() };
  const client = new pg.Client({ connectionString: urls.b });
  await client.connect();
  await client.query(CREATE_EFFETTO);
  await client.end();
  return urls;
}

const optionsOf = (argomenti: readonly string[]) =>
  parseArgs({
    args: [...argomenti],
    options: {
      json: { type: "boolean", default: false },
      messages: { type: "string", default: "100000" },
    },
  }).values;

/** `npm run bench -- relay`: the relay, a kept library and the disk, in one run. */
export const banco: Banco = async (dove) => {
  const { say, nuovoUrl, folder } = dove;
  const messages = Number(optionsOf(dove.argomenti).messages);
  const posto = { chiavi: join(folder, "chiavi"), urlDi: nuovoUrl };
  say("limite: righe durevoli in una tabella…");
  const limit = await measureLimit(await nuovoUrl(), messages);
  say(
    `libreria: graphile-worker, ${messages / 5} lavori in arretrato e ${messages / 10} in flusso…`,
  );
  const drainMsgPerSec = await measureDrain(await libreria(dove), messages / 5);
  const streamLibrary = await measureStream(await libreria(dove), messages / 10);
  say("staffetta: arretrato…");
  const arretrato = await backlog(posto, messages);
  say("staffetta: tre destinatari…");
  const fanout = await backlog(posto, messages / 4, ["b", "c", "d"]);
  say("staffetta: flusso…");
  const flusso = await stream(posto, messages / 5);
  say("staffetta: goccia, 500 al secondo…");
  const goccia = await trickle(posto, 500, 10);
  return {
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
  };
};
