import assert from "node:assert/strict";
import { arriva, bottegaDi, type Filo, ultimaLettera } from "../src/racconto/mestiere.ts";
import { type Palco, rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Narra, Storia } from "../src/racconto/storia.ts";

const OPERATORE = "OP-0010";
const ELENA = unaPersona("Elena", "Rivachiara", "F", "1993-02-11");
const TOMMASO = unaPersona("Tommaso", "Vignalunga", "M", "1990-06-23");

async function mattina(elena: Filo, tommaso: Filo): Promise<void> {
  const { palco, narra, bottega } = elena;
  const { sportello } = bottega;
  const due = [elena.adesioneId, tommaso.adesioneId];
  await palco.giorni(2);
  await narra(
    "Alle otto l'addetta apre la lista: due giovani da convocare, il più urgente in cima, con il giorno entro cui chiamarlo.",
    async () => {
      const { righe, perVista } = vale(await sportello.lavoro({}));
      assert.equal(perVista["da-convocare"], 2);
      const scadenze = righe.map(({ entro }) => entro ?? "");
      assert.deepEqual(scadenze, scadenze.toSorted());
      assert.ok(scadenze.every((una) => una > palco.oggi()));
    },
  );
  await narra("Li affida a sé stessa, tutti e due insieme.", async () => {
    const a = { chiave: palco.chiave(), adesioni: due, collega: "OP-0010/sportello" };
    assert.equal(vale(await sportello.assegnaCasi(a)).fatti, 2);
    const { carichi } = vale(await sportello.lavoro({}));
    assert.deepEqual(carichi, [
      { chi: { id: "OP-0010/sportello", nome: "Sportello di OP-0010" }, casi: 2 },
    ]);
  });
  await narra(
    "Li convoca con un clic: a ciascuno il primo posto libero della sede, e una lettera con giorno, ora e luogo.",
    async () => {
      const { sedi } = vale(await sportello.agenda({}));
      const insieme = { chiave: palco.chiave(), adesioni: due, sede: sedi[0]?.sede ?? "" };
      assert.equal(vale(await sportello.convocaCasi(insieme)).fatti, 2);
      const lettera = await ultimaLettera(elena, "Convocazione");
      assert.match(lettera, /ti aspettiamo per il primo colloquio[\s\S]*viale dei Tigli/);
      // The same click again.
      assert.equal(vale(await sportello.convocaCasi(insieme)).fatti, 2);
    },
  );
  await narra("Lo stesso clic due volte non convoca due volte.", async () => {
    const { appuntamenti } = vale(await sportello.agenda({ adesioneId: elena.adesioneId }));
    assert.equal(appuntamenti.length, 1);
  });
}

async function incontro(elena: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = elena;
  const { sportello, base } = bottega;
  await palco.giorni(1);
  await narra("Elena viene. L'addetta lo segna nell'agenda: il colloquio è fatto.", async () => {
    const { appuntamenti } = vale(await sportello.agenda({ adesioneId }));
    const appuntamentoId = appuntamenti[0]?.appuntamentoId ?? "";
    const presenza = { chiave: palco.chiave(), appuntamentoId, venuto: "si" } as const;
    vale(await sportello.registraPresenza(presenza));
    assert.equal((await bottega.caso(adesioneId)).vista, "patto-da-firmare");
  });
  await narra("Documento, requisiti, classe, patto.", async () => {
    await bottega.verifica(adesioneId);
    await bottega.profila(adesioneId);
    await bottega.patto(adesioneId);
  });
  await narra(
    "Prepara la bozza della dote. Intanto un collega ha la stessa pagina aperta e salva dopo di lei: gli viene detto chi ha cambiato che cosa, e niente va perso.",
    async () => {
      const { version } = vale(await sportello.piano({ adesioneId }));
      const mia = { ...base(adesioneId), version, righe: [{ misura: "1-C", oreUnita: 8 }] };
      vale(await sportello.salvaPiano(mia));
      const sua = { ...base(adesioneId), version, righe: [{ misura: "1-C", oreUnita: 4 }] };
      assert.match(rifiuta(await sportello.salvaPiano(sua), "piano.cambiato"), /Sportello/);
    },
  );
  await narra("L'addetta non può inviarla: chi prepara non firma.", async () => {
    const { version } = vale(await sportello.piano({ adesioneId }));
    rifiuta(await sportello.inviaDote({ ...base(adesioneId), version }), "accesso-non-consentito");
  });
  await narra(
    "Il rappresentante legale la firma e la invia, e la dote ha un protocollo.",
    async () => {
      const { version } = vale(await bottega.legale.piano({ adesioneId }));
      const inviata = vale(await bottega.legale.inviaDote({ ...base(adesioneId), version }));
      assert.match(inviata.protocollo, /^GG-2014/);
    },
  );
}

async function pomeriggio(palco: Palco, narra: Narra, elena: Filo): Promise<void> {
  const { sportello } = elena.bottega;
  const { adesioneId } = elena;
  await narra("Un altro operatore non sa nemmeno che Elena esiste.", async () => {
    const altro = bottegaDi(palco, "OP-0011");
    rifiuta(await altro.sportello.caso({ adesioneId }), "caso.sconosciuto");
    assert.deepEqual(vale(await altro.sportello.lavoro({})).righe, []);
  });
  await narra(
    "Prima di chiudere porta via la lista in Excel: resta scritto chi l'ha fatto.",
    async () => {
      const file = vale(await sportello.esportaLavoro({ formato: "xlsx" }));
      assert.match(file.nome, /\.xlsx$/);
      assert.ok(file.contenuto.byteLength > 1_000);
    },
  );
}

export const storia: Storia = {
  titolo: "Una giornata all'operatore",
  insegna: "Che cosa fanno lo sportello, il rappresentante legale e l'erogatore, e che cosa no.",
  racconta: async (palco, narra) => {
    const uno = (chi: typeof ELENA, frase: string) =>
      arriva({ palco, narra, chi, operatoreId: OPERATORE, frase });
    const elena = await uno(ELENA, "Elena aderisce e sceglie un operatore di Monza.");
    const tommaso = await uno(TOMMASO, "Tommaso sceglie lo stesso operatore.");
    await mattina(elena, tommaso);
    await incontro(elena);
    await pomeriggio(palco, narra, elena);
  },
};
