import type { Corpo, Implementazione, OperazioniSapRegione } from "@staffetta/contracts";
import { accoda, MINISTERO } from "@staffetta/nodo";
import { adesso, type Contesto } from "../contesto.ts";
import { anagraficaOf } from "../giovani.ts";
import { annotaLettura } from "../registro/operazioni.ts";
import type { AdesioneRow, GiovaneRow, Stores } from "../store.ts";
import { compitiSapAperti } from "./compiti.ts";
import { leggiDatiSap, luogoNelCodice, mancanoAllaSap, scriviDatiSap } from "./dati.ts";

type Ops = Pick<Implementazione<OperazioniSapRegione>, "datiSap" | "completaDatiSap">;

const FONTI = {
  "portale-nazionale": "l'ha detta il portale nazionale",
  verifica: "trovata al Ministero",
  "primo-inserimento": "nata con il nostro primo inserimento",
} as const;

async function trova(
  stores: Stores,
  adesioneId: string,
): Promise<Readonly<{ adesione: AdesioneRow; giovane: GiovaneRow }> | null> {
  const adesione = await stores.adesioni.get(adesioneId);
  const giovane = adesione === null ? null : await stores.giovani.lock(adesione.giovaneId);
  return adesione === null || giovane === null ? null : { adesione, giovane };
}

/** Told again with its own instants: who has it already finds nothing new in it. */
async function rimandaAlMinistero(
  ctx: Contesto,
  stores: Stores,
  { giovaneId, id: adesioneId }: AdesioneRow,
): Promise<void> {
  const busta = { destinatario: MINISTERO, persona: giovaneId };
  const presa = await stores.prese.get(adesioneId);
  if (presa !== null) {
    const { operatoreId, fascia, dataPatto, doteInviataAt: at } = presa;
    const corpo = { adesioneId, operatoreId, fascia, dataPatto, at };
    accoda(stores.uscita, "presa-in-carico-confermata.v1", {
      ...busta,
      corpo: corpo as Corpo<"presa-in-carico-confermata.v1">,
    });
  }
  for (const { id, ...politica } of await stores.politiche.by("adesioneId", adesioneId)) {
    const corpo = { politicaId: id, ...politica, at: adesso(ctx) } as Corpo<"politica.v1">;
    accoda(stores.uscita, "politica.v1", { ...busta, corpo });
  }
}

/** What waited for these data leaves; nothing leaves again for who was waiting for nothing. */
async function faiRipartire(ctx: Contesto, stores: Stores, giovaneId: string): Promise<number> {
  const sue = await stores.adesioni.by("giovaneId", giovaneId);
  const compiti = await compitiSapAperti(
    stores,
    sue.map(({ id }) => id),
  );
  for (const compito of compiti) await stores.compiti.put({ ...compito, chiuso: true });
  const ferme = sue.filter(({ id }) => compiti.some(({ adesioneId }) => adesioneId === id));
  for (const adesione of ferme) await rimandaAlMinistero(ctx, stores, adesione);
  return ferme.length;
}

export const operazioniSap = (ctx: Contesto): Ops => ({
  datiSap: (soggetto, { adesioneId }) =>
    ctx.uow.transaction(async (stores) => {
      const found = await trova(stores, adesioneId);
      if (found === null) return ctx.problemi.rispondi({ code: "adesione.sconosciuta" });
      const { giovane } = found;
      await annotaLettura(ctx, stores, soggetto, {
        giovaneId: giovane.id,
        scopo: "dati per la SAP",
      });
      const dati = await leggiDatiSap(ctx, stores, giovane.id);
      const nota = await stores.sapNote.get(adesioneId);
      const { codiceFiscale, nome, cognome } = anagraficaOf(ctx, giovane);
      const sap =
        nota === null
          ? null
          : { identificativo: nota.identificativo, fonte: FONTI[nota.fonte], at: nota.at as never };
      return {
        ok: true,
        valore: {
          ...{ nome: `${nome} ${cognome}`, dati, sap, mancano: [...mancanoAllaSap(giovane, dati)] },
          comuneNascita: dati?.comuneNascita ?? luogoNelCodice(codiceFiscale),
        },
      };
    }),
  completaDatiSap: (_soggetto, { adesioneId, dati }) =>
    ctx.uow.transaction(async (stores) => {
      const found = await trova(stores, adesioneId);
      if (found === null) return ctx.problemi.rispondi({ code: "adesione.sconosciuta" });
      const { giovane } = found;
      await scriviDatiSap(ctx, stores, giovane.id, dati);
      const fermo = mancanoAllaSap(giovane, dati).length > 0;
      const ripartiti = fermo ? 0 : await faiRipartire(ctx, stores, giovane.id);
      return { ok: true, valore: { ripartiti } };
    }),
});
