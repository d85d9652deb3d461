import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkAllegato, nomeSicuro, REGOLE_ALLEGATI, tipoDaiByte } from "./allegato.ts";

const bytes = (...head: number[]): Uint8Array => Uint8Array.from([...head, 0, 1, 2, 3]);
const PDF = bytes(...new TextEncoder().encode("%PDF-1.7"));

test("allegato: il tipo lo dicono i primi byte, non il nome", () => {
  assert.equal(tipoDaiByte(PDF), "pdf");
  assert.equal(tipoDaiByte(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)), "png");
  assert.equal(tipoDaiByte(bytes(0xff, 0xd8, 0xff, 0xe0)), "jpeg");
  const oid = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
  assert.equal(tipoDaiByte(bytes(0x30, 0x82, 0x01, 0x00, ...oid)), "p7m");
  assert.equal(tipoDaiByte(bytes(0x30, 0x82, 0x01, 0x00, 0x02, 0x01)), null);
  assert.equal(tipoDaiByte(new TextEncoder().encode("MZ program.pdf")), null);
  assert.equal(tipoDaiByte(new TextEncoder().encode("<svg onload=…>")), null);
});

test("allegato: vuoto, troppo grande e di tipo non ammesso sono rifiutati con i loro fatti", () => {
  const codeOf = (content: Uint8Array, bytesMax = 100) => {
    const esito = checkAllegato(content, { ...REGOLE_ALLEGATI, bytesMax });
    return esito.ok ? esito.value : esito.rifiuto.code;
  };
  assert.equal(codeOf(new Uint8Array()), "allegato.vuoto");
  assert.equal(codeOf(PDF, PDF.byteLength - 1), "allegato.troppo-grande");
  assert.equal(codeOf(PDF, PDF.byteLength), "pdf");
  assert.equal(codeOf(new TextEncoder().encode("ciao")), "allegato.tipo-non-ammesso");
});

test("allegato: il nome che si mostra non ha cartelle né lettere di controllo, e ha l'estensione vera", () => {
  assert.equal(nomeSicuro("..\\..\\C:\\registro maggio.exe", "pdf"), "registro maggio.pdf");
  assert.equal(nomeSicuro("/etc/passwd", "png"), "passwd.png");
  assert.equal(nomeSicuro("", "jpeg"), "allegato.jpg");
  assert.equal(nomeSicuro("l'età è 😀 (perché no).pdf", "pdf"), "l'età è 😀 (perché no).pdf");
  assert.equal(nomeSicuro("l’e\u0300 👩🏽‍🎓.pdf", "pdf"), "l’è 👩🏽‍🎓.pdf");
  assert.equal(nomeSicuro("a\u202egnp<b>.pdf", "pdf"), "a_gnp_b_.pdf");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (nome) => {
      const safe = nomeSicuro(nome, "pdf");
      assert.match(safe, /^[^/\\\p{Cc}"]+\.pdf$/u);
      assert.ok(!safe.startsWith("."));
    }),
  );
});
