import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDays } from "@staffetta/domain";
import { type GefoDiProva, gefoDiProva, inviaPiano, semina, unCaso } from "../fixtures.ts";

let gefo: GefoDiProva;
before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

const desk = () => gefo.come(gefo.regione());
const must = <T>(risposta: Readonly<{ ok: true; valore: T }> | Readonly<{ ok: false }>): T => {
  assert.ok(risposta.ok, JSON.stringify(risposta));
  return risposta.valore;
};
const avvisoId = "GG-2014";
const ATTO = { atto: "D.d.s. 3/2014", motivo: "prova" };

test("l'anteprima non scrive niente; la versione salvata vale dal suo giorno, e non si cambia più", async () => {
  const { adesioneId } = await unCaso(gefo, "OP-0001");
  const validaDal = addDays(gefo.oggi(), 2);
  const cambio = { avvisoId, numero: 1, validaDal, cifre: { "misure.1-C.tariffaCents": 4000 } };
  const prova = must(await desk().anteprimaRegole(cambio));
  assert.equal(prova.casi, 1);
  assert.deepEqual(prova.cambiano, [
    { percorso: "misure.1-C.tariffaCents", prima: 3550, dopo: 4000 },
  ]);
  assert.equal(must(await desk().regole({ avvisoId })).versioni.length, 1);
  must(await desk().salvaRegole({ chiave: gefo.uuid(), ...cambio, ...ATTO }));
  const tardi = await desk().salvaRegole({ chiave: gefo.uuid(), ...cambio, ...ATTO });
  assert.ok(!tardi.ok && tardi.problema.type === "urn:staffetta:regole.cambiate");
  await assert.rejects(gefo.sqlDiretto("UPDATE versione_regole SET numero = 9"), /non si cambia/);

  const [uno = "", due = ""] = await semina(gefo, 2, "OP-0001");
  const servizi = [{ misura: "1-C", oreUnita: 2 }];
  const io = () => gefo.come(gefo.addetto("OP-0001"));
  const valore = async (id: string) => must(await io().caso({ adesioneId: id })).dote?.valoreCents;
  must(await inviaPiano(gefo, "OP-0001", uno, servizi));
  gefo.avanza(2);
  must(await inviaPiano(gefo, "OP-0001", due, servizi));
  assert.deepEqual([await valore(uno), await valore(due)], [71_00, 80_00]);
  assert.ok(adesioneId);
});

test("nel passato non si scrivono regole, e un addetto o un controllore non ne scrivono affatto", async () => {
  const cifre = { "termini.pattoDays": 10 };
  const ieri = { avvisoId, numero: 2, validaDal: addDays(gefo.oggi(), -1), cifre };
  const passato = await desk().salvaRegole({ chiave: gefo.uuid(), ...ieri, ...ATTO });
  assert.ok(!passato.ok && passato.problema.type === "urn:staffetta:regole.nel-passato");
  for (const chi of [gefo.addetto("OP-0001"), gefo.regione("C", "controllo")]) {
    const esito = await gefo.come(chi).salvaRegole({ chiave: gefo.uuid(), ...ieri, ...ATTO });
    assert.ok(!esito.ok && esito.problema.status === 403);
  }
});
