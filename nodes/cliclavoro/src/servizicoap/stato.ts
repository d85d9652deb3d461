import { servizicoap } from "@staffetta/contracts";
import {
  findTransizione,
  type Instant,
  istanteLocale,
  nomeRegione,
  STATI_ADESIONE,
  STATI_APERTI,
  STATI_IN_CARICO,
} from "@staffetta/domain";
import { adesso, type Contesto, oggi } from "../contesto.ts";
import { findPersona } from "../persone.ts";
import { altreDi, saveAdesione, tellPresaAltrove } from "../registro.ts";
import type { AdesioneRow, Stores } from "../store.ts";
import {
  adesioniIn,
  istanteDel,
  lockNota,
  NON_PRESENTE,
  puoScrivere,
  REGIONE_NON_SUA,
} from "./registro.ts";

const { ko, okEsito } = servizicoap;
type Gestori = Required<
  Pick<servizicoap.GestoriServizicoap, "getStatoAdesioneYG" | "setStatoAdesioneYG">
>;
type Richiesta = servizicoap.DatiStatoSet;

/** Any region may ask: it needs to know what stands in its way elsewhere. */
const getStatoWith =
  (ctx: Contesto): Gestori["getStatoAdesioneYG"] =>
  ({ DatiStatoAdesione: { CodiceFiscale, DataAdesione, RegioneAdesione } }) =>
    ctx.uow.transaction(async (stores) => {
      const persona = await findPersona(ctx, stores, CodiceFiscale);
      const sue = persona === null ? [] : await adesioniIn(stores, persona.id, RegioneAdesione);
      const ultima = sue.find(
        ({ dataAdesione }) => DataAdesione === null || dataAdesione === DataAdesione,
      );
      if (ultima === undefined) return ko("getStatoAdesioneYG", NON_PRESENTE);
      return okEsito("getStatoAdesioneYG", {
        DataAdesione: ultima.dataAdesione,
        StatoAdesione: ultima.stato,
        DataStatoAdesione: istanteLocale(ultima.statoAt as Instant),
      });
    });

/** Why this change can't enter the register; null = it can. The same table as for the other binding. */
async function checkStato(
  ctx: Contesto,
  stores: Stores,
  adesione: AdesioneRow,
  { StatoAdesione: a, DataStatoAdesione: quando }: Richiesta,
): Promise<string | null> {
  const { stato: da, dataAdesione } = adesione;
  if (quando !== null && (quando < dataAdesione || quando > oggi(ctx)))
    return `La data dello stato deve stare fra quella dell'adesione (${dataAdesione}) e oggi.`;
  if (a === "A" && !STATI_APERTI.has(da))
    return "Un'adesione chiusa si riapre con invioUtenteYG e la sua data di allora.";
  if (findTransizione({ da, a, rettifica: false, giorno: oggi(ctx) }) === undefined)
    return `Passaggio non ammesso: da ${da} (${STATI_ADESIONE[da]}) a ${a} (${STATI_ADESIONE[a]}).`;
  if (a !== "P") return null;
  const prima = (await altreDi(stores, adesione)).find(({ stato }) => STATI_IN_CARICO.has(stato));
  if (prima === undefined) return null;
  return `La persona è già presa in carico: ${nomeRegione(prima.regione)}.`;
}

const setStatoWith =
  (ctx: Contesto): Gestori["setStatoAdesioneYG"] =>
  async ({ DatiStatoAdesione: dati }, chi) => {
    const { CodiceFiscale, DataAdesione, RegioneAdesione, StatoAdesione: a } = dati;
    if (!puoScrivere(chi, RegioneAdesione)) return ko("setStatoAdesioneYG", REGIONE_NON_SUA);
    return ctx.uow.transaction(async (stores) => {
      const persona = await lockNota(ctx, stores, CodiceFiscale);
      const sue = persona === null ? [] : await adesioniIn(stores, persona.id, RegioneAdesione);
      const adesione = sue.find(({ dataAdesione }) => dataAdesione === DataAdesione);
      if (adesione === undefined) return ko("setStatoAdesioneYG", NON_PRESENTE);
      // Said again after a lost answer: it is as it was asked.
      if (adesione.stato === a) return okEsito("setStatoAdesioneYG");
      const rifiuto = await checkStato(ctx, stores, adesione, dati);
      if (rifiuto !== null) return ko("setStatoAdesioneYG", rifiuto);
      await applica(ctx, stores, adesione, dati);
      return okEsito("setStatoAdesioneYG");
    });
  };

async function applica(
  ctx: Contesto,
  stores: Stores,
  adesione: AdesioneRow,
  { StatoAdesione: a, DataStatoAdesione }: Richiesta,
): Promise<void> {
  const at = DataStatoAdesione === null ? adesso(ctx) : istanteDel(DataStatoAdesione);
  const annullamento = a === "D" ? "nessuno" : adesione.annullamento;
  const version = adesione.version + 1;
  const dopo = { ...adesione, stato: a, statoAt: at, version, annullamento } as const;
  const quando = { tipo: "stato", da: adesione.stato, motivo: null, at } as const;
  await saveAdesione(ctx, stores, dopo, quando);
  if (a !== "P") return;
  const aperte = (await altreDi(stores, dopo)).filter(({ stato }) => stato === "A");
  tellPresaAltrove(ctx, stores, dopo, aperte);
}

export const statoWith = (ctx: Contesto): Gestori => ({
  getStatoAdesioneYG: getStatoWith(ctx),
  setStatoAdesioneYG: setStatoWith(ctx),
});
