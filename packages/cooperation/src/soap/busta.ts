import { cdata, escapeXml, readXml, type XmlElement, type XmlLimits } from "@staffetta/platform";

/** SOAP 1.1 envelopes, read and written. What they carry is text for this package. */

export const NS_SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
export const NS_WSSE =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
export const NS_WSU =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
export const NS_WSA = "http://www.w3.org/2005/08/addressing";

/** What SOAP itself refuses; a refusal of the contract is an answer, not a fault. */
export interface FaultSoap {
  readonly codice: "VersionMismatch" | "MustUnderstand" | "Client" | "Server";
  readonly testo: string;
  /** Already XML; "" for none. */
  readonly dettaglio?: string;
}

export interface Busta {
  readonly envelope: XmlElement;
  readonly header: readonly XmlElement[];
  readonly body: XmlElement;
  /** The only child of the body. */
  readonly radice: XmlElement;
}

export type BustaLetta =
  | Readonly<{ ok: true; busta: Busta }>
  | Readonly<{ ok: false; fault: FaultSoap }>;

const LIMITI: XmlLimits = {
  charsMax: 8_000_000,
  depthMax: 32,
  nodesMax: 20_000,
  attributesMax: 32,
};

const fault = (codice: FaultSoap["codice"], testo: string): BustaLetta => ({
  ok: false,
  fault: { codice, testo },
});

/** @param capiti header blocks that this endpoint obeys, as "namespace name" */
export function leggiBusta(xml: string, capiti: ReadonlySet<string>): BustaLetta {
  const letta = readXml(xml, LIMITI);
  if (!letta.ok) return fault("Client", `La busta non si legge: ${letta.message}.`);
  const envelope = letta.root;
  if (envelope.name !== "Envelope")
    return fault("Client", `Serve una busta SOAP, non «${envelope.name}».`);
  if (envelope.ns !== NS_SOAP)
    return fault(
      "VersionMismatch",
      "Questo servizio parla SOAP 1.1: la busta è di un'altra versione.",
    );
  const [first, ...rest] = envelope.children;
  const hasHeader = first !== undefined && isSoap(first, "Header");
  const [body, ...dopo] = hasHeader ? rest : envelope.children;
  if (body === undefined || !isSoap(body, "Body") || dopo.length > 0)
    return fault("Client", "La busta deve avere un Body, dopo l'eventuale Header e nient'altro.");
  const [radice, ...altre] = body.children;
  if (radice === undefined || altre.length > 0)
    return fault("Client", "Il Body deve avere un solo elemento: l'operazione richiesta.");
  const header = hasHeader ? first.children : [];
  const ignoto = header.find(
    (blocco) => mustUnderstand(blocco) && !capiti.has(`${blocco.ns} ${blocco.name}`),
  );
  if (ignoto !== undefined)
    return fault(
      "MustUnderstand",
      `L'intestazione «${ignoto.name}» è obbligatoria e qui non è prevista.`,
    );
  return { ok: true, busta: { envelope, header, body, radice } };
}

const isSoap = (element: XmlElement, name: string): boolean =>
  element.ns === NS_SOAP && element.name === name;

const ACTOR_NEXT = "http://schemas.xmlsoap.org/soap/actor/next";
function mustUnderstand({ attributes }: XmlElement): boolean {
  const of = (name: string) =>
    attributes.find((one) => one.ns === NS_SOAP && one.name === name)?.value;
  const actor = of("actor") ?? "";
  return (
    ["1", "true"].includes(of("mustUnderstand") ?? "0") && (actor === "" || actor === ACTOR_NEXT)
  );
}

/** A document inside a text travels as CDATA, so that people can read it. */
export const testoXml = (testo: string): string =>
  testo.includes("<") ? cdata(testo) : escapeXml(testo);

const DICHIARAZIONE = '<?xml version="1.0" encoding="UTF-8"?>';

const busta = (header: string, body: string): string =>
  `${DICHIARAZIONE}<soapenv:Envelope xmlns:soapenv="${NS_SOAP}">${header}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

/** @param campi in the order of the schema, each with its text */
export function scriviBusta(
  ns: string,
  radice: string,
  campi: readonly (readonly [string, string])[],
  header = "",
): string {
  const dentro = campi
    .map(([nome, testo]) => `<typ:${nome}>${testoXml(testo)}</typ:${nome}>`)
    .join("");
  return busta(header, `<typ:${radice} xmlns:typ="${ns}">${dentro}</typ:${radice}>`);
}

export function scriviFault({ codice, testo, dettaglio = "" }: FaultSoap): string {
  const detail = dettaglio === "" ? "" : `<detail>${dettaglio}</detail>`;
  return busta(
    "",
    `<soapenv:Fault><faultcode>soapenv:${codice}</faultcode><faultstring>${escapeXml(testo)}</faultstring>${detail}</soapenv:Fault>`,
  );
}
