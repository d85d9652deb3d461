import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import {
  type Cliente,
  clienteDi,
  type OperazioniMinistero,
  type Soggetto,
} from "@staffetta/contracts";
import { bindCoopPg, COOP_MIGRATIONS } from "@staffetta/cooperation";
import { componiCodiceFiscale } from "@staffetta/domain";
import { bindPg, createMinistero, migrations } from "@staffetta/ministero";
import { createCipher, pgUnitOfWork, systemClock, systemRandom } from "@staffetta/platform";
import { type TestDatabase, testDatabase } from "@staffetta/platform/test-postgres";
import { CODICI, importaTabella, inCents, PASSIVE } from "./tabelle.ts";

let database: TestDatabase;
let folder: string;
let come: (soggetto: Soggetto) => Cliente<OperazioniMinistero>;
const SISTEMA: Soggetto = { ruolo: "sistema", nome: "importazione" };
const UFFICIO: Soggetto = { ruolo: "ministero", nome: "Ufficio" };
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "staffetta-tabelle-"));
  database = await testDatabase({ sets: [COOP_MIGRATIONS, migrations] });
  const [clock, random] = [systemClock, systemRandom];
  const cipher = createCipher(new Uint8Array(32).fill(3));
  const uow = pgUnitOfWork(database.db, (sql) => {
    const coop = bindCoopPg(sql, { clock, random, cifra: cipher, corsieDi: () => 2 });
    return { stores: bindPg(sql, coop), beforeCommit: coop.beforeCommit };
  });
  const coop = (): never => {
    throw new Error("niente flussi");
  };
  const parte = createMinistero({ clock, random, cipher, uow, coop }, { regioni: [] });
  come = (soggetto) => clienteDi(parte.operazioni, parte.implementazione, soggetto);
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const importa = (nome: string, testo: string, tabella: typeof CODICI) => {
  const file = join(folder, nome);
  writeFileSync(file, testo);
  return importaTabella({
    ...{ file, nome, tabella, nodo: come(SISTEMA), onProgress: () => undefined },
  });
};
const esiti = (nome: string): string => readFileSync(join(folder, `${nome}.esiti.csv`), "utf8");

test("i codici entrano riga per riga con le loro date; ripeterli non cambia niente", async () => {
  const righe = [
    "lista;codice;descrizione;dal;al",
    "comune;B354;Cagliari;;",
    "comune;ZZZ;Comune soppresso;2000-01-01;2010-12-31",
    "comune;B999;Date al contrario;2010-01-01;2009-01-01",
    "inventata;1;Lista che non c'è;;",
    "tipo-attivita;Q77;Attività nuova;31/12/2025;",
  ].join("\n");
  const conta = await importa("codici.csv", righe, CODICI);
  assert.deepEqual(conta, { aggiunta: 2, aggiornata: 0, uguale: 0, rifiutata: 3, saltata: 0 });
  assert.match(esiti("codici.csv"), /^4;rifiutata;.*Nessuna lista si chiama/m);
  assert.match(esiti("codici.csv"), /^5;rifiutata;"dal: Scrivi la data come anno-mese-giorno/m);
  const ancora = await importa("codici.csv", righe, CODICI);
  assert.deepEqual(ancora, { aggiunta: 0, aggiornata: 0, uguale: 0, rifiutata: 0, saltata: 5 });
  const altro = await importa("altro.csv", righe.replace("Cagliari", "CAGLIARI"), CODICI);
  assert.deepEqual([altro.aggiornata, altro.uguale], [1, 1]);
  const letta = await come(UFFICIO).codici({ lista: "comune" });
  assert.ok(letta.ok);
  assert.deepEqual(
    letta.valore.scelta?.voci.map(({ codice, al, verificato }) => [codice, al, verificato]),
    [
      ["B354", null, true],
      ["ZZZ", "2010-12-31", true],
    ],
  );
});

test("le politiche passive entrano, si vedono nella SAP, e una riga sbagliata dice perché", async () => {
  const codiceFiscale = componiCodiceFiscale({
    ...{ cognome: "ROCCAVERDE", nome: "GIULIA", sesso: "F", luogo: "Z100" },
    dataNascita: "2004-05-14" as never,
  });
  const righe = [
    "Codice fiscale,tipo,ente,dal,al,importo",
    `${codiceFiscale},NASpI,INPS,2025-01-01,2025-06-30,"4.321,50"`,
    `${codiceFiscale},Assegno di ricollocazione,ANPAL,2025-07-01,,`,
    `${codiceFiscale},NASpI,INPS,2025-02-30,,`,
    "SENZA-CODICE,NASpI,INPS,2025-01-01,,",
    `${codiceFiscale},NASpI,INPS,2025-08-01,,tanto`,
  ].join("\n");
  const conta = await importa("passive.csv", righe, PASSIVE);
  assert.deepEqual(conta, { aggiunta: 2, aggiornata: 0, uguale: 0, rifiutata: 3, saltata: 0 });
  const trovata = await come(UFFICIO).trovaPersona({ codiceFiscale, scopo: "controllo" });
  assert.ok(trovata.ok && trovata.valore.personaId !== null);
  const { personaId } = trovata.valore;
  const letta = await come(UFFICIO).sapPersona({ personaId, scopo: "controllo" });
  assert.ok(letta.ok);
  assert.equal(letta.valore.sap, null);
  assert.deepEqual(
    letta.valore.passive.map(({ tipo, al, importoCents, fonte }) => [
      tipo,
      al,
      importoCents,
      fonte,
    ]),
    [
      ["Assegno di ricollocazione", null, null, "passive.csv"],
      ["NASpI", "2025-06-30", 432_150, "passive.csv"],
    ],
  );
  const letture = await database.db.sql.query<{ scopo: string }>(
    "letture",
    "SELECT scopo FROM lettura",
  );
  assert.deepEqual(letture.map(({ scopo }) => scopo).sort(), [
    "SAP: Controllo a campione",
    "ricerca: Controllo a campione",
  ]);
  assert.ok(!(await come(UFFICIO).sapPersona({ personaId, scopo: "curiosità" })).ok);
});

test("un importo si legge all'italiana e no; ciò che non lo è resta come è scritto", () => {
  assert.deepEqual(["1.234,50", "1234,5", "1234.50", "12", ""].map(inCents), [
    123_450,
    123_450,
    123_450,
    1_200,
    null,
  ]);
  assert.equal(inCents("tanto"), "tanto");
});

const cfDi = (cognome: string): string =>
  componiCodiceFiscale({
    ...{ cognome, nome: "GAIA", dataNascita: "2001-03-04" as never, sesso: "F", luogo: "H501" },
  });
const riga = (cf: string, dal: string, resto = ""): string =>
  `<politica><codiceFiscale>${cf}</codiceFiscale><tipo>NASpI</tipo><ente>INPS</ente><dal>${dal}</dal>${resto}</politica>`;

test("le politiche passive entrano anche da XML, riga per riga, con gli stessi esiti del CSV", async () => {
  const cf = cfDi("XMLPASSIVA");
  const righe = [
    riga(cf, "2026-01-01", "<al>2026-06-30</al><importo><![CDATA[750,50]]></importo>"),
    riga(cf, "2026-01-01", "<al>2026-06-30</al><importo>750,50</importo>"),
    riga(cf, "2026-04-31"),
    riga(cf, "2026-02-01").replace("<ente>INPS</ente>", ""),
  ];
  const testo = `<?xml version="1.0"?><politiche>${righe.join("\n")}</politiche>`;
  const conta = await importa("passive.xml", testo, PASSIVE);
  assert.deepEqual([conta.aggiunta, conta.uguale, conta.rifiutata], [1, 1, 2]);
  assert.match(esiti("passive.xml"), /3;rifiutata;.*calendario/);
  assert.match(esiti("passive.xml"), /4;rifiutata;.*ente/);
});

test("un XML tagliato, con una DTD o annidato si ferma lì, e ciò che c'era prima resta", async () => {
  const buona = riga(cfDi("TAGLIATA"), "2026-01-01");
  for (const [nome, testo, atteso] of [
    ["tagliata.xml", `<p>${buona}<politica><tipo>N`, 1],
    ["dtd.xml", `<!DOCTYPE p [<!ENTITY a "b">]><p>${buona}</p>`, 0],
    ["annidata.xml", `<p>${buona}<politica><tipo><b>N</b></tipo></politica></p>`, 1],
  ] as const) {
    const conta = await importa(nome, testo, PASSIVE);
    assert.deepEqual([conta.aggiunta + conta.uguale, conta.rifiutata], [atteso, 1], nome);
    assert.match(esiti(nome), /l'XML non si legge/, nome);
  }
});

test("molte politiche passive in una chiamata: ogni riga ha il suo esito, una sbagliata non ferma le altre", async () => {
  const buona = { codiceFiscale: cfDi("MOLTE"), tipo: "NASpI", ente: "INPS", dal: "2026-01-01" };
  const esito = await come(SISTEMA).importaPassive({
    righe: [buona, buona, { ...buona, dal: "2026-04-31" }, { ...buona, importoCents: 100 }, {}],
  });
  assert.ok(esito.ok);
  assert.deepEqual(
    esito.valore.esiti.map(({ riga: n, esito: come }) => [n, come]),
    [
      ...[
        [1, "aggiunta"],
        [2, "uguale"],
        [3, "rifiutata"],
        [4, "aggiornata"],
        [5, "rifiutata"],
      ],
    ],
  );
  assert.match(esito.valore.esiti[2]?.motivo ?? "", /dal: .*calendario/);
  assert.ok(!(await come(UFFICIO).importaPassive({ righe: [buona] })).ok);
});
