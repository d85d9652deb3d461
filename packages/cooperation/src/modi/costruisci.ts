import type { KeyObject } from "node:crypto";
import { digestDi, sha256Hex, sha256Url } from "./digest.ts";
import { firmaJws, jwkDi } from "./jws.ts";

/** Builds what the patterns put in a request. Pure: the clock and chance are arguments. */
export interface ChiaveModi {
  readonly kid: string;
  readonly chiave: KeyObject;
}
/** When (seconds) and with which unique id a token is made. */
export interface Momento {
  readonly now: number;
  readonly jti: string;
  /** Seconds for which the token is good. */
  readonly validity?: number;
}

export const VALIDITY_S = 120;

const times = ({ now, validity = VALIDITY_S }: Momento) => ({
  iat: now,
  nbf: now,
  exp: now + validity,
});

export interface Parti {
  /** Client id at PDND, or the name agreed with the partner. */
  readonly chi: string;
  readonly per: string;
}

/** ID_AUTH_REST_01; with `unico` also the jti of ID_AUTH_REST_02. */
export const tokenIdAuth = (
  chiave: ChiaveModi,
  { chi, per }: Parti,
  momento: Momento,
  unico = true,
): string =>
  firmaJws(
    { typ: "JWT", kid: chiave.kid },
    {
      ...{ iss: chi, sub: chi, aud: per, ...times(momento) },
      ...(unico ? { jti: momento.jti } : {}),
    },
    chiave.chiave,
  );

/** What INTEGRITY covers besides the digest: the headers that say how to read the body. */
const COVERED = ["content-type", "content-encoding"] as const;

/** INTEGRITY_REST_01/02: the headers to add to a request or an answer with this body. */
export function intestazioniIntegrita(
  chiave: ChiaveModi,
  { chi, per }: Parti,
  momento: Momento,
  contenuto: Readonly<{ body: string; headers: Readonly<Record<string, string>> }>,
): Readonly<{ digest: string; "agid-jwt-signature": string }> {
  const digest = digestDi(contenuto.body);
  const covered = COVERED.flatMap((name) => {
    const value = contenuto.headers[name];
    return value === undefined ? [] : [{ [name]: value }];
  });
  const claims = { iss: chi, sub: chi, aud: per, jti: momento.jti, ...times(momento) };
  const signed = { ...claims, signed_headers: [{ digest }, ...covered] };
  const token = firmaJws({ typ: "JWT", kid: chiave.kid }, signed, chiave.chiave);
  return { digest, "agid-jwt-signature": token };
}

export interface Traccia {
  readonly userID: string;
  readonly userLocation: string;
  readonly LoA?: string;
  readonly purposeId?: string;
  /** AUDIT_REST_02 only: a random number that makes the digest impossible to guess. */
  readonly dnonce?: string;
}

/** AUDIT_REST_01/02, for the header Agid-JWT-TrackingEvidence. */
export const tokenTracciamento = (
  chiave: ChiaveModi,
  { chi, per }: Parti,
  momento: Momento,
  traccia: Traccia,
): string =>
  firmaJws(
    { typ: "JWT", kid: chiave.kid },
    { iss: chi, sub: chi, aud: per, jti: momento.jti, ...times(momento), ...traccia },
    chiave.chiave,
  );

/** Whoever may ask PDND for a voucher, and for what. */
export interface Richiedente {
  readonly clientId: string;
  readonly purposeId: string;
  /** The authorization server's audience. */
  readonly aud: string;
}

/** PDND takes RS256 alone here; AUDIT_REST_02 binds the tracking evidence with its SHA-256 in hex. */
export function asserzioneClient(
  chiave: ChiaveModi,
  { clientId, purposeId, aud }: Richiedente,
  momento: Momento,
  tracciamento?: string,
): string {
  const digest =
    tracciamento === undefined ? {} : { digest: { alg: "SHA256", value: sha256Hex(tracciamento) } };
  const claims = { iss: clientId, sub: clientId, aud, purposeId, jti: momento.jti };
  return firmaJws(
    { typ: "JWT", kid: chiave.kid },
    { ...claims, ...times(momento), ...digest },
    chiave.chiave,
  );
}

/** RFC 9449 proof; `token` binds it to a voucher when a resource is called. */
export const provaDpop = (
  chiave: KeyObject,
  { htm, htu }: Readonly<{ htm: string; htu: string }>,
  { now, jti }: Momento,
  token?: string,
): string =>
  firmaJws(
    { typ: "dpop+jwt", jwk: jwkDi(chiave) },
    { htm, htu, iat: now, jti, ...(token === undefined ? {} : { ath: sha256Url(token) }) },
    chiave,
  );

/** The form of a request to the token endpoint. */
export const moduloToken = (clientId: string, asserzione: string): URLSearchParams =>
  new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: asserzione,
  });
