import { decodeXmlBytes, type XmlElement } from "@staffetta/platform";
import { Agent } from "undici";
import { leggiBusta, NS_WSA, NS_WSSE, scriviBusta } from "./busta.ts";

/** The calling side: keep-alive HTTP, a limit on every wait, credentials and signature by configuration. */
export interface ClientSoapOptions {
  readonly ns: string;
  /** Where each operation answers; `*` for the others. */
  readonly indirizzi: Readonly<Record<string, string>>;
  readonly credenziali?: Readonly<{ nome: string; password: string }>;
  /** Client certificate, for mutual TLS. */
  readonly tls?: Readonly<{ cert: string; key: string; ca?: string }>;
  readonly attesaMs?: number;
  readonly firma?: (xml: string, per: string) => string;
}

export interface ScambioSoap {
  readonly operazione: string;
  readonly indirizzo: string;
  readonly richiesta: string;
  readonly stato: number;
  readonly risposta: Uint8Array;
}

export type RispostaClient =
  | Readonly<{ ok: true; radice: XmlElement; scambio: ScambioSoap }>
  /** Fault, HTTP error, no answer: the service is not available, whatever the reason. */
  | Readonly<{ ok: false; codice: string; dettaglio: string; scambio: ScambioSoap }>;

export interface ClientSoap {
  chiama(
    operazione: string,
    campi: readonly (readonly [string, string])[],
  ): Promise<RispostaClient>;
  close(): Promise<void>;
}

const ATTESA_MS = 30_000;
const RISPOSTA_BYTES_MAX = 8 * 1024 * 1024;
const CAPITI: ReadonlySet<string> = new Set([
  `${NS_WSSE} Security`,
  ...["To", "MessageID", "RelatesTo", "Action"].map((name) => `${NS_WSA} ${name}`),
]);

export function createClientSoap(options: ClientSoapOptions): ClientSoap {
  const { attesaMs = ATTESA_MS, tls } = options;
  const agent = new Agent({
    ...{ keepAliveTimeout: 60_000, headersTimeout: attesaMs, bodyTimeout: attesaMs },
    ...{ maxResponseSize: RISPOSTA_BYTES_MAX, connect: { timeout: 5_000, ...tls } },
  });
  return {
    chiama: (operazione, campi) => call(agent, options, operazione, campi),
    close: () => agent.close(),
  };
}

function headersOf({ credenziali }: ClientSoapOptions): Record<string, string> {
  const headers = { "content-type": "text/xml; charset=utf-8", soapaction: '""' };
  if (credenziali === undefined) return headers;
  const coded = Buffer.from(`${credenziali.nome}:${credenziali.password}`).toString("base64");
  return { ...headers, authorization: `Basic ${coded}` };
}

async function call(
  agent: Agent,
  options: ClientSoapOptions,
  operazione: string,
  campi: readonly (readonly [string, string])[],
): Promise<RispostaClient> {
  const indirizzo = options.indirizzi[operazione] ?? options.indirizzi["*"];
  if (indirizzo === undefined) throw new Error(`Nessun indirizzo per ${operazione}`);
  const plain = scriviBusta(options.ns, operazione, campi);
  const richiesta = options.firma === undefined ? plain : options.firma(plain, indirizzo);
  const scambio = { operazione, indirizzo, richiesta, stato: 0, risposta: new Uint8Array() };
  const url = new URL(indirizzo);
  try {
    const answer = await agent.request({
      ...{ origin: url.origin, path: url.pathname + url.search, method: "POST" },
      ...{ headers: headersOf(options), body: richiesta },
    });
    const risposta = new Uint8Array(await answer.body.arrayBuffer());
    return judge({ ...scambio, stato: answer.statusCode, risposta });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { ok: false, codice: "partner-irraggiungibile", dettaglio: code ?? message, scambio };
  }
}

function judge(scambio: ScambioSoap): RispostaClient {
  const { stato, risposta, operazione } = scambio;
  const refuse = (codice: string, dettaglio: string): RispostaClient => ({
    ...{ ok: false, codice, dettaglio: dettaglio.slice(0, 400), scambio },
  });
  const xml = decodeXmlBytes(risposta);
  const letta = xml === null ? null : leggiBusta(xml, CAPITI);
  if (letta === null || !letta.ok)
    return refuse(stato === 200 ? "soap-busta" : `risposta-${stato}`, xml ?? "");
  const { radice } = letta.busta;
  if (radice.name === "Fault") {
    const of = (name: string) => radice.children.find((one) => one.name === name)?.text ?? "";
    return refuse("soap-fault", `${of("faultcode")} ${of("faultstring")}`);
  }
  if (stato !== 200) return refuse(`risposta-${stato}`, xml ?? "");
  if (radice.name.toLowerCase() !== `risposta_${operazione}`.toLowerCase())
    return refuse("soap-busta", `risposta inattesa: ${radice.name}`);
  return { ok: true, radice, scambio };
}
