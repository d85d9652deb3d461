import assert from "node:assert/strict";
import {
  arriva,
  denaro,
  type Filo,
  legge,
  tuttiDicono,
  ultimaLettera,
} from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const DAVIDE = unaPersona("Davide", "Pratoverde", "M", "1988-04-30");
const ASSENTE = {
  motivo: "assenze-ingiustificate",
  nota: "Assente a sei lezioni di fila",
} as const;
const MOTIVAZIONE = "Nessuna risposta nei dieci giorni; le assenze risultano dal registro.";

async function corso(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra(
    "Davide è preso in carico: orientamento e quaranta ore di corso, 1.668 euro.",
    async () => {
      await bottega.finoAlPatto(adesioneId);
      await bottega.dote(adesioneId, [
        { misura: "1-B", oreUnita: 2 },
        { misura: "2-A", oreUnita: 40 },
      ]);
      await palco.giorni(0);
      await bottega.avvia((await bottega.servizio(adesioneId, "1-B")).servizioId);
      await tuttiDicono(filo, "T");
    },
  );
  await narra("Fa le due ore di orientamento.", async () => {
    const { servizioId } = await bottega.servizio(adesioneId, "1-B");
    const inizio = palco.oggi();
    await palco.giorni(1);
    await bottega.ore(servizioId, [[inizio, "13:00", "15:00"]]);
    await bottega.concludi(servizioId, "conclusa");
  });
}

async function preavviso(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await palco.giorni(25);
  await narra(
    "Al corso non viene. L'operatore avvia la decadenza: prima di tutto si avvisa Davide, che ha dieci giorni per rispondere.",
    async () => {
      vale(await bottega.legale.avviaDecadenza({ ...bottega.base(adesioneId), ...ASSENTE }));
    },
  );
  await narra("Davide lo legge sul portale, e riceve una lettera.", async () => {
    await legge(filo, /assenze senza giustificazione/);
    assert.match(await ultimaLettera(filo), /Non è ancora deciso[\s\S]*rispondi entro il/);
  });
  await narra("La Regione non può decidere prima del tempo, e per ora nulla cambia.", async () => {
    const subito = { ...bottega.base(adesioneId), motivazione: MOTIVAZIONE };
    const desk = palco.regioneInGefo("istruttoria");
    rifiuta(await desk.decidiDecadenza(subito), "preavviso.attendi");
    await tuttiDicono(filo, "T");
  });
}

async function decisione(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await palco.giorni(11);
  await narra(
    "Davide non risponde. Passati i dieci giorni lo sportello della Regione decide: la dote è decaduta.",
    async () => {
      const desk = palco.regioneInGefo("istruttoria");
      const { decadenze } = vale(await desk.istruttoria({}));
      assert.deepEqual(
        decadenze.map(({ decidibile }) => decidibile),
        [true],
      );
      const atto = { ...bottega.base(adesioneId), motivazione: MOTIVAZIONE };
      vale(await desk.decidiDecadenza(atto));
    },
  );
  await narra("Per i quattro sistemi l'adesione è C, e a Davide lo dice una lettera.", async () => {
    await tuttiDicono(filo, "C");
    assert.match(await ultimaLettera(filo), /la Regione ha chiuso la tua dote/);
  });
  await narra(
    "I 1.600 euro del corso tornano liberi. Le due ore fatte restano da pagare: l'operatore presenta il conto.",
    async () => {
      assert.equal((await denaro(palco)).impegnato, 68_00);
      await bottega.rendiconta((await bottega.servizio(adesioneId, "1-B")).servizioId);
      const { impegnato, rendicontato } = await denaro(palco);
      assert.deepEqual([impegnato, rendicontato], [0, 68_00]);
    },
  );
}

export const storia: Storia = {
  titolo: "Davide perde la dote",
  insegna: "Nessuno decide contro una persona senza averla prima avvisata e ascoltata.",
  racconta: async (palco, narra) => {
    const frase = "Davide aderisce e sceglie un operatore di Como.";
    const filo = await arriva({ palco, narra, chi: DAVIDE, operatoreId: "OP-0005", frase });
    await corso(filo);
    await preavviso(filo);
    await decisione(filo);
  },
};
