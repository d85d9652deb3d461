import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { after, before, test } from "node:test";
import type { OpzioniCliente, RichiestaCliente } from "@staffetta/contracts/client/base";
import { clienteBorsalavoro } from "@staffetta/contracts/client/generati/borsalavoro";
import {
  digestDi,
  firmaJws,
  intestazioniIntegrita,
  provaDpop,
  sha256Hex,
  tokenIdAuth,
  tokenTracciamento,
} from "@staffetta/cooperation/modi";
import { compactVerify, createRemoteJWKSet } from "jose";
import {
  apriBancoModi,
  type BancoModi,
  CLIENT,
  chiediVoucher,
  momento,
  SISTEMA_DIRETTO,
} from "./banco.ts";

let banco: BancoModi;
before(async () => {
  banco = await apriBancoModi();
});
after(() => banco.close());

type Prepara = NonNullable<OpzioniCliente["prepara"]>;
const cliente = (prepara: Prepara) => clienteBorsalavoro({ indirizzo: banco.api, prepara });
const con =
  (headers: Readonly<Record<string, string>>): Prepara =>
  () =>
    headers;
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** The problem's code, or "ok"; a refusal must have left its alarm on the desk. */
async function esito(prepara: Prepara): Promise<string> {
  const risposta = await cliente(prepara).cifre();
  if (risposta.ok) return "ok";
  const codice = risposta.problema.type.replace("urn:staffetta:", "");
  assert.ok(risposta.problema.detail.length > 10 && (risposta.problema.rimedio ?? "").length > 10);
  assert.equal((await banco.allarmi())[0], codice);
  assert.equal(risposta.headers.get("x-ratelimit-limit"), "600");
  return codice.replace("modi:", "");
}

const parti = { chi: CLIENT, per: "" };
const perNoi = () => ({ ...parti, per: banco.api });
/** INTEGRITY over whatever is about to leave. */
const firmata =
  (chiave = banco.client, chi = CLIENT) =>
  ({ body, headers }: RichiestaCliente): Record<string, string> =>
    intestazioniIntegrita(chiave, { chi, per: banco.api }, momento(), { body, headers });

test("ID_AUTH_REST_01 con PDND: un voucher vale più volte finché non scade", async () => {
  const { token } = await chiediVoucher(banco, "semplice");
  assert.equal(await esito(con(bearer(token))), "ok");
  assert.equal(await esito(con(bearer(token))), "ok");
});

test("ID_AUTH_REST_02 con PDND: un voucher vale una volta sola", async () => {
  const { token } = await chiediVoucher(banco, "singolo");
  assert.equal(await esito(con(bearer(token))), "ok");
  assert.equal(await esito(con(bearer(token))), "jti-ripetuto");
});

test("ID_AUTH_REST_02 con fiducia diretta: il token della chiave scambiata entra, una volta", async () => {
  const token = tokenIdAuth(banco.diretta, { chi: SISTEMA_DIRETTO, per: banco.api }, momento());
  assert.equal(await esito(con(bearer(token))), "ok");
  assert.equal(await esito(con(bearer(token))), "jti-ripetuto");
  const altrove = tokenIdAuth(banco.diretta, { chi: SISTEMA_DIRETTO, per: "https://x" }, momento());
  assert.equal(await esito(con(bearer(altrove))), "destinatario-sbagliato");
  const vecchio = tokenIdAuth(
    banco.diretta,
    { chi: SISTEMA_DIRETTO, per: banco.api },
    {
      ...{ ...momento(), now: momento().now - 500 },
    },
  );
  assert.equal(await esito(con(bearer(vecchio))), "token-scaduto");
  const ignoto = tokenIdAuth(banco.diretta, { chi: "ignoto", per: banco.api }, momento());
  assert.equal(await esito(con(bearer(ignoto))), "client-non-abilitato");
});

test("DPoP: la prova deve essere di questa chiave, di questo token, di questa richiesta, e nuova", async () => {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const altra = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const { token, tipo } = await chiediVoucher(banco, "dpop", { dpop: privateKey });
  assert.equal(tipo, "DPoP");
  const htu = `${banco.api}/cifre`;
  const prova = (key: KeyObject, htm = "GET", url = htu, per = token) =>
    provaDpop(key, { htm, htu: url }, momento(), per);
  const manda = (dpop: string, schema = "DPoP") =>
    esito(con({ authorization: `${schema} ${token}`, dpop }));
  const buona = prova(privateKey);
  assert.equal(await manda(buona), "ok");
  assert.equal(await manda(buona), "dpop-ripetuta");
  assert.equal(await manda(prova(altra)), "dpop-altra-chiave");
  assert.equal(await manda(prova(privateKey, "POST")), "dpop-altra-richiesta");
  assert.equal(await manda(prova(privateKey, "GET", `${htu}/invia`)), "dpop-altra-richiesta");
  assert.equal(await manda(prova(privateKey, "GET", htu, "altro")), "dpop-altro-token");
  assert.equal(await manda(prova(privateKey), "Bearer"), "dpop-assente");
  assert.equal(await esito(con({ authorization: `DPoP ${token}` })), "dpop-assente");
  const { token: libero } = await chiediVoucher(banco, "dpop");
  assert.equal(await esito(con(bearer(libero))), "dpop-assente");
});

test("INTEGRITY_REST_02: la richiesta è firmata, la risposta pure, e jose la verifica", async () => {
  const { token } = await chiediVoucher(banco, "integrita");
  const risposta = await cliente((r) => ({ ...bearer(token), ...firmata()(r) })).ricalcolaCifre({
    ...{ dal: "2026-01-01", al: "2026-01-31" },
  });
  assert.ok(risposta.ok, risposta.testo);
  const keys = createRemoteJWKSet(new URL(`${banco.indirizzo}/.well-known/jwks.json`));
  const firma = risposta.headers.get("agid-jwt-signature") ?? "";
  const { payload } = await compactVerify(firma, keys);
  const claims = JSON.parse(new TextDecoder().decode(payload));
  assert.equal(claims.aud, CLIENT);
  assert.equal(claims.signed_headers[0].digest, digestDi(risposta.testo));
  assert.equal(risposta.headers.get("digest"), digestDi(risposta.testo));
});

test("INTEGRITY_REST_02: corpo cambiato, firma assente, ripetuta o d'altri sono rifiutati ognuno col suo nome", async () => {
  const { token } = await chiediVoucher(banco, "integrita");
  const post = async (prepara: Prepara): Promise<string> => {
    const dati = { dal: "2026-01-01", al: "2026-01-31" };
    const risposta = await cliente(prepara).ricalcolaCifre(dati);
    return risposta.ok ? "ok" : risposta.problema.type.replace("urn:staffetta:modi:", "");
  };
  const auth = bearer(token);
  assert.equal(await post(con(auth)), "firma-assente");
  assert.equal(
    await post((r) => ({ ...auth, ...firmata()({ ...r, body: `${r.body} ` }) })),
    "contenuto-alterato",
  );
  let prima: Record<string, string> = {};
  assert.equal(
    await post((r) => {
      prima = { ...auth, ...firmata()(r) };
      return prima;
    }),
    "ok",
  );
  assert.equal(await post(con(prima)), "jti-ripetuto");
  const finta = { kid: "client-1", chiave: banco.diretta.chiave };
  assert.equal(await post((r) => ({ ...auth, ...firmata(finta)(r) })), "firma-non-valida");
  const ignota = { kid: "mai-vista", chiave: banco.client.chiave };
  assert.equal(await post((r) => ({ ...auth, ...firmata(ignota)(r) })), "chiave-sconosciuta");
  assert.equal(
    await post((r) => ({ ...auth, ...firmata(banco.client, "altri")(r) })),
    "emittente-sbagliato",
  );
  const hex = ({ body }: RichiestaCliente): Record<string, string> => {
    const digest = `SHA-256=${sha256Hex(body)}`;
    const { now, jti } = momento();
    const claims = { iss: CLIENT, aud: banco.api, iat: now, exp: now + 60, jti };
    const signed = [{ digest }, { "content-type": "application/json" }];
    const header = { typ: "JWT", kid: "client-1" };
    const jwt = firmaJws(header, { ...claims, signed_headers: signed }, banco.client.chiave);
    return { ...auth, digest, "agid-jwt-signature": jwt };
  };
  assert.equal(await post(hex), "ok");
});

const TRACCIA = { userID: "addetto-7", userLocation: "sportello-3", LoA: "2" };
test("AUDIT_REST_01: chi chiede è detto dalla traccia, che è obbligatoria e vale una volta", async () => {
  const { token } = await chiediVoucher(banco, "audit1");
  const traccia = tokenTracciamento(banco.client, perNoi(), momento(), TRACCIA);
  const header = "agid-jwt-trackingevidence";
  assert.equal(await esito(con(bearer(token))), "tracciamento-assente");
  assert.equal(await esito(con({ ...bearer(token), [header]: traccia })), "ok");
  assert.equal(await esito(con({ ...bearer(token), [header]: traccia })), "jti-ripetuto");
  const muta = tokenTracciamento(banco.client, perNoi(), momento(), { ...TRACCIA, userID: "" });
  assert.equal(await esito(con({ ...bearer(token), [header]: muta })), "claim-mancante");
});

test("AUDIT_REST_02: la traccia è legata al voucher; un'altra non vale", async () => {
  const nuova = () =>
    tokenTracciamento(banco.client, perNoi(), momento(), {
      ...{ ...TRACCIA, purposeId: "audit2", dnonce: String(momento().now) },
    });
  const header = "agid-jwt-trackingevidence";
  const traccia = nuova();
  const { token } = await chiediVoucher(banco, "audit2", { traccia });
  assert.equal(await esito(con({ ...bearer(token), [header]: nuova() })), "tracciamento-diverso");
  assert.equal(await esito(con({ ...bearer(token), [header]: traccia })), "ok");
  const { token: sciolto } = await chiediVoucher(banco, "audit2");
  assert.equal(await esito(con({ ...bearer(sciolto), [header]: nuova() })), "tracciamento-diverso");
});

test("ambito e ruolo: un sistema fa solo ciò che è concordato, anche se il ruolo lo permette", async () => {
  const { token } = await chiediVoucher(banco, "semplice");
  const risposta = await cliente(con(bearer(token))).registro();
  assert.ok(!risposta.ok);
  assert.equal(risposta.problema.type, "urn:staffetta:modi:fuori-ambito");
  assert.equal(risposta.status, 403);
});

test("un voucher d'altri, cambiato o senza senso resta fuori, ognuno col suo nome", async () => {
  const { token } = await chiediVoucher(banco, "semplice");
  const [header = "", payload = "", firma = ""] = token.split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
  const altered = Buffer.from(JSON.stringify({ ...claims, purposeId: "dpop" })).toString(
    "base64url",
  );
  assert.equal(await esito(con(bearer(`${header}.${altered}.${firma}`))), "firma-non-valida");
  assert.equal(await esito(con(bearer("niente"))), "token-illeggibile");
  assert.equal(await esito(con({ authorization: "Basic eDp5" })), "token-assente");
  const finto = firmaJws({ typ: "at+jwt", kid: "mai-vista" }, claims as never, banco.client.chiave);
  assert.equal(await esito(con(bearer(finto))), "chiave-sconosciuta");
});

test("la PDND ruota le chiavi: la nuova si trova da sola, quella revocata non vale più da subito", async () => {
  const { token: vecchio } = await chiediVoucher(banco, "semplice");
  const kid = banco.pdnd.ruota();
  const { token: nuovo } = await chiediVoucher(banco, "semplice");
  assert.equal(await esito(con(bearer(vecchio))), "ok");
  assert.equal(await esito(con(bearer(nuovo))), "ok");
  banco.pdnd.revoca(kid);
  assert.equal(await esito(con(bearer(nuovo))), "chiave-sconosciuta");
  assert.equal(await esito(con(bearer(vecchio))), "ok");
  banco.pdnd.ruota();
});

test("una chiave revocata dallo sportello è rifiutata alla richiesta dopo, anche se il file c'è ancora", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  banco.chiaviDi(SISTEMA_DIRETTO, "diretta-2", publicKey);
  const chiave = { kid: "diretta-2", chiave: privateKey };
  const chi = { chi: SISTEMA_DIRETTO, per: banco.api };
  const token = () => bearer(tokenIdAuth(chiave, chi, momento()));
  assert.equal(await esito(() => token()), "ok");
  const sportello = cliente(() => bearer(tokenIdAuth(banco.diretta, chi, momento())));
  const revoca = await sportello.revocaChiave({ kid: "diretta-2", motivo: "smarrita" });
  assert.ok(revoca.ok, revoca.testo);
  assert.equal(await esito(() => token()), "chiave-revocata");
  const quadro = await sportello.collegamento();
  assert.ok(quadro.ok);
  assert.equal(quadro.valore.revocate[0]?.kid, "diretta-2");
  banco.chiaviDi(SISTEMA_DIRETTO, "diretta-3", publicKey);
  const terza = { kid: "diretta-3", chiave: privateKey };
  const conTerza = () => esito(() => bearer(tokenIdAuth(terza, chi, momento())));
  assert.equal(await conTerza(), "ok");
  banco.chiaviDi(SISTEMA_DIRETTO, "diretta-3", null);
  assert.equal(await conTerza(), "chiave-sconosciuta");
});

test("chi non ha token è uno qualunque: le operazioni pubbliche sì, le altre no", async () => {
  const operatori = await cliente(() => ({})).operatori();
  assert.ok(operatori.ok);
  const cifre = await cliente(() => ({})).cifre();
  assert.equal(cifre.status, 401);
});
