import assert from "node:assert/strict";
import { arriva, bottegaDi, ultimaLettera } from "../src/racconto/mestiere.ts";
import { unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const ALDO = unaPersona("Aldo", "Lungariva", "M", "1994-01-22");

export const storia: Storia = {
  titolo: "Sessanta giorni di silenzio",
  insegna:
    "Nessuno aspetta senza che qualcuno lo sappia: se l'operatore non chiama, non tace il sistema.",
  racconta: async (palco, narra) => {
    const frase = "Aldo aderisce e sceglie un operatore che non lo chiama.";
    const filo = await arriva({ palco, narra, chi: ALDO, operatoreId: "OP-0011", frase });
    const { adesioneId, bottega } = filo;
    const desk = palco.regioneInGefo("istruttoria");
    await narra(
      "Dopo cinquantanove giorni è ancora in tempo: la Regione non vede niente.",
      async () => {
        await palco.giorni(59);
        assert.deepEqual(vale(await desk.istruttoria({})).nonConvocati, []);
      },
    );
    await narra(
      "Il giorno dopo il termine passa. Il caso compare sulla scrivania della Regione, con il nome dell'operatore.",
      async () => {
        await palco.giorni(2);
        const [uno] = vale(await desk.istruttoria({})).nonConvocati;
        assert.equal(uno?.adesioneId, adesioneId);
        const { operatori } = vale(await desk.codeOperatori({}));
        const suo = operatori.find(({ operatoreId }) => operatoreId === "OP-0011");
        assert.equal(suo?.oltreTermine, 1);
      },
    );
    await narra(
      "Aldo riceve una lettera: può scegliere un altro operatore, senza perdere il posto.",
      async () => assert.match(await ultimaLettera(filo), /altro operatore/),
    );
    await narra("Lo sceglie. Il nuovo operatore lo chiama lo stesso giorno.", async () => {
      vale(await palco.giovane(ALDO).scegliOperatore({ adesioneId, operatoreId: "OP-0012" }));
      await palco.giorni(0);
      await bottegaDi(palco, "OP-0012").contatta(adesioneId, "convocato");
      assert.deepEqual(vale(await desk.istruttoria({})).nonConvocati, []);
      assert.deepEqual(vale(await bottega.sportello.lavoro({})).righe, []);
    });
  },
};
