import {
  bindCoopPg,
  CONTRATTO_PREDEFINITO,
  COOP_MIGRATIONS,
  type CoopStores,
  createCooperazione,
  firmaEs256,
  type Handler,
  portaDeiLotti,
  trasportoHttp,
} from "@staffetta/cooperation";
import { readChiavi } from "@staffetta/nodo";
import {
  createApp,
  createCipher,
  migrate,
  openDatabase,
  pgUnitOfWork,
  type SqlClient,
  serve,
  systemClock,
  systemRandom,
  type UnitOfWork,
} from "@staffetta/platform";
import { corpoDi, PERSONE_DEFAULT } from "./carico.ts";
import { applyEffetti, CREATE_EFFETTO, countEffetti } from "./effetto.ts";

/** One node of the bench and of the kill tests: a process of its own, told what to do by its parent. */
export interface AvvioNodo {
  readonly nome: string;
  readonly url: string;
  readonly port: number;
  readonly chiavi: string;
  readonly corsie: number;
  readonly partner: readonly Readonly<{ nome: string; indirizzo: string }>[];
}

export type Comando =
  | Readonly<{
      tipo: "accoda";
      da: number;
      quanti: number;
      perCommit: number;
      scrittori: number;
      destinatari: readonly string[];
      /** Each transaction writes a row of its own too, so that it can't share its commit. */
      conFatto?: boolean;
    }>
  | Readonly<{
      tipo: "goccia";
      da: number;
      perSecond: number;
      seconds: number;
      /** Each message goes to all of these; the latency is that of the first. */
      destinatari: readonly string[];
      /** People that these messages are about; the same numbers are other people under another count. */
      persone: number;
    }>
  | Readonly<{ tipo: "avvia" | "ferma" | "conta" | "arretrato" | "memoria" }>;

export interface Conto {
  readonly fatti: number;
  readonly messaggi: number;
  readonly disordini: number;
}

interface Stores extends CoopStores {
  readonly sql: SqlClient;
}

const TIPO = "bench.v1";
const POOL_MAX = 40;

const [text = "{}"] = process.argv.slice(2);
const avvio = JSON.parse(text) as AvvioNodo;
const { nome, corsie } = avvio;
const chiavi = readChiavi(avvio.chiavi, nome);
const database = openDatabase({ url: avvio.url, poolMax: POOL_MAX });
await migrate(database, [COOP_MIGRATIONS]);
const [there] = await database.sql.query<{ t: string | null }>(
  "bench-c-e",
  "SELECT to_regclass('bench_fatto')::text AS t",
);
if (there?.t == null)
  await database.pool.query(`${CREATE_EFFETTO}; CREATE TABLE bench_scritto (n bigint PRIMARY KEY)`);

const [clock, random] = [systemClock, systemRandom];
const cifra = createCipher(chiavi.dati);
const arrivals = new Map<number, number>();

const uow: UnitOfWork<Stores> = pgUnitOfWork(database, (sql) => {
  const coop = bindCoopPg(sql, {
    ...{ clock, random, corsieDi: () => corsie, cifra },
    onAccodati: (scritti) => cooperazione.sveglia(scritti),
  });
  const { beforeCommit, afterCommit } = coop;
  const stores = { coop: coop.coop, uscita: coop.uscita, savepoint: coop.savepoint, sql };
  return { stores, beforeCommit, afterCommit };
});
let timed = false;
/** The destination whose receipts are timed. */
let misurato = "";
let misuratoDa = 0;

const handler: Handler<Stores> = async ({ sql }, { corpo }) => {
  await applyEffetti(sql, [corpo]);
  return { esito: "applicato" };
};
const trasporto = trasportoHttp();
const cooperazione = createCooperazione<Stores>({
  ...{ nodo: nome, clock, random, uow, trasporto },
  firma: firmaEs256({ nodo: nome, ...chiavi, clock, random }),
  partner: avvio.partner.map((uno) => ({
    ...{ ...CONTRATTO_PREDEFINITO, ...uno, corsie, lottoMessagesMax: 1_000 },
    attesaMassimaMs: 2_000,
  })),
  handlers: { [TIPO]: handler },
  handlersDiLotto: {
    [TIPO]: async ({ sql }, messaggi) => {
      await applyEffetti(
        sql,
        messaggi.map(({ corpo }) => corpo),
      );
      return messaggi.map(() => ({ esito: "applicato" as const }));
    },
  },
  suRicevuta: ({ corsia, messaggi }) => {
    if (!timed || corsia.partner !== misurato) return;
    const now = performance.now();
    for (const { corpo } of messaggi) {
      const { n } = JSON.parse(corpo) as { n: number };
      // A backlog that is drained meanwhile is not what is timed.
      if (n >= misuratoDa) arrivals.set(n, now);
    }
  },
});

interface Scritto {
  readonly numbers: readonly number[];
  readonly destinatari: readonly string[];
  readonly persone: number;
  readonly conFatto?: boolean;
}
const INSERT_SCRITTO = "INSERT INTO bench_scritto (n) SELECT unnest($1::bigint[])";

const write = ({ numbers, destinatari, persone, conFatto = false }: Scritto): Promise<void> =>
  uow.transaction(async ({ uscita, sql }) => {
    if (conFatto) await sql.query("bench-scritto", INSERT_SCRITTO, [numbers]);
    for (const n of numbers) {
      const corpo = corpoDi(n, persone);
      const { persona } = corpo;
      for (const destinatario of destinatari)
        uscita.accoda({ destinatario, tipo: TIPO, persona, riservato: false, corpo });
    }
  });

async function accoda(comando: Extract<Comando, { tipo: "accoda" }>): Promise<number> {
  const { da, quanti, perCommit, scrittori, destinatari, conFatto = false } = comando;
  let next = da;
  const one = async (): Promise<void> => {
    while (next < da + quanti) {
      const from = next;
      next += perCommit;
      const numbers = Array.from(
        { length: Math.min(perCommit, da + quanti - from) },
        (_, i) => from + i,
      );
      await write({ numbers, destinatari, persone: PERSONE_DEFAULT, conFatto });
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: scrittori }, one));
  return performance.now() - startedAt;
}

/** Paced: each message at its own instant; latency from its commit to the commit of its receipt. */
async function goccia(comando: Extract<Comando, { tipo: "goccia" }>): Promise<number[]> {
  const { da, perSecond, seconds, destinatari, persone } = comando;
  [misurato = ""] = destinatari;
  misuratoDa = da;
  timed = true;
  arrivals.clear();
  const committed = new Map<number, number>();
  const startedAt = performance.now();
  const writes: Promise<void>[] = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    const dueMs = startedAt + (i * 1000) / perSecond;
    const waitMs = dueMs - performance.now();
    if (waitMs > 0.5) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const n = da + i;
    const written = write({ numbers: [n], destinatari, persone });
    writes.push(written.then(() => void committed.set(n, performance.now())));
  }
  await Promise.all(writes);
  const until = performance.now() + 30_000;
  while (arrivals.size < committed.size && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 5));
  timed = false;
  return [...committed].map(([n, at]) => {
    const arrivedAt = arrivals.get(n);
    if (arrivedAt === undefined) throw new Error(`Il messaggio ${n} non ha avuto la ricevuta`);
    return Math.max(0, arrivedAt - at);
  });
}

async function arretrato(): Promise<number> {
  const rows = await database.sql.query<{ n: number }>(
    "bench-arretrato",
    `SELECT coalesce(sum(contatore - coalesce(cursore, 0)), 0)::bigint AS n
       FROM coop_corsia_uscita LEFT JOIN coop_cursore USING (partner, corsia)`,
  );
  return rows[0]?.n ?? 0;
}

async function run(comando: Comando): Promise<unknown> {
  switch (comando.tipo) {
    case "accoda":
      return accoda(comando);
    case "goccia":
      return goccia(comando);
    case "avvia":
      return cooperazione.avvia();
    case "ferma":
      return cooperazione.ferma();
    case "conta":
      return countEffetti(database.sql);
    case "arretrato":
      return arretrato();
    case "memoria":
      return process.memoryUsage().rss;
  }
}

const BODY_BYTES_MAX = 64 * 1024 * 1024;
const onFault = (error: unknown): void => void process.stderr.write(`${nome}: ${String(error)}\n`);
const app = createApp({
  nome,
  onFault,
  renderGuasto: ({ title }) => title,
});
await serve(app, avvio.port, {
  porte: [portaDeiLotti(nome, cooperazione.ricevi, { bytesMax: BODY_BYTES_MAX, onFault })],
});

process.on("message", ({ id, comando }: { id: number; comando: Comando }) => {
  run(comando).then(
    (valore) => process.send?.({ id, valore: valore ?? null }),
    (error: unknown) => process.send?.({ id, errore: String(error) }),
  );
});
process.once("disconnect", () => process.exit(0));
process.send?.({ pronto: true });
