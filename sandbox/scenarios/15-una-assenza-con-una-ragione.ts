import assert from "node:assert/strict";
import { arriva, type Filo } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const NADIA = unaPersona("Nadia", "Rocciamare", "F", "1995-12-05");

async function assente(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra("L'addetto la convoca. Nadia non viene.", async () => {
    await bottega.contatta(adesioneId, "convocato");
    await palco.giorni(6);
    await bottega.contatta(adesioneId, "mancata-presentazione", "sportello");
  });
  await narra(
    "Due giorni dopo porta il foglio del pronto soccorso: lo sportello scrive il motivo, e quell'assenza non conta.",
    async () => {
      await palco.giorni(2);
      const perche = { ...bottega.base(adesioneId), assenza: "salute" };
      vale(await bottega.sportello.giustificaAssenza(perche));
      const { contatti } = await bottega.caso(adesioneId);
      assert.equal(
        contatti.find(({ esito }) => esito === "mancata-presentazione")?.assenza,
        "salute",
      );
    },
  );
  await narra("Perciò nessuno può chiudere il suo caso per mancata presentazione.", async () => {
    const chiude = { ...bottega.base(adesioneId), motivo: "mancata-presentazione", nota: "" };
    rifiuta(await bottega.sportello.nonPrendereInCarico(chiude), "non-presa.nessuna-assenza");
  });
  await narra("Il piano dei contatti dice di chiamarla di nuovo, e entro quando.", async () => {
    const { piano } = await bottega.caso(adesioneId);
    assert.ok(piano?.entro && piano.entro > palco.oggi());
  });
}

async function viene(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra("Questa volta Nadia viene, e firma il patto.", async () => {
    await bottega.contatta(adesioneId, "convocato");
    await palco.giorni(3);
    await bottega.contatta(adesioneId, "colloquio", "sportello");
    await bottega.verifica(adesioneId);
    await bottega.profila(adesioneId);
    await bottega.patto(adesioneId);
    assert.equal((await bottega.caso(adesioneId)).vista, "dote-da-inviare");
  });
}

export const storia: Storia = {
  titolo: "Un'assenza con una ragione",
  insegna: "Chi non viene per un motivo che l'avviso riconosce non perde niente.",
  racconta: async (palco, narra) => {
    const frase = "Nadia aderisce e sceglie un operatore di Lodi.";
    const filo = await arriva({ palco, narra, chi: NADIA, operatoreId: "OP-0007", frase });
    await assente(filo);
    await viene(filo);
  },
};
