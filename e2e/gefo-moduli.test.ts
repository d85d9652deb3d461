import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buona, conDote, type GefoDiProva, gefoDiProva } from "../nodes/gefo/src/fixtures.ts";
import { idRipetuti, type PagineGefo, pagineGefo } from "./pagine-gefo.ts";

let gefo: GefoDiProva;
let pagine: PagineGefo;
before(async () => {
  gefo = await gefoDiProva();
  pagine = pagineGefo(gefo);
});
after(() => gefo.close());

const OP = "OP-0001";

test("nessuna pagina con più moduli ha due campi con lo stesso id, nemmeno quando uno è rifiutato", async () => {
  const desk = gefo.regione();
  for (const percorso of ["/bilancio", `/operatori/${OP}`, "/regole"])
    assert.deepEqual(idRipetuti(await pagine.leggi(desk, percorso)), [], percorso);
  const rifiutato = await pagine.invia(desk, "/bilancio", {
    ...{ azione: "apriLinea", chiave: gefo.uuid(), avvisoId: "GG-2014", misura: "1-C" },
    ...{ operatoreId: "", importoCents: "-5", atto: "" },
  });
  assert.equal(rifiutato.status, 400);
  assert.deepEqual(idRipetuti(rifiutato.testo), []);
  // Each message at the top leads to the field that it is about.
  for (const [, id] of rifiutato.testo.matchAll(/<a href="#(campo-[^"]+)"/g))
    assert.match(rifiutato.testo, new RegExp(`<input[^>]*id="${id}"[^>]*aria-invalid`));
  assert.match(rifiutato.testo, /Scrivi un importo maggiore di zero/);
});

/** Two lines of one hour each, reported and not verified. */
async function daVerificare(): Promise<string> {
  const io = gefo.come(gefo.addetto(OP));
  const { servizi } = await conDote(gefo, OP, [{ misura: "1-C", oreUnita: 2 }]);
  const servizioId = servizi[0] ?? "";
  const giorno = gefo.oggi();
  await buona(io.avviaServizio({ chiave: gefo.uuid(), servizioId, dataInizio: giorno }));
  const csv = `giorno;dalle;alle\n${giorno};09:00;10:00\n${giorno};11:00;12:00`;
  const file = { nome: "registro.csv", contenuto: new TextEncoder().encode(csv) };
  await buona(io.importaRegistro({ chiave: gefo.uuid(), servizioId, file }));
  for (const chi of ["giovane", "professionista"])
    await buona(
      io.firmaRegistro({ chiave: gefo.uuid(), servizioId, dal: giorno, al: giorno, chi }),
    );
  await buona(io.rendiconta({ chiave: gefo.uuid(), servizioId, tipo: "parziale" }));
  const { rendicontazioni } = await buona(io.rendicontazioniServizio({ servizioId }));
  return rendicontazioni[0]?.rendicontazioneId ?? "";
}

test("un taglio che non va è segnato sulla sua riga, anche quando quelle prima sono vuote", async () => {
  const id = await daVerificare();
  const desk = gefo.regione();
  const percorso = `/rendicontazioni/${id}`;
  const vuota = await pagine.leggi(desk, percorso);
  const riferimenti = [...vuota.matchAll(/name="tagli\.\d\.riferimento" value="([^"]+)"/g)];
  const base = {
    ...{ chiave: gefo.uuid(), "controllo.firme": "on", "controllo.date": "on" },
    ...{ "controllo.prove": "on", "controllo.doppio": "on" },
    ...Object.fromEntries(
      riferimenti.flatMap(([, riferimento = ""], i) => [
        [`tagli.${i}.riferimento`, riferimento],
        [`tagli.${i}.euro`, ""],
        [`tagli.${i}.motivo`, "firma-mancante"],
        [`tagli.${i}.nota`, ""],
      ]),
    ),
  };
  for (const [importo, parole] of [
    ["-3", "Non può essere negativo"],
    ["dieci", "Scrivi un importo in euro"],
    ["99", "Il taglio supera l"],
  ] as const) {
    const { testo } = await pagine.invia(desk, percorso, { ...base, "tagli.1.euro": importo });
    assert.match(testo, new RegExp(`value="${importo}" aria-invalid="true"`), importo);
    assert.match(testo, /href="#campo-tagli-1-importoCents"/, importo);
    assert.ok(testo.includes(parole), importo);
  }
});
