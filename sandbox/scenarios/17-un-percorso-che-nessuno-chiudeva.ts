import assert from "node:assert/strict";
import { arriva, denaro, type Filo, tuttiDicono } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const SARA = unaPersona("Sara", "Fontelunga", "F", "1992-07-08");

async function fermo(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra(
    "Sara ha la sua dote e comincia l'orientamento. Poi nessuno scrive più niente.",
    async () => {
      await bottega.finoAlPatto(adesioneId);
      await bottega.dote(adesioneId, [{ misura: "1-C", oreUnita: 8 }]);
      await palco.giorni(0);
      await bottega.avvia((await bottega.servizio(adesioneId, "1-C")).servizioId);
      await tuttiDicono(filo, "T");
    },
  );
  await narra(
    "Per i quattro sistemi è in attività: nessun altro la può seguire, e se prova ad aderire di nuovo le dicono di no.",
    async () => {
      await palco.giorni(61);
      const recapiti = { email: "sara@esempio.it", telefono: "333 1112223" };
      const ancora = { recapiti, informativaLetta: true, operatoreId: null };
      rifiuta(await palco.giovane(SARA).aderisci(ancora), "adesione.gia-aperta");
    },
  );
  await narra(
    "Dopo sessanta giorni senza novità il suo percorso è «da chiudere»: nella lista dell'operatore, con il motivo e il termine, e in quella della Regione.",
    async () => {
      const { righe } = vale(await bottega.sportello.lavoro({ vista: "da-chiudere" }));
      assert.equal(righe[0]?.daChiudere?.motivo, "fermo");
      const tutte = vale(await palco.regioneInGefo("istruttoria").percorsiDaChiudere({}));
      assert.equal(tutte.righe[0]?.adesioneId, adesioneId);
    },
  );
}

async function chiuso(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra("L'addetto telefona a Sara: ha smesso. Dalla lista chiude il percorso.", async () => {
    const chiude = { chiave: palco.chiave(), adesioni: [adesioneId], esito: "abbandonata" };
    assert.equal(vale(await bottega.sportello.chiudiPercorsi(chiude)).fatti, 1);
  });
  await narra(
    "Per tutti e quattro i sistemi è R, e Sara può ricominciare quando vuole.",
    async () => {
      await tuttiDicono(filo, "R");
      const recapiti = { email: "sara@esempio.it", telefono: "333 1112223" };
      const ancora = { recapiti, informativaLetta: true, operatoreId: "OP-0002" };
      vale(await palco.giovane(SARA).aderisci(ancora));
    },
  );
  await narra("All'operatore restano i conti, se c'è qualcosa da rendicontare.", async () => {
    assert.equal((await bottega.caso(adesioneId)).vista, "da-rendicontare");
    assert.ok((await denaro(palco)).impegnato > 0);
  });
}

export const storia: Storia = {
  titolo: "Un percorso che nessuno chiudeva",
  insegna:
    "Chi resta in attività senza attività è bloccato: il sistema lo dice, e si chiude con un clic.",
  racconta: async (palco, narra) => {
    const frase = "Sara aderisce e sceglie un operatore di Mantova.";
    const filo = await arriva({ palco, narra, chi: SARA, operatoreId: "OP-0005", frase });
    await fermo(filo);
    await chiuso(filo);
  },
};
