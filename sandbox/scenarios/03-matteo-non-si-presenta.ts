import assert from "node:assert/strict";
import { arriva, type Filo, legge, tuttiDicono, ultimaLettera } from "../src/racconto/mestiere.ts";
import { rifiuta, unaPersona, vale } from "../src/racconto/palco.ts";
import type { Storia } from "../src/racconto/storia.ts";

const MATTEO = unaPersona("Matteo", "Roccaverde", "M", "1994-11-02");

async function appuntamento(filo: Filo, frase: string, assente: string): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra(frase, () => bottega.contatta(adesioneId, "convocato"));
  await palco.giorni(6);
  await narra(assente, () => bottega.contatta(adesioneId, "mancata-presentazione", "sportello"));
  await palco.giorni(1);
}

async function chiusura(filo: Filo): Promise<void> {
  const { palco, narra, bottega, adesioneId } = filo;
  await narra(
    "L'operatore non lo prende in carico, con il suo motivo: non si è presentato ai colloqui. È una notizia che si conta, non un errore.",
    async () => {
      const motivo = "mancata-presentazione";
      const nota = "Assente a tre appuntamenti";
      const rifiuto = { ...bottega.base(adesioneId), motivo, nota };
      vale(await bottega.sportello.nonPrendereInCarico(rifiuto));
    },
  );
  await narra("Per i quattro sistemi l'adesione è U.", () => tuttiDicono(filo, "U"));
  await narra(
    "Matteo lo legge sul portale e in una lettera: che cosa, perché, che cosa può fare.",
    async () => {
      await legge(filo, /Non ti sei presentato ai colloqui/);
      assert.match(await ultimaLettera(filo), /aderire di nuovo/);
    },
  );
  await palco.giorni(1);
  await narra(
    "La mattina dopo, nelle cinque cifre della Lombardia, Matteo è fra i contattati e fra i non presi in carico.",
    async () => {
      const { regioni } = vale(await palco.ministero().cifre({}));
      const { nonPresiInCarico, giovaniContattati } = regioni[0]?.snapshot?.cifre ?? {};
      assert.equal(giovaniContattati?.convocati, 1);
      assert.equal(nonPresiInCarico?.chiusiSenzaPresa["U"], 1);
    },
  );
  await narra("Se vuole, Matteo può aderire di nuovo.", async () => {
    const recapiti = { email: "matteo@esempio.it", telefono: "333 7654321" };
    const di_nuovo = { recapiti, informativaLetta: true, operatoreId: "OP-0004" };
    vale(await palco.giovane(MATTEO).aderisci(di_nuovo));
  });
}

export const storia: Storia = {
  titolo: "Matteo non si presenta, tre volte",
  insegna: "Quante volte si chiama una persona, e che cosa resta scritto quando non viene.",
  racconta: async (palco, narra) => {
    const frase = "Matteo aderisce e sceglie un operatore di Bergamo.";
    const filo = await arriva({ palco, narra, chi: MATTEO, operatoreId: "OP-0003", frase });
    await narra("L'addetto non può dire che non è venuto prima di averlo chiamato.", async () => {
      const { sportello, base } = filo.bottega;
      const assente = { canale: "sportello", esito: "mancata-presentazione" } as const;
      const quando = { giorno: palco.oggi(), ora: palco.ora };
      const prima = { ...base(filo.adesioneId), ...assente, ...quando };
      rifiuta(await sportello.registraContatto(prima), "contatto.senza-convocazione");
    });
    await appuntamento(filo, "L'addetto lo convoca per telefono.", "Matteo non viene.");
    await appuntamento(filo, "Lo chiama di nuovo.", "Non viene nemmeno stavolta.");
    await appuntamento(filo, "Lo chiama una terza volta.", "Non viene.");
    await chiusura(filo);
  },
};
