import type { Implementazione, OperazioniBorsaLavoro } from "@staffetta/contracts";
import { accoda, CLICLAVORO, gefoDi, identitaDi } from "@staffetta/nodo";
import { FATTO } from "../adesione/operazioni.ts";
import { adesso, type Contesto } from "../contesto.ts";
import { anagraficaOf, findGiovane, recapitiOf } from "../giovani.ts";
import { annotaLettura } from "../registro/operazioni.ts";
import type { GiovaneRow, Stores } from "../store.ts";

type Ops = Pick<Implementazione<OperazioniBorsaLavoro>, "aggiornaRecapiti" | "correggiPersona">;

/** Kept once, and told to who must call or write: nobody goes on using an old number. */
async function savePersona(ctx: Contesto, stores: Stores, giovane: GiovaneRow): Promise<void> {
  await stores.giovani.put(giovane);
  const persona = { anagrafica: anagraficaOf(ctx, giovane), recapiti: recapitiOf(giovane) };
  for (const adesione of await stores.adesioni.by("giovaneId", giovane.id)) {
    const corpo = { adesioneId: adesione.id, ...persona, at: adesso(ctx) };
    const destinatari = [CLICLAVORO, ...(adesione.operatoreId ? [gefoDi(ctx.regione)] : [])];
    for (const destinatario of destinatari)
      accoda(stores.uscita, "persona-aggiornata.v1", { destinatario, persona: giovane.id, corpo });
  }
}

const RECAPITI_MANCANTI = "recapiti-mancanti";

/** The task that asked for these data is done when they are here. */
async function chiudiCompiti(stores: Stores, giovaneId: string): Promise<void> {
  const sue = new Set((await stores.adesioni.by("giovaneId", giovaneId)).map(({ id }) => id));
  for (const compito of await stores.compiti.all())
    if (
      !compito.chiuso &&
      compito.tipo === RECAPITI_MANCANTI &&
      sue.has(compito.adesioneId as never)
    )
      await stores.compiti.put({ ...compito, chiuso: true });
}

/** Who a person is and how to reach him or her, corrected by the person or by the desk. */
export const operazioniPersona = (ctx: Contesto): Ops => ({
  aggiornaRecapiti: (soggetto, { recapiti }) =>
    ctx.uow.transaction(async (stores) => {
      const { codiceFiscale, nome, cognome } = identitaDi(soggetto);
      const found = await findGiovane(ctx, stores, codiceFiscale);
      const giovane = found === null ? null : await stores.giovani.lock(found.id);
      if (giovane === null) return ctx.problemi.rispondi({ code: "persona.senza-adesioni" });
      await savePersona(ctx, stores, { ...giovane, nome, cognome, ...recapiti });
      await chiudiCompiti(stores, giovane.id);
      return FATTO;
    }),
  correggiPersona: (soggetto, { adesioneId, nome, cognome, recapiti, motivo }) =>
    ctx.uow.transaction(async (stores) => {
      const adesione = await stores.adesioni.get(adesioneId);
      const giovane = adesione === null ? null : await stores.giovani.lock(adesione.giovaneId);
      if (giovane === null) return ctx.problemi.rispondi({ code: "adesione.sconosciuta" });
      const scopo = `correzione dei dati: ${motivo}`;
      await annotaLettura(ctx, stores, soggetto, { giovaneId: giovane.id, scopo });
      await savePersona(ctx, stores, { ...giovane, nome, cognome, ...recapiti });
      await chiudiCompiti(stores, giovane.id);
      return FATTO;
    }),
});
