import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import {
  apriToken,
  controllaAud,
  controllaDpop,
  controllaFirma,
  controllaJti,
  controllaTempi,
  type EsitoModi,
  firmaJws,
  type Jws,
  jwkDi,
  leggiJws,
  problemaModi,
  type RifiutoModi,
  rifiutoModi,
} from "@staffetta/cooperation/modi";
import { serve, systemClock, systemRandom } from "@staffetta/platform";
import { type Context, Hono } from "hono";

/** A client registered at the authorization server: its keys, and the purposes approved for it. */
export interface ClientFinto {
  readonly clientId: string;
  /** Purpose → audience of the e-service that it is for. */
  readonly finalita: Readonly<Record<string, string>>;
  readonly chiavi: ReadonlyMap<string, KeyObject>;
}

export interface PdndFinta {
  readonly indirizzo: string;
  readonly token: string;
  readonly emittente: string;
  readonly jwks: string;
  readonly chiaviClient: string;
  /** What an assertion must have as `aud`. */
  readonly aud: string;
  registra(client: ClientFinto): void;
  /** A client's key or one of the server's own: gone at once. */
  revoca(kid: string): void;
  /** A new key signs from now on; the old one stays published until it is revoked. Gives its kid. */
  ruota(): string;
  close(): Promise<void>;
}

const SKEW_S = 30;
const VOUCHER_S = 600;
const DPOP_MAX_AGE_S = 60;
const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const HEX_64 = /^[0-9a-f]{64}$/;

interface ChiaveServer {
  readonly kid: string;
  readonly privata: KeyObject;
}

interface Stato {
  readonly clienti: Map<string, ClientFinto>;
  readonly server: ChiaveServer[];
  readonly revocate: Set<string>;
  readonly jti: Set<string>;
}

const nuovaChiave = (): ChiaveServer => ({
  kid: `pdnd-${randomBytes(4).toString("hex")}`,
  privata: generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey,
});

const nowS = (): number => Math.floor(Date.parse(systemClock.now()) / 1000);

function unaVolta(stato: Stato, chi: string, jws: Jws): RifiutoModi | null {
  const jti = controllaJti(jws);
  if (!jti.ok) return jti;
  const key = `${chi} ${jti.valore}`;
  if (stato.jti.has(key)) return rifiutoModi("jti-ripetuto", "jti", { trovato: jti.valore });
  stato.jti.add(key);
  return null;
}

/** Which key has signed, if it is still good. */
function chiaveOf(stato: Stato, jws: Jws, client: ClientFinto): EsitoModi<KeyObject> {
  const kid = String(jws.header["kid"]);
  if (stato.revocate.has(kid)) return rifiutoModi("chiave-revocata", "kid", { trovato: kid });
  const chiave = client.chiavi.get(kid);
  if (chiave !== undefined) return { ok: true, valore: chiave };
  return rifiutoModi("chiave-sconosciuta", "kid", { trovato: kid });
}

interface Richiesta {
  readonly form: Readonly<Record<string, string>>;
  readonly dpop: string | undefined;
  readonly htu: string;
  readonly aud: string;
}

function digestOf({ claims }: Jws): EsitoModi<Readonly<{ alg: string; value: string }> | null> {
  const { digest } = claims;
  if (digest === undefined) return { ok: true, valore: null };
  const { alg, value } = (digest ?? {}) as { alg?: unknown; value?: unknown };
  if (alg !== "SHA256")
    return rifiutoModi("algoritmo-non-ammesso", "digest.alg", { trovato: alg, atteso: "SHA256" });
  if (typeof value !== "string" || !HEX_64.test(value))
    return rifiutoModi("claim-mancante", "digest.value", {
      ...{ trovato: value, atteso: "64 cifre esadecimali" },
    });
  return { ok: true, valore: { alg, value } };
}

const FORMA = [
  ["grant_type", "client_credentials"],
  ["client_assertion_type", ASSERTION_TYPE],
] as const;

/** The client assertion, with every check that the real server makes. */
function controllaAsserzione(
  stato: Stato,
  { form, aud }: Richiesta,
): EsitoModi<Readonly<{ client: ClientFinto; jws: Jws; purposeId: string }>> {
  for (const [campo, atteso] of FORMA)
    if (form[campo] !== atteso)
      return rifiutoModi("claim-mancante", campo, { trovato: form[campo], atteso });
  const asserzione = form["client_assertion"] ?? "";
  const aperto = apriToken(asserzione, "client_assertion", { typ: ["jwt"], alg: ["RS256"] });
  if (!aperto.ok) return aperto;
  const jws = aperto.valore;
  const { iss, sub, purposeId } = jws.claims;
  const client = stato.clienti.get(String(iss));
  if (client === undefined) return rifiutoModi("client-non-abilitato", "iss", { trovato: iss });
  const { clientId } = client;
  if (sub !== iss) return rifiutoModi("soggetto-diverso", "sub", { trovato: sub, atteso: iss });
  if (form["client_id"] !== undefined && form["client_id"] !== clientId)
    return rifiutoModi("soggetto-diverso", "client_id", {
      ...{ trovato: form["client_id"], atteso: clientId },
    });
  const chiave = chiaveOf(stato, jws, client);
  if (!chiave.ok) return chiave;
  const wrong =
    controllaFirma(jws, chiave.valore, "client_assertion") ??
    controllaAud(jws, [aud]) ??
    controllaTempi(jws, { now: nowS(), skew: SKEW_S }) ??
    unaVolta(stato, clientId, jws);
  if (wrong !== null) return wrong;
  if (typeof purposeId !== "string" || client.finalita[purposeId] === undefined) {
    const atteso = Object.keys(client.finalita).join(" o ");
    return rifiutoModi("finalita-diversa", "purposeId", { trovato: purposeId, atteso });
  }
  return { ok: true, valore: { client, jws, purposeId } };
}

function jktOf(stato: Stato, { dpop, htu }: Richiesta): EsitoModi<string | null> {
  if (dpop === undefined) return { ok: true, valore: null };
  const atteso = { htm: "POST", htu, token: null, jkt: null, maxAge: DPOP_MAX_AGE_S };
  const prova = controllaDpop(dpop, atteso, { now: nowS(), skew: SKEW_S });
  if (!prova.ok) return prova;
  const jws = leggiJws(dpop);
  const again = jws === null ? null : unaVolta(stato, `dpop ${prova.valore.jkt}`, jws);
  if (again !== null) return rifiutoModi("dpop-ripetuta", "jti", again.fatti);
  return { ok: true, valore: prova.valore.jkt };
}

function emetti(stato: Stato, r: Richiesta, emittente: string): EsitoModi<Record<string, unknown>> {
  const chiesto = controllaAsserzione(stato, r);
  if (!chiesto.ok) return chiesto;
  const { client, jws, purposeId } = chiesto.valore;
  const digest = digestOf(jws);
  if (!digest.ok) return digest;
  const jkt = jktOf(stato, r);
  if (!jkt.ok) return jkt;
  const chiave = stato.server.at(-1);
  if (chiave === undefined) throw new Error("La PDND finta non ha chiavi");
  const now = nowS();
  const token = firmaJws(
    { typ: "at+jwt", kid: chiave.kid },
    {
      ...{ iss: emittente, aud: client.finalita[purposeId], sub: client.clientId },
      ...{ client_id: client.clientId, purposeId, jti: systemRandom.uuid() },
      ...{ iat: now, nbf: now, exp: now + VOUCHER_S },
      ...(digest.valore === null ? {} : { digest: digest.valore }),
      ...(jkt.valore === null ? {} : { cnf: { jkt: jkt.valore } }),
    },
    chiave.privata,
  );
  const tipo = jkt.valore === null ? "Bearer" : "DPoP";
  return { ok: true, valore: { access_token: token, token_type: tipo, expires_in: VOUCHER_S } };
}

const refuse = (c: Context, rifiuto: RifiutoModi, status: 400 | 404 = 400): Response =>
  c.body(JSON.stringify({ ...problemaModi(rifiuto), status }), status, {
    "content-type": "application/problem+json",
  });

const publicJwk = (kid: string, key: KeyObject) => ({
  ...jwkDi(key),
  kid,
  use: "sig",
  alg: "RS256",
});

function mountKeys(app: Hono, stato: Stato): void {
  app.get("/.well-known/jwks.json", (c) =>
    c.json({
      keys: stato.server
        .filter(({ kid }) => !stato.revocate.has(kid))
        .map(({ kid, privata }) =>
          publicJwk(kid, createPublicKey(privata.export({ type: "pkcs8", format: "pem" }))),
        ),
    }),
  );
  app.get("/keys/:kid", (c) => {
    const kid = c.req.param("kid");
    const found = [...stato.clienti.values()].flatMap(({ chiavi }) => chiavi.get(kid) ?? [])[0];
    if (found === undefined || stato.revocate.has(kid))
      return refuse(c, rifiutoModi("chiave-sconosciuta", "kid", { trovato: kid }), 404);
    return c.json(publicJwk(kid, found));
  });
}

/** The authorization server of the national data platform, for development and tests, on this machine. */
export async function avviaPdnd(port = 0): Promise<PdndFinta> {
  const stato: Stato = {
    ...{ clienti: new Map(), server: [nuovaChiave()], revocate: new Set(), jti: new Set() },
  };
  let indirizzo = "";
  // Not the app of a node: whoever asks here is a program, and sends a form from nowhere.
  const app = new Hono();
  app.post("/token.oauth2", async (c) => {
    const form = (await c.req.parseBody()) as Record<string, string>;
    const htu = `${indirizzo}/token.oauth2`;
    const richiesta = {
      form,
      dpop: c.req.header("dpop"),
      htu,
      aud: `${indirizzo}/client-assertion`,
    };
    const esito = emetti(stato, richiesta, indirizzo);
    return esito.ok ? c.json(esito.valore) : refuse(c, esito);
  });
  mountKeys(app, stato);
  app.post("/finto/revoca/:kid", (c) => {
    stato.revocate.add(c.req.param("kid"));
    return c.json({ revocata: c.req.param("kid") });
  });
  const server = await serve(app, port);
  indirizzo = `http://localhost:${server.port}`;
  return {
    indirizzo,
    token: `${indirizzo}/token.oauth2`,
    emittente: indirizzo,
    jwks: `${indirizzo}/.well-known/jwks.json`,
    chiaviClient: `${indirizzo}/keys`,
    aud: `${indirizzo}/client-assertion`,
    registra: (client) => void stato.clienti.set(client.clientId, client),
    revoca: (kid) => void stato.revocate.add(kid),
    ruota: () => {
      const nuova = nuovaChiave();
      stato.server.push(nuova);
      return nuova.kid;
    },
    close: () => server.close(),
  };
}
