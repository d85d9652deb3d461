import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { CivilDate, CodiceRegione } from "@staffetta/domain";
import { componiCodiceFiscale } from "@staffetta/domain";
import { seededRandom } from "@staffetta/platform";
import { createFederazione, type Federazione } from "../mondo/federazione.ts";
import { createGuasti } from "../mondo/guasti.ts";
import { inMemoria } from "../mondo/magazzino.ts";
import { createTempo } from "../mondo/tempo.ts";
import { fileEsiti } from "./esiti.ts";
import { importa } from "./importa.ts";

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "staffetta-importa-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const LOMBARDIA = "10" as CodiceRegione;

async function unaFederazione(): Promise<Federazione> {
  const tempo = createTempo(Date.parse("2014-11-03T09:00:00Z"));
  const nodi = ["cliclavoro", "ministero", "borsalavoro-10", "gefo-10"];
  const guasti = createGuasti({ random: seededRandom(1), tempo, nodi, attivi: [] });
  return createFederazione({
    ...{ seed: "importa", tempo, guasti, magazzino: inMemoria(), regioni: [LOMBARDIA] },
    stanziamentoCents: 100_000_00,
  });
}

const cf = (cognome: string, dataNascita = "1995-05-14"): string =>
  componiCodiceFiscale({
    nome: "Anna",
    cognome,
    dataNascita: dataNascita as CivilDate,
    sesso: "F",
    luogo: "Z999",
  });
const riga = (
  cognome: string,
  altro: Partial<Record<"cf" | "nascita" | "data" | "email", string>> = {},
): string =>
  [
    ...[
      altro.cf ?? cf(cognome, altro.nascita),
      "Anna",
      cognome,
      altro.nascita ?? "1995-05-14",
      "F",
    ],
    ...[altro.email ?? "anna@esempio.it", "3331234567", altro.data ?? "2014-10-20"],
  ].join(";");

const CSV = [
  "codiceFiscale;nome;cognome;dataNascita;sesso;email;telefono;dataAdesione",
  riga("Roccaverde"),
  riga("Fontelunga", { cf: "RCCNNA95E54Z999X" }),
  riga("Roccaverde"),
  riga("Montealto", { nascita: "1980-01-01" }),
  riga("Pianochiaro", { email: "non-una-mail" }),
  riga("Sassoforte", { data: "2015-01-01" }),
  riga("Rivanuova"),
].join("\n");

async function run(file: string, federazione: Federazione) {
  const borsa = federazione.borse.get(LOMBARDIA);
  assert.ok(borsa);
  const parteDi = async (regione: string | null) =>
    regione === null || regione === LOMBARDIA ? borsa.parte : `la regione ${regione} non c'è`;
  const conteggio = await importa({ file, parteDi, onProgress: () => undefined });
  const adesioni = await borsa.uow.transaction((stores) => stores.adesioni.all());
  return { conteggio, adesioni };
}

test("ogni riga del CSV ha il suo esito, e quelle rifiutate dicono perché", async () => {
  const file = join(folder, "uno.csv");
  writeFileSync(file, CSV);
  const { conteggio, adesioni } = await run(file, await unaFederazione());
  assert.deepEqual(conteggio, { accettate: 2, duplicate: 1, rifiutate: 4, saltate: 0 });
  assert.deepEqual(
    adesioni.map(({ dataAdesione }) => dataAdesione),
    ["2014-10-20", "2014-10-20"],
  );
  const esiti = readFileSync(fileEsiti(file), "utf8").trim().split("\n");
  assert.equal(esiti.length, 8);
  assert.match(
    esiti[2] ?? "",
    /^2;rifiutata;;"anagrafica.codiceFiscale: L'ultima lettera non torna/,
  );
  assert.match(esiti[3] ?? "", /^3;duplicata/);
  assert.match(esiti[4] ?? "", /prima dei 30 anni/);
  assert.match(esiti[5] ?? "", /recapiti.email: Scrivi un indirizzo e-mail valido/);
  assert.match(esiti[6] ?? "", /nel futuro/);
});

test("interrotta a metà e ripresa, anche con l'ultima riga degli esiti tagliata, non raddoppia niente", async () => {
  const file = join(folder, "due.csv");
  writeFileSync(file, CSV);
  const federazione = await unaFederazione();
  const intera = await run(file, federazione);
  const esiti = readFileSync(fileEsiti(file), "utf8");
  const lines = esiti.split("\n");
  writeFileSync(fileEsiti(file), `${lines.slice(0, 3).join("\n")}\n3;dup`);
  const ripresa = await run(file, federazione);
  assert.equal(ripresa.conteggio.saltate, 2);
  assert.deepEqual(ripresa.adesioni, intera.adesioni);
  assert.match(readFileSync(fileEsiti(file), "utf8"), /7;accettata;/);
});

const BUSTA = (dentro: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:typ="http://servizi.lavoro.gov.it/servizicoap/types">
  <soapenv:Header/><soapenv:Body><typ:invioUtenteYG><typ:UtenteYG><![CDATA[${dentro}]]></typ:UtenteYG></typ:invioUtenteYG></soapenv:Body>
</soapenv:Envelope>`;
const sezione0 = (code: string, data = "2014-10-20"): string =>
  `<sezione0><utente><CodiceFiscale>${code}</CodiceFiscale><dataadesione>${data}</dataadesione><Regione>10</Regione></utente></sezione0>`;

test("l'XML nazionale si legge in busta e nudo, e la data di nascita viene dal codice fiscale", async () => {
  const buste = join(folder, "buste.xml");
  writeFileSync(
    buste,
    `${BUSTA(sezione0(cf("Roccaverde")))}\n${BUSTA(sezione0("RCCNNA95E54Z999X"))}`,
  );
  const federazione = await unaFederazione();
  const { conteggio } = await run(buste, federazione);
  assert.deepEqual(conteggio, { accettate: 1, duplicate: 0, rifiutate: 1, saltate: 0 });
  const nudo = join(folder, "nudo.xml");
  writeFileSync(nudo, sezione0(cf("Fontelunga", "1999-02-01")));
  assert.equal((await run(nudo, federazione)).conteggio.accettate, 1);
  const borsa = federazione.borse.get(LOMBARDIA);
  const giovani = (await borsa?.uow.transaction((stores) => stores.giovani.all())) ?? [];
  assert.deepEqual(giovani.map(({ dataNascita }) => dataNascita).sort(), [
    "1995-05-14",
    "1999-02-01",
  ]);
});

test("un documento con l'escape, con la sua dichiarazione o tagliato fra due blocchi è letto lo stesso", async () => {
  const code = cf("Roccaverde");
  const escaped = sezione0(code).replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const lungo = " ".repeat(65_520);
  const casi = {
    "escape.xml": BUSTA("").replace("<![CDATA[]]>", escaped),
    "dichiarazione.xml": BUSTA(`<?xml version="1.0"?>${sezione0(code)}`),
    "blocchi.xml": `<lista>${lungo}${sezione0(code)}</lista>`,
    "senza-estensione": sezione0(code),
  };
  for (const [nome, testo] of Object.entries(casi)) {
    const file = join(folder, nome);
    writeFileSync(file, testo);
    const { conteggio } = await run(file, await unaFederazione());
    assert.deepEqual([conteggio.accettate, conteggio.rifiutate], [1, 0], nome);
  }
});

test("ogni difetto di un documento è detto, e i documenti dopo si leggono", async () => {
  const file = join(folder, "difetti.xml");
  const senzaRegione = sezione0(cf("Roccaverde")).replace(/<Regione>.*<\/Regione>/, "");
  const altrove = sezione0(cf("Montealto")).replace("<Regione>10", "<Regione>13");
  const testo = [
    sezione0("RCCNNA95E54Z999X", "2014-02-31"),
    senzaRegione,
    altrove,
    sezione0(cf("Fontelunga")),
  ].join("");
  writeFileSync(file, `<lista>${testo}</lista>`);
  const { conteggio } = await run(file, await unaFederazione());
  assert.deepEqual([conteggio.accettate, conteggio.rifiutate], [1, 3]);
  const [, primo, secondo, terzo] = readFileSync(fileEsiti(file), "utf8").split("\n");
  assert.match(primo ?? "", /data del calendario/);
  assert.match(primo ?? "", /ultima lettera/i);
  assert.match(secondo ?? "", /Regione/);
  assert.match(terzo ?? "", /la regione 13 non c'è/);
});

test("le colonne si riconoscono anche scritte in un altro modo, e un CSV che si rompe a metà lo dice", async () => {
  const file = join(folder, "colonne.csv");
  const testa = "Codice fiscale;Nome;Cognome;Data_nascita;SESSO;e-mail;telefono;data adesione";
  writeFileSync(file, [testa, riga("Roccaverde"), `"rotta;${riga("Rivanuova")}`].join("\n"));
  const { conteggio } = await run(file, await unaFederazione());
  assert.deepEqual([conteggio.accettate, conteggio.rifiutate], [1, 1]);
  assert.match(readFileSync(fileEsiti(file), "utf8"), /il CSV non si legge/);
});

test("un XML rotto, o con una DTD, è una riga rifiutata e non un guasto", async () => {
  for (const [nome, testo] of [
    ["rotto.xml", "<sezione0><utente><CodiceFiscale>X</utente>"],
    ["dtd.xml", '<!DOCTYPE a [<!ENTITY b "c">]><sezione0/>'],
  ] as const) {
    const file = join(folder, nome);
    writeFileSync(file, testo);
    const { conteggio } = await run(file, await unaFederazione());
    assert.equal(conteggio.accettate, 0);
    assert.equal(conteggio.rifiutate, 1, nome);
  }
});
