import { X509Certificate } from "node:crypto";
import { escapeXml, readXml, type XmlElement } from "@staffetta/platform";
import { DOMParser } from "@xmldom/xmldom";
import { SignedXml } from "xml-crypto";
import { type CertificatoAmmesso, type ChiSoap, isAmmesso } from "./accesso.ts";
import { leggiBusta, NS_SOAP, NS_WSA, NS_WSSE, NS_WSU } from "./busta.ts";
import type { GuardiaFirma } from "./porta.ts";

/**
 * WS-Security with X.509, as the Italian interoperability model asks of SOAP: ID_AUTH_SOAP_01 (Timestamp
 * and To signed), ID_AUTH_SOAP_02 (and a MessageID accepted once), INTEGRITY_SOAP_01 (and the Body).
 */
export type ProfiloSoap = "ID_AUTH_SOAP_01" | "ID_AUTH_SOAP_02" | "INTEGRITY_SOAP_01";

export interface PoliticaFirma {
  readonly profili: readonly ProfiloSoap[];
  /** Certificates of the callers, or of who issues them. */
  readonly ammessi: readonly CertificatoAmmesso[];
  /** What `wsa:To` may say. */
  readonly indirizzi: readonly string[];
  /** Signs the answers; absent: they are not signed. */
  readonly propria?: ChiaveSoap;
}
export interface ChiaveSoap {
  readonly chiavePem: string;
  readonly certificatoPem: string;
}

const NS_DS = "http://www.w3.org/2000/09/xmldsig#";
const C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const X509_TOKEN =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
const BASE64 =
  "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
const AMMESSI: ReadonlySet<string> = new Set([
  ...[C14N, RSA_SHA256, SHA256],
  `${NS_DS}enveloped-signature`,
]);
const VALIDITY_MS = 5 * 60_000;
/** Clocks of two systems may differ this much. */
const SKEW_MS = 60_000;
const VALIDITY_MAX_MS = 15 * 60_000;

const byName = (name: string): string => `//*[local-name(.)='${name}']`;

/** The envelope with its security header: To, MessageID, Timestamp, certificate, signature. */
export function firmaBusta(
  xml: string,
  { chiavePem, certificatoPem }: ChiaveSoap,
  { per, messageId, now }: Readonly<{ per: string; messageId: string; now: string }>,
): string {
  const expires = new Date(Date.parse(now) + VALIDITY_MS).toISOString();
  const der = new X509Certificate(certificatoPem).raw.toString("base64");
  const token = `<wsse:BinarySecurityToken wsu:Id="X509" EncodingType="${BASE64}" ValueType="${X509_TOKEN}">${der}</wsse:BinarySecurityToken>`;
  const timestamp = `<wsu:Timestamp wsu:Id="TS"><wsu:Created>${now}</wsu:Created><wsu:Expires>${expires}</wsu:Expires></wsu:Timestamp>`;
  const security = `<wsse:Security xmlns:wsse="${NS_WSSE}" xmlns:wsu="${NS_WSU}" soapenv:mustUnderstand="1">${token}${timestamp}</wsse:Security>`;
  const wsa = `<wsa:To xmlns:wsa="${NS_WSA}" xmlns:wsu="${NS_WSU}" wsu:Id="TO">${escapeXml(per)}</wsa:To><wsa:MessageID xmlns:wsa="${NS_WSA}" xmlns:wsu="${NS_WSU}" wsu:Id="MID">${escapeXml(messageId)}</wsa:MessageID>`;
  const prepared = xml.replace(
    "<soapenv:Body>",
    () =>
      `<soapenv:Header>${security}${wsa}</soapenv:Header><soapenv:Body xmlns:wsu="${NS_WSU}" wsu:Id="BODY">`,
  );
  const signer = new SignedXml({
    ...{ privateKey: chiavePem, idMode: "wssecurity", signatureAlgorithm: RSA_SHA256 },
    ...{ canonicalizationAlgorithm: C14N },
    getKeyInfoContent: () =>
      `<wsse:SecurityTokenReference xmlns:wsse="${NS_WSSE}"><wsse:Reference URI="#X509" ValueType="${X509_TOKEN}"/></wsse:SecurityTokenReference>`,
  });
  for (const name of ["Timestamp", "To", "MessageID", "Body"])
    signer.addReference({ xpath: byName(name), transforms: [C14N], digestAlgorithm: SHA256 });
  signer.computeSignature(prepared, {
    prefix: "ds",
    location: { reference: byName("Security"), action: "append" },
  });
  return signer.getSignedXml();
}

type Firmato = ReadonlyMap<string, XmlElement>;
class NonValida extends Error {}
const refuse = (motivo: string): never => {
  throw new NonValida(motivo);
};

const only = (elements: readonly XmlElement[], ns: string, name: string): XmlElement => {
  const [one, ...others] = elements.filter((each) => each.ns === ns && each.name === name);
  return one === undefined || others.length > 0
    ? refuse(`Serve un solo elemento ${name} nell'intestazione di sicurezza.`)
    : one;
};

/** The only signature of the document, for the library. The envelope has been read before: no DTD is in it. */
function nodoFirma(xml: string): Node {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const found = document.getElementsByTagNameNS(NS_DS, "Signature");
  const node = found.item(0);
  return node === null || found.length > 1 ? refuse("Serve una sola firma.") : node;
}

/** The library throws for digests that don't match, ids that repeat, references to nothing. */
function isValida(verifier: SignedXml, node: Node, xml: string): boolean {
  try {
    verifier.loadSignature(node);
    return verifier.checkSignature(xml);
  } catch {
    return false;
  }
}

/** Only what the signature covers is given back, in its canonical form: the rest is as if it were not there. */
function verificaFirma(xml: string, security: XmlElement, pem: string): Firmato {
  for (const algoritmo of algoritmiDi(only(security.children, NS_DS, "Signature")))
    if (!AMMESSI.has(algoritmo)) refuse(`L'algoritmo ${algoritmo} non è ammesso.`);
  const verifier = new SignedXml({
    ...{ publicCert: pem, idMode: "wssecurity", getCertFromKeyInfo: () => null },
  });
  if (!isValida(verifier, nodoFirma(xml), xml)) refuse("La firma non è valida.");
  const found = new Map<string, XmlElement>();
  for (const canonical of verifier.getSignedReferences()) {
    const read = readXml(canonical);
    if (!read.ok) return refuse("Un elemento firmato non si legge.");
    const key = `${read.root.ns} ${read.root.name}`;
    if (found.has(key)) refuse(`L'elemento ${read.root.name} è firmato due volte.`);
    found.set(key, read.root);
  }
  return found;
}

function algoritmiDi(element: XmlElement): readonly string[] {
  const own = element.attributes
    .filter(({ name }) => name === "Algorithm")
    .map(({ value }) => value);
  return [...own, ...element.children.flatMap(algoritmiDi)];
}

const idOf = ({ attributes }: XmlElement): string =>
  attributes.find(({ name, ns }) => name === "Id" && ns === NS_WSU)?.value ?? "";

/** What is in the envelope must be what was signed, not a twin of it somewhere else. */
function firmato(
  elementi: Firmato,
  ns: string,
  name: string,
  presente: XmlElement | undefined,
): XmlElement {
  const one = elementi.get(`${ns} ${name}`) ?? refuse(`L'elemento ${name} non è firmato.`);
  if (presente === undefined || idOf(presente) === "" || idOf(presente) !== idOf(one))
    return refuse(`L'elemento ${name} firmato non è quello del messaggio.`);
  return one;
}

const istante = (timestamp: XmlElement, name: string): number => {
  const text = timestamp.children.find((one) => one.name === name && one.ns === NS_WSU)?.text ?? "";
  const ms = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(ms) ? refuse(`Nel Timestamp manca ${name}.`) : ms;
};

function checkTempo(timestamp: XmlElement, nowMs: number): number {
  const [created, expires] = [istante(timestamp, "Created"), istante(timestamp, "Expires")];
  if (created > nowMs + SKEW_MS) refuse("Il messaggio viene dal futuro: controlla l'orologio.");
  if (expires + SKEW_MS < nowMs) refuse("Il messaggio è scaduto.");
  if (expires - created > VALIDITY_MAX_MS) refuse("Il messaggio vale troppo a lungo.");
  return expires;
}

function certificatoDi(security: XmlElement): X509Certificate {
  const token = only(security.children, NS_WSSE, "BinarySecurityToken");
  try {
    return new X509Certificate(Buffer.from(token.text.replaceAll(/\s/g, ""), "base64"));
  } catch {
    return refuse("Il certificato del messaggio non si legge.");
  }
}

interface Verificata {
  readonly chi: ChiSoap;
  readonly radice: XmlElement;
  /** To be claimed once; null when the profile doesn't ask for it. */
  readonly messageId: Readonly<{ chiave: string; scadeAt: string }> | null;
}

function apri(xml: string, politica: PoliticaFirma, now: string): Verificata {
  const capiti = new Set([`${NS_WSSE} Security`, `${NS_WSA} To`, `${NS_WSA} MessageID`]);
  const letta = leggiBusta(
    xml,
    new Set([...capiti, `${NS_WSA} Action`, `${NS_WSA} ReplyTo`, `${NS_WSA} From`]),
  );
  if (!letta.ok) return refuse(letta.fault.testo);
  const { header, body, radice } = letta.busta;
  const security = only(header, NS_WSSE, "Security");
  const certificato = certificatoDi(security);
  const ammesso =
    politica.ammessi.find(({ pem }) => isAmmesso(certificato, pem, now)) ??
    refuse("Il certificato della firma non è fra quelli ammessi, o è scaduto.");
  const elementi = verificaFirma(xml, security, certificato.toString());
  const di = (elements: readonly XmlElement[], ns: string, name: string): XmlElement =>
    firmato(
      elementi,
      ns,
      name,
      elements.find((one) => one.ns === ns && one.name === name),
    );
  const expires = checkTempo(di(security.children, NS_WSU, "Timestamp"), Date.parse(now));
  const to = di(header, NS_WSA, "To").text.trim();
  if (!politica.indirizzi.includes(to))
    refuse(`Il messaggio è per ${to}, non per questo servizio.`);
  const { profili } = politica;
  const messageId = profili.includes("ID_AUTH_SOAP_02")
    ? di(header, NS_WSA, "MessageID").text.trim() || refuse("Il MessageID è vuoto.")
    : null;
  const intero = profili.includes("INTEGRITY_SOAP_01");
  const corpo = intero ? firmato(elementi, NS_SOAP, "Body", body) : body;
  const chiave = `${certificato.fingerprint256} ${messageId}`;
  const scadeAt = new Date(expires + 2 * SKEW_MS).toISOString();
  return {
    chi: { utente: ammesso.nome, regione: ammesso.regione ?? null },
    radice: intero ? (corpo.children[0] ?? radice) : radice,
    messageId: messageId === null ? null : { chiave, scadeAt },
  };
}

export function guardiaFirma(politica: PoliticaFirma): GuardiaFirma {
  const { propria } = politica;
  return {
    verifica: async (xml, { now, claim }) => {
      try {
        const { chi, radice, messageId } = apri(xml, politica, now);
        if (messageId !== null && !(await claim(messageId.chiave, messageId.scadeAt)))
          return {
            ok: false,
            motivo: "Il messaggio è già stato ricevuto: il suo MessageID si usa una volta.",
          };
        return { ok: true, chi, radice };
      } catch (error) {
        if (!(error instanceof NonValida)) throw error;
        return { ok: false, motivo: error.message };
      }
    },
    ...(propria === undefined
      ? {}
      : {
          firma: (xml, now) =>
            firmaBusta(xml, propria, {
              per: `${NS_WSA}/anonymous`,
              messageId: `urn:uuid:${crypto.randomUUID()}`,
              now,
            }),
        }),
  };
}
