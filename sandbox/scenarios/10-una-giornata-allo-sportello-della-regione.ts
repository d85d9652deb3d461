import assert from "node:assert/strict";
import { arriva, denaro, type Filo, rendicontaOttoOre } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const MARTA = unaPersona("Marta", "Colledolce", "F", "1991-01-15");
const PAOLO = unaPersona("Paolo", "Montelieve", "M", "1992-03-09");
const ATTO = { atto: "D.d.s. 12/2014", motivo: "Locali senza agibilità" } as const;

async function rendiconto(marta: Filo): Promise<void> {
  const { narra } = marta;
  await narra("Marta è presa in carico, fa otto ore e l'operatore presenta il conto.", async () => {
    await rendicontaOttoOre(marta);
  });
}

async function mattina({ palco, narra }: Filo): Promise<void> {
  const desk = palco.regioneInGefo("istruttoria");
  await palco.giorni(15);
  await narra(
    "L'istruttrice comincia dai flussi: nessun messaggio rifiutato, nessuno fermo.",
    async () => {
      const { rifiuti, fermi, allarmi } = vale(await palco.regioneInBorsa().flussi({}));
      assert.deepEqual([rifiuti, fermi, allarmi], [[], [], []]);
    },
  );
  await narra(
    "Poi i conti da verificare, il più vecchio in cima: quello di Marta aspetta da quindici giorni.",
    async () => {
      const { righe } = vale(await desk.rendicontazioni({}));
      assert.deepEqual(
        righe.map(({ attesaDays, richiestoCents }) => [attesaDays, richiestoCents]),
        [[15, 284_00]],
      );
    },
  );
  await narra(
    "Non si ammette niente senza aver guardato ogni voce dell'elenco dei controlli.",
    async () => {
      const { righe } = vale(await desk.rendicontazioni({}));
      const rendicontazioneId = righe[0]?.rendicontazioneId ?? "";
      const inFretta = { chiave: palco.chiave(), rendicontazioneId, controlli: ["firme"] };
      const rifiuto = await desk.verificaRendicontazione(inFretta);
      rifiuta(rifiuto, "rendicontazione.controlli-incompleti");
      const { controlli } = vale(await desk.rendicontazione({ rendicontazioneId }));
      const tutti = { rendicontazioneId, controlli: Object.keys(controlli) };
      const chiave = palco.chiave();
      vale(await desk.verificaRendicontazione({ chiave, ...tutti }));
      vale(await desk.verificaRendicontazione({ chiave, ...tutti }));
      assert.equal((await denaro(palco)).ammesso, 284_00);
    },
  );
}

async function sospensione(paolo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId, chi } = paolo;
  const desk = palco.regioneInGefo("istruttoria");
  const operatoreId = "OP-0009";
  await narra(
    "A mezzogiorno arriva un decreto: l'operatore di Paolo è sospeso. Da adesso non può inviare doti nuove.",
    async () => {
      const sospeso = { operatoreId, a: "sospeso", data: palco.oggi(), ...ATTO } as const;
      vale(await desk.cambiaAccreditamento({ chiave: palco.chiave(), ...sospeso }));
      await bottega.finoAlPatto(adesioneId);
      const { version } = await bottega.bozza(adesioneId, [{ misura: "1-C", oreUnita: 4 }]);
      const dote = await bottega.legale.inviaDote({ ...bottega.base(adesioneId), version });
      rifiuta(dote, "operatore.non-accreditato");
    },
  );
  await narra(
    "Gefo le mostra chi resta ad aspettare: Paolo. L'istruttrice gli ridà la scelta e gli propone un operatore vicino.",
    async () => {
      const { daRidare } = vale(await desk.operatore({ operatoreId }));
      assert.deepEqual(
        daRidare.map(({ cognome }) => cognome),
        ["Montelieve"],
      );
      const propostoId = "OP-0008";
      vale(await desk.ridaiScelta({ chiave: palco.chiave(), adesioneId, propostoId }));
      await palco.giorni(0);
    },
  );
  await narra(
    "Paolo legge sul portale che il suo operatore è stato fermato e chi gli è proposto: lo sceglie. L'operatore sospeso non è più nell'elenco.",
    async () => {
      const io = palco.giovane(chi);
      const { percorso, passi } = vale(await io.mieAdesioni({})).adesioni[0] ?? {};
      assert.equal(percorso?.proposta?.id, "OP-0008");
      assert.ok(passi?.some(({ titolo }) => titolo === "La Regione ha fermato il tuo operatore"));
      const { operatori } = vale(await io.operatori({}));
      assert.ok(operatori.length > 0 && operatori.every(({ id }) => id !== operatoreId));
      vale(await io.scegliOperatore({ adesioneId, operatoreId: "OP-0008" }));
      const [dopo] = vale(await io.mieAdesioni({})).adesioni;
      assert.equal(dopo?.percorso?.proposta, null);
    },
  );
}

export const storia: Storia = {
  titolo: "Una giornata allo sportello della Regione",
  insegna: "Da dove comincia chi istruisce, e come si ferma un operatore senza fermare i giovani.",
  racconta: async (palco, narra) => {
    const uno = (chi: typeof MARTA, operatoreId: string, frase: string) =>
      arriva({ palco, narra, chi, operatoreId, frase });
    const marta = await uno(MARTA, "OP-0008", "Marta aderisce e sceglie un operatore di Lodi.");
    await rendiconto(marta);
    const paolo = await uno(PAOLO, "OP-0009", "Paolo aderisce e ne sceglie uno di Mantova.");
    await mattina(marta);
    await sospensione(paolo);
  },
};
