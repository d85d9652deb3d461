import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as borsalavoro from "@staffetta/borsalavoro";
import * as cliclavoro from "@staffetta/cliclavoro";
import { type Cliente, clienteDi, type OperazioniBorsaLavoro } from "@staffetta/contracts";
import { COOP_MIGRATIONS } from "@staffetta/cooperation";
import { type CodiceRegione, REGOLE_ADESIONE_2014 } from "@staffetta/domain";
import { avviaNodo, ensureChiavi, readConfig } from "@staffetta/nodo";
import { freePort } from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";

const regione = "10" as CodiceRegione;
const chiavi = mkdtempSync(join(tmpdir(), "staffetta-diagnosi-"));
const databases: TestDatabase[] = [];
const aperti: { close(): Promise<void> }[] = [];
let sportello: Cliente<OperazioniBorsaLavoro>;

const CHIUSA = "http://127.0.0.1:9";
before(async () => {
  for (const nodo of ["borsalavoro-10", "cliclavoro"]) ensureChiavi(chiavi, nodo);
  const [pb, pc] = [await freePort(), await freePort()];
  const configDi = async (nodo: string, porta: number, partner: object[], migrations: never) => {
    const database = await testDatabase({ sets: [COOP_MIGRATIONS, migrations] });
    databases.push(database);
    return readConfig({
      STAFFETTA_DATABASE_URL: database.url,
      STAFFETTA_PORT: String(porta),
      STAFFETTA_NODO: nodo,
      STAFFETTA_REGIONE: "10",
      STAFFETTA_PARTNER: JSON.stringify(partner),
      STAFFETTA_CHIAVI: chiavi,
      STAFFETTA_INDIRIZZI: JSON.stringify({ [nodo]: `http://localhost:${porta}` }),
    });
  };
  const fissi = { montaPagine: () => undefined, renderGuasto: () => "" };
  const cc = await configDi(
    "cliclavoro",
    pc,
    [{ nome: "borsalavoro-10", indirizzo: `http://127.0.0.1:${pb}` }],
    cliclavoro.migrations as never,
  );
  const altra = await avviaNodo(cc, {
    ...{ ...fissi, migrations: cliclavoro.migrations, bind: cliclavoro.bindPg },
    create: (porte) =>
      cliclavoro.createCliclavoro(porte, { regole: REGOLE_ADESIONE_2014, regioni: [] }),
  });
  const partner = [
    { nome: "cliclavoro", indirizzo: `http://127.0.0.1:${pc}` },
    { nome: "ministero", indirizzo: CHIUSA },
    { nome: "gefo-10", indirizzo: "http://nome-che-non-esiste.invalid" },
    { nome: "gefo-13", indirizzo: `http://127.0.0.1:${pc}` },
  ];
  const cb = await configDi("borsalavoro-10", pb, partner, borsalavoro.migrations as never);
  const mia = await avviaNodo(cb, {
    ...{ ...fissi, migrations: borsalavoro.migrations, bind: borsalavoro.bindPg },
    create: (porte) => {
      const parte = borsalavoro.createBorsaLavoro(porte, { regione, regole: REGOLE_ADESIONE_2014 });
      const chi = {
        ruolo: "regione",
        id: "sportello",
        nome: "Sportello",
        regione,
        funzione: "istruttoria",
      } as const;
      sportello = clienteDi(parte.operazioni, parte.implementazione, chi);
      return parte;
    },
  });
  aperti.push(mia, altra);
});
after(async () => {
  for (const uno of aperti) await uno.close();
  for (const uno of databases) await uno.close();
  rmSync(chiavi, { recursive: true, force: true });
});

async function prova(partner: string) {
  const fatta = await sportello.diagnosi({ partner });
  assert.ok(fatta.ok, JSON.stringify(fatta));
  const { salti } = fatta.valore;
  for (const { esito, causa, prossimoPasso } of salti) {
    assert.ok(causa.length > 10);
    assert.equal(esito === "rosso", prossimoPasso !== "");
  }
  const esiti = Object.fromEntries(salti.map(({ nome, esito }) => [nome, esito]));
  return { esiti, rotto: salti.find(({ esito }) => esito === "rosso") };
}

/** Takes the public key of a node away while `work` runs. */
async function senzaChiaveDi<T>(nodo: string, work: () => Promise<T>): Promise<T> {
  const folder = join(chiavi, "pubbliche");
  const file = readdirSync(folder).find((name) => name.startsWith(`${nodo}.`)) ?? "";
  const via = join(chiavi, file);
  renameSync(join(folder, file), via);
  try {
    return await work();
  } finally {
    renameSync(via, join(folder, file));
  }
}

test("la strada buona è verde fino in fondo: la domanda firmata torna e le storie coincidono", async () => {
  const { esiti, rotto } = await prova("cliclavoro");
  assert.equal(rotto, undefined, JSON.stringify(rotto));
  assert.deepEqual(esiti, {
    ...{ dns: "verde", connessione: "verde", token: "verde", finalita: "non-serve" },
    ...{ contratto: "verde", eco: "verde", storia: "verde" },
  });
});

test("una porta chiusa e un nome che non c'è fermano la strada lì, e il resto non è provato", async () => {
  const chiusa = await prova("ministero");
  assert.equal(chiusa.rotto?.nome, "connessione");
  assert.equal(chiusa.esiti["eco"], "non-provato");
  const ignoto = await prova("gefo-10");
  assert.equal(ignoto.rotto?.nome, "dns");
  assert.equal(ignoto.esiti["connessione"], "non-provato");
});

test("senza la chiave del partner, o senza la nostra, si ferma alla firma e dice quale manca", async () => {
  const senzaSua = await senzaChiaveDi("cliclavoro", () => prova("cliclavoro"));
  assert.equal(senzaSua.rotto?.nome, "token");
  const senzaNostra = await senzaChiaveDi("borsalavoro-10", () => prova("cliclavoro"));
  assert.equal(senzaNostra.rotto?.nome, "token");
  assert.match(senzaNostra.rotto?.causa ?? "", /non torna con la sua stessa chiave/);
});

test("se a quell'indirizzo risponde un altro, il contratto lo dice", async () => {
  ensureChiavi(chiavi, "gefo-13");
  const { rotto } = await prova("gefo-13");
  assert.equal(rotto?.nome, "contratto");
  assert.match(rotto?.causa ?? "", /risponde «Cliclavoro», ci si aspetta «Gefo»/);
});

test("la diagnosi non cambia niente: nessun messaggio, nessuna corsia, nessun esito", async () => {
  const conta = async (database: TestDatabase) => {
    const [row] = await database.db.sql.query<{ n: number }>(
      "conta",
      `SELECT (SELECT count(*) FROM coop_uscita) + (SELECT count(*) FROM coop_entrata)
            + (SELECT count(*) FROM coop_corsia_entrata) + (SELECT count(*) FROM coop_jti) AS n`,
    );
    return row?.n;
  };
  const prima = await Promise.all(databases.map(conta));
  await prova("cliclavoro");
  assert.deepEqual(await Promise.all(databases.map(conta)), prima);
});

test("un partner che non c'è è detto; una domanda con firma falsa lascia un allarme dall'altra parte", async () => {
  const nessuno = await sportello.diagnosi({ partner: "nessuno" });
  assert.ok(!nessuno.ok && nessuno.problema.status === 404);
  const quadro = await sportello.collegamento({});
  assert.ok(quadro.ok);
  const { indirizzo = "" } = quadro.valore.partner.find(({ nome }) => nome === "cliclavoro") ?? {};
  const answer = await fetch(`${indirizzo}/cooperazione/v1/eco`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify({ v: 1, mittente: "borsalavoro-10", eco: "x" }),
  });
  assert.equal(answer.status, 401);
  const [cliclavoroDb] = databases;
  const rows = await cliclavoroDb?.db.sql.query<{ codice: string }>(
    "allarmi",
    "SELECT codice FROM coop_allarme",
  );
  assert.ok(rows?.some(({ codice }) => codice === "firma-assente"));
});
