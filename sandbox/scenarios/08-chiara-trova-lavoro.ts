import assert from "node:assert/strict";
import {
  arriva,
  denaro,
  type Filo,
  tuttiDicono,
  verificaRendiconto,
} from "../src/racconto/mestiere.ts";
import { finoAlPagamento } from "../src/racconto/pagamento.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const CHIARA = unaPersona("Chiara", "Altacosta", "F", "1992-10-05");
const DATORE = "99000000017";

async function contratto(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra(
    "Chiara è presa in carico. La dote ha una sola voce: accompagnamento al lavoro, pagato solo se un contratto dura almeno 180 giorni. Per la sua fascia vale 1.000 euro.",
    async () => {
      await bottega.finoAlPatto(adesioneId);
      await bottega.dote(adesioneId, [{ misura: "3", oreUnita: 1 }]);
      await palco.giorni(0);
      assert.equal((await denaro(palco)).impegnato, 1_000_00);
      await bottega.avvia((await bottega.servizio(adesioneId, "3")).servizioId);
    },
  );
  await palco.giorni(10);
  await narra(
    "Un'officina la assume per novanta giorni. La comunicazione obbligatoria arriva da sola in Gefo; la stessa due volte non cambia niente.",
    async () => {
      const { codiceFiscale } = palco.giovane(CHIARA).identita;
      const assunzione = {
        ...{ protocollo: "CO-2014-0001", codiceFiscale, tipo: "assunzione", datore: DATORE },
        ...{ contratto: "tempo-determinato", dal: "2014-11-17", al: "2015-02-14" },
      } as const;
      const sistema = palco.sistemaInGefo();
      assert.equal(vale(await sistema.importaComunicazione(assunzione)).esito, "accettata");
      assert.equal(vale(await sistema.importaComunicazione(assunzione)).esito, "duplicata");
    },
  );
  await palco.giorni(5);
  await narra(
    "L'operatore chiude il servizio con un contratto e presenta il conto. Troppo presto: novanta giorni non bastano.",
    async () => {
      const { servizioId } = await bottega.servizio(adesioneId, "3");
      await bottega.concludi(servizioId, "conclusa-con-contratto");
      const conto = { chiave: palco.chiave(), servizioId };
      rifiuta(await bottega.legale.rendiconta(conto), "risultato.troppo-breve");
    },
  );
}

async function proroga(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await palco.giorni(40);
  await narra(
    "L'officina proroga il contratto di centoventi giorni. La proroga continua l'assunzione: insieme fanno 210 giorni.",
    async () => {
      const { codiceFiscale } = palco.giovane(CHIARA).identita;
      const altra = {
        ...{ protocollo: "CO-2014-0002", codiceFiscale, tipo: "proroga", datore: DATORE },
        ...{ contratto: "tempo-determinato", dal: "2015-02-15", al: "2015-06-14" },
        precedente: "CO-2014-0001",
      } as const;
      vale(await palco.sistemaInGefo().importaComunicazione(altra));
    },
  );
  await narra(
    "Adesso il conto passa: 1.000 euro, con la catena dei contratti come prova.",
    async () => {
      const { servizioId } = await bottega.servizio(adesioneId, "3");
      await bottega.rendiconta(servizioId);
      assert.equal((await denaro(palco)).rendicontato, 1_000_00);
    },
  );
  await palco.giorni(6);
  await narra("Lo sportello della Regione ammette il risultato.", async () => {
    await verificaRendiconto(palco, (await bottega.servizio(adesioneId, "3")).servizioId);
    assert.equal((await denaro(palco)).ammesso, 1_000_00);
  });
  await narra(
    "Il Ministero vede la politica conclusa con un contratto; il percorso è finito, F.",
    async () => {
      await tuttiDicono(filo, "F");
      const ufficio = palco.ministero();
      const { codiceFiscale } = palco.giovane(CHIARA).identita;
      const { personaId } = vale(await ufficio.trovaPersona({ codiceFiscale, scopo: "controllo" }));
      assert.ok(personaId);
      const [politica] = vale(await ufficio.persona({ personaId })).adesioni[0]?.politiche ?? [];
      assert.deepEqual([politica?.misura, politica?.esito], ["3", "conclusa-con-contratto"]);
    },
  );
}

async function pagamento(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await palco.giorni(4);
  await narra(
    "L'operatore chiede il pagamento; dopo l'approvazione, il controllo e l'ordine, la tesoreria paga i 1.000 euro del risultato.",
    async () => {
      await finoAlPagamento(palco, bottega);
      assert.equal((await denaro(palco)).pagato, 1_000_00);
      assert.equal((await bottega.servizio(adesioneId, "3")).stato, "liquidato");
    },
  );
}

export const storia: Storia = {
  titolo: "Chiara trova lavoro",
  insegna: "Un risultato si paga quando i contratti, sommati, bastano.",
  racconta: async (palco, narra) => {
    const frase = "Chiara aderisce e sceglie un operatore di Cremona.";
    const filo = await arriva({ palco, narra, chi: CHIARA, operatoreId: "OP-0006", frase });
    await contratto(filo);
    await proroga(filo);
    await pagamento(filo);
  },
};
