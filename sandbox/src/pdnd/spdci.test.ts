import assert from "node:assert/strict";
import { createHash, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { COOP_MIGRATIONS } from "@staffetta/cooperation";
import { type Busta, firmaBusta, verificaBusta } from "@staffetta/cooperation/modi";
import type { CodiceRegione } from "@staffetta/domain";
import { bindPg, createMinistero, migrations, type Stores } from "@staffetta/ministero";
import { avviaNodo, ensureChiavi, type PorteNodo, readChiavi, readConfig } from "@staffetta/nodo";
import { freePort, systemClock, systemRandom } from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { ascolta } from "./ascolto.ts";

/** The whole loop of a notice, over real HTTP: subscribe at a node that runs, hear of the fact at home. */
const CF = "TSTZRN03D57L219H";
const IO = "spmis.example.org";
const mia = generateKeyPairSync("ed25519");
const folder = mkdtempSync(join(tmpdir(), "staffetta-spdci-"));
const nowS = (): number => Math.floor(Date.now() / 1000);

let stato = 202;
let casa: Awaited<ReturnType<typeof ascolta>>;
let database: TestDatabase;
let nodo: Awaited<ReturnType<typeof avviaNodo>>;
let porte: PorteNodo<Stores>;
let parte: ReturnType<typeof createMinistero>;
let indirizzo = "";
before(async () => {
  casa = await ascolta(() => stato);
  mkdirSync(join(folder, "pubbliche"), { recursive: true });
  ensureChiavi(folder, "ministero");
  const pem = mia.publicKey.export({ type: "spki", format: "pem" });
  writeFileSync(join(folder, "pubbliche", `${IO}.k1.pem`), pem);
  database = await testDatabase({ sets: [COOP_MIGRATIONS, migrations] });
  const port = await freePort();
  indirizzo = `http://127.0.0.1:${port}/spdci/v1/registry`;
  const config = readConfig({
    ...{ STAFFETTA_DATABASE_URL: database.url, STAFFETTA_PORT: String(port) },
    ...{ STAFFETTA_NODO: "ministero", STAFFETTA_PARTNER: "[]", STAFFETTA_CHIAVI: folder },
    ...{ STAFFETTA_SVILUPPO: "1", STAFFETTA_INDIRIZZI: "{}" },
  });
  const { propria, chiaviDi } = readChiavi(folder, "ministero");
  const mittenti = [
    { senderId: IO, scopi: ["BENEFIT_ELIGIBILITY"], richiamo: `${casa.indirizzo}/callback` },
  ];
  nodo = await avviaNodo(config, {
    ...{ migrations, bind: bindPg, montaPagine: () => undefined, renderGuasto: () => "" },
    create: (given) => {
      porte = given;
      parte = createMinistero(given, {
        regioni: ["10" as CodiceRegione],
        spdci: { config: { senderId: "ess.example.org", mittenti }, propria, chiaviDi },
      });
      return parte;
    },
  });
});
after(async () => {
  await nodo?.close();
  await casa?.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const adesioneId = systemRandom.uuid();
const applica = (tipo: string, corpo: object): Promise<void> =>
  porte.uow.transaction(async (stores) => {
    const busta = { mittente: "borsalavoro-10", id: systemRandom.uuid(), tipo, persona: "p" };
    const dove = { corsia: 0, progressivo: 1, accodatoAt: systemClock.now() };
    const testo = JSON.stringify({ adesioneId, ...corpo });
    const esito = await parte.handlers[tipo]?.(stores, { ...busta, ...dove, corpo: testo });
    assert.equal(esito?.esito, "applicato");
  });

async function chiedi(action: string, message: object): Promise<Record<string, unknown>> {
  const header = {
    ...{ version: "1.0.0", message_id: systemRandom.uuid(), message_ts: systemClock.now() },
    ...{ action, sender_id: IO, receiver_id: "ess.example.org", total_count: 1 },
  };
  const contenuto = { header, message: { transaction_id: systemRandom.uuid(), ...message } };
  const chi = { senderId: IO, kid: "k1", chiave: mia.privateKey };
  const answer = await fetch(`${indirizzo}/sync/${action}`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify(firmaBusta(chi, contenuto, nowS())),
  });
  assert.equal(answer.status, 200);
  return ((await answer.json()) as Busta).message;
}

test("chi si iscrive riceve l'avviso firmato al suo indirizzo; se non risponde, l'avviso torna", async () => {
  await applica("adesione-registrata.v1", {
    ...{ codiceFiscale: CF, sesso: "F", dataNascita: "2003-04-17", regione: "10" },
    ...{ canale: "regionale", dataAdesione: "2026-03-02", at: "2026-03-02T09:00:00.000Z" },
  });
  const subscribe_criteria = {
    ...{ reg_event_type: "enrolment_status_change", filter: { type: "UIN", value: CF } },
    notify_record_type: "Member",
    authorize: { purpose: { code: "BENEFIT_ELIGIBILITY", text: "check" } },
  };
  const una = { reference_id: "r1", timestamp: systemClock.now(), subscribe_criteria };
  const risposta = await chiedi("subscribe", { subscribe_request: [una] });
  assert.match(JSON.stringify(risposta), /"subscriptions":\[\{"code":/);
  stato = 503;
  const passo = { version: 2, da: "A", a: "P", motivo: null, rettifica: false };
  await applica("stato-adesione.v1", { ...passo, operatoreId: null, at: systemClock.now() });
  await casa.aspetta(1);
  stato = 202;
  await casa.aspetta(2);
  const [prima, seconda] = casa.arrivate;
  const busta = JSON.parse(seconda?.body ?? "{}") as Busta;
  const { kid } = readChiavi(folder, "ministero").propria;
  const pubblica = createPublicKey(
    readFileSync(join(folder, "pubbliche", `ministero.${kid}.pem`), "utf8"),
  );
  assert.ok(verificaBusta(busta, pubblica, { now: nowS(), skew: 5 }));
  const primo = JSON.parse(prima?.body ?? "{}") as Busta;
  assert.deepEqual(primo.message, busta.message, "la stessa notizia, detta due volte");
  assert.match(JSON.stringify(busta.message), /"enrolled_status":"Active"/);
  assert.doesNotMatch(JSON.stringify(busta), new RegExp(CF));
});

test("la busta della guida, firmata con le sole parole della guida, riceve la risposta", async () => {
  const guida = readFileSync(
    join(import.meta.dirname, "..", "..", "..", "docs", "guide", "collega-spdci.md"),
    "utf8",
  );
  const [, testo = ""] = [...guida.matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, json]) => json);
  const { signature, header, message } = JSON.parse(
    (testo as string).replace('"value": "…"', `"value": "${CF}"`),
  ) as Busta;
  const contenuto = JSON.stringify({ header, message });
  const digest = createHash("sha256").update(contenuto).digest("base64");
  const [created, expires] = [String(nowS()), String(nowS() + 60)];
  const daFirmare = `(created): ${created}\n(expires): ${expires}\ndigest: SHA-256=${digest}`;
  const firma = sign(null, Buffer.from(daFirmare), mia.privateKey).toString("base64");
  const firmata = signature
    .replace('created="…"', `created="${created}"`)
    .replace('expires="…"', `expires="${expires}"`)
    .replace('signature="…"', `signature="${firma}"`);
  const answer = await fetch(`${indirizzo}/sync/search`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ signature: firmata, header, message }),
  });
  const risposta = await answer.text();
  assert.equal(answer.status, 200, risposta);
  assert.match(risposta, /"reg_records":\[?\{/);
  assert.doesNotMatch(risposta, /"rjct"/);
});
