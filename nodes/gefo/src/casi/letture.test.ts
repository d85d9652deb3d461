import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Soggetto } from "@staffetta/contracts";
import { buona, type GefoDiProva, gefoDiProva, unCaso } from "../fixtures.ts";

const OP = "OP-0001";
let gefo: GefoDiProva;
before(async () => {
  gefo = await gefoDiProva();
});
after(() => gefo.close());

test("la persona vede chi ha letto i suoi dati, per chi lavora e che cosa; gli altri non li vedono", async () => {
  const { adesioneId } = await unCaso(gefo, OP);
  const { adesioneId: altrui } = await unCaso(gefo, OP);
  const addetto = gefo.come(gefo.addetto(OP));
  const { anagrafica } = await buona(addetto.caso({ adesioneId }));
  await buona(addetto.caso({ adesioneId: altrui }));
  gefo.avanza(1);
  await buona(gefo.come(gefo.regione("Marta Desk")).fascicolo({ adesioneId }));
  gefo.avanza(1);
  const { codiceFiscale } = anagrafica;
  await buona(addetto.cercaPersona({ codiceFiscale }));
  const io: Soggetto = { ruolo: "giovane", id: codiceFiscale, identita: anagrafica } as never;
  const { letture } = await buona(gefo.come(io).mieLetture({}));
  const operatore = "Addetto OP-0001";
  assert.deepEqual(
    letture.map(({ chi, cosa }) => [chi, cosa]),
    [
      [operatore, "il tuo nome, cercando il codice fiscale"],
      ["Marta Desk", "il tuo fascicolo"],
      [operatore, "il tuo caso"],
    ],
  );
  assert.deepEqual(letture[1]?.ente, "Regione");
  assert.ok(letture[0]?.ente && letture[0].ente !== OP);
  for (const altro of [gefo.addetto(OP), gefo.regione()])
    assert.ok(!(await gefo.come(altro).mieLetture({})).ok);
});
