import assert from "node:assert/strict";
import {
  arriva,
  denaro,
  type Filo,
  legge,
  tuttiDicono,
  ultimaLettera,
} from "../src/racconto/mestiere.ts";
import { type Palco, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Narra, Storia } from "../src/racconto/storia.ts";

const NADIA = unaPersona("Nadia", "Selvabella", "F", "1991-07-08");
const LUCA = unaPersona("Luca", "Fiumelargo", "M", "1989-03-21");
const OMAR = unaPersona("Omar", "Pontenuovo", "M", "1993-12-01");
const RIGHE = [{ misura: "1-C", oreUnita: 8 }];

async function trePatti(palco: Palco, narra: Narra): Promise<readonly [Filo, Filo, Filo]> {
  const uno = (chi: typeof NADIA, operatoreId: string, frase: string) =>
    arriva({ palco, narra, chi, operatoreId, frase });
  const nadia = await uno(NADIA, "OP-0001", "L'avviso ha 300 euro soltanto. Nadia aderisce.");
  const luca = await uno(LUCA, "OP-0002", "Luca aderisce e sceglie un altro operatore.");
  const omar = await uno(OMAR, "OP-0001", "Anche Omar aderisce.");
  await palco.giorni(2);
  await narra("Tutti e tre firmano il patto con il loro operatore.", async () => {
    for (const filo of [nadia, luca, omar]) await filo.bottega.finoAlPatto(filo.adesioneId);
  });
  return [nadia, luca, omar];
}

async function inCoda(nadia: Filo, luca: Filo, omar: Filo): Promise<void> {
  const { palco, narra } = nadia;
  await narra("La dote di Nadia parte per prima: 284 euro. Ne restano 16.", async () => {
    const { numeroInCoda } = await nadia.bottega.dote(nadia.adesioneId, RIGHE);
    assert.equal(numeroInCoda, null);
    await tuttiDicono(nadia, "P");
  });
  await narra(
    "Per Luca e Omar il denaro non basta. Nessuno promette ciò che non c'è: le loro doti prendono il numero 1 e il numero 2.",
    async () => {
      assert.equal((await luca.bottega.dote(luca.adesioneId, RIGHE)).numeroInCoda, 1);
      assert.equal((await omar.bottega.dote(omar.adesioneId, RIGHE)).numeroInCoda, 2);
      assert.equal((await denaro(palco)).impegnato, 284_00);
    },
  );
  await narra(
    "Gli operatori vedono il numero; per i quattro sistemi Luca e Omar sono ancora A: non si è presi in carico senza denaro.",
    async () => {
      const { vista, coda } = await omar.bottega.caso(omar.adesioneId);
      assert.deepEqual([vista, coda], ["in-coda", { numero: 2, davanti: 1 }]);
      await tuttiDicono(luca, "A");
      await tuttiDicono(omar, "A");
    },
  );
  await narra("A Omar lo dicono una lettera e la sua pagina sul portale.", async () => {
    assert.match(await ultimaLettera(omar), /numero 2 nella coda/);
    await legge(omar, /ha il numero 2 nella coda/);
  });
}

async function siLibera(nadia: Filo, luca: Filo, omar: Filo): Promise<void> {
  const { palco, narra } = nadia;
  await palco.giorni(10);
  await narra(
    "Nadia trova lavoro da sola e rinuncia. Il suo denaro torna libero e basta per il numero 1: la dote di Luca parte da sola.",
    async () => {
      const firma = { dataRinuncia: palco.oggi(), firmaGiovane: true as const };
      const rinuncia = { ...nadia.bottega.base(nadia.adesioneId), ...firma };
      vale(await nadia.bottega.sportello.rinunciaDote(rinuncia));
      await palco.giorni(1);
      await tuttiDicono(nadia, "R");
      await tuttiDicono(luca, "P");
    },
  );
  await narra("Omar è diventato il primo.", async () => {
    const { coda } = await omar.bottega.caso(omar.adesioneId);
    assert.deepEqual(coda, { numero: 2, davanti: 0 });
  });
  await palco.giorni(5);
  await narra(
    "La Regione stanzia altri 1.000 euro con un decreto e li assegna all'avviso. Anche la dote di Omar parte.",
    async () => {
      const desk = palco.regioneInGefo("istruttoria");
      const decreto = { importoCents: 1_000_00, atto: "D.d.u.o. 11000/2014" };
      vale(await desk.stanzia({ chiave: palco.chiave(), ...decreto }));
      const { linee } = vale(await desk.bilancio({}));
      const [programma, avviso] = ["programma", "avviso"].map(
        (livello) => linee.find((linea) => linea.livello === livello)?.id ?? "",
      );
      const sposta = { da: programma, a: avviso, ...decreto };
      vale(await desk.spostaDenaro({ chiave: palco.chiave(), ...sposta }));
      await palco.giorni(1);
      await tuttiDicono(omar, "P");
      await legge(omar, /La dote è tua/);
      assert.equal((await denaro(palco)).impegnato, 568_00);
    },
  );
}

export const storia: Storia = {
  titolo: "Il denaro finisce",
  insegna:
    "Niente si promette due volte: chi non ci sta prende un numero, e il numero viene servito.",
  stanziamentoCents: 300_00,
  racconta: async (palco, narra) => {
    const [nadia, luca, omar] = await trePatti(palco, narra);
    await inCoda(nadia, luca, omar);
    await siLibera(nadia, luca, omar);
  },
};
