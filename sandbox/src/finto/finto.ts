import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as borsaLavoro from "@staffetta/borsalavoro";
import * as cliclavoro from "@staffetta/cliclavoro";
import { COOP_MIGRATIONS } from "@staffetta/cooperation";
import { type CodiceRegione, REGIONI, REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import * as ministero from "@staffetta/ministero";
import {
  avviaNodo,
  borsaLavoroDi,
  CLICLAVORO,
  type Config,
  ensureChiavi,
  MINISTERO,
  PERCORSO_SERVIZICOAP,
  readConfig,
} from "@staffetta/nodo";
import {
  type Cluster,
  type MigrationSet,
  migrate,
  openDatabase,
  startCluster,
} from "@staffetta/platform";
import {
  montaBorsaLavoro,
  montaCliclavoro,
  montaMinistero,
  portaDi,
  renderGuasto,
} from "@staffetta/web";
import { caricaBorsaLavoro, caricaCliclavoro, caricaMinistero, type Sede } from "./carica.ts";
import { avviaCustode } from "./custode.ts";
import type { StatoIniziale } from "./stato.ts";

/** A faithful counterpart: the real nodes on a fresh database, in this process, from a given state. */
export interface Finto {
  readonly indirizzo: string;
  readonly porta: number;
  ferma(): Promise<void>;
}

export interface OpzioniFinto {
  readonly ruolo: "ministero" | "regione";
  readonly regione: CodiceRegione;
  readonly porta: number;
  readonly stato: StatoIniziale;
}

interface Luogo {
  readonly folder: string;
  readonly cluster: Cluster;
  readonly opzioni: OpzioniFinto;
}

const tutteLeRegioni = Object.keys(REGIONI) as CodiceRegione[];

export async function avviaFinto(opzioni: OpzioniFinto): Promise<Finto> {
  const folder = mkdtempSync(join(tmpdir(), "staffetta-finto-"));
  chmodSync(folder, 0o711);
  avviaCustode(folder);
  const cluster = await startCluster({ folder: join(folder, "postgres"), durable: false });
  const luogo = { folder, cluster, opzioni };
  try {
    const aperti = await (opzioni.ruolo === "ministero" ? apriMinistero : apriRegione)(luogo);
    const [primo] = aperti;
    const porta = primo?.port ?? 0;
    return {
      porta,
      indirizzo: `http://localhost:${porta}${PERCORSO_SERVIZICOAP}`,
      ferma: async () => {
        await Promise.all(aperti.map((nodo) => nodo.close()));
        await chiudi(luogo);
      },
    };
  } catch (error) {
    await chiudi(luogo);
    throw error;
  }
}

async function chiudi({ cluster, folder }: Luogo): Promise<void> {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The database of a node, with its tables and its starting state, before the node opens its doors. */
async function prepara(
  { folder, cluster }: Luogo,
  nodo: string,
  migrations: MigrationSet,
): Promise<Sede> {
  const nome = nodo.replaceAll("-", "_");
  await cluster.ensureDatabase(nome);
  const chiavi = join(folder, "chiavi");
  ensureChiavi(chiavi, nodo);
  const databaseUrl = cluster.url(nome);
  const database = openDatabase({ url: databaseUrl, poolMax: 1 });
  await migrate(database, [COOP_MIGRATIONS, migrations]);
  await database.close();
  return { databaseUrl, chiavi, nodo };
}

/** The configuration that the environment would give. */
function configDi(
  { databaseUrl, chiavi, nodo }: Sede,
  { opzioni }: Luogo,
  quale: Readonly<{ porta: number; inoltraA?: string; regione?: string }>,
): Config {
  const { porta, regione, inoltraA } = quale;
  return readConfig({
    STAFFETTA_DATABASE_URL: databaseUrl,
    STAFFETTA_PORT: String(porta),
    STAFFETTA_NODO: nodo,
    STAFFETTA_PARTNER: "[]",
    STAFFETTA_CHIAVI: chiavi,
    STAFFETTA_SVILUPPO: "1",
    STAFFETTA_INDIRIZZI: "{}",
    STAFFETTA_SERVIZICOAP: JSON.stringify({ utenti: opzioni.stato.utenti, inoltraA }),
    ...(regione === undefined ? {} : { STAFFETTA_REGIONE: regione }),
  });
}

async function apriMinistero(luogo: Luogo) {
  const { stato, porta } = luogo.opzioni;
  const [sedeSap, sede] = await Promise.all([
    prepara(luogo, MINISTERO, ministero.migrations),
    prepara(luogo, CLICLAVORO, cliclavoro.migrations),
  ]);
  await caricaCliclavoro(sede, stato.adesioni);
  await caricaMinistero(sedeSap, stato.sap, { regioni: tutteLeRegioni });
  const sap = await avviaNodo(configDi(sedeSap, luogo, { porta: 0 }), {
    ...{ titolo: "Ministero", migrations: ministero.migrations, bind: ministero.bindPg },
    create: (porte) => ministero.createMinistero(porte, { regioni: tutteLeRegioni }),
    montaPagine: (app, parte, pagine) => montaMinistero(portaDi(app, parte, pagine)),
    renderGuasto: renderGuasto("Monitoraggio nazionale"),
  });
  const inoltraA = `http://127.0.0.1:${sap.port}${PERCORSO_SERVIZICOAP}`;
  const isUtente = (nome: string, password: string): boolean =>
    stato.utenti.length === 0 ||
    stato.utenti.some((uno) => uno.nome === nome && uno.password === password);
  const regioni = tutteLeRegioni.map((codice) => ({ codice, portale: "" }));
  const fronte = await avviaNodo(configDi(sede, luogo, { porta, inoltraA }), {
    ...{ titolo: "Cliclavoro", migrations: cliclavoro.migrations, bind: cliclavoro.bindPg },
    create: (porte) =>
      cliclavoro.createCliclavoro(porte, { regole: REGOLE_ADESIONE_2014, regioni, isUtente }),
    montaPagine: (app, parte, pagine) => montaCliclavoro(portaDi(app, parte, pagine)),
    renderGuasto: renderGuasto("Cliclavoro"),
  });
  return [fronte, sap];
}

async function apriRegione(luogo: Luogo) {
  const { stato, porta, regione } = luogo.opzioni;
  const sede = await prepara(luogo, borsaLavoroDi(regione), borsaLavoro.migrations);
  await caricaBorsaLavoro(
    sede,
    stato.adesioni.filter((una) => una.regione === regione),
  );
  const nodo = await avviaNodo(configDi(sede, luogo, { porta, regione }), {
    ...{ titolo: "Borsa Lavoro", migrations: borsaLavoro.migrations, bind: borsaLavoro.bindPg },
    create: (porte) =>
      borsaLavoro.createBorsaLavoro(porte, { regione, regole: REGOLE_ADESIONE_2014 }),
    montaPagine: (app, parte, pagine) => montaBorsaLavoro(portaDi(app, parte, pagine), regione),
    renderGuasto: renderGuasto("Borsa Lavoro"),
  });
  return [nodo];
}
