import { servizicoap } from "@staffetta/contracts";
import {
  type AccessoSoap,
  type GuardiaFirma,
  LIMITI_SOAP,
  montaSoap,
  type PorteSoap,
  type RichiestaSoap,
  type RispostaSoap,
} from "@staffetta/cooperation";
import type { Hono } from "hono";
import { Agent } from "undici";
import type { Config } from "../config.ts";
import { CLICLAVORO, MINISTERO } from "../nomi.ts";
import { type Servizicoap, smista } from "./smista.ts";

/** The one address of a role; below it, one for each operation. */
export const PERCORSO_SERVIZICOAP = "/servizicoap";

export interface OpzioniServizicoap {
  readonly accesso: AccessoSoap;
  readonly guardia?: GuardiaFirma;
  /** Where an operation of the WSDL that this node does not answer itself is answered. */
  readonly inoltraA?: string;
  /** Operation → its own path; those not named are below the one address. */
  readonly percorsi?: Readonly<Record<string, string>>;
}

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

/** Passes the same bytes on, with the same credentials, and gives the same answer back. */
function inoltraA(indirizzo: string) {
  const agent = new Agent({ headersTimeout: 30_000, bodyTimeout: 30_000 });
  const { origin, pathname } = new URL(indirizzo);
  return async (operazione: string, { grezza }: RichiestaSoap): Promise<RispostaSoap> => {
    const { bytes, contentType, authorization } = grezza;
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

const ESITO = /:Esito>([A-Z0-9]+)</;
const esitoIn = (corpo: Uint8Array): string =>
  ESITO.exec(Buffer.from(corpo).toString("utf8"))?.[1] ?? "OK";

export function montaServizicoap(
  app: Hono,
  porte: PorteSoap,
  parte: Servizicoap,
  opzioni: OpzioniServizicoap,
): void {
  const { accesso, guardia, percorsi = {} } = opzioni;
  const perOperazione = parte.operazioni.map((nome) => [
    percorsi[nome] ?? `${PERCORSO_SERVIZICOAP}/${nome}`,
    nome,
  ]);
  const inoltra = opzioni.inoltraA === undefined ? {} : { inoltra: inoltraA(opzioni.inoltraA) };
  montaSoap(app, porte, {
    ...{ percorsi: { [PERCORSO_SERVIZICOAP]: null, ...Object.fromEntries(perOperazione) } },
    ...{ accesso, limiti: LIMITI_SOAP, ...(guardia === undefined ? {} : { guardia }) },
    rispondi: smista({ ...parte, ...inoltra, clock: porte.clock }),
    documento: (query, indirizzo) => documento(parte.operazioni, query, indirizzo),
  });
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
  return {
    accesso: { utenti },
    percorsi: dato?.percorsi ?? {},
    ...(inoltra === undefined ? {} : { inoltraA: inoltra }),
  };
}
