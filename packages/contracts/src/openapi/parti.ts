import { Problema } from "../problema.ts";
import type { Forma, Forme } from "./forme.ts";

/** What every answer of every API has: limits, problems, ways to prove who is asking. */

const COUNT = { type: "integer", format: "int32", minimum: 0 } as const;

const INTESTAZIONI: Readonly<Record<string, Forma>> = {
  "X-RateLimit-Limit": {
    description: "Quante richieste si possono fare in una finestra",
    schema: COUNT,
  },
  "X-RateLimit-Remaining": { description: "Quante ne restano adesso", schema: COUNT },
  "X-RateLimit-Reset": {
    description: "Fra quanti secondi tornano tutte disponibili",
    schema: COUNT,
  },
  "Retry-After": { description: "Fra quanti secondi riprovare", schema: COUNT },
  "X-Correlation-ID": {
    description: "L'identificativo della richiesta: torna nel richiamo con la risposta",
    schema: { type: "string", format: "uuid" },
  },
};

const nomeOf = (header: string): string => header.replaceAll("-", "");
const ref = (kind: string, nome: string): Forma => ({ $ref: `#/components/${kind}/${nome}` });
const headersOf = (names: readonly string[]): Forma =>
  Object.fromEntries(names.map((name) => [name, ref("headers", nomeOf(name))]));

const LIMITI = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"] as const;

export const intestazioniRisposta = (...altre: readonly string[]): Forma =>
  headersOf([...LIMITI, ...altre]);

export const componentiIntestazioni = (): Forma =>
  Object.fromEntries(Object.entries(INTESTAZIONI).map(([name, one]) => [nomeOf(name), one]));

const problema = (forme: Forme, description: string, ...altre: readonly string[]): Forma => ({
  description,
  headers: intestazioniRisposta(...altre),
  content: { "application/problem+json": { schema: forme.di(Problema, "Problema") } },
});

export const componentiRisposte = (forme: Forme): Forma => ({
  Problema: problema(
    forme,
    "Un problema che si può leggere: che cosa è successo, perché, che cosa fare",
  ),
  TroppeRichieste: problema(forme, "Troppe richieste: aspetta e riprova", "Retry-After"),
  NonDisponibile: problema(forme, "Il servizio non è disponibile adesso", "Retry-After"),
});

/** Each status of error that an operation can answer with. */
export const risposteDiErrore = (statuses: readonly number[]): Forma => ({
  ...Object.fromEntries(statuses.map((status) => [String(status), ref("responses", "Problema")])),
  "429": ref("responses", "TroppeRichieste"),
  "503": ref("responses", "NonDisponibile"),
  default: ref("responses", "Problema"),
});

const PARAMETRI: Readonly<Record<string, Forma>> = {
  Digest: {
    ...{ name: "Digest", in: "header", required: false },
    description: "INTEGRITY_REST: SHA-256 del corpo, in base64 (accettato anche esadecimale)",
    schema: { type: "string", maxLength: 100 },
  },
  AgidJwtSignature: {
    ...{ name: "Agid-JWT-Signature", in: "header", required: false },
    description: "INTEGRITY_REST_01/02: la firma del digest e delle intestazioni del contenuto",
    schema: { type: "string", maxLength: 8192 },
  },
  AgidJwtTrackingEvidence: {
    ...{ name: "Agid-JWT-TrackingEvidence", in: "header", required: false },
    description: "AUDIT_REST_01/02: quale persona chiede, dietro al sistema",
    schema: { type: "string", maxLength: 8192 },
  },
  DPoP: {
    ...{ name: "DPoP", in: "header", required: false },
    description: "RFC 9449: la prova di possedere la chiave a cui il voucher è legato",
    schema: { type: "string", maxLength: 8192 },
  },
  XReplyTo: {
    ...{ name: "X-ReplyTo", in: "header", required: false },
    description: "Dove mandare la risposta quando è pronta: la richiesta non aspetta (PUSH)",
    schema: { type: "string", format: "uri", maxLength: 500 },
  },
};

const MODI = ["Digest", "AgidJwtSignature", "AgidJwtTrackingEvidence", "DPoP"] as const;

export const componentiParametri = (): Forma => PARAMETRI;
export const parametriModi = (differibile: boolean): readonly Forma[] =>
  [...MODI, ...(differibile ? ["XReplyTo"] : [])].map((nome) => ref("parameters", nome));

export const componentiSicurezza = (cookie: string): Forma => ({
  VoucherPdnd: {
    ...{ type: "http", scheme: "bearer", bearerFormat: "at+jwt" },
    description:
      "Voucher PDND (ID_AUTH_REST con kid), eventualmente legato a una chiave (DPoP); il client e la finalità devono essere abilitati su questo nodo.",
  },
  FiduciaDiretta: {
    ...{ type: "http", scheme: "bearer", bearerFormat: "JWT" },
    description: "ID_AUTH_REST_01/02 con una chiave scambiata con il gestore di questo nodo.",
  },
  Sessione: {
    ...{ type: "apiKey", in: "cookie", name: cookie },
    description: "La sessione di una persona che ha fatto l'accesso sulle pagine.",
  },
});
