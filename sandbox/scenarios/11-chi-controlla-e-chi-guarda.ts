import assert from "node:assert/strict";
import { arriva, type Filo, rendicontaOttoOre } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const ANNA = unaPersona("Anna", "Lagosereno", "F", "1989-12-12");
const AVVISO = "GG-2014";

async function conto(filo: Filo): Promise<void> {
  const { narra } = filo;
  await narra("Anna è presa in carico, fa otto ore, l'operatore presenta il conto.", async () => {
    await rendicontaOttoOre(filo);
  });
}

async function controllo({ palco, narra, adesioneId }: Filo): Promise<void> {
  const controllore = palco.regioneInGefo("controllo");
  await narra(
    "Chi controlla apre la rendicontazione e il fascicolo, riga per riga; ogni lettura resta scritta.",
    async () => {
      const { righe } = vale(await palco.regioneInGefo("istruttoria").rendicontazioni({}));
      const rendicontazioneId = righe[0]?.rendicontazioneId ?? "";
      const { voci } = vale(await controllore.rendicontazione({ rendicontazioneId }));
      assert.equal(voci.length, 2);
      const { documenti } = vale(await controllore.fascicolo({ adesioneId }));
      assert.ok(documenti.length >= 2);
    },
  );
  await narra("Ma non ammette niente: chi controlla non approva.", async () => {
    const { righe } = vale(await palco.regioneInGefo("istruttoria").rendicontazioni({}));
    const rendicontazioneId = righe[0]?.rendicontazioneId ?? "";
    const ammetti = { chiave: palco.chiave(), rendicontazioneId, controlli: [] };
    rifiuta(await controllore.verificaRendicontazione(ammetti), "accesso-non-consentito");
  });
}

async function monitoraggio({ palco, narra, adesioneId }: Filo): Promise<void> {
  const ufficio = palco.regioneInGefo("monitoraggio");
  await narra(
    "Il monitoraggio vede il denaro per operatore, misura, fascia e parte. Non vede le persone.",
    async () => {
      const { somme } = vale(await ufficio.bilancio({}));
      const viste = somme.map(({ misura, fascia, rendicontato }) => [misura, fascia, rendicontato]);
      assert.deepEqual(viste, [["1-C", 3, 284_00]]);
      rifiuta(await ufficio.fascicolo({ adesioneId }), "accesso-non-consentito");
    },
  );
  await narra(
    "Si chiede che cosa succederebbe se l'avviso desse 30 giorni, e non 60, per la prima convocazione. L'anteprima risponde senza salvare niente.",
    async () => {
      const { numero } = vale(await ufficio.regole({ avvisoId: AVVISO }));
      const cifre = { "termini.convocazioneDays": 30 };
      const idea = { avvisoId: AVVISO, numero, validaDal: "2015-01-01", cifre };
      const { cambiano } = vale(await ufficio.anteprimaRegole(idea));
      const atteso = { percorso: "termini.convocazioneDays", prima: 60, dopo: 30 };
      assert.deepEqual(cambiano, [atteso]);
      const salva = { ...idea, chiave: palco.chiave(), atto: "D.d.u.o. 2", motivo: "prova" };
      rifiuta(await ufficio.salvaRegole(salva), "accesso-non-consentito");
      assert.equal(vale(await ufficio.regole({ avvisoId: AVVISO })).numero, numero);
    },
  );
}

async function revisione({ palco, narra, adesioneId }: Filo): Promise<void> {
  const revisore = palco.revisoreInGefo("2014-11-01", "2014-11-20");
  await narra(
    "Una revisora ha venti giorni per guardare i conti. Legge il bilancio, gli operatori, un fascicolo. Non può scrivere niente.",
    async () => {
      assert.equal(vale(await revisore.bilancio({})).doti, 1);
      vale(await revisore.operatori({}));
      vale(await revisore.fascicolo({ adesioneId }));
      const stanzia = { chiave: palco.chiave(), importoCents: 1, atto: "D.d.u.o. 1" };
      rifiuta(await revisore.stanzia(stanzia), "accesso-non-consentito");
    },
  );
  await palco.giorni(20);
  await narra("Passato il periodo, la porta è chiusa anche per leggere.", async () => {
    rifiuta(await revisore.bilancio({}), "revisione.fuori-periodo");
  });
}

export const storia: Storia = {
  titolo: "Chi controlla e chi guarda",
  insegna: "Controllo, monitoraggio e revisione: che cosa vede ciascuno, e che cosa non può fare.",
  racconta: async (palco, narra) => {
    const frase = "Anna aderisce e sceglie un operatore di Pavia.";
    const filo = await arriva({ palco, narra, chi: ANNA, operatoreId: "OP-0011", frase });
    await conto(filo);
    await controllo(filo);
    await monitoraggio(filo);
    await revisione(filo);
  },
};
