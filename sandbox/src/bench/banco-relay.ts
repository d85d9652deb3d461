import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import type { Banco, PostoBanco } from "./banco.ts";
import { CREATE_EFFETTO } from "./effetto.ts";
import { measureDrain, measureStream, measureTrickle } from "./libreria.ts";
import { measureLimit } from "./limite.ts";
import {
  backlog,
  latenzaOf,
  oneDown,
  outage,
  RISCALDO_SECONDS,
  stream,
  trickle,
} from "./staffetta.ts";
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

const PER_SECOND = 500;
const SECONDS = 10;
/** What a minute at that pace leaves waiting. */
const OUTAGE_MESSAGES = PER_SECOND * 60;

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
  say(`libreria: goccia, ${PER_SECOND} al secondo…`);
  const gocciaLibreria = latenzaOf(
    await measureTrickle(await libreria(dove), PER_SECOND, {
      ...{ riscaldo: RISCALDO_SECONDS, misura: SECONDS },
    }),
  );
  say("staffetta: arretrato…");
  const arretrato = await backlog(posto, messages);
  say("staffetta: tre destinatari…");
  const fanout = await backlog(posto, Math.ceil(messages / 3), ["b", "c", "d"]);
  say("staffetta: flusso, una transazione a messaggio…");
  const flusso = await stream(posto, messages / 5, false);
  say("staffetta: flusso, con una riga propria in ogni transazione…");
  const conFatto = await stream(posto, messages / 5, true);
  say(`staffetta: goccia, ${PER_SECOND} al secondo…`);
  const goccia = await trickle(posto, PER_SECOND, SECONDS);
  say("staffetta: due destinatari, uno dei due cade…");
  const unoGiu = await oneDown(posto, PER_SECOND / 2, SECONDS);
  say("staffetta: dopo un minuto di guasto, con traffico nuovo…");
  const guasto = await outage(posto, Math.min(OUTAGE_MESSAGES, messages));
  return {
    messages,
    backlog: { msgPerSec: arretrato.msgPerSec },
    stream: { ...flusso, withOwnRowMsgPerSec: conFatto.msgPerSec },
    trickle: goccia,
    fanout: { msgPerSec: fanout.msgPerSec, oneDown: unoGiu },
    outage: guasto,
    limit,
    library: {
      name: "graphile-worker",
      drainMsgPerSec,
      streamMsgPerSec: streamLibrary,
      trickle: gocciaLibreria,
    },
    ratios: {
      backlogToLibrary: round(arretrato.msgPerSec / drainMsgPerSec, 2),
      backlogToLimit: round(arretrato.msgPerSec / limit.rowsPerSec, 2),
      streamToLibrary: round(flusso.msgPerSec / streamLibrary, 2),
      streamWithOwnRowToLibrary: round(conFatto.msgPerSec / streamLibrary, 2),
      trickleP50ToLibrary: round(goccia.p50Ms / gocciaLibreria.p50Ms, 2),
      fanout: round(fanout.msgPerSec / arretrato.msgPerSec, 2),
      fanoutOneDown: unoGiu.p99Ratio,
    },
    rssMb: arretrato.rssMb,
  };
};
