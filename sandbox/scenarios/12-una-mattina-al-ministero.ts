import assert from "node:assert/strict";
import { arriva, type Filo, tuttiDicono } from "../src/racconto/mestiere.ts";
import { type Palco, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const CATERINA = unaPersona("Caterina", "Pietrachiara", "F", "1990-10-30");
const ENRICO = unaPersona("Enrico", "Terralta", "M", "1994-01-27");

async function lombardia(palco: Palco, giorno: string) {
  const { regioni } = vale(await palco.ministero().cifre({ giorno }));
  const [una] = regioni;
  assert.ok(una?.snapshot, `mancano le cifre del ${giorno}`);
  return { ...una, cifre: una.snapshot.cifre };
}

async function ieri(caterina: Filo, enrico: Filo): Promise<string> {
  const { palco, narra, bottega, adesioneId } = caterina;
  await narra("Caterina firma il patto e la sua dote parte. Enrico aspetta ancora.", async () => {
    await bottega.finoAlPatto(adesioneId);
    await bottega.dote(adesioneId, [{ misura: "1-C", oreUnita: 8 }]);
    await tuttiDicono(caterina, "P");
    await tuttiDicono(enrico, "A");
  });
  const giorno = palco.oggi();
  await palco.giorni(1);
  return giorno;
}

async function mattina({ palco, narra, chi }: Filo, giorno: string): Promise<void> {
  await narra(
    "La mattina dopo, nel monitoraggio nazionale ci sono le cinque cifre della Lombardia: due adesioni, una persona convocata e incontrata, una presa in carico, una che aspetta, nessuna attività iniziata.",
    async () => {
      const { cifre } = await lombardia(palco, giorno);
      assert.equal(cifre.adesioniCanaleRegionale.adesioni, 2);
      const { convocati, colloquiati } = cifre.giovaniContattati;
      assert.deepEqual([convocati, colloquiati], [1, 1]);
      assert.equal(cifre.presiInCarico.persone, 1);
      assert.equal(cifre.nonPresiInCarico.inAttesaEntroTermine, 1);
      assert.equal(cifre.politicheAttivate.politiche, 0);
    },
  );
  await narra(
    "Il Ministero le confronta con ciò che sa da sé, fatto per fatto: le prese in carico tornano.",
    async () => {
      const { riscontro, snapshot } = await lombardia(palco, giorno);
      assert.equal(riscontro.presiInCarico, 1);
      assert.match(snapshot?.sha256 ?? "", /^[0-9a-f]{64}$/);
    },
  );
  await narra(
    "Dietro la cifra c'è una persona. Per aprirla bisogna dire perché, e la lettura resta scritta.",
    async () => {
      const ufficio = palco.ministero();
      const { codiceFiscale } = palco.giovane(chi).identita;
      const { personaId } = vale(await ufficio.trovaPersona({ codiceFiscale, scopo: "controllo" }));
      assert.ok(personaId);
      const { adesioni } = vale(await ufficio.persona({ personaId }));
      assert.deepEqual(
        adesioni.map(({ stato, prese }) => [stato, prese.length]),
        [["P", 1]],
      );
    },
  );
}

async function correzione(enrico: Filo, giorno: string): Promise<void> {
  const { palco, narra, bottega, adesioneId } = enrico;
  await narra(
    "L'operatore di Enrico si era dimenticato di scrivere una telefonata di ieri: la registra adesso, con la sua data.",
    async () => {
      const contatto = { canale: "telefono", esito: "convocato", giorno, ora: palco.ora } as const;
      vale(await bottega.sportello.registraContatto({ ...bottega.base(adesioneId), ...contatto }));
    },
  );
  await narra(
    "La cifra di ieri già pubblicata non cambia: resta com'era nota allora.",
    async () => {
      assert.equal((await lombardia(palco, giorno)).cifre.giovaniContattati.convocati, 1);
    },
  );
  await narra(
    "La Regione ne manda una seconda edizione: due convocati. Tutte e due si possono rileggere.",
    async () => {
      const { edizione } = vale(await palco.regioneInBorsa().inviaCifre({ giorno }));
      assert.equal(edizione, 2);
      await palco.giorni(0);
      const dopo = await lombardia(palco, giorno);
      assert.deepEqual([dopo.edizioni, dopo.cifre.giovaniContattati.convocati], [2, 2]);
    },
  );
}

export const storia: Storia = {
  titolo: "Una mattina al Ministero",
  insegna: "Le cinque cifre: da dove vengono, come si aprono, perché non si correggono.",
  racconta: async (palco, narra) => {
    const uno = (chi: typeof ENRICO, frase: string) =>
      arriva({ palco, narra, chi, operatoreId: "OP-0012", frase });
    const caterina = await uno(CATERINA, "Caterina aderisce e sceglie un operatore di Varese.");
    const enrico = await uno(ENRICO, "Anche Enrico aderisce, lo stesso giorno.");
    const giorno = await ieri(caterina, enrico);
    await mattina(caterina, giorno);
    await correzione(enrico, giorno);
  },
};
