import assert from "node:assert/strict";
import type { Bottega } from "./mestiere.ts";
import { type Palco, vale } from "./palco.ts";

/** An account that nobody has: the example of every handbook. */
const IBAN = "IT60 X054 2811 1010 0000 0123 456";

/** The request of payment, step by step: who asks, approves, draws, controls, orders, pays. */
export const contoDa = (palco: Palco, { legale }: Pick<Bottega, "legale">) => {
  const { chiave, oggi, regioneInGefo } = palco;
  const controllore = regioneInGefo("controllo");
  const leggi = async (richiestaId: string) =>
    vale(await controllore.richiestaPagamento({ richiestaId }));
  const suRichiesta = async (richiestaId: string) => {
    const { version } = await leggi(richiestaId);
    return { chiave: chiave(), richiestaId, version };
  };
  return {
    leggi,
    suRichiesta,
    /** Everything that was admitted and not yet asked for. */
    chiedi: async () => {
      const { conto, righe } = vale(await legale.pagabili({}));
      if (conto === null)
        vale(await legale.salvaIban({ chiave: chiave(), version: 0, iban: IBAN }));
      const rendicontazioni = righe.map(({ rendicontazioneId }) => rendicontazioneId);
      return vale(await legale.presentaRichiesta({ chiave: chiave(), rendicontazioni }));
    },
    approva: async (richiestaId: string, nome: string) => {
      const { controlli } = await leggi(richiestaId);
      const visti = { ...(await suRichiesta(richiestaId)), controlli: Object.keys(controlli) };
      vale(await regioneInGefo("istruttoria", nome).approvaRichiesta(visti));
    },
    estrai: async () => vale(await controllore.estraiCampione({ chiave: chiave() })),
    controlla: async (richiestaId: string, nota: string) => {
      const visto = { ...(await suRichiesta(richiestaId)), nota };
      vale(await controllore.registraControllo(visto));
    },
    ordina: async (richiestaId: string, nome: string) =>
      vale(
        await regioneInGefo("istruttoria", nome).ordinaPagamento(await suRichiesta(richiestaId)),
      ),
    /** What the treasury says, told twice as it happens. */
    conferma: async (richiestaId: string) => {
      const { ordineId, totaleCents } = await leggi(richiestaId);
      const notizia = { ordineId, esito: "pagato", data: oggi(), importoCents: totaleCents };
      const tesoreria = palco.sistemaInGefo();
      const riferimento = `TES-${ordineId}`.slice(0, 40);
      for (const esito of ["accettata", "duplicata"]) {
        const detto = vale(await tesoreria.registraPagamento({ ...notizia, riferimento }));
        assert.equal(detto.esito, esito);
      }
    },
  };
};

/** From the request to the money, where the story is about something else. */
export async function finoAlPagamento(
  palco: Palco,
  bottega: Pick<Bottega, "legale">,
): Promise<void> {
  const conto = contoDa(palco, bottega);
  const { richiestaId } = await conto.chiedi();
  await palco.giorni(5);
  await conto.approva(richiestaId, "Prima istruttrice");
  const { estratte } = await conto.estrai();
  if (estratte > 0) await conto.controlla(richiestaId, "Visti i documenti originali in sede");
  await conto.ordina(richiestaId, "Secondo istruttore");
  await palco.giorni(10);
  await conto.conferma(richiestaId);
}
