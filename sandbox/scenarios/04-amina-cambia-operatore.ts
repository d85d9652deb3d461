import assert from "node:assert/strict";
import { arriva, bottegaDi, denaro, type Filo, tuttiDicono } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const AMINA = unaPersona("Amina", "Fontelunga", "F", "1990-02-28");
const [BOVISA, NAVIGLI, OROBICA] = ["OP-0002", "OP-0001", "OP-0003"] as const;

/** Before the patto the choice is hers alone. */
async function primaDelPatto(filo: Filo): Promise<Filo> {
  const { palco, narra, bottega, adesioneId, chi } = filo;
  const nuova = bottegaDi(palco, NAVIGLI);
  await palco.giorni(3);
  await narra(
    "Nessuno l'ha ancora chiamata. Amina cambia idea e sceglie, da sola sul portale, un operatore più vicino.",
    async () => {
      const scelta = { adesioneId, operatoreId: NAVIGLI };
      vale(await palco.giovane(chi).scegliOperatore(scelta));
    },
  );
  await narra("Il primo operatore non vede più il suo caso; il secondo sì.", async () => {
    rifiuta(await bottega.sportello.caso({ adesioneId }), "caso.sconosciuto");
    const { righe } = vale(await nuova.sportello.lavoro({}));
    assert.deepEqual(
      righe.map(({ cognome }) => cognome),
      ["Fontelunga"],
    );
  });
  return { ...filo, bottega: nuova };
}

async function conLaDote(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId, chi } = filo;
  await narra(
    "Colloquio, patto, dote: Amina è presa in carico, con venti ore di formazione.",
    async () => {
      await bottega.finoAlPatto(adesioneId);
      await bottega.dote(adesioneId, [{ misura: "2-A", oreUnita: 20 }]);
    },
  );
  await narra("Da adesso sul portale l'operatore non si cambia più con un clic.", async () => {
    await tuttiDicono(filo, "P");
    const scelta = { adesioneId, operatoreId: OROBICA };
    rifiuta(
      await palco.giovane(chi).scegliOperatore(scelta),
      "adesione.operatore-non-modificabile",
    );
  });
  await palco.giorni(20);
  await narra(
    "Amina si trasferisce a Bergamo. Firma la rinuncia alla prima dote per continuare altrove: il denaro mai usato torna libero.",
    async () => {
      const motivo = { nota: "Si trasferisce a Bergamo", firmaGiovane: true as const };
      const firma = { dataRinuncia: palco.oggi(), perCambio: true as const, ...motivo };
      vale(await bottega.sportello.rinunciaDote({ ...bottega.base(adesioneId), ...firma }));
      assert.equal((await denaro(palco)).impegnato, 0);
    },
  );
  await narra("Amina non perde il posto: per tutti resta presa in carico.", () =>
    tuttiDicono(filo, "P"),
  );
}

async function altrove(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  const nuova = bottegaDi(palco, OROBICA);
  const desk = palco.regioneInGefo("istruttoria");
  await narra(
    "Lo sportello della Regione la trova fra i cambi da fare e la affida all'operatore di Bergamo.",
    async () => {
      const { cambi } = vale(await desk.istruttoria({}));
      assert.deepEqual(
        cambi.map((uno) => uno.adesioneId),
        [adesioneId],
      );
      const scelta = { ...bottega.base(adesioneId), operatoreId: OROBICA };
      vale(await desk.assegnaOperatore(scelta));
      assert.deepEqual(vale(await desk.istruttoria({})).cambi, []);
    },
  );
  await narra("A Bergamo il patto c'è già: si scrive solo la nuova dote.", async () => {
    const { vista, patto } = await nuova.caso(adesioneId);
    assert.ok(patto);
    assert.equal(vista, "dote-da-inviare");
    await nuova.dote(adesioneId, [{ misura: "1-C", oreUnita: 8 }]);
    const { dote } = await nuova.caso(adesioneId);
    assert.equal(dote?.valoreCents, 284_00);
    assert.equal((await denaro(palco)).impegnato, 284_00);
    await tuttiDicono({ ...filo, bottega: nuova }, "P");
  });
}

export const storia: Storia = {
  titolo: "Amina cambia operatore, due volte",
  insegna: "Cambiare è facile prima del patto; dopo la dote serve una firma, e niente si perde.",
  racconta: async (palco, narra) => {
    const frase = "Amina aderisce e sceglie un operatore di Milano.";
    const primo = await arriva({ palco, narra, chi: AMINA, operatoreId: BOVISA, frase });
    const filo = await primaDelPatto(primo);
    await conLaDote(filo);
    await altrove(filo);
  },
};
