import type { KeyObject } from "node:crypto";
import { type FormaDigest, leggiDigest, sha256Hex, sha256Url } from "./digest.ts";
import {
  type Algoritmo,
  chiaveDaJwk,
  improntaJwk,
  type Jws,
  leggiJws,
  verificaJws,
} from "./jws.ts";
import { type EsitoModi, type RifiutoModi, rifiutoModi } from "./rifiuti.ts";

/** The provider's checks, one by one. Pure: keys, clock and memory of the jti belong to the caller. */
export interface Tempo {
  /** Seconds. */
  readonly now: number;
  /** By how much two clocks may differ, in seconds. */
  readonly skew: number;
}

const text = (value: unknown): value is string => typeof value === "string" && value !== "";
const number = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

/** Reads a token and checks what needs no key: shape, typ, algorithm. */
export function apriToken(
  token: string,
  dove: string,
  atteso: Readonly<{ typ: readonly string[]; alg: readonly Algoritmo[] }>,
): EsitoModi<Jws> {
  const jws = leggiJws(token);
  if (jws === null) return rifiutoModi("token-illeggibile", dove);
  const { typ, alg } = jws.header;
  // RFC 7515: "at+jwt" may be written "application/at+jwt".
  const said = text(typ) ? typ.toLowerCase().replace(/^application\//, "") : typ;
  if (!atteso.typ.some((one) => one.toLowerCase() === said))
    return rifiutoModi("tipo-non-ammesso", "typ", { trovato: typ, atteso: atteso.typ.join(", ") });
  if (!atteso.alg.some((one) => one === alg))
    return rifiutoModi("algoritmo-non-ammesso", "alg", {
      ...{ trovato: alg, atteso: atteso.alg.join(" o ") },
    });
  return { ok: true, valore: jws };
}

export function controllaFirma(jws: Jws, chiave: KeyObject, dove: string): RifiutoModi | null {
  return verificaJws(jws, chiave) ? null : rifiutoModi("firma-non-valida", dove);
}

export function controllaTempi(
  { claims }: Jws,
  { now, skew }: Tempo,
  obbligatori: readonly ("exp" | "iat" | "nbf")[] = ["exp", "iat"],
): RifiutoModi | null {
  for (const name of obbligatori)
    if (!number(claims[name]))
      return rifiutoModi("claim-mancante", name, { trovato: claims[name] });
  const { exp, iat, nbf } = claims;
  if (number(exp) && exp + skew < now)
    return rifiutoModi("token-scaduto", "exp", { trovato: exp, atteso: `dopo ${now}` });
  if (number(iat) && iat - skew > now)
    return rifiutoModi("token-futuro", "iat", { trovato: iat, atteso: `fino a ${now}` });
  if (number(nbf) && nbf - skew > now)
    return rifiutoModi("token-futuro", "nbf", { trovato: nbf, atteso: `fino a ${now}` });
  return null;
}

export function controllaAud({ claims }: Jws, attesi: readonly string[]): RifiutoModi | null {
  const { aud } = claims;
  const said = Array.isArray(aud) ? aud : [aud];
  if (said.some((one) => attesi.includes(one as string))) return null;
  const atteso = attesi.join(" o ");
  return rifiutoModi("destinatario-sbagliato", "aud", { trovato: aud, atteso });
}

export function controllaJti({ claims: { jti } }: Jws): EsitoModi<string> {
  return text(jti)
    ? { ok: true, valore: jti }
    : rifiutoModi("claim-mancante", "jti", { trovato: jti });
}

export interface Voucher {
  readonly clientId: string;
  readonly purposeId: string;
  readonly jti: string;
  readonly exp: number;
  /** Of the tracking evidence, when AUDIT_REST_02 is used. */
  readonly digest: string | null;
  /** Thumbprint of the DPoP key, when the voucher is bound to one. */
  readonly jkt: string | null;
}

export interface AttesoDalVoucher {
  readonly emittente: string;
  readonly aud: readonly string[];
}

const nested = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;

/** The claims of a PDND voucher whose signature has been checked. */
export function controllaVoucher(
  jws: Jws,
  { emittente, aud }: AttesoDalVoucher,
  tempo: Tempo,
): EsitoModi<Voucher> {
  const { claims } = jws;
  const { iss, sub, client_id: clientId, purposeId } = claims;
  if (iss !== emittente)
    return rifiutoModi("emittente-sbagliato", "iss", { trovato: iss, atteso: emittente });
  const wrong = controllaAud(jws, aud) ?? controllaTempi(jws, tempo, ["exp", "iat", "nbf"]);
  if (wrong !== null) return wrong;
  if (!text(clientId)) return rifiutoModi("claim-mancante", "client_id", { trovato: clientId });
  if (sub !== clientId)
    return rifiutoModi("soggetto-diverso", "sub", { trovato: sub, atteso: clientId });
  if (!text(purposeId)) return rifiutoModi("claim-mancante", "purposeId", { trovato: purposeId });
  const jti = controllaJti(jws);
  if (!jti.ok) return jti;
  const digest = nested(claims["digest"], "value");
  const jkt = nested(claims["cnf"], "jkt");
  const bound = { digest: text(digest) ? digest : null, jkt: text(jkt) ? jkt : null };
  const exp = claims["exp"] as number;
  return { ok: true, valore: { clientId, purposeId, jti: jti.valore, exp, ...bound } };
}

export interface AttesoDaDpop {
  readonly htm: string;
  readonly htu: string;
  /** Null at the token endpoint, where there is no voucher yet. */
  readonly token: string | null;
  readonly jkt: string | null;
  readonly maxAge: number;
}

const withoutQuery = (url: string): string => url.replace(/[?#].*$/, "");

/** RFC 9449: the proof is of this request, of this token, of this key, and recent. */
export function controllaDpop(
  prova: string,
  atteso: AttesoDaDpop,
  { now, skew }: Tempo,
): EsitoModi<Readonly<{ jkt: string; jti: string }>> {
  const aperto = apriToken(prova, "DPoP", { typ: ["dpop+jwt"], alg: ["RS256", "ES256"] });
  if (!aperto.ok) return aperto;
  const { header, claims } = aperto.valore;
  const chiave = chiaveDaJwk(header["jwk"]);
  const jkt = improntaJwk((header["jwk"] ?? {}) as Record<string, unknown>);
  if (chiave === null || jkt === null || !verificaJws(aperto.valore, chiave))
    return rifiutoModi("dpop-non-valida", "jwk");
  const { htm, htu, iat, jti, ath } = claims;
  if (htm !== atteso.htm)
    return rifiutoModi("dpop-altra-richiesta", "htm", { trovato: htm, atteso: atteso.htm });
  if (!text(htu) || withoutQuery(htu) !== withoutQuery(atteso.htu))
    return rifiutoModi("dpop-altra-richiesta", "htu", { trovato: htu, atteso: atteso.htu });
  if (!number(iat) || iat - skew > now || iat + atteso.maxAge + skew < now)
    return rifiutoModi("dpop-vecchia", "iat", {
      trovato: iat,
      atteso: `fra ${now - atteso.maxAge} e ${now}`,
    });
  if (!text(jti)) return rifiutoModi("claim-mancante", "jti", { trovato: jti });
  if (atteso.token !== null && ath !== sha256Url(atteso.token))
    return rifiutoModi("dpop-altro-token", "ath", {
      trovato: ath,
      atteso: sha256Url(atteso.token),
    });
  if (atteso.jkt !== null && jkt !== atteso.jkt)
    return rifiutoModi("dpop-altra-chiave", "cnf.jkt", { trovato: jkt, atteso: atteso.jkt });
  return { ok: true, valore: { jkt, jti } };
}

type Intestazioni = Readonly<Record<string, string>>;

function signedHeaders(claims: Jws["claims"]): ReadonlyMap<string, string> | null {
  const said = claims["signed_headers"];
  if (!Array.isArray(said)) return null;
  const pairs = said.flatMap((one) =>
    typeof one === "object" && one !== null ? Object.entries(one as Record<string, unknown>) : [],
  );
  return new Map(pairs.map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** INTEGRITY_REST_01/02: the body is the one of Digest, and the signature covers it and how to read it. */
export function controllaIntegrita(
  jws: Jws,
  { headers, body }: Readonly<{ headers: Intestazioni; body: string }>,
): EsitoModi<FormaDigest> {
  const { digest } = headers;
  if (digest === undefined) return rifiutoModi("firma-assente", "Digest");
  const forma = leggiDigest(digest, body);
  if (forma === null)
    return rifiutoModi("contenuto-alterato", "Digest", {
      ...{ trovato: digest, atteso: `SHA-256 di ${body.length} caratteri` },
    });
  const covered = signedHeaders(jws.claims);
  if (covered === null) return rifiutoModi("claim-mancante", "signed_headers");
  if (!covered.has("digest")) return rifiutoModi("intestazioni-diverse", "digest");
  for (const must of ["content-type", "content-encoding"])
    if (headers[must] !== undefined && body !== "" && !covered.has(must))
      return rifiutoModi("intestazioni-diverse", must, {
        trovato: "non firmata",
        atteso: headers[must],
      });
  for (const [name, value] of covered)
    if (headers[name] !== value)
      return rifiutoModi("intestazioni-diverse", name, { trovato: headers[name], atteso: value });
  return { ok: true, valore: forma };
}

export interface TracciaLetta {
  readonly userID: string;
  readonly userLocation: string;
  readonly LoA: string | null;
}

/** AUDIT_REST_01/02: who is asking behind the system. With a voucher's digest, it is bound to it. */
export function controllaTraccia(
  token: string,
  jws: Jws,
  legame: Readonly<{ digest: string | null; purposeId: string | null }>,
): EsitoModi<TracciaLetta> {
  const { userID, userLocation, LoA, dnonce, purposeId } = jws.claims;
  if (!text(userID)) return rifiutoModi("claim-mancante", "userID", { trovato: userID });
  if (!text(userLocation))
    return rifiutoModi("claim-mancante", "userLocation", { trovato: userLocation });
  if (legame.digest !== null) {
    const atteso = sha256Hex(token);
    if (legame.digest !== atteso)
      return rifiutoModi("tracciamento-diverso", "digest.value", {
        ...{ trovato: legame.digest, atteso },
      });
    if (!text(dnonce) && !number(dnonce)) return rifiutoModi("claim-mancante", "dnonce");
    if (purposeId !== legame.purposeId)
      return rifiutoModi("finalita-diversa", "purposeId", {
        ...{ trovato: purposeId, atteso: legame.purposeId },
      });
  }
  return { ok: true, valore: { userID, userLocation, LoA: text(LoA) ? LoA : null } };
}
