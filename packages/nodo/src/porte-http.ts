import {
  apiDelNodo,
  documentoAsyncApi,
  esegui,
  type Operazioni,
  type Problema,
  type Soggetto,
} from "@staffetta/contracts";
import {
  type Cooperazione,
  type CoopStores,
  type Firma,
  type ModiStore,
  modiStorePg,
} from "@staffetta/cooperation";
import {
  intestazioniIntegrita,
  jwkDi,
  problemaModi,
  type RifiutoModi,
  spiegaModi,
} from "@staffetta/cooperation/modi";
import {
  type Cipher,
  type Clock,
  type Database,
  pgUnitOfWork,
  type Random,
  type Sessioni,
  type UnitOfWork,
} from "@staffetta/platform";
import type { Hono } from "hono";
import { audDi, basiDi } from "./accesso/basi.ts";
import { chiaviJwks, chiaviPerKid } from "./accesso/chiavi-remote.ts";
import type { Sistema } from "./accesso/configurazione.ts";
import { Fornitore } from "./accesso/fornitore.ts";
import type { Chiavi } from "./chiavi.ts";
import { rottaEco } from "./collegamento/eco.ts";
import type { Config } from "./config.ts";
import type { ParteNodo } from "./parte.ts";
import { createLimiti } from "./rest/limiti.ts";
import { mountRest } from "./rest/operazioni.ts";
import { indirizzoDi, type Porta } from "./rest/porta.ts";
import { createRichiami, type DaSpedire, type Richiami } from "./richiami/richiami.ts";

const ANONIMO: Soggetto = { ruolo: "anonimo" };
const DETAIL_MAX = 500;

export interface PorteHttp<Stores extends CoopStores, Ops extends Operazioni> {
  readonly config: Config;
  readonly database: Database;
  readonly uow: UnitOfWork<Stores>;
  readonly nodo: ParteNodo<Stores, Ops>;
  readonly chiavi: Chiavi;
  readonly sessioni: Sessioni<Soggetto>;
  readonly clock: Clock;
  readonly random: Random;
  readonly cipher: Cipher;
  readonly firma: Firma;
  readonly coop: () => Cooperazione;
  readonly log: Readonly<Record<"error" | "warn", (cosa: object, testo: string) => void>>;
}

type Porte = PorteHttp<CoopStores, Operazioni>;

const momentoOf = ({ clock, random }: Pick<Porte, "clock" | "random">) => ({
  now: Math.floor(Date.parse(clock.now()) / 1000),
  jti: random.uuid(),
});

function fornitoreOf(porte: Porte, modi: UnitOfWork<Readonly<{ modi: ModiStore }>>): Fornitore {
  const { config, clock, chiavi } = porte;
  const { accessi } = config;
  const { pdnd } = accessi;
  const remote = pdnd === null ? null : { conservaS: pdnd.conservaS, clock };
  return new Fornitore({
    ...{ accessi, clock, basi: basiDi(config), aud: audDi(config), chiaviDirette: chiavi.chiaviDi },
    prendiJti: (chi, jti, scadeAt) =>
      modi.transaction((stores) => stores.modi.prendiJti(chi, jti, scadeAt)),
    isRevocata: (kid) => modi.transaction((stores) => stores.modi.isRevocata(kid)),
    chiaviPdnd: pdnd && remote && chiaviJwks({ indirizzo: pdnd.jwks, ...remote }),
    chiaviClient: pdnd && remote && chiaviPerKid({ indirizzo: pdnd.chiaviClient, ...remote }),
    onDigestEsadecimale: (nome) =>
      porte.log.warn({ sistema: nome }, "Digest esadecimale, accettato"),
  });
}

function portaOf(porte: Porte, fornitore: Fornitore): Porta {
  const { uow, clock, sessioni, chiavi, config } = porte;
  const respingi = async (chi: string, rifiuto: RifiutoModi): Promise<Problema> => {
    const allarme = {
      ...{ at: clock.now(), partner: chi.slice(0, 60), codice: `modi:${rifiuto.codice}` },
      dettaglio: spiegaModi(rifiuto).slice(0, DETAIL_MAX),
    };
    await uow.transaction(({ coop }) => coop.saveAllarme(allarme));
    return problemaModi(rifiuto);
  };
  return {
    respingi,
    riconosci: async (c, richiesta) => {
      const indirizzo = indirizzoDi(c);
      if (richiesta.headers["authorization"] === undefined) {
        const soggetto = sessioni.leggi(c) ?? ANONIMO;
        return { ok: true, chi: { soggetto, chiave: indirizzo, sistema: null } };
      }
      const esito = await fornitore.autentica(richiesta);
      if (!esito.ok)
        return { ok: false, problema: await respingi(indirizzo, esito), chiave: indirizzo };
      const { sistema, soggetto } = esito.valore;
      return { ok: true, chi: { sistema, soggetto, chiave: `sistema:${sistema.nome}` } };
    },
    firma: (sistema, body, headers) => {
      const per = sistema.fiducia === "pdnd" ? sistema.clientId : sistema.nome;
      const parti = { chi: config.nodo, per };
      return intestazioniIntegrita(chiavi.propria, parti, momentoOf(porte), { body, headers });
    },
  };
}

/** Signed as any answer of this node; its id_auth goes along, for a receiver that wants one. */
function firmaModi(
  porte: Porte,
  destinatario: string,
  body: string,
  given: DaSpedire["headers"],
): DaSpedire {
  const { config, chiavi } = porte;
  const sistema = config.accessi.sistemi.find(({ nome }) => nome === destinatario);
  const per = nomeClient(sistema) ?? destinatario;
  const parti = { chi: config.nodo, per };
  const firma = intestazioniIntegrita(chiavi.propria, parti, momentoOf(porte), {
    body,
    headers: given,
  });
  return { headers: { ...given, ...firma }, body };
}

const nomeClient = (sistema: Sistema | undefined): string | null =>
  sistema === undefined ? null : sistema.fiducia === "pdnd" ? sistema.clientId : sistema.nome;

/** Carries out an operation by its id, as whoever asked for it. */
const eseguiDi =
  ({ operazioni, implementazione }: Porte["nodo"]) =>
  (id: string, soggetto: Soggetto, ingresso: unknown): ReturnType<typeof esegui> => {
    const found = Object.entries(operazioni).find(([, op]) => op.id === id);
    if (found === undefined) throw new Error(`Nessuna operazione ${id}`);
    const [nome, op] = found;
    return esegui(op, implementazione[nome] as Parameters<typeof esegui>[1], soggetto, ingresso);
  };

/** The doors that other systems use over HTTP: REST with ModI and PDND, documents, keys, callbacks. */
export function montaPorteHttp<Stores extends CoopStores, Ops extends Operazioni>(
  app: Hono,
  given: PorteHttp<Stores, Ops>,
): Richiami {
  const porte = given as unknown as Porte;
  const { config, database, nodo, clock, random, cipher, chiavi, log } = porte;
  const onFault = (error: unknown, cosa: string): void => log.error({ cosa, err: error }, "guasto");
  const modi = pgUnitOfWork(database, (sql) => ({ stores: { modi: modiStorePg(sql) } }));
  const porta = portaOf(porte, fornitoreOf(porte, modi));
  const richiami = createRichiami({
    ...{ uow: modi, clock, random, cipher, onFault },
    esegui: eseguiDi(nodo),
    firma: {
      modi: ({ destinatario, corpo, intestazioni }) =>
        firmaModi(porte, destinatario, corpo, intestazioni),
      spdci: (richiamo) => {
        if (nodo.firmaSpdci === undefined) throw new Error("Questo nodo non parla SPDCI");
        return nodo.firmaSpdci(richiamo);
      },
    },
  });
  const eco = rottaEco({
    ...{ nodo: config.nodo, partner: config.partner, firma: porte.firma, clock, coop: porte.coop },
    onRifiuto: async (mittente, codice, dettaglio) => {
      const partner = mittente.slice(0, 60);
      const allarme = {
        at: clock.now(),
        partner,
        codice,
        dettaglio: dettaglio.slice(0, DETAIL_MAX),
      };
      await porte.uow.transaction(({ coop }) => coop.saveAllarme(allarme));
    },
  });
  const { limiti } = config.accessi;
  mountRest(app, {
    ...{ api: apiDelNodo(config.nodo), porta, richiami, onFault },
    parte: { ...nodo, rotte: [...(nodo.rotte ?? []), eco] },
    limiti: createLimiti(limiti, () => performance.now()),
    server: { url: `${basiDi(config)[0]}/api/v1`, description: `Il nodo ${config.nodo}` },
    vivo: async () => {
      await database.sql.query("vivo", "SELECT 1");
    },
  });
  const flussi = JSON.stringify(documentoAsyncApi());
  app.get("/cooperazione/v1/asyncapi.json", (c) =>
    c.body(flussi, 200, { "content-type": "application/json" }),
  );
  const propria = { ...jwkDi(chiavi.propria.chiave), kid: chiavi.propria.kid };
  app.get("/.well-known/jwks.json", (c) =>
    c.json({ keys: [{ ...propria, use: "sig", alg: "ES256" }] }),
  );
  return richiami;
}
