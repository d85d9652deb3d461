import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { servizicoap } from "@staffetta/contracts";
import { readXml, seededRandom } from "@staffetta/platform";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { genera, rovina } from "./generati.ts";
import { leggiDocumento } from "./leggi.ts";

const GIORNO = { oggi: "2026-01-15" };

/** What our reader knows beyond a schema: the check letter, the birthday in the code, the future. */
const OLTRE_XSD: ReadonlySet<string> = new Set(["C002", "C003", "S014"]);

function confronta(seme: string, quanti: number, valida: (xml: string) => boolean): number {
  const random = seededRandom(seme);
  let accolti = 0;
  for (let i = 0; i < quanti; i++) {
    const { documento, xml } = genera(random, i % 3 === 0 ? 0 : 0.15);
    const letto = leggiDocumento(documento, xml, GIORNO);
    const nostro = letto.ok || letto.anomalie.every(({ codice }) => OLTRE_XSD.has(codice));
    if (nostro) accolti++;
    // Three roots are read in any order, as the schema says with xs:all; all else must agree.
    assert.equal(valida(xml), nostro, `${xml}\n${JSON.stringify(letto)}`);
  }
  return accolti;
}

test("our reader and libxml2 with our XSD agree on 1,500 documents, sound and broken", () => {
  const schema = XmlDocument.fromString(servizicoap.xsdInterni());
  const validator = XsdValidator.fromDoc(schema);
  const valida = (xml: string): boolean => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return true;
    } catch {
      return false;
    } finally {
      document.dispose();
    }
  };
  const accolti = confronta("xsd", 1_500, valida);
  assert.ok(accolti > 400 && accolti < 1_400, String(accolti));
  validator.dispose();
  schema.dispose();
});

const xmllint = spawnSync("xmllint", ["--version"]).status === 0;
const senza = xmllint || process.env["CI"] === "true" ? {} : { skip: "manca xmllint" };

test("xmllint accepts both schemas, and the document that we write", senza, () => {
  const folder = mkdtempSync(join(tmpdir(), "staffetta-xsd-"));
  try {
    const scrivi = (nome: string, testo: string): string => {
      writeFileSync(join(folder, nome), testo);
      return join(folder, nome);
    };
    const interni = scrivi("interni.xsd", servizicoap.xsdInterni());
    const esterno = scrivi("esterno.xsd", servizicoap.xsdEsterno());
    const sano = scrivi("sano.xml", genera(seededRandom("sano"), 0).xml);
    const busta = scrivi(
      "risposta.xml",
      `<risposta_getStatoAdesioneYG xmlns="${servizicoap.NS_TYPES}"><Esito>KO</Esito><MessaggioErrore>no</MessaggioErrore><DataAdesione/><StatoAdesione/><DataStatoAdesione/></risposta_getStatoAdesioneYG>`,
    );
    for (const [xsd, xml] of [
      [interni, sano],
      [esterno, busta],
    ] as const) {
      const done = spawnSync("xmllint", ["--noout", "--schema", xsd, xml], { encoding: "utf8" });
      assert.equal(done.status, 0, done.stderr);
    }
    const wsdl = scrivi("servizio.wsdl", servizicoap.wsdl("http://localhost/servizicoap"));
    assert.equal(spawnSync("xmllint", ["--noout", wsdl]).status, 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("20,000 ruined documents are read or refused, never a crash; what is read is what libxml2 reads", () => {
  const random = seededRandom("rovina");
  for (let i = 0; i < 20_000; i++) {
    const { documento, xml } = genera(random, 0.1);
    const rotto = rovina(random, xml);
    const letto = leggiDocumento(documento, rotto, GIORNO);
    if (letto.ok) {
      const scritto = servizicoap.codifica(documento, letto.valore);
      assert.deepEqual(leggiDocumento(documento, scritto, GIORNO), letto, rotto);
    }
    if (i % 40 === 0)
      assert.equal(readXml(rotto).ok && !rotto.includes("DOCTYPE"), isBenFormato(rotto), rotto);
  }
});

function isBenFormato(xml: string): boolean {
  if (xml.includes("DOCTYPE") || !xml.isWellFormed()) return false;
  try {
    XmlDocument.fromString(xml).dispose();
    return true;
  } catch {
    return false;
  }
}
