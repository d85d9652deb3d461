import assert from "node:assert/strict";
import { arriva, type Filo, giornate, verificaRendiconto } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const IRENE = unaPersona("Irene", "Boscoverde", "F", "1993-09-30");
const RIGHE = [{ misura: "1-C", oreUnita: 8 }];

async function laDote(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  const { sportello, legale, base } = bottega;
  await narra(
    "Lo sportello la chiama, la incontra, verifica, firma con lei il patto e prepara la bozza della dote.",
    async () => {
      await bottega.finoAlPatto(adesioneId);
      await bottega.bozza(adesioneId, RIGHE);
    },
  );
  await narra(
    "Prova anche a inviarla: il sistema dice di no, e dice chi può. Sulla sua pagina il bottone non c'è, c'è il motivo.",
    async () => {
      const { version } = vale(await sportello.piano({ adesioneId }));
      const detto = await sportello.inviaDote({ ...base(adesioneId), version });
      rifiuta(detto, "accesso-non-consentito");
      assert.match((!detto.ok && detto.problema.rimedio) || "", /rappresentante/i);
      const { azioni } = await bottega.caso(adesioneId);
      assert.equal(azioni["salvaPiano"]?.ammessa, true);
      assert.match(azioni["inviaDote"]?.perche ?? "", /lo fa il rappresentante legale/);
    },
  );
  await narra(
    "Il rappresentante legale apre la stessa bozza, firma la DRU e la invia. Nella storia del caso restano due nomi: chi ha preparato e chi ha firmato.",
    async () => {
      const { version } = vale(await legale.piano({ adesioneId }));
      vale(await legale.inviaDote({ ...base(adesioneId), version }));
      await palco.giorni(0);
      const { storia } = vale(await sportello.fascicolo({ adesioneId }));
      const dote = storia.find(({ titolo }) => /^Dote .* inviata$/.test(titolo));
      const patto = storia.find(({ titolo }) => titolo.startsWith("Patto firmato"));
      assert.match(patto?.chi ?? "", /^Sportello/);
      assert.match(dote?.chi ?? "", /^Legale/);
    },
  );
}

async function ilServizio(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  const { servizioId } = await bottega.servizio(adesioneId, "1-C");
  await narra(
    "Chi eroga comunica l'inizio e scrive le ore; la dote non la può toccare.",
    async () => {
      await bottega.avvia(servizioId);
      const inizio = palco.oggi();
      const { erogatore, base } = bottega;
      const dote = { ...base(adesioneId), version: 1, righe: RIGHE };
      rifiuta(await erogatore.salvaPiano(dote), "accesso-non-consentito");
      await palco.giorni(6);
      await bottega.ore(servizioId, giornate(inizio, 8, 4));
      await bottega.concludi(servizioId, "conclusa");
    },
  );
  await narra(
    "Presentare il conto impegna l'ente: chi eroga non può, il rappresentante legale sì.",
    async () => {
      const conto = { chiave: palco.chiave(), servizioId };
      rifiuta(await bottega.erogatore.rendiconta(conto), "accesso-non-consentito");
      await bottega.rendiconta(servizioId);
    },
  );
  await palco.giorni(4);
  await narra("Alla Regione verifica una persona che non è dell'operatore.", () =>
    verificaRendiconto(palco, servizioId),
  );
}

export const storia: Storia = {
  titolo: "Chi prepara e chi firma",
  insegna: "In un ufficio con più persone ciascuna fa la sua parte, e il sistema dice a chi tocca.",
  racconta: async (palco, narra) => {
    const frase = "Irene aderisce e sceglie un operatore dove lavorano in tre.";
    const filo = await arriva({ palco, narra, chi: IRENE, operatoreId: "OP-0009", frase });
    await laDote(filo);
    await ilServizio(filo);
  },
};
