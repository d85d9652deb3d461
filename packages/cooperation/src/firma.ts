import { hash, type KeyObject } from "node:crypto";
import type { Clock, Random } from "@staffetta/platform";
import { signEs256, verifyEs256 } from "./es256.ts";
import type { EsitoFirma, Firma } from "./ports.ts";

/**
 * ModI INTEGRITY_REST_01 over ID_AUTH: the body's digest goes in `Digest`, and a JWS signed with ES256
 * covers it in `Agid-JWT-Signature`; the same claims without the digest are the bearer token.
 */
const HEADER_DIGEST = "digest";
const HEADER_FIRMA = "agid-jwt-signature";
const HEADER_AUTH = "authorization";

/** How long a signature is good for, in seconds. */
const VALIDITY_S = 120;
/** Clocks of two nodes may differ by this much, in seconds. */
const SKEW_S = 60;

export interface ChiavePropria {
  readonly kid: string;
  readonly chiave: KeyObject;
}

export interface FirmaOptions {
  readonly nodo: string;
  readonly propria: ChiavePropria;
  /** Public keys of a partner by kid; several during a rotation. */
  readonly chiaviDi: (partner: string) => ReadonlyMap<string, KeyObject>;
  readonly clock: Clock;
  readonly random: Random;
}

const digestOf = (body: string): string => `SHA-256=${hash("sha256", body, "base64")}`;

interface Claims {
  readonly iss: string;
  readonly aud: string;
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
  readonly signed_headers?: readonly Readonly<Record<string, string>>[];
}

const refusal = (
  codice: Extract<EsitoFirma, { ok: false }>["codice"],
  dettaglio: string,
): EsitoFirma => ({ ok: false, codice, dettaglio });

const base64url = (text: string): string => Buffer.from(text).toString("base64url");

const CURVE = "prime256v1";

/**
 * A compact JWS signed on this thread with keys that are already parsed: that costs less than handing the
 * work to a thread pool.
 */
function signCompact(intestazione: string, claims: Claims, key: KeyObject): string {
  const signed = `${intestazione}.${base64url(JSON.stringify(claims))}`;
  return `${signed}.${signEs256(Buffer.from(signed), key).toString("base64url")}`;
}

export function firmaEs256(options: FirmaOptions): Firma {
  const { nodo, propria, chiaviDi, clock, random } = options;
  const intestazione = base64url(JSON.stringify({ alg: "ES256", typ: "JWT", kid: propria.kid }));
  return {
    firma: async (body, per) => {
      const digest = digestOf(body);
      const iat = Math.floor(Date.parse(clock.now()) / 1000);
      const claims = { iss: nodo, aud: per, jti: random.uuid(), iat, exp: iat + VALIDITY_S };
      const signed = { ...claims, signed_headers: [{ digest }] };
      const firma = signCompact(intestazione, signed, propria.chiave);
      return { [HEADER_DIGEST]: digest, [HEADER_FIRMA]: firma, [HEADER_AUTH]: `Bearer ${firma}` };
    },
    verifica: async (body, headers, da) => {
      const token = headers[HEADER_FIRMA];
      const digest = headers[HEADER_DIGEST];
      if (token === undefined || digest === undefined || headers[HEADER_AUTH] === undefined)
        return refusal("firma-assente", "Mancano Digest, Agid-JWT-Signature o Authorization");
      if (headers[HEADER_AUTH] !== `Bearer ${token}`)
        return refusal("firma-non-valida", "Il token di autenticazione non è quello firmato");
      if (digest !== digestOf(body)) return refusal("corpo-alterato", "Digest diverso dal corpo");
      const claims = readClaims(token, chiaviDi(da));
      if ("ok" in claims) return claims;
      return checkClaims(claims, { nodo, da, digest, now: Date.parse(clock.now()) / 1000 });
    },
  };
}

/** Null when the text is not the base64url of a JSON object, each byte written in the one right way. */
function readJson(text: string): Readonly<Record<string, unknown>> | null {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.toString("base64url") !== text) return null;
  try {
    const value = JSON.parse(bytes.toString()) as Record<string, unknown> | null;
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function readClaims(token: string, keys: ReadonlyMap<string, KeyObject>): Claims | EsitoFirma {
  const [intestazione = "", corpo = "", firma = "", ...altro] = token.split(".");
  const protette = readJson(intestazione);
  if (protette === null || altro.length > 0)
    return refusal("firma-non-valida", "Il token non ha la forma di una firma");
  const { kid, alg, crit } = protette;
  const key = typeof kid === "string" ? keys.get(kid) : undefined;
  if (key === undefined) return refusal("chiave-sconosciuta", `kid ${String(kid)}`);
  // The algorithm is ours to choose, never the token's; an extension that we don't know may matter.
  if (alg !== "ES256" || crit !== undefined || key.asymmetricKeyDetails?.namedCurve !== CURVE)
    return refusal("firma-non-valida", `algoritmo ${String(alg)}`);
  const signature = Buffer.from(firma, "base64url");
  const canonical = signature.toString("base64url") === firma;
  const signed = Buffer.from(`${intestazione}.${corpo}`);
  if (!canonical || !verifyEs256(signed, key, signature))
    return refusal("firma-non-valida", "La firma non corrisponde");
  const claims = readJson(corpo);
  return claims === null
    ? refusal("firma-non-valida", "Il contenuto firmato non si legge")
    : (claims as unknown as Claims);
}

interface Expected {
  readonly nodo: string;
  readonly da: string;
  readonly digest: string;
  readonly now: number;
}

function checkClaims(claims: Claims, { nodo, da, digest, now }: Expected): EsitoFirma {
  const { iss, aud, jti, iat, exp } = claims;
  if (iss !== da) return refusal("firma-non-valida", `emessa da ${String(iss)}`);
  if (aud !== nodo) return refusal("destinatario-sbagliato", `per ${String(aud)}`);
  if (claims.signed_headers?.[0]?.["digest"] !== digest)
    return refusal("corpo-alterato", "La firma copre un altro digest");
  if (typeof jti !== "string" || typeof exp !== "number" || typeof iat !== "number")
    return refusal("firma-non-valida", "Mancano jti, iat o exp");
  if (exp + SKEW_S < now || iat - SKEW_S > now)
    return refusal("token-scaduto", `valida da ${iat} a ${exp}, qui sono ${Math.floor(now)}`);
  return { ok: true, jti, expAt: new Date((exp + SKEW_S) * 1000).toISOString() };
}

/**
 * The cheap twin for simulated time: same claims, same refusals, a keyless digest instead of a curve.
 * It proves nothing to anybody; only the simulator uses it.
 */
export function firmaSimulata(options: Pick<FirmaOptions, "nodo" | "clock" | "random">): Firma {
  const { nodo, clock, random } = options;
  return {
    firma: async (body, per) => {
      const iat = Math.floor(Date.parse(clock.now()) / 1000);
      const claims = { iss: nodo, aud: per, jti: random.uuid(), iat, exp: iat + VALIDITY_S };
      const digest = String(body.length);
      const token = JSON.stringify({ ...claims, signed_headers: [{ digest }] });
      return { [HEADER_DIGEST]: digest, [HEADER_FIRMA]: token };
    },
    verifica: async (body, headers, da) => {
      const token = headers[HEADER_FIRMA];
      const digest = headers[HEADER_DIGEST];
      if (token === undefined || digest === undefined)
        return refusal("firma-assente", "Manca la firma");
      if (digest !== String(body.length)) return refusal("corpo-alterato", "Lunghezza diversa");
      const now = Date.parse(clock.now()) / 1000;
      return checkClaims(JSON.parse(token) as Claims, { nodo, da, digest, now });
    },
  };
}
