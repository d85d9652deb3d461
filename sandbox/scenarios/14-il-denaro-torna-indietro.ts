import assert from "node:assert/strict";
import {
  arriva,
  denaro,
  type Filo,
  rendicontaOttoOre,
  verificaRendiconto,
} from "../src/racconto/mestiere.ts";
import { contoDa } from "../src/racconto/pagamento.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const LEO = unaPersona("Leo", "Campochiaro", "M", "1992-04-17");

/** Asked, approved, controlled if drawn, ordered, paid; @returns the request. */
async function pagato({ palco, bottega }: Filo): Promise<string> {
  const conto = contoDa(palco, bottega);
  const { richiestaId } = await conto.chiedi();
  await palco.giorni(5);
  await conto.approva(richiestaId, "Prima istruttrice");
  const { estratte } = await conto.estrai();
  if (estratte > 0) await conto.controlla(richiestaId, "Visti i documenti in sede");
  await conto.ordina(richiestaId, "Secondo istruttore");
  await palco.giorni(10);
  await conto.conferma(richiestaId);
  return richiestaId;
}

async function recupero(filo: Filo, richiestaId: string, pagatoCents: number): Promise<void> {
  const { palco, narra, bottega } = filo;
  const conto = contoDa(palco, bottega);
  const { voci } = await conto.leggi(richiestaId);
  const rendicontazioneId = voci[0]?.rendicontazioneId ?? "";
  const chiede = async (importoCents: number) => ({
    ...(await conto.suRichiesta(richiestaId)),
    ...{ rendicontazioneId, importoCents, motivo: "Due ore scritte in un giorno di chiusura" },
  });
  const controllo = palco.regioneInGefo("controllo");
  await narra(
    "Mesi dopo un controllo scopre due ore mai fatte. Non si può chiedere indietro più di quanto è stato pagato.",
    async () => {
      await palco.giorni(20);
      const troppo = await controllo.recuperaImporto(await chiede(pagatoCents + 1));
      assert.ok(!troppo.ok);
    },
  );
  await narra(
    "Chi ha firmato l'ordine non decide il recupero: tocca a chi controlla.",
    async () => {
      const desk = palco.regioneInGefo("istruttoria", "Secondo istruttore");
      rifiuta(await desk.recuperaImporto(await chiede(71_00)), "accesso-non-consentito");
    },
  );
  await narra(
    "Chi controlla chiede indietro 71 euro: restano scritti il pagato, il recuperato e il motivo.",
    async () => {
      vale(await controllo.recuperaImporto(await chiede(71_00)));
      const { voci: dopo } = await conto.leggi(richiestaId);
      assert.equal(dopo[0]?.recuperatoCents, 71_00);
      assert.equal((await denaro(palco)).pagato, pagatoCents - 71_00);
    },
  );
}

export const storia: Storia = {
  titolo: "Il denaro torna indietro",
  insegna: "Che cosa succede quando si scopre, dopo il pagamento, che qualcosa non spettava.",
  racconta: async (palco, narra) => {
    const frase = "Leo aderisce, è seguito per otto ore, e l'operatore presenta il conto.";
    const filo = await arriva({ palco, narra, chi: LEO, operatoreId: "OP-0008", frase });
    await rendicontaOttoOre(filo);
    await palco.giorni(3);
    let richiestaId = "";
    await narra("La Regione ammette tutto e paga 284 euro.", async () => {
      const { servizioId } = await filo.bottega.servizio(filo.adesioneId, "1-C");
      await verificaRendiconto(palco, servizioId);
      await palco.giorni(2);
      richiestaId = await pagato(filo);
      assert.equal((await denaro(palco)).pagato, 284_00);
    });
    await recupero(filo, richiestaId, 284_00);
  },
};
