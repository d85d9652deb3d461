import type { KeyObject } from "node:crypto";
import {
  apriToken,
  controllaAud,
  controllaDpop,
  controllaFirma,
  controllaJti,
  controllaTempi,
} from "./controlla.ts";
import { sha256Hex } from "./digest.ts";
import type { Jws } from "./jws.ts";
import { RIFIUTI_MODI, type RifiutoModi, rifiutoModi, spiegaModi } from "./rifiuti.ts";

/** What a voucher is held against, before anybody calls with it. What is not given is not looked at. */
export interface Attesi {
  readonly emittente?: string;
  readonly aud?: readonly string[];
  readonly clientId?: string;
  readonly purposeId?: string;
  /** Public keys by kid, from the authorization server's JWKS. */
  readonly chiavi?: ReadonlyMap<string, KeyObject>;
  readonly dpop?: Readonly<{ prova: string; htm: string; htu: string }>;
  readonly tracciamento?: string;
  readonly now: number;
  readonly skew: number;
}

export interface Riga {
  readonly dove: string;
  readonly bene: boolean;
  readonly testo: string;
  readonly rimedio: string;
}

const right = (dove: string, testo: string): Riga => ({ dove, bene: true, testo, rimedio: "" });
const wrong = (rifiuto: RifiutoModi): Riga => ({
  dove: rifiuto.fatti.dove,
  bene: false,
  testo: spiegaModi(rifiuto),
  rimedio: RIFIUTI_MODI[rifiuto.codice].rimedio,
});
const say = (dove: string, rifiuto: RifiutoModi | null, testo: string): Riga =>
  rifiuto === null ? right(dove, testo) : wrong(rifiuto);

function firmaRiga(jws: Jws, chiavi: ReadonlyMap<string, KeyObject>): Riga {
  const kid = String(jws.header["kid"]);
  const chiave = chiavi.get(kid);
  if (chiave === undefined) {
    const atteso = [...chiavi.keys()].join(" o ");
    return wrong(rifiutoModi("chiave-sconosciuta", "kid", { trovato: kid, atteso }));
  }
  return say("firma", controllaFirma(jws, chiave, "firma"), `La firma è della chiave ${kid}.`);
}

function same(jws: Jws, claim: string, atteso: string, codice: RifiutoModi["codice"]): Riga {
  const trovato = jws.claims[claim];
  const rifiuto = trovato === atteso ? null : rifiutoModi(codice, claim, { trovato, atteso });
  return say(claim, rifiuto, `\`${claim}\` è «${atteso}», come atteso.`);
}

/** Every claim, one line each: all that is wrong is said at once, not the first alone. */
export function esaminaVoucher(token: string, attesi: Attesi): readonly Riga[] {
  const aperto = apriToken(token.trim(), "voucher", { typ: ["at+jwt"], alg: ["RS256", "ES256"] });
  if (!aperto.ok) return [wrong(aperto)];
  const jws = aperto.valore;
  const { claims } = jws;
  const righe: Riga[] = [right("typ", "È un voucher (at+jwt).")];
  if (attesi.chiavi !== undefined) righe.push(firmaRiga(jws, attesi.chiavi));
  if (attesi.emittente !== undefined)
    righe.push(same(jws, "iss", attesi.emittente, "emittente-sbagliato"));
  if (attesi.aud !== undefined)
    righe.push(say("aud", controllaAud(jws, attesi.aud), "`aud` è quello di questo servizio."));
  const clientId = attesi.clientId ?? String(claims["client_id"]);
  righe.push(same(jws, "client_id", clientId, "client-non-abilitato"));
  righe.push(same(jws, "sub", clientId, "soggetto-diverso"));
  if (attesi.purposeId !== undefined)
    righe.push(same(jws, "purposeId", attesi.purposeId, "finalita-diversa"));
  const tempi = controllaTempi(jws, attesi, ["exp", "iat", "nbf"]);
  righe.push(say("exp", tempi, "Il voucher vale adesso."));
  const jti = controllaJti(jws);
  righe.push(jti.ok ? right("jti", "C'è un `jti`.") : wrong(jti));
  if (attesi.tracciamento !== undefined) righe.push(tracciaRiga(jws, attesi.tracciamento));
  if (attesi.dpop !== undefined) righe.push(dpopRiga(token, jws, attesi.dpop, attesi));
  return righe;
}

function tracciaRiga({ claims }: Jws, tracciamento: string): Riga {
  const trovato = (claims["digest"] as { value?: unknown } | undefined)?.value;
  const atteso = sha256Hex(tracciamento);
  const rifiuto =
    trovato === atteso
      ? null
      : rifiutoModi("tracciamento-diverso", "digest.value", { trovato, atteso });
  return say("digest.value", rifiuto, "La traccia è quella legata al voucher.");
}

function dpopRiga(
  token: string,
  { claims }: Jws,
  { prova, htm, htu }: NonNullable<Attesi["dpop"]>,
  tempo: Readonly<{ now: number; skew: number }>,
): Riga {
  const jkt = (claims["cnf"] as { jkt?: string } | undefined)?.jkt ?? "assente";
  const atteso = { htm, htu, jkt, token: token.trim(), maxAge: DPOP_MAX_AGE_S };
  const esito = controllaDpop(prova, atteso, tempo);
  return esito.ok
    ? right("DPoP", "La prova DPoP è di questa richiesta e di questa chiave.")
    : wrong(esito);
}

/** How old a DPoP proof may be, in seconds. */
export const DPOP_MAX_AGE_S = 60;
