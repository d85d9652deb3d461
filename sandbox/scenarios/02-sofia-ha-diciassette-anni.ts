import assert from "node:assert/strict";
import { arriva, type Filo, legge, tuttiDicono } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const SOFIA = unaPersona("Sofia", "Pianoviva", "F", "1997-01-10");
const MADRE = {
  ...{ relazione: "GEN", nome: "Maria", cognome: "Pianoviva", dataNascita: "1970-06-01" },
} as const;

async function chiDecide(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  const { sportello, base } = bottega;
  await palco.giorni(1);
  await narra("L'addetto la incontra, vede il documento, verifica i requisiti.", async () => {
    await bottega.contatta(adesioneId, "convocato");
    await bottega.contatta(adesioneId, "colloquio", "sportello");
    await bottega.verifica(adesioneId);
    await bottega.profila(adesioneId);
  });
  await narra("Sofia vorrebbe firmare da sola. Non si può: è minorenne.", async () => {
    const patto = { ...base(adesioneId), dataPatto: palco.oggi(), firmaGiovane: true as const };
    rifiuta(await sportello.firmaPatto(patto), "tutela.manca");
  });
  await narra(
    "Viene la madre. Di regola decidono tutti e due i genitori: lei dichiara che il padre è d'accordo.",
    async () => {
      const senza = await sportello.registraTutela({ ...base(adesioneId), ...MADRE });
      rifiuta(senza, "tutela.secondo-genitore-manca");
      const dichiara = { ...MADRE, secondo: "dichiarazione" as const };
      vale(await sportello.registraTutela({ ...base(adesioneId), ...dichiara }));
    },
  );
  await narra("Firmano il patto insieme, Sofia e la madre.", async () => {
    await bottega.patto(adesioneId, { firmaTutore: true });
    const { documenti, minorenne } = vale(await sportello.fascicolo({ adesioneId }));
    const patto = documenti.find(({ titolo }) => titolo === "Patto di servizio");
    const firme = (patto?.firme ?? []).map(({ chi }) => chi);
    assert.ok(minorenne && firme.includes("Maria Pianoviva"), firme.join(", "));
  });
}

async function dote(filo: Filo): Promise<void> {
  const { narra, bottega, adesioneId } = filo;
  await narra(
    "Nel piano l'autoimpiego non passa: per quella misura servono diciotto anni. La formazione sì.",
    async () => {
      const { version } = await bottega.bozza(adesioneId, [{ misura: "7-1", oreUnita: 20 }]);
      const troppoPresto = await bottega.legale.inviaDote({ ...bottega.base(adesioneId), version });
      rifiuta(troppoPresto, "dote.eta-misura");
      await bottega.dote(adesioneId, [{ misura: "2-A", oreUnita: 40 }]);
    },
  );
  await narra("Sofia è presa in carico.", () => tuttiDicono(filo, "P"));
}

async function diciotto(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  const { sportello, base } = bottega;
  await palco.giorni(68);
  await narra(
    "Sofia ha compiuto diciotto anni. Prima di cominciare il corso deve confermare di persona: la firma della madre non basta più.",
    async () => {
      await bottega.verificaRequisiti(adesioneId);
      const { servizioId } = await bottega.servizio(adesioneId, "2-A");
      const inizio = { chiave: palco.chiave(), servizioId, dataInizio: palco.oggi() };
      rifiuta(await bottega.erogatore.avviaServizio(inizio), "tutela.da-confermare");
      const firma = { ...base(adesioneId), firmaGiovane: true as const };
      vale(await sportello.confermaMaggiorenne(firma));
      await bottega.avvia(servizioId);
    },
  );
  await narra("Il corso è cominciato, e Sofia lo legge sul portale.", async () => {
    await tuttiDicono(filo, "T");
    await legge(filo, /attività/);
  });
}

export const storia: Storia = {
  titolo: "Sofia ha diciassette anni",
  insegna: "Chi decide per un minorenne, e che cosa cambia il giorno dei diciotto anni.",
  racconta: async (palco, narra) => {
    const frase = "Sofia, diciassette anni, lascia la scuola e aderisce.";
    const filo = await arriva({ palco, narra, chi: SOFIA, operatoreId: "OP-0002", frase });
    await chiDecide(filo);
    await dote(filo);
    await diciotto(filo);
  },
};
