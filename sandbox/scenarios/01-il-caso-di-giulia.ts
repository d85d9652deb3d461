import assert from "node:assert/strict";
import { type Personaggio, rifiuta, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const GIULIA: Personaggio = {
  nome: "Giulia",
  cognome: "Vallechiara",
  sesso: "F",
  dataNascita: "1992-05-14",
};
const RECAPITI = { email: "giulia@esempio.it", telefono: "333 1234567" };
const NAVIGLI = "OP-0001";

export const storia: Storia = {
  titolo: "Il caso di Giulia",
  insegna: "Che cosa succede quando tutto va bene, ufficio per ufficio.",
  racconta: async ({ giovane, operatore, giorni, chiave, oggi, ora }, narra) => {
    const giulia = giovane(GIULIA);
    const sportello = operatore(NAVIGLI, "sportello");
    let adesioneId = "";
    await narra("Giulia aderisce dal portale della Lombardia e sceglie un operatore.", async () => {
      const adesione = { recapiti: RECAPITI, informativaLetta: true, operatoreId: NAVIGLI };
      ({ adesioneId } = vale(await giulia.aderisci(adesione)));
    });
    await narra(
      "Lo stesso giorno il suo caso è sulla lista di lavoro dell'operatore.",
      async () => {
        const { righe } = vale(await sportello.lavoro({}));
        assert.deepEqual(
          righe.map(({ cognome, vista }) => [cognome, vista]),
          [["Vallechiara", "da-convocare"]],
        );
      },
    );
    await narra("Se Giulia riprova, il portale le dice che un'adesione c'è già.", async () => {
      const ancora = { recapiti: RECAPITI, informativaLetta: true, operatoreId: null };
      rifiuta(await giulia.aderisci(ancora), "adesione.gia-aperta");
    });
    await giorni(2);
    await narra("L'addetto la chiama e fissa il colloquio.", async () => {
      const contatto = { canale: "telefono", esito: "convocato", giorno: oggi(), ora };
      vale(await sportello.registraContatto({ chiave: chiave(), adesioneId, ...contatto }));
    });
    await narra("Giulia legge sul portale che è stata convocata.", async () => {
      const [mia] = vale(await giulia.mieAdesioni({})).adesioni;
      assert.ok(mia?.passi.some(({ titolo }) => titolo === "L'operatore ti ha convocato"));
    });
  },
};
