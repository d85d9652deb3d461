import { flushCompileCache } from "node:module";
import type { Operazioni, Soggetto } from "@staffetta/contracts";
import {
  type BoundCoop,
  bindCoopPg,
  CONTRATTO_PREDEFINITO,
  COOP_MIGRATIONS,
  type ContrattoPartner,
  type Cooperazione,
  type CoopStores,
  createCooperazione,
  firmaEs256,
  LEGAME_NATIVO,
  type MessaggioInUscita,
  type PorteSoap,
  portaDeiLotti,
  trasportoHttp,
} from "@staffetta/cooperation";
import {
  BODY_BYTES_MAX,
  type Bound,
  createApp,
  createCipher,
  createSessioni,
  migrate,
  openDatabase,
  pgUnitOfWork,
  type SqlClient,
  serve,
  systemClock,
  systemRandom,
} from "@staffetta/platform";
import { Cron } from "croner";
import { Hono } from "hono";
import { type Logger, pino } from "pino";
import { readChiavi } from "./chiavi.ts";
import { type Collegamento, createCollegamento } from "./collegamento/collegamento.ts";
import type { Config } from "./config.ts";
import type { DescrizioneNodo, ParteNodo, PorteNodo } from "./parte.ts";
import { montaPorteHttp } from "./porte-http.ts";
import { APERTO } from "./servizicoap/config.ts";
import {
  type InParoleNazionali,
  LEGAME_SERVIZICOAP,
  legameServizicoap,
} from "./servizicoap/legame.ts";
import {
  contrattoSoap,
  montaServizicoap,
  opzioniServizicoap,
  portaTls,
} from "./servizicoap/monta.ts";
import { dimenticaScambi } from "./servizicoap/scambi.ts";
import type { Servizicoap } from "./servizicoap/smista.ts";

/** On which a process without a dispatcher wakes the node that has one. */
export const CANALE_SVEGLIA = "staffetta_uscita";
const POOL_MAX = 16;

/** Binds a node's stores for one transaction on PostgreSQL. */
function bindNode<Stores extends CoopStores>(
  bind: (sql: SqlClient, coop: BoundCoop) => Stores,
  options: Parameters<typeof bindCoopPg>[1],
) {
  return (sql: SqlClient): Bound<Stores> => {
    const coop = bindCoopPg(sql, options);
    const { beforeCommit, afterCommit } = coop;
    return { stores: bind(sql, coop), beforeCommit, afterCommit };
  };
}

/** Opens, migrates, mounts, listens. Resolves when the node answers; `close` ends it in order. */
export async function avviaNodo<Stores extends CoopStores, Ops extends Operazioni>(
  config: Config,
  descrizione: DescrizioneNodo<Stores, Ops>,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const log = pino({ base: { nodo: config.nodo } });
  const [clock, random] = [systemClock, systemRandom];
  const chiavi = readChiavi(config.chiavi, config.nodo);
  const cipher = createCipher(chiavi.dati);
  const database = openDatabase({ url: config.databaseUrl, poolMax: POOL_MAX });
  await migrate(database, [COOP_MIGRATIONS, descrizione.migrations]);

  let coop: Cooperazione | null = null;
  const currentCoop = (): Cooperazione => {
    if (coop === null) throw new Error("La cooperazione non è ancora avviata");
    return coop;
  };
  const onAccodati = (scritti: readonly MessaggioInUscita[]): void => coop?.sveglia(scritti);
  const corsieDi = (): number => CONTRATTO_PREDEFINITO.corsie;
  const bind = bindNode(descrizione.bind, { clock, random, corsieDi, cifra: cipher, onAccodati });
  const uow = pgUnitOfWork(database, bind);
  const firma = firmaEs256({ nodo: config.nodo, ...chiavi, clock, random });
  const porteRete = { config, clock, random, chiavi, firma, database, coop: currentCoop };
  const collegamento = (): Collegamento => createCollegamento(porteRete);
  const nodo = descrizione.create({
    ...{ clock, random, cipher, uow, coop: currentCoop, collegamento, legameDi: legameDi(config) },
  });
  const trasporto = trasportoHttp();
  const soap = apriLegame(config, nodo.inParole, { clock, random, uow });
  coop = createCooperazione<Stores>({
    nodo: config.nodo,
    ...{ clock, random, uow, trasporto, firma },
    partner: contrattiDi(config),
    ...(soap === null ? {} : { legami: { [LEGAME_SERVIZICOAP]: soap } }),
    handlers: nodo.handlers,
    ...(nodo.suEsito === undefined ? {} : { suEsito: nodo.suEsito }),
    onFault: (tipo, error) => log.error({ tipo, err: error }, "messaggio non applicato"),
  });
  await nodo.allAvvio?.();

  const onFault = (error: unknown): void => log.error({ err: error }, "guasto di servizicoap");
  const app = createApp({
    nome: config.nodo,
    onFault: (error, path) => log.error({ path, err: error }, "guasto"),
    renderGuasto: descrizione.renderGuasto,
    prima: (app) => montaSuo(app, config, nodo.servizicoap, { clock, random, uow, onFault }),
  });
  const sessioni = createSessioni<Soggetto>({ nome: config.nodo, cipher, clock });
  const richiami = montaPorteHttp(app, {
    ...{ ...porteRete, uow, nodo, sessioni, cipher, log },
  });
  descrizione.montaPagine(app, nodo, { sessioni, config });
  const lotti = portaDeiLotti(config.nodo, currentCoop().ricevi, {
    bytesMax: BODY_BYTES_MAX,
    onFault: (error, path) => log.error({ path, err: error }, "guasto"),
  });
  const server = await serve(app, config.port, { porte: [lotti] });
  const tls = await apriTls(config, nodo.servizicoap, { clock, random, uow, onFault });
  coop.avvia();
  richiami.avvia();
  await database.listen(CANALE_SVEGLIA, () => currentCoop().sveglia());
  const vecchi = pulizia(config, { clock, uow });
  const lavori = pianifica([...(nodo.lavori ?? []), vecchi], log);
  return {
    port: server.port,
    close: async () => {
      for (const lavoro of lavori) lavoro.stop();
      await Promise.all([server.close(), tls?.close()]);
      await richiami.ferma();
      await currentCoop().ferma();
      await trasporto.close();
      await soap?.close();
      await database.close();
    },
  };
}

/** Once the first requests have been compiled too. */
const COMPILE_CACHE_AFTER_MS = 5_000;

/** Civil time of Rome; a job that is still running is not started again. */
const pianifica = (
  lavori: ParteNodo<CoopStores, Operazioni>["lavori"] = [],
  log: Logger,
): readonly Cron[] =>
  lavori.map(
    ({ nome, cron, esegui }) =>
      new Cron(cron, { timezone: "Europe/Rome", protect: true }, () =>
        esegui().catch((error: unknown) => log.error({ nome, err: error }, "lavoro non riuscito")),
      ),
  );

const contrattiDi = ({ partner }: Config): readonly ContrattoPartner[] =>
  partner.map(({ soap: _, ...contratto }) => ({ ...CONTRATTO_PREDEFINITO, ...contratto }));

/** In its place before the protections of browsers, where the node has such a face and is told to show it. */
function montaSuo(
  app: Hono,
  config: Config,
  parte: Servizicoap | undefined,
  porte: PorteSoap,
): void {
  if (parte !== undefined && config.servizicoap !== null)
    montaServizicoap(app, porte, parte, opzioniServizicoap(config));
}

/** The door with mutual TLS, which has nothing but the national services. */
async function apriTls(config: Config, parte: Servizicoap | undefined, porte: PorteSoap) {
  const tls = portaTls(config);
  if (tls === null || parte === undefined) return null;
  const app = new Hono();
  montaServizicoap(app, porte, parte, { ...opzioniServizicoap(config), accesso: tls.accesso });
  return serve(app, tls.porta, { tls: tls.chiavi });
}

/** Every night, exchanges older than their retention are forgotten. */
const pulizia = <Stores extends CoopStores>(
  config: Config,
  porte: Pick<PorteNodo<Stores>, "clock" | "uow">,
) => ({
  ...{ nome: "scambi vecchi", cron: "10 3 * * *" },
  esegui: () => dimenticaScambi(porte, (config.servizicoap ?? APERTO).conservazioneDays),
});

const legameDi =
  ({ partner }: Config) =>
  (nodo: string): string =>
    partner.find(({ nome }) => nome === nodo)?.legame ?? LEGAME_NATIVO;

/** The binding of the partners that speak the national SOAP services. */
function apriLegame(
  { partner }: Config,
  inParole: InParoleNazionali | undefined,
  porte: Pick<PorteNodo<CoopStores>, "clock" | "random" | "uow">,
) {
  if (inParole === undefined) return null;
  const soap = new Map(partner.map((uno) => [uno.nome, contrattoSoap(uno)]));
  return legameServizicoap({ ...porte, inParole, contrattoDi: (nome) => soap.get(nome) ?? {} });
}

/** For `main.ts`: run until a signal asks to stop. */
export async function runNodo<Stores extends CoopStores, Ops extends Operazioni>(
  config: Config,
  descrizione: DescrizioneNodo<Stores, Ops>,
): Promise<void> {
  const running = await avviaNodo(config, descrizione);
  process.send?.({ pronto: config.nodo, port: running.port });
  // Kept now and not only at a quiet end: a node that is killed starts again as quickly.
  setTimeout(flushCompileCache, COMPILE_CACHE_AFTER_MS).unref();
  let closing = false;
  const stop = (): void => {
    if (closing) return;
    closing = true;
    void running.close().finally(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // The supervisor is gone: nobody could stop this node any more.
  process.once("disconnect", stop);
}
