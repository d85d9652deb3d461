import { readFileSync } from "node:fs";
import { servizicoap } from "@staffetta/contracts";
import {
  type AccessoSoap,
  firmaBusta,
  type GuardiaFirma,
  guardiaFirma,
  LIMITI_SOAP,
  type LimitiCorpo,
  montaSoap,
  type PoliticaFirma,
  type PorteSoap,
  type RichiestaSoap,
  type RispostaSoap,
} from "@staffetta/cooperation";
import type { Hono } from "hono";
import { Agent } from "undici";
import type { Config } from "../config.ts";
import { CLICLAVORO, MINISTERO } from "../nomi.ts";
import type { ConfigPartner, ConfigServizicoap } from "./config.ts";
import type { ContrattoSoap } from "./legame.ts";
import { type Servizicoap, smista } from "./smista.ts";

/** The one address of a role; below it, one for each operation. */
export const PERCORSO_SERVIZICOAP = "/servizicoap";

export interface OpzioniServizicoap {
  readonly accesso: AccessoSoap;
  readonly guardia?: GuardiaFirma;
  readonly limiti?: LimitiCorpo;
  /** Where an operation of the WSDL that this node does not answer itself is answered. */
  readonly inoltraA?: string;
  /** Caller → the credentials with which its requests are passed on: a certificate ends at this door. */
  readonly inoltraCome?: Readonly<Record<string, Readonly<{ nome: string; password: string }>>>;
  /** Operation → its own path; those not named are below the one address. */
  readonly percorsi?: Readonly<Record<string, string>>;
}

type ConfigFirma = NonNullable<ConfigServizicoap["firma"]>;

const DOCUMENTI: Readonly<Record<string, () => string>> = {
  "servizicoap.xsd": () => servizicoap.xsdEsterno(),
  "interni.xsd": servizicoap.xsdInterni,
};

/** The WSDL of what answers here, and the schemas that it links. */
function documento(
  operazioni: readonly servizicoap.NomeOperazione[],
  query: URLSearchParams,
  indirizzo: string,
): string | null {
  if (query.has("wsdl") || query.has("WSDL")) return servizicoap.wsdl(indirizzo, operazioni);
  const xsd = query.get("xsd");
  if (xsd === "servizicoap.xsd") return servizicoap.xsdEsterno(operazioni);
  return xsd === null ? null : (DOCUMENTI[xsd]?.() ?? null);
}

/** Passes the same bytes on, for the same caller, and gives the same answer back. */
function inoltraA(indirizzo: string, come: NonNullable<OpzioniServizicoap["inoltraCome"]> = {}) {
  const agent = new Agent({ headersTimeout: 30_000, bodyTimeout: 30_000 });
  const { origin, pathname } = new URL(indirizzo);
  return async (operazione: string, { grezza, chi }: RichiestaSoap): Promise<RispostaSoap> => {
    const { bytes, contentType } = grezza;
    const sue = come[chi.utente ?? ""];
    const authorization = sue === undefined ? grezza.authorization : basicDi(sue);
    const headers = {
      "content-type": contentType,
      ...(authorization === null ? {} : { authorization }),
    };
    const answer = await agent.request({
      origin,
      path: pathname,
      method: "POST",
      headers,
      body: bytes,
    });
    const corpo = new Uint8Array(await answer.body.arrayBuffer());
    // Anything but an answer or a fault is no answer: who asked is told that the service is not there.
    if (answer.statusCode !== 200 && answer.statusCode !== 500)
      throw new Error(`${indirizzo} ha risposto ${answer.statusCode}`);
    const esito = answer.statusCode === 200 ? esitoIn(corpo) : "FAULT";
    return { stato: answer.statusCode, corpo, operazione, esito, codici: [], regione: "" };
  };
}

const basicDi = ({ nome, password }: Readonly<{ nome: string; password: string }>): string =>
  `Basic ${Buffer.from(`${nome}:${password}`).toString("base64")}`;

const ESITO = /:Esito>([A-Z0-9]+)</;
const esitoIn = (corpo: Uint8Array): string =>
  ESITO.exec(Buffer.from(corpo).toString("utf8"))?.[1] ?? "OK";

export function montaServizicoap(
  app: Hono,
  porte: PorteSoap,
  parte: Servizicoap,
  opzioni: OpzioniServizicoap,
): void {
  const { accesso, guardia, percorsi = {}, limiti = LIMITI_SOAP } = opzioni;
  const perOperazione = parte.operazioni.map((nome) => [
    percorsi[nome] ?? `${PERCORSO_SERVIZICOAP}/${nome}`,
    nome,
  ]);
  const inoltra =
    opzioni.inoltraA === undefined
      ? {}
      : { inoltra: inoltraA(opzioni.inoltraA, opzioni.inoltraCome) };
  montaSoap(app, porte, {
    ...{ percorsi: { [PERCORSO_SERVIZICOAP]: null, ...Object.fromEntries(perOperazione) } },
    ...{ accesso, limiti, ...(guardia === undefined ? {} : { guardia }) },
    rispondi: smista({ ...parte, ...inoltra, clock: porte.clock }),
    documento: (query, indirizzo) => documento(parte.operazioni, query, indirizzo),
  });
}

const pem = (file: string): string => readFileSync(file, "utf8");
const ammessiDi = (
  ammessi: readonly { nome: string; file: string; regione?: string | undefined }[],
) =>
  ammessi.map(({ nome, file, regione }) => ({
    ...{ nome, pem: pem(file), ...(regione === undefined ? {} : { regione }) },
  }));

function politicaDi({ profili, ammessi, indirizzi, propria }: ConfigFirma): PoliticaFirma {
  const sua =
    propria === undefined
      ? {}
      : { propria: { chiavePem: pem(propria.chiave), certificatoPem: pem(propria.certificato) } };
  return { profili, indirizzi, ammessi: ammessiDi(ammessi), ...sua };
}

/** The second door, with mutual TLS: same services, the certificate instead of the password. */
export function portaTls(config: Config) {
  const tls = config.servizicoap?.tls;
  if (tls === undefined) return null;
  const ammessi = ammessiDi(tls.ammessi);
  const chiavi = {
    cert: pem(tls.certificato),
    key: pem(tls.chiave),
    ca: ammessi.map((uno) => uno.pem),
  };
  return { porta: tls.porta, chiavi, accesso: { utenti: [], certificati: ammessi } };
}

/** The ministry's SAP operations are answered at its own node; in development at its usual address. */
export function opzioniServizicoap({
  nodo,
  servizicoap: dato,
  indirizzi,
}: Config): OpzioniServizicoap {
  const utenti = (dato?.utenti ?? []).map(({ regione, ...chi }) =>
    regione === undefined ? chi : { ...chi, regione },
  );
  const ministero = indirizzi[MINISTERO];
  const vicino = ministero === undefined ? undefined : `${ministero}${PERCORSO_SERVIZICOAP}`;
  const inoltra = nodo === CLICLAVORO ? (dato?.inoltraA ?? vicino) : undefined;
  const { firma } = dato ?? {};
  return {
    accesso: { utenti },
    ...(firma === undefined ? {} : { guardia: guardiaFirma(politicaDi(firma)) }),
    percorsi: dato?.percorsi ?? {},
    ...(inoltra === undefined ? {} : { inoltraA: inoltra, inoltraCome: inoltraCome(dato) }),
  };
}

const inoltraCome = (dato: ConfigServizicoap | null) =>
  Object.fromEntries(
    (dato?.tls?.ammessi ?? []).flatMap(({ nome, inoltraCome: come }) =>
      come === undefined ? [] : [[nome, come]],
    ),
  );

/** The contract of a partner on this binding, with its keys read. */
export function contrattoSoap({ soap }: ConfigPartner): ContrattoSoap {
  const { credenziali, tls, firma, ...resto } = soap ?? {};
  const chiave = firma && { chiavePem: pem(firma.chiave), certificatoPem: pem(firma.certificato) };
  const autorita = tls?.autorita === undefined ? {} : { ca: pem(tls.autorita) };
  return {
    ...resto,
    ...(credenziali === undefined ? {} : { credenziali }),
    ...(tls === undefined
      ? {}
      : { tls: { cert: pem(tls.certificato), key: pem(tls.chiave), ...autorita } }),
    ...(chiave === undefined
      ? {}
      : {
          firma: (xml, per) =>
            firmaBusta(xml, chiave, {
              ...{
                per,
                messageId: `urn:uuid:${crypto.randomUUID()}`,
                now: new Date().toISOString(),
              },
            }),
        }),
  };
}
