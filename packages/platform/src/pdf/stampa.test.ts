import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { BloccoPdf, DocumentoPdf } from "./documento.ts";
import { stampaPdf } from "./stampa.ts";

const BLOCCHI: readonly BloccoPdf[] = [
  { tipo: "titolo", livello: 2, testo: "Chi firma" },
  { tipo: "paragrafo", testo: "Perché tu lo possa leggere da solo." },
  { tipo: "riquadro", testo: "Chiedi prima di firmare." },
  { tipo: "elenco", voci: ["Vieni agli appuntamenti", "Avvisa se non puoi"], numerato: true },
  { tipo: "coppie", titolo: "Il giovane", voci: [["Nome", "Giulia Vallechiara"]] },
  {
    ...{ tipo: "tavola", titolo: "Servizi" },
    colonne: [
      { testo: "Servizio", quota: 3 },
      { testo: "Importo", quota: 1, numero: true },
    ],
    righe: [["Tirocinio", "300,00 €"]],
  },
  {
    tipo: "firme",
    firme: [
      { chi: "Giulia Vallechiara", qualita: "il giovane", apposta: null },
      { chi: "Rosa Neri", qualita: "operatore", apposta: "firmato il 20 novembre 2014" },
    ],
  },
];
const documento = (blocchi: readonly BloccoPdf[]): DocumentoPdf => ({
  ...{ titolo: "Patto di servizio", ente: "Officina Lavoro", oggetto: "Patto", piede: "Prova" },
  ...{ at: "2014-11-20T10:00:00.000Z", blocchi },
});
const leggi = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const pagine = (pdf: string): number => pdf.match(/\/Type \/Page\b/g)?.length ?? 0;

test("un documento è PDF/UA: etichettato, in italiano, con i caratteri dentro", async () => {
  const pdf = leggi(await stampaPdf(documento(BLOCCHI)));
  assert.ok(pdf.startsWith("%PDF-1.7"));
  for (const segno of ["/Marked true", "/Lang (it-IT)", "pdfuaid:part", "/DisplayDocTitle true"])
    assert.ok(pdf.includes(segno), segno);
  assert.match(pdf, /\/FontFile2/);
});

test("ogni blocco ha i suoi segni: titoli, elenchi, intestazioni di riga e di colonna", async () => {
  const pdf = leggi(await stampaPdf(documento(BLOCCHI)));
  for (const tag of ["Document", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "TH", "TD"])
    assert.match(pdf, new RegExp(`/S /${tag}\\b`), tag);
  assert.match(pdf, /\/Scope \/Row/);
  assert.match(pdf, /\/Scope \/Column/);
});

test("lo stesso documento stampato due volte dà gli stessi byte", async () => {
  const [una, due] = [await stampaPdf(documento(BLOCCHI)), await stampaPdf(documento(BLOCCHI))];
  assert.deepEqual(una, due);
});

test("una tavola lunga va su più pagine e nessuna pagina resta vuota per il piede", async () => {
  const righe = Array.from({ length: 60 }, (_, i) => [`Servizio ${i}`, "1,00 €"]);
  const colonne = [
    { testo: "Servizio", quota: 1 },
    { testo: "Importo", quota: 1 },
  ];
  const lunga = documento([{ tipo: "tavola", titolo: "Servizi", colonne, righe }]);
  assert.equal(pagine(leggi(await stampaPdf(lunga))), 3);
  assert.equal(pagine(leggi(await stampaPdf(documento([])))), 1);
});

test("qualunque testo abbia, un documento si stampa", async () => {
  const testo = fc.string({ unit: "binary", maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(testo, testo, async (primo, secondo) => {
      const pdf = await stampaPdf(
        documento([
          { tipo: "paragrafo", testo: primo },
          { tipo: "coppie", titolo: secondo, voci: [[primo, secondo]] },
        ]),
      );
      assert.ok(leggi(pdf).trimEnd().endsWith("%%EOF"));
    }),
    { numRuns: 15 },
  );
});
