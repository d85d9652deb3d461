import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { after, before, test } from "node:test";
import { bindCoopPg, COOP_MIGRATIONS } from "@staffetta/cooperation";
import { type Busta, firmaBusta, verificaBusta } from "@staffetta/cooperation/modi";
import type { CodiceRegione } from "@staffetta/domain";
import { createCipher, pgUnitOfWork, systemClock, systemRandom } from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { bindPg, createMinistero, migrations, type Stores } from "../index.ts";

const CF = "TSTZRN03D57L219H";
const IO = "spmis.example.org";
const LORO = "https://spmis.example.org/callback";
const mia = generateKeyPairSync("ed25519");
const sua = generateKeyPairSync("ec", { namedCurve: "P-256" });
const nowS = () => Math.floor(Date.now() / 1000);

let database: TestDatabase;
let parte: ReturnType<typeof createMinistero>;
let uow: ReturnType<typeof pgUnitOfWork<Stores>>;
const cipher = createCipher(new Uint8Array(32).fill(7));

const apply = (tipo: string, corpo: object) =>
  uow.transaction(async (stores) => {
    const handler = parte.handlers[tipo];
    assert.ok(handler !== undefined);
    const busta = { mittente: "borsalavoro-10", id: systemRandom.uuid(), tipo, persona: "p" };
    const dove = { corsia: 0, progressivo: 1, accodatoAt: systemClock.now() };
    const esito = await handler(stores, { ...busta, ...dove, corpo: JSON.stringify(corpo) });
    assert.equal(esito.esito, "applicato", JSON.stringify(esito));
  });

const adesioneId = systemRandom.uuid();
before(async () => {
  database = await testDatabase({ sets: [COOP_MIGRATIONS, migrations] });
  const [clock, random] = [systemClock, systemRandom];
  uow = pgUnitOfWork<Stores>(database.db, (sql) => {
    const coop = bindCoopPg(sql, { clock, random, corsieDi: () => 4, cifra: cipher });
    return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
  });
  const mittenti = [{ senderId: IO, scopi: ["BENEFIT_ELIGIBILITY"], richiamo: LORO }];
  parte = createMinistero(
    { clock, random, cipher, uow, coop: () => assert.fail("nessun flusso") },
    {
      regioni: ["10" as CodiceRegione],
      spdci: {
        config: { senderId: "ess.example.org", mittenti },
        propria: { kid: "ministero-1", chiave: sua.privateKey },
        chiaviDi: (chi) => new Map<string, KeyObject>(chi === IO ? [["k1", mia.publicKey]] : []),
      },
    },
  );
  await apply("adesione-registrata.v1", {
    ...{ adesioneId, codiceFiscale: CF, sesso: "F", dataNascita: "2003-04-17", regione: "10" },
    ...{ canale: "regionale", dataAdesione: "2026-03-02", at: "2026-03-02T09:00:00.000Z" },
  });
});
after(() => database.close());

interface Cambi {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly chiave?: KeyObject;
  readonly kid?: string;
  readonly created?: number;
  readonly altera?: (busta: Busta) => unknown;
}
const AUTORIZZATO = { purpose: { code: "BENEFIT_ELIGIBILITY", text: "check" } };

async function chiedi(percorso: string, message: object, cambi: Cambi = {}) {
  const header = {
    ...{ version: "1.0.0", message_id: systemRandom.uuid(), message_ts: systemClock.now() },
    ...{ action: percorso, sender_id: IO, receiver_id: "ess.example.org", total_count: 1 },
    ...cambi.header,
  };
  const chi = { senderId: IO, kid: cambi.kid ?? "k1", chiave: cambi.chiave ?? mia.privateKey };
  const contenuto = { header, message: { transaction_id: systemRandom.uuid(), ...message } };
  const busta = firmaBusta(chi, contenuto, cambi.created ?? nowS());
  const rotta = parte.rotte?.find((una) => una.percorso === `/spdci/v1/registry/${percorso}`);
  assert.ok(rotta !== undefined, percorso);
  const body = JSON.stringify(cambi.altera?.(busta) ?? busta);
  const risposta = await rotta.rispondi({ metodo: "POST", percorso, headers: {}, body });
  const letta = JSON.parse(risposta.body) as {
    message: Record<string, never>;
  } & Busta;
  return { status: risposta.status, letta, busta };
}
const cerca = (search_criteria: object) => ({
  search_request: [{ reference_id: "r1", timestamp: systemClock.now(), search_criteria }],
});
const PER_ID = {
  query_type: "idtype-value",
  query: { type: "UIN", value: CF },
  authorize: AUTORIZZATO,
};

test("la ricerca dà iscrizioni e partecipazioni, senza nome né recapiti, firmata, e la lettura è annotata", async () => {
  const { status, letta } = await chiedi("sync/search", cerca(PER_ID));
  assert.equal(status, 200);
  assert.ok(verificaBusta(letta, sua.publicKey, { now: nowS(), skew: 5 }));
  const [una] = letta.message["search_response"] as unknown as [Record<string, never>];
  assert.equal(una["status"], "succ");
  const text = JSON.stringify(una);
  assert.match(text, /"enrolled_status":"Active"/);
  assert.match(text, /"programme":"Garanzia Giovani"/);
  assert.doesNotMatch(text, /name|email|telefono|birth/);
  const letture = await uow.transaction(({ letture: tutte }) => tutte.all());
  assert.ok(
    letture.some(({ chi, scopo }) => chi === `SPDCI ${IO}` && scopo === "BENEFIT_ELIGIBILITY"),
  );
});

test("senza uno scopo concordato, o senza l'identificativo intero, non si cerca nessuno", async () => {
  const casi: readonly (readonly [object, string])[] = [
    [{ ...PER_ID, authorize: undefined }, "rjct.search_criteria.invalid"],
    [{ ...PER_ID, authorize: { purpose: { code: "CURIOSITY" } } }, "rjct.search_criteria.invalid"],
    [{ ...PER_ID, query_type: "predicate", query: [] }, "rjct.filter.invalid"],
    [{ ...PER_ID, query: { type: "NAME", value: "Giulia" } }, "rjct.filter.invalid"],
  ];
  const prima = (await uow.transaction(({ letture }) => letture.all())).length;
  for (const [criteri, atteso] of casi) {
    const { letta } = await chiedi("sync/search", cerca(criteri));
    const [una] = letta.message["search_response"] as unknown as [Record<string, string>];
    assert.equal(una["status_reason_code"], atteso);
  }
  assert.equal((await uow.transaction(({ letture }) => letture.all())).length, prima);
});

test("chi è iscritto, chi lo è stato e chi mai si distinguono", async () => {
  const stato = async (eq: string) => {
    const enrolled_criteria = { query: { person_identifier: { eq } }, authorize: AUTORIZZATO };
    const { letta } = await chiedi("sync/check-enrollment", { enrolled_criteria });
    const [una] = letta.message["enrolled_response"] as unknown as [Record<string, string>];
    return una["enrolled_status"];
  };
  assert.equal(await stato(CF), "Active");
  assert.equal(await stato("PRVGTR05B49H501O"), "Not enrolled");
  assert.equal(await stato("non è un codice"), "Not enrolled");
});

const FALSI: readonly (readonly [string, Cambi, string])[] = [
  [
    "un contenuto cambiato dopo",
    { altera: (b) => ({ ...b, message: { ...b.message, x: 1 } }) },
    "err.signature.invalid",
  ],
  [
    "un'altra chiave",
    { chiave: generateKeyPairSync("ed25519").privateKey },
    "err.signature.invalid",
  ],
  ["un kid ignoto", { kid: "k9" }, "err.signature.invalid"],
  ["una firma vecchia", { created: nowS() - 1_000 }, "err.signature.invalid"],
  ["una firma dal futuro", { created: nowS() + 1_000 }, "err.signature.invalid"],
  [
    "nessuna firma",
    { altera: ({ header, message }) => ({ header, message }) },
    "err.signature.missing",
  ],
  ["un mittente ignoto", { header: { sender_id: "altri" } }, "err.sender_id.invalid"],
  ["un altro destinatario", { header: { receiver_id: "altri" } }, "err.receiver_id.invalid"],
  [
    "un richiamo altrove",
    { header: { sender_uri: "https://altri.example/x" } },
    "err.sender_uri.invalid",
  ],
  ["un messaggio cifrato", { header: { is_msg_encrypted: true } }, "err.encryption.invalid"],
  ["niente di leggibile", { altera: () => 3 }, "err.signature.missing"],
];
for (const [caso, cambi, atteso] of FALSI)
  test(`la busta con ${caso} resta fuori: ${atteso}`, async () => {
    const { status, letta } = await chiedi("sync/search", cerca(PER_ID), cambi);
    const { ack_status, error } = letta.message as unknown as {
      ack_status: string;
      error: { code: string };
    };
    assert.ok(status >= 400 && status < 500);
    assert.equal(ack_status, "ERR");
    assert.ok(
      error.code === atteso || (caso === "niente di leggibile" && error.code === "err.request.bad"),
      error.code,
    );
  });

test("lo stesso message_id vale una volta", async () => {
  const header = { message_id: "sempre-questo" };
  assert.equal((await chiedi("sync/search", cerca(PER_ID), { header })).status, 200);
  assert.equal((await chiedi("sync/search", cerca(PER_ID), { header })).status, 409);
});

const prendi = async () => {
  const richiamo = await uow.transaction(({ modi }) =>
    modi.prendiRichiamo("2999-01-01T00:00:00.000Z", "2999-01-02T00:00:00.000Z"),
  );
  assert.ok(richiamo !== null && parte.firmaSpdci !== undefined);
  await uow.transaction(({ modi }) =>
    modi.segnaRichiamo(richiamo.id, {
      ...{ stato: "consegnato", prossimoAt: null, consegnatoAt: systemClock.now(), errore: "" },
    }),
  );
  const { body } = parte.firmaSpdci({ ...richiamo, corpo: cipher.open(richiamo.corpo) });
  const busta = JSON.parse(body) as Busta;
  assert.ok(verificaBusta(busta, sua.publicKey, { now: nowS(), skew: 5 }));
  return { indirizzo: richiamo.indirizzo, busta };
};

test("in asincrono si risponde ACK, la risposta va al richiamo concordato, e lo stato la ritrova", async () => {
  const { status, letta, busta } = await chiedi("search", cerca(PER_ID));
  const { ack_status, correlation_id } = letta.message as unknown as Record<string, string>;
  assert.deepEqual([status, ack_status], [200, "ACK"]);
  const { indirizzo, busta: mandata } = await prendi();
  assert.equal(indirizzo, `${LORO}/on-search`);
  assert.equal(mandata.message["correlation_id"], correlation_id);
  const txnstatus_request = {
    ...{ reference_id: "r1", txn_type: "search", attribute_type: "transaction_id" },
    attribute_value: busta.message["transaction_id"],
  };
  const stato = await chiedi("sync/txn/status", { txnstatus_request });
  const { txn_status } = stato.letta.message["txnstatus_response"] as unknown as Record<
    string,
    never
  >;
  assert.deepEqual(txn_status, mandata.message);
});

test("chi si iscrive sa il cambiamento nella stessa transazione del fatto; chi si toglie non più", async () => {
  const subscribe_criteria = {
    ...{ reg_event_type: "enrolment_status_change", filter: { type: "UIN", value: CF } },
    ...{ notify_record_type: "Member", authorize: AUTORIZZATO },
  };
  const una = { reference_id: "r1", timestamp: systemClock.now(), subscribe_criteria };
  const { letta } = await chiedi("sync/subscribe", { subscribe_request: [una] });
  const [fatta] = letta.message["subscribe_response"] as unknown as [Record<string, never>];
  const code = (fatta["subscriptions"] as unknown as [{ code: string }])[0].code;
  const cambia = (version: number, da: string, a: string) =>
    apply("stato-adesione.v1", {
      ...{ adesioneId, version, da, a, motivo: null, rettifica: false, operatoreId: null },
      at: systemClock.now(),
    });
  await cambia(2, "A", "P");
  const { indirizzo, busta } = await prendi();
  assert.equal(indirizzo, `${LORO}/notify`);
  assert.match(JSON.stringify(busta.message), new RegExp(`"subscription_code":"${code}"`));
  assert.doesNotMatch(JSON.stringify(busta), new RegExp(CF));
  const via = await chiedi("sync/unsubscribe", { subscription_codes: [code] });
  assert.equal(via.letta.message["status"], "succ");
  await cambia(3, "P", "T");
  const resto = await uow.transaction(({ modi }) =>
    modi.prendiRichiamo("2999-01-01T00:00:00.000Z", "2999-01-02T00:00:00.000Z"),
  );
  assert.equal(resto, null);
});
