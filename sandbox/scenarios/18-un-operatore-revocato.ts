import assert from "node:assert/strict";
import { arriva, type Filo, tuttiDicono, ultimaLettera } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const GAIA = unaPersona("Gaia", "Pontealto", "F", "1991-10-19");
const [REVOCATO, NUOVO] = ["OP-0011", "OP-0012"] as const;

async function revoca({ palco, narra, bottega, adesioneId }: Filo): Promise<void> {
  const desk = palco.regioneInGefo("istruttoria");
  const chiude = () =>
    desk.chiudiPerFermo({
      ...{ chiave: palco.chiave(), adesioneId },
      motivazione: "L'operatore non ha più i requisiti di accreditamento",
    });
  await narra(
    "Gaia ha la sua dote, confermata, e sul portale legge entro quando deve cominciare. Finché l'operatore è in regola nessuno la tocca.",
    async () => {
      await bottega.finoAlPatto(adesioneId);
      await bottega.dote(adesioneId, [{ misura: "1-C", oreUnita: 8 }]);
      await palco.giorni(1);
      const { attesa } = vale(await palco.giovane(GAIA).mieAdesioni({})).adesioni[0] ?? {};
      assert.deepEqual([attesa?.cosa, attesa?.entro], ["Iniziare la prima attività", "2015-03-03"]);
      rifiuta(await chiude(), "operatore.in-regola");
    },
  );
  await narra(
    "La Regione revoca l'operatore. Sulla scrivania dell'istruttrice compare Gaia, con che cosa si può fare.",
    async () => {
      const atto = { atto: "D.d.u.o. 88/2014", data: palco.oggi(), motivo: "requisiti perduti" };
      const cambio = { chiave: palco.chiave(), operatoreId: REVOCATO, a: "revocato", ...atto };
      vale(await desk.cambiaAccreditamento(cambio));
      const [una] = vale(await desk.istruttoria({})).fermati;
      assert.deepEqual([una?.adesioneId, una?.operatoreId], [adesioneId, REVOCATO]);
    },
  );
  await narra(
    "L'istruttrice chiude la dote: il denaro di ciò che non è iniziato torna libero, e Gaia riceve una lettera. Resta in carico.",
    async () => {
      vale(await chiude());
      await tuttiDicono({ palco, narra, bottega, adesioneId, chi: GAIA }, "P");
      const filo = { palco, narra, bottega, adesioneId, chi: GAIA };
      assert.match(await ultimaLettera(filo), /Il tuo posto nel programma resta/);
      const { adesioni } = vale(await palco.giovane(GAIA).mieAdesioni({}));
      assert.match(adesioni[0]?.percorso?.dote?.parole ?? "", /ne avrai una con un altro/);
    },
  );
}

async function altrove({ palco, narra, adesioneId }: Filo): Promise<void> {
  await narra(
    "La affida a un altro operatore, che riparte dal patto già firmato. Gaia lo legge sul portale.",
    async () => {
      const desk = palco.regioneInGefo("istruttoria");
      assert.equal(vale(await desk.istruttoria({})).cambi[0]?.adesioneId, adesioneId);
      const affida = { chiave: palco.chiave(), adesioneId, operatoreId: NUOVO };
      vale(await desk.assegnaOperatore(affida));
      await palco.giorni(0);
      const { adesioni } = vale(await palco.giovane(GAIA).mieAdesioni({}));
      assert.equal(adesioni[0]?.operatore?.id, NUOVO);
      const { vista } = vale(await palco.operatore(NUOVO, "sportello").caso({ adesioneId }));
      assert.equal(vista, "dote-da-inviare");
    },
  );
}

export const storia: Storia = {
  titolo: "Un operatore revocato",
  insegna: "Quando un operatore non può più lavorare, nessuno dei suoi giovani resta indietro.",
  racconta: async (palco, narra) => {
    const frase = "Gaia aderisce e sceglie un operatore che sarà revocato.";
    const filo = await arriva({ palco, narra, chi: GAIA, operatoreId: REVOCATO, frase });
    await revoca(filo);
    await altrove(filo);
  },
};
