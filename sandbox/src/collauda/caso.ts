import { servizicoap } from "@staffetta/contracts";
import { NS_SOAP, scriviBusta } from "@staffetta/cooperation";
import { decodeXmlBytes, readXml, type XmlElement } from "@staffetta/platform";

/** One exchange of the conformance kit: what is sent, and what the contract says of the answer. */
export interface Caso {
  readonly operazione: string;
  /** Sentence: what is tried and what must come of it. */
  readonly nome: string;
  readonly corpo: string | Uint8Array;
  readonly credenziali?: "nessuna" | "sbagliate";
  /** What is wrong with the answer; null = it is as it must be. */
  readonly verifica: (risposta: RispostaCaso) => string | null;
}

export interface RispostaCaso {
  readonly stato: number;
  readonly testo: string;
  /** The child of the body; null when there is no envelope. */
  readonly radice: XmlElement | null;
  campo(nome: string): string;
}

export type Documento = Readonly<{ nome: string; xml: string }>;

/** The request of an operation with one parameter, as the portals send it. */
export const chiamata = (
  operazione: string,
  ...parametri: readonly (readonly [string, string])[]
): string => scriviBusta(servizicoap.NS_TYPES, operazione, parametri);

/** The same, with the document escaped instead of in CDATA, and with its own declaration. */
export const chiamataProtetta = (
  operazione: string,
  parametro: string,
  documento: string,
): string => {
  const testo = `<?xml version="1.0" encoding="UTF-8"?>\n${documento}`
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
  return `<e:Envelope xmlns:e="${NS_SOAP}" xmlns:y="${servizicoap.NS_TYPES}"><e:Body><y:${operazione}><y:${parametro}>${testo}</y:${parametro}></y:${operazione}></e:Body></e:Envelope>`;
};

export function leggiRisposta(stato: number, bytes: Uint8Array): RispostaCaso {
  const testo = decodeXmlBytes(bytes) ?? "";
  const letta = readXml(testo);
  const body = letta.ok
    ? letta.root.children.find(({ name, ns }) => name === "Body" && ns === NS_SOAP)
    : undefined;
  const radice = body?.children[0] ?? null;
  const campo = (nome: string): string =>
    radice?.children.find(({ name }) => name === nome)?.text ?? "";
  return { stato, testo, radice, campo };
}

type Verifica = Caso["verifica"];

/** Every element of the answer, in the namespace of the types, with HTTP 200. */
export function rispostaPiena(
  operazione: servizicoap.NomeOperazione,
  radice = operazione as string,
): Verifica {
  const nomi = Object.keys(servizicoap.descrizioneDi(operazione).risposta);
  return ({ stato, radice: trovata }) => {
    if (stato !== 200) return `HTTP ${stato} invece di 200`;
    if (trovata?.name !== `risposta_${radice}` || trovata.ns !== servizicoap.NS_TYPES)
      return `la risposta è ${trovata?.name ?? "vuota"}, non risposta_${radice}`;
    const dati = trovata.children.map(({ name }) => name);
    return dati.join() === nomi.join()
      ? null
      : `gli elementi sono ${dati.join()}, non ${nomi.join()}`;
  };
}

export const tutte =
  (...verifiche: readonly Verifica[]): Verifica =>
  (risposta) => {
    for (const verifica of verifiche) {
      const difetto = verifica(risposta);
      if (difetto !== null) return difetto;
    }
    return null;
  };

export const campo =
  (nome: string, atteso: string | RegExp): Verifica =>
  ({ campo: di }) => {
    const valore = di(nome);
    const giusto = typeof atteso === "string" ? valore === atteso : atteso.test(valore);
    return giusto ? null : `${nome} è «${valore.slice(0, 120)}», atteso ${atteso}`;
  };

export const esitoOk = (operazione: servizicoap.NomeOperazione, radice?: string): Verifica =>
  tutte(rispostaPiena(operazione, radice), campo("Esito", "OK"), campo("MessaggioErrore", ""));

export const esitoKo = (
  operazione: servizicoap.NomeOperazione,
  messaggio: RegExp = /./,
): Verifica =>
  tutte(rispostaPiena(operazione), campo("Esito", "KO"), campo("MessaggioErrore", messaggio));

export const nonFault: Verifica = ({ stato, radice }) =>
  stato === 200 && radice?.name.startsWith("risposta_")
    ? null
    : `HTTP ${stato}, ${radice?.name ?? "niente"}`;

/** A list of anomalies after the fixed words, as clients read it. */
export const ANOMALIE =
  /^Riscontrato errore nella validazione dell'input :<ListaAnomalie><Anomalia>/;

/** A fault, or an HTTP status that says the same before SOAP is read. */
export const fault =
  (codice: string, ...http: readonly number[]): Verifica =>
  ({ stato, radice, campo: di }) => {
    if (http.includes(stato)) return null;
    if (radice?.name !== "Fault")
      return `serve un fault ${codice}, c'è HTTP ${stato} ${radice?.name ?? ""}`;
    return di("faultcode").endsWith(codice) ? null : `il fault è ${di("faultcode")}, non ${codice}`;
  };
