import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { servizicoap } from "@staffetta/contracts";
import { readXml } from "@staffetta/platform";
import { leggiDocumento } from "./leggi.ts";

const GIORNO = { oggi: "2026-01-15" };
const DOCUMENTI: Readonly<Record<string, servizicoap.Documento<unknown>>> = {
  ...{ invioUtenteYG: servizicoap.UTENTE_YG, checkUtenteYG: servizicoap.CHECK_UTENTE_YG },
  ...{ getStatoAdesioneYG: servizicoap.DATI_STATO_GET, invioSAP: servizicoap.LAVORATORE },
  ...{
    setStatoAdesioneYG: servizicoap.DATI_STATO_SET,
    verificaEsistenzaSAP: servizicoap.VERIFICA_SAP,
  },
  notificaCambioStatoAdesioneYG: servizicoap.DATI_STATO_NOTIFICA,
};
const interno = (file: string) => {
  const read = readXml(readFileSync(file, "utf8"));
  assert.ok(read.ok);
  const operazione = read.root.children.at(-1)?.children[0];
  return { operazione: operazione?.name ?? "", testo: operazione?.children[0]?.text ?? "" };
};
const CASI = new URL("casi/", import.meta.url).pathname;

for (const file of globSync("accept/*.xml", { cwd: CASI }).sort())
  test(`the inner document of ${file} is read, and written back it says the same`, () => {
    const { operazione, testo } = interno(`${CASI}${file}`);
    const documento = DOCUMENTI[operazione] as servizicoap.Documento<unknown>;
    const letto = leggiDocumento(documento, testo, GIORNO);
    assert.ok(letto.ok, JSON.stringify(letto));
    const riletto = leggiDocumento(
      documento,
      servizicoap.codifica(documento, letto.valore),
      GIORNO,
    );
    assert.deepEqual(riletto, letto);
  });

const codici = <T>(documento: servizicoap.Documento<T>, testo: string): readonly string[] => {
  const letto = leggiDocumento(documento, testo, GIORNO);
  return letto.ok ? [] : letto.anomalie.map(({ codice }) => codice);
};
const utente = (campi: string): string => `<sezione0><utente>${campi}</utente></sezione0>`;
const CF = "<CodiceFiscale>TSTZRN03D57L219H</CodiceFiscale>";
const DATA = "<dataadesione>2025-03-10</dataadesione>";

const UTENTI: readonly (readonly [string, string, readonly string[]])[] = [
  ["a plain document", utente(`${CF}${DATA}<Regione>13</Regione>`), []],
  [
    "a declaration, a zone, a region without its zero, no SAP",
    `<?xml version="1.0"?>${utente(`${CF}<dataadesione>2025-03-10+01:00</dataadesione><IdentificativoSap>0</IdentificativoSap><Regione>8</Regione>`)}`,
    [],
  ],
  ["an empty SAP id", utente(`${CF}${DATA}<IdentificativoSap/><Regione>13</Regione>`), []],
  [
    "31 April",
    utente(`${CF}<dataadesione>2025-04-31</dataadesione><Regione>13</Regione>`),
    ["S013"],
  ],
  [
    "30 February",
    utente(`${CF}<dataadesione>2024-02-30</dataadesione><Regione>13</Regione>`),
    ["S013"],
  ],
  [
    "tomorrow",
    utente(`${CF}<dataadesione>2026-01-16</dataadesione><Regione>13</Regione>`),
    ["S014"],
  ],
  [
    "a date in Italian",
    utente(`${CF}<dataadesione>10/03/2025</dataadesione><Regione>13</Regione>`),
    ["S013"],
  ],
  [
    "a wrong check letter",
    utente(`<CodiceFiscale>TSTZRN03D57L219X</CodiceFiscale>${DATA}<Regione>13</Regione>`),
    ["C002"],
  ],
  [
    "small letters",
    utente(`<CodiceFiscale>tstzrn03d57l219h</CodiceFiscale>${DATA}<Regione>13</Regione>`),
    ["C001"],
  ],
  ["a region that is not there", utente(`${CF}${DATA}<Regione>22</Regione>`), ["S011"]],
  ["no region", utente(`${CF}${DATA}`), ["S003"]],
  [
    "everything wrong at once",
    utente(
      `<CodiceFiscale>X</CodiceFiscale><dataadesione>y</dataadesione><IdentificativoSap>z</IdentificativoSap><Regione>w</Regione>`,
    ),
    ["C001", "S013", "S010", "S011"],
  ],
  ["another order", utente(`${DATA}${CF}<Regione>13</Regione>`), ["S006"]],
  ["an element twice", utente(`${CF}${CF}${DATA}<Regione>13</Regione>`), ["S005"]],
  ["an element more", utente(`${CF}${DATA}<Regione>13</Regione><Nome>A</Nome>`), ["S004"]],
  [
    "an attribute",
    `<sezione0 a="1"><utente>${CF}${DATA}<Regione>13</Regione></utente></sezione0>`,
    ["S007"],
  ],
  ["text in between", utente(`${CF}x${DATA}<Regione>13</Regione>`), ["S008"]],
  [
    "a namespace",
    `<sezione0 xmlns="urn:x"><utente>${CF}${DATA}<Regione>13</Regione></utente></sezione0>`,
    ["S002"],
  ],
  ["another root", "<utente/>", ["S002"]],
  ["a document cut in half", "<sezione0><utente>", ["S001"]],
  ["nothing", "", ["S001"]],
  ["a DTD", '<!DOCTYPE sezione0 [<!ENTITY a "b">]><sezione0/>', ["S001"]],
];
for (const [caso, testo, attesi] of UTENTI)
  test(`sezione0 with ${caso}: ${attesi.length === 0 ? "read" : attesi.join(", ")}`, () => {
    assert.deepEqual(codici(servizicoap.UTENTE_YG, testo), attesi);
  });

test("DatiStatoAdesione is read in any order, with either spelling, with a date or an hour", () => {
  const testo =
    "<DatiStatoAdesione><DataStatoAdesione>2025-04-09T10:20:30+02:00</DataStatoAdesione><StatoAdesione>P</StatoAdesione><RegioneAdesione>8</RegioneAdesione><DataAdesione>2025-03-20Z</DataAdesione><codiceFiscale>TSTZRN03D57L219H</codiceFiscale></DatiStatoAdesione>";
  const letto = leggiDocumento(servizicoap.DATI_STATO_NOTIFICA, testo, GIORNO);
  assert.ok(letto.ok);
  assert.equal(
    servizicoap.codifica(servizicoap.DATI_STATO_NOTIFICA, letto.valore),
    "<DatiStatoAdesione><CodiceFiscale>TSTZRN03D57L219H</CodiceFiscale><DataAdesione>2025-03-20</DataAdesione><RegioneAdesione>08</RegioneAdesione><StatoAdesione>P</StatoAdesione><DataStatoAdesione>2025-04-09</DataStatoAdesione></DatiStatoAdesione>",
  );
});

test("the letters of a root are free only where the contract has not proven them", () => {
  const check = "<checkUtenteYG><codiceFiscale>TSTZRN03D57L219H</codiceFiscale></checkUtenteYG>";
  assert.deepEqual(codici(servizicoap.CHECK_UTENTE_YG, check), []);
  assert.deepEqual(codici(servizicoap.UTENTE_YG, "<Sezione0/>"), ["S002"]);
});

test("a codice fiscale that can't be anybody's is told in the words that clients look for", () => {
  const anomalie = [servizicoap.anomalia("C002", "L'ultima lettera non torna")];
  const detta = (operazione: "invioUtenteYG" | "invioSAP" | "checkUtenteYG") =>
    servizicoap.koAnomalie(operazione, anomalie).MessaggioErrore;
  const testi = /<DescrizioneAnomalia>Codice Fiscale Personale<.*<CodiceAnomalia>C002</s;
  assert.match(detta("invioUtenteYG"), testi);
  assert.match(detta("invioSAP"), testi);
  assert.doesNotMatch(detta("checkUtenteYG"), /Personale/);
});
