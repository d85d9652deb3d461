import assert from "node:assert/strict";
import {
  arriva,
  denaro,
  type Filo,
  giornate,
  legge,
  tuttiDicono,
  verificaRendiconto,
} from "../src/racconto/mestiere.ts";
import { contoDa } from "../src/racconto/pagamento.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const GIULIA = unaPersona("Giulia", "Vallechiara", "F", "1992-05-14");

async function arrivo(filo: Filo): Promise<void> {
  const { palco, narra, chi, bottega } = filo;
  await narra("Lo stesso giorno il suo caso è sulla lista di lavoro dell'operatore.", async () => {
    const { righe } = vale(await bottega.sportello.lavoro({}));
    assert.deepEqual(
      righe.map(({ cognome, vista }) => [cognome, vista]),
      [["Vallechiara", "da-convocare"]],
    );
  });
  await narra("I quattro sistemi dicono di lei la stessa cosa: A, adesione attiva.", () =>
    tuttiDicono(filo, "A"),
  );
  await narra("Se Giulia riprova, il portale le dice che un'adesione c'è già.", async () => {
    const recapiti = { email: "giulia@esempio.it", telefono: "333 1234567" };
    const ancora = { recapiti, informativaLetta: true, operatoreId: null };
    rifiuta(await palco.giovane(chi).aderisci(ancora), "adesione.gia-aperta");
  });
}

async function colloquio(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await palco.giorni(2);
  await narra("L'addetto la chiama e fissa il colloquio.", () =>
    bottega.contatta(adesioneId, "convocato"),
  );
  await narra("Giulia legge sul portale che è stata convocata.", () =>
    legge(filo, /L'operatore ti ha convocato/),
  );
  await palco.giorni(3);
  await narra(
    "Giulia viene al colloquio. L'addetto vede il suo documento, verifica che non studi e non lavori, chiede la sua classe al servizio di profilazione. La risposta è 3: le serve un aiuto forte.",
    async () => {
      await bottega.contatta(adesioneId, "colloquio", "sportello");
      await bottega.verifica(adesioneId);
      assert.equal((await bottega.profila(adesioneId)).classe, 3);
    },
  );
  await narra(
    "Firmano il patto di servizio. La fascia è la classe: nessuno la scrive.",
    async () => {
      await bottega.patto(adesioneId);
      const { patto, vista } = await bottega.caso(adesioneId);
      assert.deepEqual([patto?.fascia, vista], [3, "dote-da-inviare"]);
    },
  );
}

async function presa(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra(
    "Il rappresentante legale firma la domanda e invia la dote: otto ore di orientamento specialistico, 284 euro.",
    async () => {
      const righe = [{ misura: "1-C", oreUnita: 8 }];
      const { numeroInCoda } = await bottega.dote(adesioneId, righe);
      assert.equal(numeroInCoda, null);
    },
  );
  await narra(
    "Il registro nazionale conferma: Giulia è presa in carico, P per tutti. Solo adesso i 284 euro passano da prenotati a impegnati.",
    async () => {
      await tuttiDicono(filo, "P");
      const { prenotato, impegnato } = await denaro(palco);
      assert.deepEqual([prenotato, impegnato], [0, 284_00]);
    },
  );
  await narra("Sul portale Giulia trova il patto e la domanda, e legge che la dote è sua.", () =>
    legge(filo, /La dote è tua[\s\S]*Dichiarazione Riassuntiva Unica[\s\S]*Patto di servizio/),
  );
}

async function servizio(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await palco.giorni(5);
  await narra(
    "Comincia l'orientamento specialistico. L'inizio parte subito verso la Regione e il Ministero: T per tutti.",
    async () => {
      await bottega.avvia((await bottega.servizio(adesioneId, "1-C")).servizioId);
    },
  );
  await narra("Da oggi conta fra le politiche attive iniziate.", () => tuttiDicono(filo, "T"));
  await palco.giorni(4);
  await narra(
    "Il servizio finisce: otto ore in due giorni, firmate da Giulia e dall'orientatrice. Il rappresentante legale presenta il conto.",
    async () => {
      const { servizioId, dataInizio } = await bottega.servizio(adesioneId, "1-C");
      assert.ok(dataInizio);
      await bottega.ore(servizioId, giornate(dataInizio, 8, 4));
      await bottega.concludi(servizioId, "conclusa");
      await bottega.rendiconta(servizioId);
      assert.equal((await denaro(palco)).rendicontato, 284_00);
    },
  );
  await palco.giorni(7);
  await narra(
    "Lo sportello della Regione controlla ogni riga e ammette tutto. Per i quattro sistemi il percorso di Giulia è finito: F.",
    async () => {
      await verificaRendiconto(palco, (await bottega.servizio(adesioneId, "1-C")).servizioId);
      assert.equal((await denaro(palco)).ammesso, 284_00);
      await tuttiDicono(filo, "F");
    },
  );
}

async function pagamento(filo: Filo): Promise<void> {
  const { palco, narra, bottega } = filo;
  const conto = contoDa(palco, bottega);
  let richiestaId = "";
  await palco.giorni(3);
  await narra(
    "Il rappresentante legale chiede di essere pagato, sul conto dell'operatore. Il DURC lo cerca Gefo.",
    async () => {
      ({ richiestaId } = await conto.chiedi());
      assert.equal((await conto.leggi(richiestaId)).totaleCents, 284_00);
    },
  );
  await palco.giorni(5);
  await narra("Una istruttrice guarda ogni voce dell'elenco e approva.", () =>
    conto.approva(richiestaId, "Prima istruttrice"),
  );
  await narra(
    "Il controllo estrae il campione: nessuno sceglie il seme, chiunque può rifare il conto. La domanda è estratta, e una controllora va a vedere i documenti in sede.",
    async () => {
      assert.equal((await conto.estrai()).estratte, 1);
      await conto.controlla(richiestaId, "Visti registro e firme in originale: tutto torna");
    },
  );
  await narra("Chi ha approvato non può ordinare il pagamento. Lo ordina un collega.", async () => {
    const prima = palco.regioneInGefo("istruttoria", "Prima istruttrice");
    const ordine = await conto.suRichiesta(richiestaId);
    rifiuta(await prima.ordinaPagamento(ordine), "liquidazione.stessa-persona");
    await conto.ordina(richiestaId, "Secondo istruttore");
  });
  await palco.giorni(12);
  await narra(
    "La tesoreria dice di aver pagato, e lo dice due volte: vale una. I 284 euro sono pagati; di Giulia non resta niente da fare.",
    async () => {
      await conto.conferma(richiestaId);
      const { ammesso, pagato } = await denaro(palco);
      assert.deepEqual([ammesso, pagato], [0, 284_00]);
      const servizio = await bottega.servizio(filo.adesioneId, "1-C");
      assert.equal(servizio.stato, "liquidato");
    },
  );
}

export const storia: Storia = {
  titolo: "Il caso di Giulia",
  insegna: "Che cosa succede quando tutto va bene, ufficio per ufficio, fino al pagamento.",
  racconta: async (palco, narra) => {
    const frase = "Giulia aderisce dal portale della Lombardia e sceglie un operatore.";
    const filo = await arriva({ palco, narra, chi: GIULIA, operatoreId: "OP-0001", frase });
    await arrivo(filo);
    await colloquio(filo);
    await presa(filo);
    await servizio(filo);
    await pagamento(filo);
  },
};
