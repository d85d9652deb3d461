import {
  type Clock,
  decodeXmlBytes,
  type Random,
  type UnitOfWork,
  type XmlElement,
} from "@staffetta/platform";
import type { Context, Hono } from "hono";
import type { CoopStores } from "../ports.ts";
import {
  type AccessoSoap,
  type ChiSoap,
  checkBasic,
  checkCertificato,
  type EsitoAccesso,
} from "./accesso.ts";
import { type FaultSoap, leggiBusta, NS_WSA, NS_WSSE, scriviFault } from "./busta.ts";
import { type CorpoLetto, type LimitiCorpo, leggiCorpo } from "./corpo.ts";

/** The HTTP edge of a SOAP endpoint: who may enter, how much, how long, and every exchange kept. */

export interface RichiestaSoap {
  /** What the body asks, already signed for when a signature is asked for. */
  readonly radice: XmlElement;
  readonly chi: ChiSoap;
  readonly scambioId: string;
  /** As it came, for who passes it on. */
  readonly grezza: Readonly<{
    bytes: Uint8Array;
    contentType: string;
    authorization: string | null;
  }>;
}

export interface RispostaSoap {
  readonly stato: number;
  readonly corpo: string | Uint8Array;
  readonly operazione: string;
  readonly esito: string;
  readonly codici: readonly string[];
  readonly regione: string;
}

/** A signature asked of the callers: verified over what it covers, and only that is believed. */
export interface GuardiaFirma {
  verifica(
    xml: string,
    contesto: Readonly<{
      now: string;
      claim: (chiave: string, scadeAt: string) => Promise<boolean>;
    }>,
  ): Promise<
    | Readonly<{ ok: true; chi: ChiSoap; radice: XmlElement }>
    | Readonly<{ ok: false; motivo: string }>
  >;
  /** Signs an answer; absent: answers are not signed. */
  firma?(xml: string, now: string): string;
}

export interface ServizioSoap {
  /** Path → the only operation of that address, or null for all. */
  readonly percorsi: Readonly<Record<string, string | null>>;
  readonly accesso: AccessoSoap;
  readonly guardia?: GuardiaFirma;
  readonly limiti: LimitiCorpo;
  readonly rispondi: (richiesta: RichiestaSoap) => Promise<RispostaSoap>;
  /** `?wsdl`, `?xsd=…`; null: there is no such document. */
  readonly documento: (query: URLSearchParams, indirizzo: string) => string | null;
}

export interface PorteSoap {
  readonly clock: Clock;
  readonly random: Random;
  readonly uow: UnitOfWork<CoopStores>;
  readonly onFault: (error: unknown) => void;
}

export const LIMITI_SOAP: LimitiCorpo = { bytesMax: 4 * 1024 * 1024, attesaMs: 20_000 };
const TIPO = "text/xml; charset=utf-8";
const AMMESSI = /^\s*(text|application)\/xml\s*(;|$)/i;
const CHARSET = /charset\s*=\s*"?([\w.-]+)"?/i;
const CAPITI_WSA = ["To", "MessageID", "Action", "ReplyTo", "From", "FaultTo", "RelatesTo"];

export function montaSoap(app: Hono, porte: PorteSoap, servizio: ServizioSoap): void {
  for (const [percorso, sola] of Object.entries(servizio.percorsi)) {
    app.get(percorso, (c) => document(c, servizio));
    app.post(percorso, (c) => exchange(c, porte, servizio, sola));
    app.all(percorso, soloPost);
  }
}

function document(c: Context, { documento }: ServizioSoap): Response {
  const url = new URL(c.req.url);
  const proto = c.req.header("x-forwarded-proto");
  const origin = proto === "https" ? url.origin.replace(/^http:/, "https:") : url.origin;
  const text = documento(url.searchParams, `${origin}${url.pathname}`);
  if (text !== null) return c.body(text, 200, { "content-type": TIPO });
  return soloPost(c);
}

const soloPost = (c: Context): Response =>
  c.body("Qui si scrive in SOAP 1.1 con POST; il contratto è in ?wsdl\n", 405, {
    ...{ allow: "POST", "content-type": "text/plain; charset=utf-8" },
  });

/** What the door itself answers, before anybody has read the message. */
const doorAnswer = (stato: number, esito: string, fault: FaultSoap): RispostaSoap => ({
  ...{ stato, corpo: scriviFault(fault), operazione: "", esito, codici: [], regione: "" },
});
const clientFault = (testo: string): FaultSoap => ({ codice: "Client", testo });

const CORPO_NON_LETTO: Readonly<Record<string, readonly [number, string]>> = {
  "troppo-grande": [413, "Il messaggio è più grande del limite di questo servizio."],
  "troppo-lento": [408, "Il messaggio non è arrivato per intero in tempo."],
  interrotto: [400, "Il messaggio si è interrotto."],
};

async function exchange(
  c: Context,
  porte: PorteSoap,
  servizio: ServizioSoap,
  sola: string | null,
): Promise<Response> {
  const startedAt = performance.now();
  const accesso = enter(c, porte, servizio);
  // Who may not enter is not listened to.
  const corpo: CorpoLetto = accesso.ok
    ? await leggiCorpo(c.req.raw.body, servizio.limiti)
    : { esito: "letto", bytes: new Uint8Array() };
  const id = porte.random.uuid();
  const controparte = accesso.ok ? (accesso.chi.utente ?? "") : "";
  const aperto = { id, at: porte.clock.now(), verso: "entrata", controparte } as const;
  await porte.uow.transaction(({ coop }) =>
    coop.scambi.apri({ ...aperto, richiesta: corpo.bytes }),
  );
  const [risposta, chi] = await decide(c, { porte, servizio, sola, accesso, corpo, id });
  const { stato, operazione, esito, codici } = risposta;
  const bytes = Buffer.from(risposta.corpo);
  const fine = { operazione, stato, esito, codici, controparte: chi?.utente ?? controparte };
  const durataMs = Math.round(performance.now() - startedAt);
  const regione = risposta.regione || (chi?.regione ?? "");
  await porte.uow.transaction(({ coop }) =>
    coop.scambi.chiudi(id, { ...fine, regione, durataMs, risposta: bytes }),
  );
  return c.body(bytes, stato as 200, {
    "content-type": TIPO,
    ...(stato === 401 ? { "www-authenticate": 'Basic realm="servizicoap", charset="UTF-8"' } : {}),
    ...(corpo.esito === "letto" ? {} : { connection: "close" }),
  });
}

function enter(c: Context, { clock }: PorteSoap, { accesso }: ServizioSoap): EsitoAccesso {
  const { utenti, certificati = [] } = accesso;
  if (certificati.length > 0) {
    const mostrato = checkCertificato(certificati, peerCertificate(c), clock.now());
    if (!mostrato.ok || utenti.length === 0) return mostrato;
  }
  return checkBasic(utenti, c.req.header("authorization") ?? null);
}

/** The certificate that TLS has verified, in DER; null without one. */
function peerCertificate(c: Context): Uint8Array | null {
  const env = c.env as {
    incoming?: { socket?: { getPeerCertificate?: () => { raw?: Uint8Array } } };
  };
  return env.incoming?.socket?.getPeerCertificate?.().raw ?? null;
}

interface Caso {
  readonly porte: PorteSoap;
  readonly servizio: ServizioSoap;
  readonly sola: string | null;
  readonly accesso: EsitoAccesso;
  readonly corpo: CorpoLetto;
  readonly id: string;
}

/** What stands in the way of reading the message at all; null = nothing. */
function checkDoor(c: Context, { accesso, corpo }: Caso): RispostaSoap | null {
  if (!accesso.ok) return doorAnswer(401, "HTTP 401", clientFault(accesso.motivo));
  if (corpo.esito !== "letto") {
    const [stato, testo] = CORPO_NON_LETTO[corpo.esito] ?? [400, ""];
    return doorAnswer(stato, `HTTP ${stato}`, clientFault(testo));
  }
  const tipo = c.req.header("content-type") ?? "";
  if (AMMESSI.test(tipo) || tipo === "") return null;
  const soap12 = /application\/soap\+xml/i.test(tipo);
  const testo = soap12 ? "Questo servizio parla SOAP 1.1." : "Serve un contenuto text/xml.";
  return doorAnswer(415, "HTTP 415", { codice: soap12 ? "VersionMismatch" : "Client", testo });
}

async function decide(c: Context, caso: Caso): Promise<readonly [RispostaSoap, ChiSoap | null]> {
  const { porte, servizio, accesso, corpo, id } = caso;
  const refused = checkDoor(c, caso);
  if (refused !== null || !accesso.ok) return [refused ?? FAULT_INTERNO, null];
  const contentType = c.req.header("content-type") ?? "text/xml";
  const xml = decodeXmlBytes(corpo.bytes, CHARSET.exec(contentType)?.[1] ?? null);
  if (xml === null)
    return [
      faulted(clientFault("I byte del messaggio non sono testo nella codifica dichiarata.")),
      null,
    ];
  const authorization = c.req.header("authorization") ?? null;
  const grezza = { bytes: corpo.bytes, contentType, authorization };
  try {
    const letta = await open(xml, caso, accesso.chi);
    if ("codice" in letta) return [faulted(letta), accesso.chi];
    const risposta = await servizio.rispondi({ ...letta, scambioId: id, grezza });
    return [sign(risposta, caso), letta.chi];
  } catch (error) {
    porte.onFault(error);
    return [FAULT_INTERNO, accesso.chi];
  }
}

const faulted = (fault: FaultSoap): RispostaSoap => doorAnswer(500, "FAULT", fault);
const FAULT_INTERNO = faulted({
  codice: "Server",
  testo: "Il servizio non è disponibile: niente è stato cambiato, riprovare più tardi.",
});

async function open(
  xml: string,
  { porte, servizio, sola }: Caso,
  chi: ChiSoap,
): Promise<FaultSoap | Readonly<{ radice: XmlElement; chi: ChiSoap }>> {
  const { guardia } = servizio;
  const capiti = new Set(CAPITI_WSA.map((name) => `${NS_WSA} ${name}`));
  if (guardia !== undefined) capiti.add(`${NS_WSSE} Security`);
  const letta = leggiBusta(xml, capiti);
  if (!letta.ok) return letta.fault;
  const altrove = clientFault(`A questo indirizzo risponde solo ${sola}.`);
  if (sola !== null && letta.busta.radice.name.toLowerCase() !== sola.toLowerCase()) return altrove;
  if (guardia === undefined) return { radice: letta.busta.radice, chi };
  const now = porte.clock.now();
  const claim = (chiave: string, scadeAt: string): Promise<boolean> =>
    porte.uow.transaction(({ coop }) => coop.scambi.claim(chiave, scadeAt, now));
  const firma = await guardia.verifica(xml, { now, claim });
  if (!firma.ok) return clientFault(firma.motivo);
  // A certificate says more than a password: its region counts.
  const regione = firma.chi.regione ?? chi.regione;
  return { radice: firma.radice, chi: { utente: firma.chi.utente ?? chi.utente, regione } };
}

function sign(risposta: RispostaSoap, { servizio, porte }: Caso): RispostaSoap {
  const firma = servizio.guardia?.firma;
  if (firma === undefined || typeof risposta.corpo !== "string") return risposta;
  return { ...risposta, corpo: firma(risposta.corpo, porte.clock.now()) };
}
