import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { clienteBorsalavoro } from "@staffetta/contracts/client/generati/borsalavoro";
import { leggiDigest, leggiJws, verificaJws } from "@staffetta/cooperation/modi";
import { chiaviJwks, chiaviPerKid } from "@staffetta/nodo";
import { compactVerify, createRemoteJWKSet } from "jose";
import { ascolta } from "./ascolto.ts";
import { apriBancoModi, type BancoModi, chiediVoucher } from "./banco.ts";

let stato = 202;
let altro: Awaited<ReturnType<typeof ascolta>>;
let banco: BancoModi;
before(async () => {
  altro = await ascolta(() => stato);
  const limiti = { richieste: 40, finestraS: 3_600 };
  banco = await apriBancoModi({ richiami: [altro.indirizzo], limiti });
});
after(async () => {
  await banco.close();
  await altro.close();
});

const MESE = { dal: "2026-01-01", al: "2026-01-31" };
const conVoucher = async (finalita: string) => {
  const { token } = await chiediVoucher(banco, finalita);
  const prepara = () => ({ authorization: `Bearer ${token}` });
  return clienteBorsalavoro({ indirizzo: banco.api, prepara });
};

test("PUSH: la richiesta lunga è accolta con 202, e la risposta torna firmata con lo stesso X-Correlation-ID", async () => {
  const cliente = await conVoucher("semplice");
  const rispondiA = `${altro.indirizzo}/risposte`;
  const accolta = await cliente.ricalcolaCifre(MESE, { rispondiA });
  assert.ok(accolta.ok && "richiesta" in accolta.valore, accolta.testo);
  assert.equal(accolta.status, 202);
  assert.equal(accolta.headers.get("x-correlation-id"), accolta.valore.richiesta);
  await altro.aspetta(1);
  const [{ headers, body } = { headers: {}, body: "" }] = altro.arrivate;
  assert.equal(headers["x-correlation-id"], accolta.valore.richiesta);
  assert.deepEqual(JSON.parse(body), { ...MESE, edizioni: 0, differenze: [] });
  assert.equal(leggiDigest(String(headers["digest"]), body), "base64");
  const keys = createRemoteJWKSet(new URL(`${banco.indirizzo}/.well-known/jwks.json`));
  await compactVerify(String(headers["agid-jwt-signature"]), keys);
});

test("PUSH: se chi riceve non risponde si ritenta, con una firma nuova e lo stesso identificativo", async () => {
  stato = 500;
  const cliente = await conVoucher("semplice");
  const prima = altro.arrivate.length;
  const accolta = await cliente.ricalcolaCifre(MESE, { rispondiA: `${altro.indirizzo}/risposte` });
  assert.ok(accolta.ok);
  await altro.aspetta(prima + 1);
  stato = 202;
  await altro.aspetta(prima + 2);
  const [una, due] = altro.arrivate.slice(prima);
  assert.equal(una?.headers["x-correlation-id"], due?.headers["x-correlation-id"]);
  assert.notEqual(una?.headers["agid-jwt-signature"], due?.headers["agid-jwt-signature"]);
});

test("PUSH: altrove non si manda, e ciò che non si può fare è detto subito", async () => {
  const cliente = await conVoucher("semplice");
  const codice = async (risposta: Promise<{ ok: boolean; problema?: { type: string } }>) =>
    (await risposta).problema?.type.replace("urn:staffetta:", "");
  const altrove = { rispondiA: "http://127.0.0.1:9/altrove" };
  assert.equal(await codice(cliente.ricalcolaCifre(MESE, altrove)), "richiamo-non-ammesso");
  const nessuno = { rispondiA: "dove capita" };
  assert.equal(await codice(cliente.ricalcolaCifre(MESE, nessuno)), "richiamo-non-ammesso");
  const qui = { rispondiA: `${altro.indirizzo}/risposte` };
  const rovescio = { dal: "2026-02-01", al: "2026-01-01" };
  assert.equal(await codice(cliente.ricalcolaCifre(rovescio, qui)), "dati-non-validi");
  const anonimo = clienteBorsalavoro({ indirizzo: banco.api });
  assert.equal(await codice(anonimo.ricalcolaCifre(MESE, qui)), "richiamo-non-ammesso");
  const breve = await fetch(`${banco.api}/operatori`, { headers: { "x-replyto": qui.rispondiA } });
  assert.match(await breve.text(), /operazione-non-differibile/);
});

const LIMITI = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"] as const;

test("/status, i documenti e ogni rifiuto portano i limiti; /status dice se il nodo vive", async () => {
  const casi = [
    ["/status", 200, "application/problem+json"],
    ["/openapi.json", 200, "application/json"],
    ["/openapi-3.0.json", 200, "application/json"],
    ["/cifre", 401, "application/problem+json"],
    ["/cifre?giorno=ieri", 401, "application/problem+json"],
    ["/non-esiste", 404, "application/problem+json"],
  ] as const;
  for (const [path, status, tipo] of casi) {
    const answer = await fetch(`${banco.api}${path}`);
    assert.equal(answer.status, status, path);
    assert.equal(answer.headers.get("content-type"), tipo, path);
    for (const nome of LIMITI)
      assert.match(answer.headers.get(nome) ?? "", /^\d+$/, `${path} ${nome}`);
  }
  const doc = (await (await fetch(`${banco.api}/openapi.json`)).json()) as {
    openapi: string;
    servers: readonly Record<string, unknown>[];
  };
  assert.equal(doc.openapi, "3.1.0");
  assert.equal(doc.servers[0]?.["url"], banco.api);
  assert.equal(doc.servers[0]?.["x-sandbox"], true);
});

test("finite le richieste si aspetta: 429 con Retry-After, e solo per chi le ha finite", async () => {
  let ultima = await fetch(`${banco.api}/status`);
  for (let i = 0; i < 60 && ultima.status !== 429; i++) ultima = await fetch(`${banco.api}/status`);
  assert.equal(ultima.status, 429);
  assert.equal(ultima.headers.get("content-type"), "application/problem+json");
  assert.equal(ultima.headers.get("x-ratelimit-remaining"), "0");
  const dopo = Number(ultima.headers.get("retry-after"));
  assert.ok(dopo >= 1 && dopo <= 90, String(dopo));
  const sistema = await conVoucher("semplice");
  const altra = await sistema.cifre();
  assert.ok(altra.ok, altra.testo);
  assert.ok(Number(altra.headers.get("x-ratelimit-remaining")) > 30);
});

test("le chiavi di altri si conservano per il tempo detto, e un kid nuovo si va a cercare", async () => {
  const { pdnd } = banco;
  let nowMs = Date.parse("2026-11-25T10:00:00.000Z");
  const clock = { now: () => new Date(nowMs).toISOString() };
  const insieme = chiaviJwks({ indirizzo: pdnd.jwks, conservaS: 60, clock });
  const primo = leggiJws((await chiediVoucher(banco, "semplice")).token);
  assert.ok(primo !== null);
  const kid = String(primo.header["kid"]);
  const chiave = await insieme.get(kid);
  assert.ok(chiave !== null && chiave !== "irraggiungibile" && verificaJws(primo, chiave));
  const nuovo = pdnd.ruota();
  assert.equal(await insieme.get(nuovo), null);
  nowMs += 2_000;
  assert.notEqual(await insieme.get(nuovo), null);
  pdnd.revoca(kid);
  assert.notEqual(await insieme.get(kid), null);
  nowMs += 61_000;
  assert.equal(await insieme.get(kid), null);
  const una = chiaviPerKid({ indirizzo: pdnd.chiaviClient, conservaS: 60, clock });
  assert.notEqual(await una.get("client-1"), null);
  assert.equal(await una.get("mai-vista"), null);
  const spento = chiaviJwks({ indirizzo: "http://127.0.0.1:9/", conservaS: 60, clock });
  assert.equal(await spento.get("x"), "irraggiungibile");
});
